"""File in, Document out.

ADD A FORMAT: a module with `read(content) -> Reading`, its line in READERS, what tells it apart in kinds.py, and a file in
tests/documents/test_contract.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from enum import StrEnum
from functools import partial

from skillgap.documents import content as contents
from skillgap.documents import isolation
from skillgap.documents.content import Content
from skillgap.documents.limits import Limits
from skillgap.documents.notices import notices
from skillgap.documents.opinions import best_reading
from skillgap.documents.sections import find_sections
from skillgap.documents.words import assemble
from skillgap.errors import UnreadableFile
from skillgap.model import Document, Source
from skillgap.taxonomy.values import Words


class PdfEngine(StrEnum):
    """Which library reads PDFs. AUTO takes pdfplumber where pdfium fails or its text looks damaged."""

    AUTO = "auto"
    PDFIUM = "pdfium"
    PDFPLUMBER = "pdfplumber"


# The module of each reader, imported when a file needs it, in the order in which they are tried.
READERS: dict[str, tuple[str, ...]] = {
    "docx": ("docx",),
    "html": ("html",),
    "json": ("jsonresume",),
    "markdown": ("plain",),
    "pdf": ("pdfium", "plumber"),
    "text": ("plain",),
}
_PDF_READERS = {PdfEngine.PDFIUM: ("pdfium",), PdfEngine.PDFPLUMBER: ("plumber",)}


def read(file: str, words: Words, *, engine: PdfEngine = PdfEngine.AUTO) -> Document:
    """Return the document in a file, "-" for standard input, read in this process. Raises UnreadableFile."""
    return _read(contents.load(file), words, engine)


def read_isolated(
    files: Iterable[str], words: Words, *, engine: PdfEngine = PdfEngine.AUTO, limits: Limits | None = None
) -> AbstractContextManager[Iterator[Document | UnreadableFile]]:
    """Begin to read files in a process of their own; the context gives their documents in order, see isolation.py."""
    return isolation.reading(files, partial(_read, words=words, engine=engine), limits=limits)


def _read(content: Content, words: Words, engine: PdfEngine) -> Document:
    readers = _PDF_READERS.get(engine, READERS["pdf"]) if content.format == "pdf" else READERS[content.format]
    reading = best_reading(content, readers)
    text, placed = assemble(reading.words)
    if not placed:
        raise UnreadableFile("no_text_layer", content.file, "has no text, only pictures perhaps; export the résumé with its text")
    sections = find_sections(text, words, placed)
    return Document(
        source=Source(content.file, content.format, content.sha256, reading.pages),
        engine=reading.engine,
        text=text,
        words=placed,
        sections=sections,
        warnings=(*reading.warnings, *notices(text, placed, sections)),
    )
