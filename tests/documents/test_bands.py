"""Dark parts of a page, and the light print that is on them."""

from __future__ import annotations

import numpy as np
import pytest

from skillgap.documents.bands import dark_parts, inverted, with_light_words
from skillgap.documents.pageimage import Gray
from skillgap.documents.seen import Seen

BAND = (slice(96, 160), slice(80, 800))


def page(*, band: int = 60) -> Gray:
    """Return a white page with a band and, on it, a light stroke as of a letter; and a dark stroke below."""
    gray = np.full((2338, 1654), 255, dtype=np.uint8)
    gray[BAND] = band
    gray[112:144, 200:208] = 250
    gray[400:432, 200:208] = 0
    return gray


def test_a_band_is_dark_with_the_print_on_it() -> None:
    dark = dark_parts(page())
    assert dark is not None
    assert dark[BAND].all()
    assert dark.sum() == dark[BAND].size


@pytest.mark.parametrize(
    "gray", [np.full((800, 600), 255, np.uint8), page(band=200), page()[300:]], ids=["white", "pale", "print"]
)
def test_pages_without_dark_parts_have_none(gray: Gray) -> None:
    assert dark_parts(gray) is None


def test_light_print_is_dark_on_white_when_inverted() -> None:
    gray = page()
    dark = dark_parts(gray)
    assert dark is not None
    picture = inverted(gray, dark)
    assert (int(picture[100, 100]), int(picture[420, 204])) == (255, 255)
    assert picture[128, 204] < 20


def seen(text: str, left: int, top: int, *, line: int, confidence: float = 90) -> Seen:
    return Seen(text, confidence, (left, top, left + 20 * len(text), top + 30), (1, 1, line))


DARK = np.zeros((1000, 1000), dtype=np.bool_)
DARK[100:200] = True
BODY = [seen("Ida", 50, 20, line=1), seen("Python", 50, 300, line=2), seen("SQL", 200, 300, line=2)]


def texts(first: list[Seen], light: list[Seen]) -> list[str]:
    return [word.text for word in with_light_words(first, light, DARK)]


def test_light_words_come_before_the_line_below() -> None:
    assert texts(BODY, [seen("Work", 50, 120, line=7), seen("Skills", 600, 120, line=8)]) == [
        "Ida",
        "Work",
        "Python",
        "SQL",
        "Skills",
    ]


def test_a_word_that_was_seen_at_first_stays() -> None:
    first = [*BODY[:1], seen("Work", 50, 120, line=5), *BODY[1:]]
    assert texts(first, [seen("Work", 52, 121, line=7)]) == ["Ida", "Work", "Python", "SQL"]


def test_a_doubtful_word_makes_room() -> None:
    first = [*BODY[:1], seen("\\\\", 50, 120, line=5, confidence=20), *BODY[1:]]
    assert texts(first, [seen("Work", 52, 121, line=7)]) == ["Ida", "Work", "Python", "SQL"]


@pytest.mark.parametrize(
    "word", [seen("Work", 50, 400, line=7), seen("Work", 50, 120, line=7, confidence=30), seen("—", 50, 120, line=7)]
)
def test_what_is_doubtful_or_not_on_a_dark_part_is_left_out(word: Seen) -> None:
    assert texts(BODY, [word]) == ["Ida", "Python", "SQL"]
