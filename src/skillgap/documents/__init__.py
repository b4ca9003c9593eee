"""File in, Document out.

ADD A FORMAT: a module with `read(content) -> Reading`, its line in READERS, what tells it apart in kinds.py, and a file in
tests/documents/test_contract.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from importlib import import_module

from skillgap.documents import content as contents
from skillgap.documents import isolation
from skillgap.documents.content import Content
from skillgap.documents.limits import Limits
from skillgap.documents.notices import notices
from skillgap.documents.opinions import Reader, best_reading
from skillgap.documents.options import DEFAULT, PdfEngine, PdfOptions
from skillgap.documents.sections import find_sections
from skillgap.documents.untangle import untangle
from skillgap.documents.words import assemble
from skillgap.errors import UnreadableFile, UsageError
from skillgap.model import Document, Highlight, Picture, Source
from skillgap.taxonomy.values import Words

__all__ = ["READERS", "PdfEngine", "PdfOptions", "read", "read_content", "read_isolated"]

# The module of each reader, imported when a file needs it, in the order in which they are tried.
READERS: dict[str, tuple[str, ...]] = {
    "docx": ("docx",),
    "html": ("html",),
    "jpeg": ("image",),
    "json": ("jsonresume",),
    "markdown": ("plain",),
    "pdf": ("pdfium", "plumber"),
    "png": ("image",),
    "text": ("plain",),
}
# Formats whose pages can be drawn, and read by OCR.
DRAWN = frozenset({"jpeg", "pdf", "png"})

_PDF_READERS = {PdfEngine.PDFIUM: ("pdfium",), PdfEngine.PDFPLUMBER: ("plumber",)}


def read(file: str, words: Words, *, pdf: PdfOptions = DEFAULT, posting: bool = False, pictures: bool = False) -> Document:
    """Return the document in a file, "-" for standard input, read in this process. Raises UnreadableFile.

    Of an HTML page with a job posting only the posting is read. Pages of PDFs and images are drawn where `pictures` are wanted.
    """
    return _read(contents.load(file), words, pdf, frozenset({file} if posting else ()), pictures=pictures, patient=True)


def read_content(
    content: Content, words: Words, *, pdf: PdfOptions = DEFAULT, pictures: bool = False, patient: bool = True
) -> Document:
    """Return the document that a content is, read in this process. Raises UnreadableFile, or, not `patient`, ScanFound."""
    return _read(content, words, pdf, frozenset(), pictures=pictures, patient=patient)


def read_isolated(  # noqa: PLR0913  what the command line can say
    files: Iterable[str],
    words: Words,
    *,
    pdf: PdfOptions = DEFAULT,
    limits: Limits | None = None,
    postings: Iterable[str] = (),
    pictures: bool = False,
) -> AbstractContextManager[Iterator[Document | UnreadableFile]]:
    """Begin to read files in a process of their own; the context gives their documents in order, see isolation.py.

    `postings` are those of the files that are job postings; pages of other PDFs and images are drawn where `pictures` are wanted.
    """
    read_one = partial(_read, words=words, pdf=pdf, postings=frozenset(postings), pictures=pictures)
    quick, patient = partial(read_one, patient=False), partial(read_one, patient=True)
    return isolation.reading(files, quick, read_scan=patient, limits=limits)


def annotate(source: Source, highlights: Iterable[Highlight]) -> bytes:
    """Return a copy of a PDF with highlights, written in this process.

    Raises UsageError where it is no PDF, or another file by now, and UnreadableFile.
    """
    return _annotate(contents.load(_annotable(source)), source.sha256, tuple(highlights))


def annotate_isolated(source: Source, highlights: Iterable[Highlight]) -> bytes:
    """Return a copy of a PDF with highlights, written in a process of its own. Raises what `annotate` does."""
    write = partial(_annotate, sha256=source.sha256, highlights=tuple(highlights))
    with isolation.reading([_annotable(source)], write) as outcomes:
        outcome = next(outcomes)
    if isinstance(outcome, UnreadableFile):
        raise outcome
    return outcome


def _annotable(source: Source) -> str:
    if source.format != "pdf":
        raise UsageError(f"{source.file}: is no PDF, and only a PDF can be annotated; print it to one")
    if source.file == contents.STDIN:
        raise UsageError("-: standard input can't be read a second time to be annotated; give the path of the PDF")
    return source.file


def _annotate(content: Content, sha256: str, highlights: tuple[Highlight, ...]) -> bytes:
    from skillgap.documents import annotated

    return annotated.annotate(content, sha256, highlights)


def _read(  # noqa: PLR0913  what the command line can say
    content: Content, words: Words, pdf: PdfOptions, postings: frozenset[str], *, pictures: bool, patient: bool
) -> Document:
    sha256 = content.sha256
    is_posting = content.file in postings
    if is_posting and content.format == "html":
        from skillgap.documents import jobpage  # lxml

        content = jobpage.posting_of(content)
    reading = best_reading(content, _readers(content.format, pdf))
    if content.format in DRAWN:
        from skillgap.documents import scans  # NumPy

        reading = scans.read_scans(content, reading, patient=patient)
    text, placed = assemble(reading.words)
    if not placed:
        raise UnreadableFile("no_text_layer", content.file, "has no text that can be read; export it with its text")
    ordered, tangled = untangle(text, placed, words)
    text, placed = assemble(ordered) if tangled else (text, placed)
    sections = find_sections(text, words, placed)
    return Document(
        source=Source(content.file, content.format, sha256, reading.pages),
        engine=reading.engine,
        text=text,
        words=placed,
        sections=sections,
        # What is usual in résumés isn't in postings.
        warnings=reading.warnings if is_posting else (*reading.warnings, *notices(text, placed, sections, tangled, words)),
        pictures=_pictures(content) if pictures and not is_posting else (),
    )


def _pictures(content: Content) -> tuple[Picture, ...]:
    if content.format not in DRAWN:
        return ()
    from skillgap.documents.pictures import draw

    return draw(content)


def _readers(format_: str, pdf: PdfOptions) -> Iterator[Reader]:
    """Yield the readers of a format; each is imported when its turn comes."""
    names = _PDF_READERS.get(pdf.engine, READERS["pdf"]) if format_ == "pdf" else READERS[format_]
    for name in names:
        reader = import_module(f"skillgap.documents.{name}").read
        yield partial(reader, hidden_check=pdf.hidden_check) if format_ == "pdf" else reader
