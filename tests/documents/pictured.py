"""Pictures of small pages, and PDFs that have only such pictures, as scanners make them."""

from __future__ import annotations

import io
import os

import pypdfium2
import pytest
from PIL import Image
from tiny_pdf import line, pdf

from skillgap.documents.ocr import ENGINES, Engine
from skillgap.documents.pageimage import OcrFailed, PageImage
from skillgap.documents.words import LINE, PAGE, RawWord

RESUME = (
    line("Ida Marlowe", y=740)
    + line("Experience", y=710)
    + line("Data Engineer, Acme", y=690)
    + line("Mar 2019 - Jun 2021", y=670)
    + line("Pipelines in Python and Airflow", y=650)
    + line("Skills", y=620)
    + line("PostgreSQL, Docker", y=600)
)
TEXT = "Ida Marlowe Experience Data Engineer, Acme Mar 2019 - Jun 2021 Pipelines in Python and Airflow Skills PostgreSQL, Docker"


def drawn(content: bytes = RESUME, dpi: int = 200) -> Image.Image:
    """Return the picture of a page of letter paper."""
    with pypdfium2.PdfDocument(pdf(content)) as document:
        return document[0].render(scale=dpi / 72, grayscale=True).to_pil()


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return the file of a picture."""
    data = io.BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


def scan(*contents: bytes) -> bytes:
    """Return a PDF of pictures, a page for each content."""
    first, *others = [drawn(content) for content in contents or (RESUME,)]
    # The dates that Pillow writes would be other bytes each time.
    return saved(first, "PDF", resolution=200, save_all=True, append_images=others, creationDate=None, modDate=None)


def needs(engine: str) -> pytest.MarkDecorator:
    """Return the mark of a test that needs an OCR engine; those named in SKILLGAP_OCR must be there."""
    absent = not {one.name: one.is_there for one in ENGINES}[engine]()
    return pytest.mark.skipif(absent and engine not in os.environ.get("SKILLGAP_OCR", "").split(), reason=f"no {engine} here")


def fake(*words: str, name: str = "fake", fails: bool = False) -> Engine:
    """Return an engine that sees these words on every picture, each on a line of its own."""

    def read(picture: PageImage) -> tuple[RawWord, ...]:
        if fails:
            raise OcrFailed
        gaps = [PAGE, *[LINE] * len(words)]
        return tuple(RawWord(w, picture.page, picture.box(9, 9, 99, 40), gap) for w, gap in zip(words, gaps, strict=False))

    return Engine(name, lambda: True, read)
