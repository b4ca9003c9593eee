"""How much of the words of a file looks like text."""

from __future__ import annotations

import pytest

from skillgap.documents.quality import quality
from skillgap.documents.words import SPACE, RawWord


def of(text: str) -> float:
    return quality([RawWord(word, 1, None, SPACE) for word in text.split()])


@pytest.mark.parametrize(
    "text", ["Skills Python SQL", "Skills ------------ Python", "======== Skills ********", "2019 – 2021 • Acme (C++)"]
)
def test_text_is_text(text: str) -> None:
    assert of(text) == 1


@pytest.mark.parametrize("text", ["(cid:12)(cid:7) (cid:9)", "S k i l l s P y t h o n", "######"])
def test_what_is_damaged_is_none(text: str) -> None:
    assert of(text) < 0.3


def test_no_words_are_no_text() -> None:
    assert quality([]) == 0
