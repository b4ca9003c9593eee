"""PageImage -> raw words by tesseract, a program that the system's packages have, with pytesseract from the extra `ocr`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec

from skillgap.documents.pageimage import DPI, OcrFailed, PageImage
from skillgap.documents.words import LINE, PAGE, SPACE, RawWord

# The languages of headings.yaml, of which those are used that are installed.
LANGUAGES = ("eng", "deu", "fra", "spa")

# A full page takes 1 to 2 s on a machine with nothing else to do.
SECONDS = 60

# Of 100. Bullets come as letters with a confidence of 0 to 54, words of one letter with 90.
DOUBTFUL = 60

BULLET = "•"


def is_there() -> bool:
    """Return whether tesseract can be used."""
    return find_spec("pytesseract") is not None and shutil.which("tesseract") is not None


def read(picture: PageImage) -> tuple[RawWord, ...]:
    """Return the words of a picture in tesseract's order. Raises OcrFailed."""
    return tuple(_words(picture, list(_seen(picture))))


@dataclass(frozen=True, slots=True)
class Seen:
    """A word with its place in pixels; words of one line have the same `line`."""

    text: str
    confidence: float
    place: tuple[int, int, int, int]
    line: tuple[int, int, int]

    @property
    def is_doubtful(self) -> bool:
        """Whether this is a single sign that may be none of the text: a bullet, a rule, a speck."""
        return len(self.text) == 1 and self.confidence < DOUBTFUL


def _seen(picture: PageImage) -> Iterator[Seen]:
    import pytesseract
    from PIL import Image

    with _one_thread():
        try:
            table: Mapping[str, list[int]] = pytesseract.image_to_data(
                Image.fromarray(picture.gray),
                lang=_languages(),
                config=f"--dpi {DPI}",
                output_type=pytesseract.Output.DICT,
                timeout=SECONDS,
            )
        except (RuntimeError, OSError) as error:  # TesseractError is one; its text may have the picture's
            raise OcrFailed from error
    names = ("text", "conf", "left", "top", "width", "height", "block_num", "par_num", "line_num")
    for text, confidence, left, top, width, height, *line in zip(*(table[name] for name in names), strict=True):
        if word := str(text).strip():
            yield Seen(word, float(confidence), (left, top, left + width, top + height), (line[0], line[1], line[2]))


def _words(picture: PageImage, seen: list[Seen]) -> Iterator[RawWord]:
    gap = PAGE
    for i, word in enumerate(seen):
        begins = i == 0 or seen[i - 1].line != word.line
        ends = i + 1 == len(seen) or seen[i + 1].line != word.line
        gap = gap if gap == PAGE else LINE if begins or gap == LINE else SPACE
        if word.is_doubtful and (ends or not begins):
            continue
        yield RawWord(BULLET if word.is_doubtful else word.text, picture.page, picture.box(*word.place), gap)
        gap = SPACE


@cache
def _languages() -> str:
    import pytesseract

    try:
        installed = pytesseract.get_languages(config="")
    except (RuntimeError, OSError) as error:
        raise OcrFailed from error
    return "+".join(name for name in LANGUAGES if name in installed) or "+".join(installed[:1])


@contextmanager
def _one_thread() -> Iterator[None]:
    """Keep tesseract from parting a page among threads: with four it took 5.9 s a page instead of 1.6, for the same text."""
    before = os.environ.get("OMP_THREAD_LIMIT")
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["OMP_THREAD_LIMIT"]
        else:
            os.environ["OMP_THREAD_LIMIT"] = before
