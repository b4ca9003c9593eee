"""tesseract itself: what it reads, its languages and threads, its failures."""

from __future__ import annotations

import os
from subprocess import CalledProcessError

import numpy as np
import pytest
from pictured import drawn, needs
from PIL import Image
from tiny_pdf import line

from skillgap.documents import tesseract
from skillgap.documents.pageimage import OcrFailed, PageImage
from skillgap.documents.tesseract import is_there, read

EMPTY = PageImage(3, np.full((100, 200), 255, np.uint8), 0.36)


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


@needs("tesseract")
def test_a_program_that_is_killed_has_failed(monkeypatch: pytest.MonkeyPatch) -> None:
    import pytesseract

    def killed(*_: object, **__: object) -> None:
        raise CalledProcessError(-9, "tesseract")

    monkeypatch.setattr(pytesseract, "image_to_data", killed)
    with pytest.raises(OcrFailed):
        read(EMPTY)


def test_without_the_program_it_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not is_there()


@needs("tesseract")
def test_letters_of_a_photo_turned_a_little_are_read() -> None:
    page = drawn(line("Ida Marlowe writes Python", y=400)).rotate(1.2, fillcolor=255, resample=Image.Resampling.BICUBIC)
    assert [word.text for word in read(PageImage(1, np.asarray(page), 0.36))] == ["Ida", "Marlowe", "writes", "Python"]
