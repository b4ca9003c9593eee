"""What becomes of tesseract's words: lines, bullets, specks, failures."""

from __future__ import annotations

import os

import numpy as np
import pytest
from pictured import drawn, needs
from PIL import Image
from tiny_pdf import line

from skillgap.documents import tesseract
from skillgap.documents.pageimage import OcrFailed, PageImage
from skillgap.documents.tesseract import Seen, is_there, read
from skillgap.documents.words import LINE, PAGE, SPACE

EMPTY = PageImage(3, np.full((100, 200), 255, np.uint8), 0.36)


def seen(text: str, row: int, *, confidence: float = 96) -> Seen:
    return Seen(text, confidence, (10, 10 * row, 50, 10 * row + 8), (1, 1, row))


def words(*found: Seen) -> list[tuple[str, str]]:
    return [(word.gap, word.text) for word in tesseract._words(EMPTY, list(found))]


def test_a_line_of_tesseract_is_a_line() -> None:
    assert words(seen("Python", 1), seen("SQL", 1), seen("Docker", 2)) == [(PAGE, "Python"), (SPACE, "SQL"), (LINE, "Docker")]


@pytest.mark.parametrize("sign", ["e", "°", "*", "¢", "«", "•", "o"])
def test_an_unsure_sign_at_the_beginning_of_a_line_is_a_bullet(sign: str) -> None:
    found = words(seen("Jobs", 1), seen(sign, 2, confidence=12), seen("Python", 2))
    assert found == [(PAGE, "Jobs"), (LINE, "•"), (SPACE, "Python")]


@pytest.mark.parametrize("word", ["R", "C", "I", "A", "a", "•", "3"])
def test_a_sure_word_of_one_letter_is_one(word: str) -> None:
    assert words(seen(word, 1), seen("Python", 1)) == [(PAGE, word), (SPACE, "Python")]


def test_unsure_signs_elsewhere_are_specks() -> None:
    speck = seen("|", 2, confidence=30)
    assert words(seen("Python", 1), seen("'", 1, confidence=5), seen("SQL", 1)) == [(PAGE, "Python"), (SPACE, "SQL")]
    assert words(seen("Python", 1), seen("'", 1, confidence=5), seen("SQL", 2)) == [(PAGE, "Python"), (LINE, "SQL")]
    assert words(seen("Python", 1), speck, seen("SQL", 3)) == [(PAGE, "Python"), (LINE, "SQL")]
    assert words(speck, seen("SQL", 3)) == [(PAGE, "SQL")]
    assert words(speck) == []


def test_longer_words_are_kept_however_unsure() -> None:
    assert words(seen("Node.js:services", 1, confidence=0)) == [(PAGE, "Node.js:services")]


@needs("tesseract")
def test_an_empty_page_has_no_words() -> None:
    assert read(EMPTY) == ()


@needs("tesseract")
def test_the_words_of_a_page_are_read_with_their_page() -> None:
    found = read(PageImage(3, np.asarray(drawn(line("Ida Marlowe writes Python"))), 0.36))
    assert [word.text for word in found] == ["Ida", "Marlowe", "writes", "Python"]
    assert {word.page for word in found} == {3}


@needs("tesseract")
@pytest.mark.parametrize("before", ["4", None])
def test_the_number_of_threads_is_as_before(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    if before is None:
        monkeypatch.delenv("OMP_THREAD_LIMIT", raising=False)
    else:
        monkeypatch.setenv("OMP_THREAD_LIMIT", before)
    read(EMPTY)
    assert os.environ.get("OMP_THREAD_LIMIT") == before


@needs("tesseract")
def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "SECONDS", 0.01)
    noise = np.random.default_rng(7).integers(0, 255, (2000, 1500), np.uint8)
    with pytest.raises(OcrFailed):
        read(PageImage(1, noise, 0.36))


@needs("tesseract")
def test_a_failure_says_nothing_of_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "_languages", lambda: "nosuchlanguage")
    with pytest.raises(OcrFailed) as raised:
        read(EMPTY)
    assert str(raised.value) == ""


def test_without_the_program_it_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not is_there()


@needs("tesseract")
def test_letters_of_a_photo_turned_a_little_are_read() -> None:
    page = drawn(line("Ida Marlowe writes Python", y=400)).rotate(1.2, fillcolor=255, resample=Image.Resampling.BICUBIC)
    assert [word.text for word in read(PageImage(1, np.asarray(page), 0.36))] == ["Ida", "Marlowe", "writes", "Python"]
