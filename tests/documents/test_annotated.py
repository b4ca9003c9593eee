"""PDF and highlights -> a copy with annotations: where the words are, with a note, and nothing else changed."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as c
import pytest
from tiny_pdf import line, pdf

from skillgap import documents
from skillgap.documents.annotated import COLOURS, annotate
from skillgap.documents.content import Content
from skillgap.errors import UnreadableFile, UsageError
from skillgap.model import Document, Highlight
from skillgap.taxonomy.values import Words

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))
SAMPLE = ROOT / "samples" / "mei_okonkwo_ml_engineer.pdf"
PAGE = line("Skills") + line("Python", x=300, y=660)
NOTE = "Met: Python\nPartly there: “Go” 🙂"


def content(data: bytes) -> Content:
    return Content("cv.pdf", "pdf", data)


def annotated(data: bytes, *highlights: Highlight) -> bytes:
    return annotate(content(data), content(data).sha256, highlights)


def notes(data: bytes) -> list[str]:
    """Return the notes of a PDF's highlights, page by page."""
    found = []
    document = pdfium.PdfDocument(data)
    for page in document:
        for number in range(c.FPDFPage_GetAnnotCount(page.raw)):
            annotation = c.FPDFPage_GetAnnot(page.raw, number)
            if c.FPDFAnnot_GetSubtype(annotation) == c.FPDF_ANNOT_HIGHLIGHT:
                buffer = (ctypes.c_ushort * 500)()
                size = c.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, 1000)
                found.append(bytes(buffer)[: size - 2].decode("utf-16-le"))
            c.FPDFPage_CloseAnnot(annotation)
        page.close()
    document.close()
    return found


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [b"", b"/CropBox[40 600 400 780]"], ids=["whole", "cropped"])
def test_the_highlight_is_where_the_word_is(tmp_path: Path, words: Words, turned: int, cropped: bytes) -> None:
    data = pdf(PAGE, page=b"/MediaBox[0 0 612 792]/Rotate %d%s" % (turned, cropped))
    (tmp_path / "cv.pdf").write_bytes(data)
    document = documents.read(str(tmp_path / "cv.pdf"), words)
    (word,) = (w for w in document.words if document.text[w.start : w.end] == "Python")
    assert word.box is not None
    copy = annotated(data, Highlight(1, word.box, "met", NOTE))
    assert _coloured(copy) == pytest.approx(word.box, abs=2)


def _coloured(data: bytes) -> tuple[int, int, int, int] | None:
    """Return what is in the colour of what is met, on the first page as it is drawn."""
    opened = pdfium.PdfDocument(data)
    image = opened[0].render(scale=1).to_pil().convert("RGB")
    opened.close()
    bands = [
        band.point(lambda v, want=want: 255 * (abs(v - want) < 12))
        for band, want in zip(image.split(), COLOURS["met"], strict=True)
    ]
    from PIL import ImageChops

    return ImageChops.multiply(ImageChops.multiply(bands[0], bands[1]), bands[2]).getbbox()


def test_a_highlight_covers_all_of_its_lines() -> None:
    copy = annotated(pdf(PAGE), Highlight(1, (300.0, 120.0, 340.0, 132.0), "met", NOTE, ((72.0, 140.0, 100.0, 152.0),)))
    assert _coloured(copy) == pytest.approx((72, 120, 340, 152), abs=2)
    assert notes(copy) == [NOTE]


def test_each_highlight_has_its_note() -> None:
    marks = [
        Highlight(page, (72.0, 80.0, 120.0, 95.0), status, f"{NOTE} {page}") for page, status in ((1, "met"), (2, "partial"))
    ]
    assert notes(annotated(pdf(PAGE, PAGE), *marks)) == [f"{NOTE} 1", f"{NOTE} 2"]


def test_the_text_stays_as_it_was(tmp_path: Path, words: Words) -> None:
    def read(data: bytes) -> Document:
        (tmp_path / "cv.pdf").write_bytes(data)
        return documents.read(str(tmp_path / "cv.pdf"), words)

    before = SAMPLE.read_bytes()
    after = annotated(before, Highlight(1, (80.0, 80.0, 200.0, 95.0), "met", NOTE))
    assert (read(after).text, read(after).words) == (read(before).text, read(before).words)


def test_a_copy_of_a_protected_file_is_written_too() -> None:
    data = (ROOT / "tests" / "data" / "hostile" / "encrypted_owner_only.pdf").read_bytes()
    assert notes(annotated(data, Highlight(1, (80.0, 80.0, 200.0, 95.0), "met", NOTE))) == [NOTE]


@pytest.mark.parametrize("data", [pdf(PAGE), *(s.read_bytes() for s in SAMPLES)], ids=["small", *(s.name for s in SAMPLES)])
def test_the_same_highlights_give_the_same_bytes(data: bytes) -> None:
    marks = [Highlight(1, (80.0, 80.0 + n, 200.0, 95.0), "met", NOTE) for n in range(9)]
    assert annotated(data, *marks) == annotated(data, *marks)


def test_the_first_id_of_a_file_stays() -> None:
    data = pdf(PAGE).replace(
        b"/Root 1 0 R", b"/Root 1 0 R/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]"
    )
    assert b"/ID[<00112233445566778899AABBCCDDEEFF><" + content(data).sha256[:32].upper().encode() in annotated(data)


def test_another_file_than_the_one_read_is_not_annotated() -> None:
    with pytest.raises(UsageError, match=r"cv\.pdf: has changed since it was read; try again"):
        annotate(content(pdf(PAGE)), "0" * 64, ())


def test_what_pdfium_cannot_open_is_damaged() -> None:
    with pytest.raises(UnreadableFile) as raised:
        annotated(b"%PDF-1.7 nonsense")
    assert raised.value.code == "damaged"


@pytest.mark.parametrize("write", [documents.annotate, documents.annotate_isolated])
def test_here_and_in_a_process_of_its_own(words: Words, write) -> None:
    source = documents.read(str(SAMPLE), words).source
    assert notes(write(source, [Highlight(1, (80.0, 80.0, 200.0, 95.0), "met", NOTE)])) == [NOTE]


def test_a_failure_in_a_process_of_its_own_is_raised(tmp_path: Path, words: Words) -> None:
    (tmp_path / "cv.pdf").write_bytes(pdf(PAGE))
    source = documents.read(str(tmp_path / "cv.pdf"), words).source
    (tmp_path / "cv.pdf").unlink()
    with pytest.raises(UnreadableFile, match="no such file"):
        documents.annotate_isolated(source, [])
