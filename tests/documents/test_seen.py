"""What becomes of the words that tesseract sees: lines, bullets, specks, letters read again, broken words."""

from __future__ import annotations

import numpy as np
import pytest

from skillgap.documents.pageimage import PageImage
from skillgap.documents.seen import Seen, words_of
from skillgap.documents.words import LINE, PAGE, SPACE

PAGE_IMAGE = PageImage(3, np.full((100, 200), 255, np.uint8), 0.36)


def seen(text: str, row: int, *, confidence: float = 96, height: int = 20, width: int = 50, block: int = 1) -> Seen:
    return Seen(text, confidence, (10, 30 * row, 10 + width, 30 * row + height), (block, 1, row))


def words(*found: Seen) -> list[tuple[str, str]]:
    return [(word.gap, word.text) for word in words_of(PAGE_IMAGE, found)]


def text(*lines: str) -> str:
    """Return what is read of lines whose words were seen as they are."""
    found = [seen(word, row) for row, line in enumerate(lines, 1) for word in line.split()]
    return "".join(gap + word for gap, word in words(*found)).strip()


def test_a_line_of_tesseract_is_a_line() -> None:
    assert words(seen("Python", 1), seen("SQL", 1), seen("Docker", 2)) == [(PAGE, "Python"), (SPACE, "SQL"), (LINE, "Docker")]


def test_columns_that_were_read_across_are_lines_of_their_own() -> None:
    left, near = seen("Contact", 1), Seen("details", 96, (110, 30, 160, 50), (1, 1, 1))
    right = Seen("Experience", 96, (230, 30, 300, 50), (1, 1, 1))
    assert words(left, near, right) == [(PAGE, "Contact"), (SPACE, "details"), (LINE, "Experience")]


@pytest.mark.parametrize(("gap", "read"), [(2, ["2021)"]), (6, ["202", "1)"])])
def test_a_number_seen_in_two_pieces_is_one(gap: int, read: list[str]) -> None:
    left, right = Seen("202", 96, (10, 32, 58, 50), (1, 1, 1)), Seen("1)", 95, (58 + gap, 30, 80, 55), (1, 1, 1))
    assert [word for _, word in words(left, right)] == read


def test_words_seen_close_together_stay_two() -> None:
    left, right = Seen("Go", 96, (10, 30, 58, 50), (1, 1, 1)), Seen("2", 95, (60, 30, 80, 50), (1, 1, 1))
    assert [word for _, word in words(left, right)] == ["Go", "2"]


def test_no_words_are_none() -> None:
    assert words() == []


@pytest.mark.parametrize("sign", ["e", "°", "*", "¢", "«", "•", "o"])
def test_an_unsure_sign_at_the_beginning_of_a_line_is_a_bullet(sign: str) -> None:
    found = words(seen("Jobs", 1), seen(sign, 2, confidence=12), seen("Python", 2))
    assert found == [(PAGE, "Jobs"), (LINE, "•"), (SPACE, "Python")]


@pytest.mark.parametrize("sign", ["e", "o", "¢", "e¢", "®"])
def test_a_sure_sign_as_low_as_a_bullet_is_one(sign: str) -> None:
    found = words(seen("Jobs", 1), seen(sign, 2, height=11, width=12), seen("Python", 2), seen("SQL", 2))
    assert found == [(PAGE, "Jobs"), (LINE, "•"), (SPACE, "Python"), (SPACE, "SQL")]


@pytest.mark.parametrize("word", ["R", "C", "I", "A", "3"])
def test_a_sure_word_of_one_letter_is_one(word: str) -> None:
    assert words(seen(word, 1), seen("Python", 1)) == [(PAGE, word), (SPACE, "Python")]


def test_a_letter_without_upper_part_is_one() -> None:
    assert words(seen("a", 1, height=14, width=12), seen("Python", 1), seen("model", 1))[0] == (PAGE, "a")


@pytest.mark.parametrize("dash", ["-", "–"])
def test_a_dash_stays_a_dash(dash: str) -> None:
    assert words(seen(dash, 1, height=3, width=9), seen("Python", 1), seen("SQL", 1))[0] == (PAGE, dash)


def test_a_rule_before_a_heading_is_no_bullet() -> None:
    assert words(seen("==", 1, height=12, width=40), seen("Education", 1), seen("x1", 2))[0] == (PAGE, "==")


def test_unsure_signs_elsewhere_are_specks() -> None:
    speck = seen("|", 2, confidence=30)
    assert words(seen("Python", 1), seen("'", 1, confidence=5), seen("SQL", 1)) == [(PAGE, "Python"), (SPACE, "SQL")]
    assert words(seen("Python", 1), seen("'", 1, confidence=5), seen("SQL", 2)) == [(PAGE, "Python"), (LINE, "SQL")]
    assert words(seen("Python", 1), speck, seen("SQL", 3)) == [(PAGE, "Python"), (LINE, "SQL")]
    assert words(speck, seen("SQL", 3)) == [(PAGE, "SQL")]
    assert words(speck) == []


def test_longer_words_are_kept_however_unsure() -> None:
    assert words(seen("Node.js:services", 1, confidence=0)) == [(PAGE, "Node.js:services")]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Al Engineer", "AI Engineer"),
        ("Cl/CD, GenAl", "CI/CD, GenAl"),
        ("REST APls and BI", "REST APIs and BI"),
        ("Ul/UX", "UI/UX"),
        ("Al-Khatib", "Al-Khatib"),
        ("Alan MLflow SQLite Tcl", "Alan MLflow SQLite Tcl"),
        ("| build models, so | have Python", "I build models, so I have Python"),
        ("Python | SQL | Docker", "Python | SQL | Docker"),
        ("MLOps | k8s | platform", "MLOps | k8s | platform"),
    ],
)
def test_strokes_are_read_as_what_they_are_among_others(line: str, read: str) -> None:
    assert text(line) == read


def test_a_word_broken_at_the_end_of_a_line_is_one_word_there() -> None:
    assert text("models for applica-", "tions of Python") == "models for applica\ufffetions\nof Python"
    assert text("applica-", "tions", "of Python") == "applica\ufffetions\nof Python"


@pytest.mark.parametrize("lines", [("2019 -", "present"), ("Scikit-", "Learn"), ("2019-", "now"), ("Jan -", "Mar")])
def test_other_dashes_at_the_end_of_a_line_stay(lines: tuple[str, str]) -> None:
    assert text(*lines) == "\n".join(lines)


def test_what_begins_another_block_goes_on_with_nothing() -> None:
    assert words(seen("applica-", 1), seen("tions", 2, block=2)) == [(PAGE, "applica-"), (LINE, "tions")]


def test_a_word_has_its_page_and_place() -> None:
    (only,) = words_of(PAGE_IMAGE, [seen("Python", 1)])
    assert (only.page, only.box) == (3, (3.6, 10.8, 21.6, 18.0))
