"""PDF and the numbers of some of its pages in, pictures of those that show something out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from math import sqrt

import pypdfium2 as pdfium
import pypdfium2.raw as c

from skillgap.documents.content import Content
from skillgap.documents.pageimage import DPI, MOST_PIXELS, Gray, PageImage, shows_ink

# Enough to see whether there is ink: a letter page at 72 dots an inch.
GLANCE = 500_000

# A picture that takes so much of the page is the page, and what text there is was put on it.
MOST_OF_PAGE = 0.5


def pages_with_ink(content: Content, pages: Iterable[int]) -> tuple[int, ...]:
    """Return those of the pages, by number from 1, that show something."""
    return tuple(page for page, gray, _ in _drawn(content, pages, GLANCE, 72) if shows_ink(gray))


def pages_covered(content: Content, pages: Iterable[int]) -> tuple[int, ...]:
    """Return those of the pages, by number from 1, that a picture covers."""
    return tuple(number for number, page in _opened(content, pages) if _is_covered(page))


def page_images(content: Content, pages: Iterable[int]) -> Iterator[PageImage]:
    """Yield a picture of each of the pages, large enough for OCR."""
    for page, gray, scale in _drawn(content, pages, MOST_PIXELS, DPI):
        yield PageImage(page, gray, 1 / scale)


def _drawn(content: Content, pages: Iterable[int], most: int, dpi: int) -> Iterator[tuple[int, Gray, float]]:
    """Yield each page, its picture and how many pixels a point has: at `dpi`, or less where that were more than `most` pixels."""
    for number, page in _opened(content, pages):
        width, height = page.get_size()
        scale = min(dpi / 72, sqrt(most / (width * height))) if width > 0 and height > 0 else 0
        if min(width, height) * scale < 1:
            continue
        image: Gray = page.render(scale=scale, grayscale=True, may_draw_forms=False).to_numpy()
        yield number, image[..., 0] if image.ndim == 3 else image, scale


def _opened(content: Content, pages: Iterable[int]) -> Iterator[tuple[int, pdfium.PdfPage]]:
    """Yield the pages that pdfium can open; the other reader may know of more."""
    try:
        document = pdfium.PdfDocument(content.data)
    except pdfium.PdfiumError:
        return
    with closing(document):
        for number in pages:
            try:
                page = document[number - 1]
            except (pdfium.PdfiumError, IndexError):
                continue
            with closing(page):
                yield number, page


def _is_covered(page: pdfium.PdfPage) -> bool:
    whole = page.get_width() * page.get_height()
    return any(
        (right - left) * (top - bottom) > MOST_OF_PAGE * whole
        for left, bottom, right, top in (image.get_bounds() for image in page.get_objects([c.FPDF_PAGEOBJ_IMAGE]))
    )
