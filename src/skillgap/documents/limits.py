"""How much of a file is read, and what reading it may take."""

from __future__ import annotations

from dataclasses import dataclass, replace

from skillgap.documents.content import Content
from skillgap.errors import UnreadableFile

# Academic CVs run to 40 pages; what has more than this is no résumé.
MAX_PAGES = 200


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading a file may take in a process of its own: seconds, and bytes of memory on top of the libraries'."""

    # Full pages take pdfium 30 ms and pdfplumber 160: both have time for the 40 pages of the longest CVs on a slow machine too.
    seconds: float = 20.0
    # 200 full pages, the most that are read, take pdfplumber 1.6 GB.
    memory: int = 2 << 30
    # The 40 pages that OCR reads at most take tesseract a minute and rapidocr three, on a machine with nothing else to do.
    scan_seconds: float = 300.0

    def for_scans(self) -> Limits:
        """Return the limits of a file that OCR reads."""
        return replace(self, seconds=self.scan_seconds)


class ScanFound(UnreadableFile):
    """A file has pages to be read by OCR, which takes longer than reading usually may."""


def page_count(content: Content, pages: int) -> int:
    """Return the number of pages. Raises UnreadableFile where there are none or too many."""
    if pages == 0:
        raise UnreadableFile("damaged", content.file, "has no pages; export it again")
    if pages > MAX_PAGES:
        raise UnreadableFile("too_many_pages", content.file, f"has {pages} pages, more than {MAX_PAGES}; give the résumé alone")
    return pages
