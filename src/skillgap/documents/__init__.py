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
from skillgap.model import Document, Picture, Source
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


def read(
    file: str, words: Words, *, engine: PdfEngine = PdfEngine.AUTO, posting: bool = False, pictures: bool = False
) -> Document:
    """Return the document in a file, "-" for standard input, read in this process. Raises UnreadableFile.

    Of an HTML page with a job posting only the posting is read. Of a PDF the pages are drawn where `pictures` are wanted.
    """
    return _read(contents.load(file), words, engine, frozenset({file} if posting else ()), pictures=pictures)


def read_isolated(  # noqa: PLR0913  what the command line can say
    files: Iterable[str],
    words: Words,
    *,
    engine: PdfEngine = PdfEngine.AUTO,
    limits: Limits | None = None,
    postings: Iterable[str] = (),
    pictures: bool = False,
) -> AbstractContextManager[Iterator[Document | UnreadableFile]]:
    """Begin to read files in a process of their own; the context gives their documents in order, see isolation.py.

    `postings` are those of the files that are job postings; of the other PDFs the pages are drawn where `pictures` are wanted.
    """
    read_one = partial(_read, words=words, engine=engine, postings=frozenset(postings), pictures=pictures)
    return isolation.reading(files, read_one, limits=limits)


def _read(
    content: Content, words: Words, engine: PdfEngine, postings: frozenset[str] = frozenset(), *, pictures: bool = False
) -> Document:
    sha256 = content.sha256
    is_posting = content.file in postings
    if is_posting and content.format == "html":
        from skillgap.documents import jobpage  # lxml

        content = jobpage.posting_of(content)
    readers = _PDF_READERS.get(engine, READERS["pdf"]) if content.format == "pdf" else READERS[content.format]
    reading = best_reading(content, readers)
    text, placed = assemble(reading.words)
    if not placed:
        raise UnreadableFile("no_text_layer", content.file, "has no text, only pictures perhaps; export it with its text")
    sections = find_sections(text, words, placed)
    return Document(
        source=Source(content.file, content.format, sha256, reading.pages),
        engine=reading.engine,
        text=text,
        words=placed,
        sections=sections,
        # What is usual in résumés isn't in postings.
        warnings=reading.warnings if is_posting else (*reading.warnings, *notices(text, placed, sections)),
        pictures=_pictures(content) if pictures and not is_posting else (),
    )


def _pictures(content: Content) -> tuple[Picture, ...]:
    if content.format != "pdf":
        return ()
    from skillgap.documents.pictures import draw

    return draw(content)
