"""PDF and highlights in, a copy of the PDF out that has them as annotations, which any viewer shows and can hide.

pdfium writes it, so it is done where the file is read. Nothing of the page itself changes.
"""

from __future__ import annotations

import ctypes
import io
import itertools
import re
from collections.abc import Iterable

import pypdfium2 as pdfium
import pypdfium2.raw as c

from skillgap.documents.content import Content
from skillgap.documents.frame import Frame
from skillgap.errors import UnreadableFile, UsageError
from skillgap.model import Box, Highlight

# Highlights darken what is under them, so that letters stay black; red, green and blue.
COLOURS = {"met": (150, 226, 180), "partial": (255, 214, 110)}

AUTHOR = "skillgap"

# pdfium gives each copy a random id, the second of the two at its end; the first is that of the original where it has one.
_ID = re.compile(rb"/ID ?\[ ?<([0-9A-Fa-f]{1,64})> ?<([0-9A-Fa-f]{1,64})> ?\]")


def annotate(content: Content, sha256: str, highlights: Iterable[Highlight]) -> bytes:
    """Return the PDF with highlights. `sha256` is that of the file in which they were found.

    Raises UsageError where the file is another one by now, UnreadableFile where pdfium can't open or write it.
    """
    if content.sha256 != sha256:
        raise UsageError(f"{content.file}: has changed since it was read; try again")
    try:
        document = pdfium.PdfDocument(content.data)
        try:
            for highlight in highlights:
                _add(document, highlight)
            return _saved(document, content)
        finally:
            document.close()
    except pdfium.PdfiumError as error:
        raise UnreadableFile("damaged", content.file, "can't be written as a PDF; export it again") from error


def _add(document: pdfium.PdfDocument, highlight: Highlight) -> None:
    page = document[highlight.page - 1]
    annotation = c.FPDFPage_CreateAnnot(page.raw, c.FPDF_ANNOT_HIGHLIGHT)
    try:
        frame = Frame(page.get_bbox(), page.get_rotation())
        lines = [_corners(frame, box) for box in (highlight.box, *highlight.further)]
        xs, ys = zip(*itertools.chain(*lines), strict=True)
        c.FPDFAnnot_SetRect(annotation, c.FS_RECTF(min(xs), max(ys), max(xs), min(ys)))
        for corners in lines:
            c.FPDFAnnot_AppendAttachmentPoints(annotation, c.FS_QUADPOINTSF(*itertools.chain(*corners)))
        c.FPDFAnnot_SetColor(annotation, c.FPDFANNOT_COLORTYPE_Color, *COLOURS[highlight.status], 255)
        # Without this flag a viewer leaves annotations out when it prints.
        c.FPDFAnnot_SetFlags(annotation, c.FPDF_ANNOT_FLAG_PRINT)
        _set(annotation, b"T", AUTHOR)
        _set(annotation, b"Contents", highlight.text)
    finally:
        c.FPDFPage_CloseAnnot(annotation)
        page.close()


def _corners(frame: Frame, box: Box) -> list[tuple[float, float]]:
    """Return the corners in user space: upper left, upper right, lower left, lower right, as a person sees the page."""
    left, top, right, bottom = box
    return [frame.point(x, y) for y in (top, bottom) for x in (left, right)]


def _set(annotation: object, key: bytes, text: str) -> None:
    encoded = (text + "\0").encode("utf-16-le")
    buffer = ctypes.create_string_buffer(encoded, len(encoded))
    c.FPDFAnnot_SetStringValue(annotation, key, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))


def _saved(document: pdfium.PdfDocument, content: Content) -> bytes:
    """Return the bytes of a PDF: the same ones each time, but for those of an encrypted one."""
    stream = io.BytesIO()
    document.save(stream)
    data = stream.getvalue()
    trailer = max(data.rfind(b"trailer"), 0)
    found = _ID.search(data, trailer)
    if found is None or b"/Encrypt" in data[trailer:]:
        return data
    first, second = found.span(1), found.span(2)
    spans = [second] if found[1] in content.data else [first, second]
    for start, end in spans:
        data = data[:start] + content.sha256[: end - start].upper().encode() + data[end:]
    return data
