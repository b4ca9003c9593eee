"""Words that another reader than pdfium found in, those that a person can't see out: pdfium draws the pages.

Where it can't, the words of the page count as seen, and a warning says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pypdfium2 as pdfium
import pypdfium2.raw as c

from skillgap.documents.content import Content
from skillgap.documents.frame import Frame
from skillgap.documents.hidden import find_hidden, undrawn
from skillgap.documents.words import RawWord
from skillgap.model import Box, ReadingWarning

# How far a letter is from where the other reader has it, in points: 3 on the files at hand.
NEAR = 3.0


def hidden_words(content: Content, words: Sequence[RawWord], count: int) -> tuple[frozenset[int], tuple[ReadingWarning, ...]]:
    """Return the numbers of the hidden words, and what couldn't be drawn.

    `words` are in the order of their pages, of which the other reader found `count`.
    """
    try:
        document = pdfium.PdfDocument(content.data)
    except pdfium.PdfiumError:
        return frozenset(), (undrawn(None),)
    found: set[int] = set()
    warnings: list[ReadingWarning] = []
    try:
        for page, numbers in groupby(range(len(words)), key=lambda n: words[n].page):
            # A reader that leaves out pages which are broken has other numbers for those that follow.
            lost = bool(warnings) and len(document) != count
            inside = list(numbers)
            hidden = None if lost else _on_page(document, page, [words[n].box for n in inside])
            if hidden is None:
                warnings.append(undrawn(page))
            else:
                found.update(inside[i] for i in hidden)
    finally:
        document.close()
    return frozenset(found), tuple(warnings)


def _on_page(document: pdfium.PdfDocument, number: int, boxes: list[Box | None]) -> frozenset[int] | None:
    """Return the numbers of the hidden boxes of a page; None where it can't be drawn."""
    try:
        page = document[number - 1]
        try:
            textpage = page.get_textpage()
            try:
                frame = Frame(page.get_bbox(), page.get_rotation())
                return find_hidden(page, textpage.raw, boxes, [_first(textpage.raw, box, frame) for box in boxes])
            finally:
                textpage.close()
        finally:
            page.close()
    except (pdfium.PdfiumError, IndexError):
        return None


def _first(textpage: object, box: Box | None, frame: Frame) -> int:
    """Return the number by which pdfium knows the first letter of a word; less than 0 where it has none there."""
    if box is None:
        return -1
    x, y = frame.point(min(box[0] + (box[3] - box[1]) / 4, (box[0] + box[2]) / 2), (box[1] + box[3]) / 2)
    number: int = c.FPDFText_GetCharIndexAtPos(textpage, x, y, NEAR, NEAR)
    return number
