"""A document and its outlines in, its pages and its text as the report shows them out."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from skillgap.model import Document
from skillgap.report.html.marks import Mark, Marks, style
from skillgap.report.html.views import MarkView, Page, Piece


def pages_of(id_: str, document: Document, marks: Marks) -> Iterator[Page]:
    """Yield the pictures of the pages, each with the outlines on it."""
    for p in document.pictures:
        data = base64.b64encode(p.data).decode()
        outlined = tuple(_mark(mark, style(box, p.width, p.height), first=first) for mark, box, first in marks.on(p.page))
        yield Page(f"{id_}p{p.page}", p.page, p.width, p.height, data, outlined)


def pieces_of(document: Document, marks: Marks) -> Iterator[Piece]:
    """Yield the text in pieces, every other one outlined."""
    at = 0
    for mark in marks.marks:
        yield Piece(document.text[at : mark.start])
        yield Piece(document.text[mark.start : mark.end], _mark(mark))
        at = mark.end
    yield Piece(document.text[at:])


def _mark(mark: Mark, where: str = "", *, first: bool = True) -> MarkView:
    return MarkView(mark.id if first else "", where, mark.text, mark.status, mark.leads)
