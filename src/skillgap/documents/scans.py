"""A reading in, the same with the words of its pictures out: pages without text that show something are read by OCR.

That comes after the choice of the best reader, page by page, so that of a PDF with a scanned page only that one is read so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module

from skillgap.documents import ocr
from skillgap.documents.content import Content
from skillgap.documents.limits import ScanFound
from skillgap.documents.ocr import Engine
from skillgap.documents.pageimage import OcrFailed, PageImage
from skillgap.documents.reading import Reading
from skillgap.documents.words import RawWord, clean
from skillgap.errors import UnreadableFile
from skillgap.model import ReadingWarning

# The longest CVs have 40 pages, and each takes a second or more.
MAX_SCANNED = 40

# A page with fewer words that a picture covers is a scan with the scanner's name on it, or a page number.
FEW = 12


Words = tuple[RawWord, ...]


def read_scans(content: Content, reading: Reading, *, patient: bool = True) -> Reading:
    """Return a reading with the words of its pictures, or with a warning for each of them.

    Raises ScanFound where there is something to do and we aren't `patient`.
    """
    drawn = _Drawn.of(content)
    pages = _scanned(content, reading, drawn)
    if not pages:
        return reading
    engine = ocr.engine()
    if engine is None:
        if not reading.words:
            raise UnreadableFile("no_text_layer", content.file, f"has no text, only pictures; {ocr.REMEDY}")
        return _noted(reading, {page: f"page {page} is a picture, and wasn't read; {ocr.REMEDY}" for page in pages})
    if not patient:
        raise ScanFound("no_text_layer", content.file, f"has pictures of text; {ocr.REMEDY}")
    return _with_words(reading, pages, dict(_seen(content, drawn, engine, pages[:MAX_SCANNED])), engine)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What drawing.py and image.py can do."""

    pages_with_ink: Callable[[Content, Iterable[int]], tuple[int, ...]]
    pages_covered: Callable[[Content, Iterable[int]], tuple[int, ...]]
    page_images: Callable[[Content, Iterable[int]], Iterator[PageImage]]

    @classmethod
    def of(cls, content: Content) -> _Drawn:
        module = import_module(f"skillgap.documents.{'drawing' if content.format == 'pdf' else 'image'}")
        return cls(module.pages_with_ink, module.pages_covered, module.page_images)


def _scanned(content: Content, reading: Reading, drawn: _Drawn) -> tuple[int, ...]:
    """Return the numbers of the pages that are pictures."""
    counts = Counter(word.page for word in reading.words if not word.hidden and clean(word.text))
    pages = range(1, reading.pages + 1)
    empty = [page for page in pages if not counts[page]]
    covered = [page for page in pages if 0 < counts[page] < FEW]
    found = {*(drawn.pages_with_ink(content, empty) if empty else ())}
    found |= {*(drawn.pages_covered(content, covered) if covered else ())}
    return tuple(sorted(found))


def _seen(content: Content, drawn: _Drawn, engine: Engine, pages: Iterable[int]) -> Iterator[tuple[int, Words | None]]:
    """Yield the words of each page, None where the engine gave up."""
    for picture in drawn.page_images(content, pages):
        try:
            yield picture.page, engine.read(picture)
        except OcrFailed:
            yield picture.page, None


def _with_words(reading: Reading, pages: Iterable[int], seen: Mapping[int, Words | None], engine: Engine) -> Reading:
    """Return a reading with what was seen on its pages in the place of fewer words, and warnings of it."""
    by_page = {number: [word for word in reading.words if word.page == number] for number in range(1, reading.pages + 1)}
    notes: dict[int, str] = {}
    for page in pages:
        words = seen.get(page)
        if words is None:
            notes[page] = f"page {page} is a picture, and couldn't be read; export it with its text"
            continue
        hidden = [word for word in by_page[page] if word.hidden]
        if len(words) + len(hidden) > len(by_page[page]):
            by_page[page] = [*words, *hidden]
            notes[page] = f"page {page} is a picture, read by {engine.name}; check the names, and export it with its text"
    together = tuple(word for words in by_page.values() for word in words)
    return _noted(replace(reading, engine=_engines(reading, together, engine), words=together), notes)


def _engines(reading: Reading, together: Words, engine: Engine) -> str:
    """Return the names of what read the words, joined by +."""
    old, new = set(map(id, reading.words)), set(map(id, together))
    if old == new:
        return reading.engine
    return f"{reading.engine}+{engine.name}" if old & new else engine.name


def _noted(reading: Reading, notes: Mapping[int, str]) -> Reading:
    found = (ReadingWarning("no_text_layer", message, page) for page, message in notes.items())
    return replace(reading, warnings=(*reading.warnings, *found))
