"""PDF, PNG or JPEG -> pictures of its pages. pdfium draws a PDF, so it is done where the file is read: in a process that may die.

Two pages of a sample take 100 ms and 300 KB of WebP; as PNG they take twice the room.
"""

from __future__ import annotations

import io

import pypdfium2 as pdfium
from PIL.Image import Image

from skillgap.documents import image
from skillgap.documents.content import Content
from skillgap.model import Picture

# Pixels: letters of 8 points are sharp on a screen, and on paper at the size of the page.
WIDTH = 1200
HEIGHT = 4000

# A page smaller than a stamp isn't blown up further.
LARGEST_SCALE = 4.0

# Longer résumés have pictures of their first pages only.
MOST_PAGES = 12

# Of 100; below it the edges of letters get grainy. Method 4, the library's own choice, takes twice the time for 3 % less.
QUALITY = 75
METHOD = 2


def draw(content: Content) -> tuple[Picture, ...]:
    """Return the pictures of the first pages of a file; a page or a file that can't be drawn has none."""
    return _of_pdf(content) if content.format == "pdf" else (_of_image(content),)


def _of_image(content: Content) -> Picture:
    seen, points = image.seen(content)
    width, height = seen.size
    # `thumbnail` makes nothing larger: letters of a small picture get no sharper.
    seen.thumbnail((WIDTH, HEIGHT))
    return Picture(1, width * points, height * points, _webp(seen))


def _of_pdf(content: Content) -> tuple[Picture, ...]:
    try:
        document = pdfium.PdfDocument(content.data)
    except pdfium.PdfiumError:
        return ()
    try:
        drawn = [_page(document, number) for number in range(min(len(document), MOST_PAGES))]
    finally:
        document.close()
    return tuple(picture for picture in drawn if picture)


def _page(document: pdfium.PdfDocument, number: int) -> Picture | None:
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return None
    try:
        width, height = page.get_size()
        if min(width, height) <= 0:
            return None
        scale = min(WIDTH / width, HEIGHT / height, LARGEST_SCALE)
        return Picture(number + 1, width, height, _webp(page.render(scale=scale, may_draw_forms=False).to_pil()))
    except pdfium.PdfiumError:
        return None
    finally:
        page.close()


def _webp(drawn: Image) -> bytes:
    stream = io.BytesIO()
    drawn.save(stream, "WEBP", quality=QUALITY, method=METHOD)
    return stream.getvalue()
