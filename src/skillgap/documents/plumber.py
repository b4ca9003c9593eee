"""PDF -> raw words by pdfplumber: slower, another parser. The second reader, for what pdfium can't open.

The two settings are those that kept words and columns apart on 80 résumés; the defaults glue words and mix sidebars.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import replace

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from skillgap.documents.content import Content
from skillgap.documents.drawn import hidden_words
from skillgap.documents.frame import Frame
from skillgap.documents.limits import page_count
from skillgap.documents.reading import Reading
from skillgap.documents.words import LINE, PAGE, SPACE, RawWord
from skillgap.errors import UnreadableFile
from skillgap.model import Box

_SETTINGS = {"x_tolerance_ratio": 0.15, "use_text_flow": True}

# What they log quotes the file, and a résumé's text goes into no log.
for _name in ("pdfminer", "pdfplumber"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


def read(content: Content, *, hidden_check: bool = True) -> Reading:
    """Return the words of a PDF; those that can't be seen are marked where that is to be checked.

    Raises UnreadableFile: encrypted, damaged, too_many_pages.
    """
    try:
        with pdfplumber.open(io.BytesIO(content.data)) as pdf:
            count = page_count(content, len(pdf.pages))
            words = [word for page in pdf.pages for word in _page(page)]
    except (UnreadableFile, MemoryError):
        raise
    except Exception as error:  # the wall to pdfminer, which raises whatever a damaged file leads it to
        if isinstance(error, PdfminerException) and isinstance(error.args[0], PDFPasswordIncorrect):
            raise UnreadableFile("encrypted", content.file, "needs a password; save a copy without one") from error
        raise UnreadableFile("damaged", content.file, "can't be read as a PDF; export it again") from error
    if not hidden_check:
        return Reading("pdfplumber", count, tuple(words), ())
    hidden, warnings = hidden_words(content, words, count)
    marked = (replace(word, hidden=True) if i in hidden else word for i, word in enumerate(words))
    return Reading("pdfplumber", count, tuple(marked), warnings)


def _page(page: Page) -> Iterator[RawWord]:
    left, above = _corner(page)
    middle: float | None = None
    for word in page.extract_words(**_SETTINGS):
        gap = PAGE if middle is None else SPACE if word["top"] < middle < word["bottom"] else LINE
        box: Box = (word["x0"] - left, word["top"] - above, word["x1"] - left, word["bottom"] - above)
        box = (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))
        # A glyph may stand for several words.
        for text in word["text"].split():
            yield RawWord(text, page.page_number, box, gap)
            gap = SPACE
        middle = (word["top"] + word["bottom"]) / 2


def _corner(page: Page) -> tuple[float, float]:
    """Return where pdfplumber has the upper left corner of the visible part of a page."""
    sheet, visible = _ordered(page.page_obj.mediabox), _ordered(page.page_obj.cropbox)
    common = (*map(max, sheet[:2], visible[:2]), *map(min, sheet[2:], visible[2:]))
    if common[0] >= common[2] or common[1] >= common[3]:
        common = sheet
    left, above, _, _ = Frame(sheet, page.rotation).box(*common)
    return page.mediabox[0] + left, page.mediabox[1] + above


def _ordered(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Return a box whose corners may be any two, as left, bottom, right, top."""
    return min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])
