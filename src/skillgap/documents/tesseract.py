"""PageImage -> raw words by tesseract, a program that the system's packages have, with pytesseract from the extra `ocr`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from subprocess import SubprocessError

from skillgap.documents.bands import dark_parts, inverted, with_light_words
from skillgap.documents.pageimage import DPI, Gray, OcrFailed, PageImage, with_dark_print
from skillgap.documents.seen import Seen, words_of
from skillgap.documents.words import RawWord

# The languages of headings.yaml, of which those are used that are installed.
LANGUAGES = ("eng", "deu", "fra", "spa")

# What is raised where tesseract fails or is killed; TesseractError is a RuntimeError.
FAILURES = (RuntimeError, OSError, SubprocessError)

# A full page takes 1 to 2 s on a machine with nothing else to do.
SECONDS = 60


def is_there() -> bool:
    """Return whether tesseract can be used."""
    return find_spec("pytesseract") is not None and shutil.which("tesseract") is not None


def read(picture: PageImage) -> tuple[RawWord, ...]:
    """Return the words of a picture in tesseract's order; light print on dark parts is read once more. Raises OcrFailed."""
    seen = list(_seen(with_dark_print(picture.gray)))
    dark = dark_parts(picture.gray)
    if dark is not None:
        seen = with_light_words(seen, list(_seen(inverted(picture.gray, dark))), dark)
    return words_of(picture, seen)


def _seen(gray: Gray) -> Iterator[Seen]:
    import pytesseract
    from PIL import Image

    with _one_thread():
        try:
            table: Mapping[str, list[int]] = pytesseract.image_to_data(
                Image.fromarray(gray),
                lang=_languages(),
                config=f"--dpi {DPI}",
                output_type=pytesseract.Output.DICT,
                timeout=SECONDS,
            )
        except FAILURES as error:  # its text may have the picture's
            raise OcrFailed from error
    names = ("text", "conf", "left", "top", "width", "height", "block_num", "par_num", "line_num")
    for text, confidence, left, top, width, height, *line in zip(*(table[name] for name in names), strict=True):
        if word := str(text).strip():
            yield Seen(word, float(confidence), (left, top, left + width, top + height), (line[0], line[1], line[2]))


@cache
def _languages() -> str:
    import pytesseract

    try:
        installed = pytesseract.get_languages(config="")
    except FAILURES as error:
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
