"""File in, Document out.

ADD A FORMAT: a module with `read(content) -> Reading`, its line in READERS, what tells it apart in content.py, and a file in
tests/documents/test_contract.py.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from enum import StrEnum
from importlib import import_module

from skillgap.documents import content as contents
from skillgap.documents.content import Content
from skillgap.documents.reading import Reading
from skillgap.documents.sections import find_sections
from skillgap.documents.words import assemble
from skillgap.errors import UnreadableFile
from skillgap.model import Document, ReadingWarning, Source, Word
from skillgap.taxonomy.values import Words


class PdfEngine(StrEnum):
    """Which library reads PDFs. AUTO takes pdfplumber where pdfium fails."""

    AUTO = "auto"
    PDFIUM = "pdfium"
    PDFPLUMBER = "pdfplumber"


# The module of each reader, imported when a file needs it, in the order in which they are tried.
READERS: dict[str, tuple[str, ...]] = {
    "markdown": ("plain",),
    "pdf": ("pdfium", "plumber"),
    "text": ("plain",),
}
_PDF_READERS = {PdfEngine.PDFIUM: ("pdfium",), PdfEngine.PDFPLUMBER: ("plumber",)}


def read(file: str, words: Words, *, engine: PdfEngine = PdfEngine.AUTO) -> Document:
    """Return the document in a file, "-" for standard input. Raises UnreadableFile."""
    content = contents.load(file)
    readers = _PDF_READERS.get(engine, READERS["pdf"]) if content.format == "pdf" else READERS[content.format]
    reading = _first(content, readers)
    text, placed = assemble(reading.words)
    if not placed:
        raise UnreadableFile("no_text_layer", file, "has no text, only pictures perhaps; export the résumé with its text")
    return Document(
        source=Source(file, content.format, content.sha256, reading.pages),
        engine=reading.engine,
        text=text,
        words=placed,
        sections=find_sections(text, words, placed),
        warnings=(*reading.warnings, *_hidden_warnings(placed)),
    )


def _hidden_warnings(words: tuple[Word, ...]) -> Iterator[ReadingWarning]:
    """Yield a warning for each page with words that a person can't see."""
    for page, count in sorted(Counter(w.page for w in words if w.hidden).items()):
        what = "a word that can't be seen" if count == 1 else f"{count} words that can't be seen"
        yield ReadingWarning("hidden_text", f"page {page} has {what}; skills in them don't count", page)


def _first(content: Content, readers: tuple[str, ...]) -> Reading:
    """Return what the first reader that can read the content makes of it, or raise what the first one raised."""
    failure: UnreadableFile | None = None
    for name in readers:
        module = import_module(f"skillgap.documents.{name}")
        reader: Callable[[Content], Reading] = module.read
        try:
            reading = reader(content)
        except UnreadableFile as error:
            if error.code != "damaged":
                raise
            failure = failure or error
            continue
        return _with_failure(reading, failure)
    raise failure or UnreadableFile("damaged", content.file, "can't be read; export it again")


def _with_failure(reading: Reading, failure: UnreadableFile | None) -> Reading:
    if failure is None:
        return reading
    note = ReadingWarning("second_reader", f"the first reader failed, {reading.engine} read the file; check the text")
    return Reading(reading.engine, reading.pages, reading.words, (*reading.warnings, note))
