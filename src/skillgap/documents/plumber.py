"""PDF -> raw words by pdfplumber: slower, another parser. The second reader, for what pdfium can't open.

The two settings are those that kept words and columns apart on 80 résumés; the defaults glue words and mix sidebars.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException

from skillgap.documents.content import Content
from skillgap.documents.limits import page_count
from skillgap.documents.reading import Reading
from skillgap.documents.words import LINE, PAGE, SPACE, RawWord
from skillgap.errors import UnreadableFile

_SETTINGS = {"x_tolerance_ratio": 0.15, "use_text_flow": True}


def read(content: Content) -> Reading:
    """Return the words of a PDF. Raises UnreadableFile: encrypted, damaged, too_many_pages."""
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
    return Reading("pdfplumber", count, tuple(words), ())


def _page(page: Page) -> Iterator[RawWord]:
    middle: float | None = None
    for word in page.extract_words(**_SETTINGS):
        gap = PAGE if middle is None else SPACE if word["top"] < middle < word["bottom"] else LINE
        box = (round(word["x0"], 2), round(word["top"], 2), round(word["x1"], 2), round(word["bottom"], 2))
        yield RawWord(word["text"], page.page_number, box, gap)
        middle = (word["top"] + word["bottom"]) / 2
