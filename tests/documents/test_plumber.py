"""The second PDF reader: another parser, the same shape of answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from tiny_pdf import line, pdf

from skillgap.documents import pdfium
from skillgap.documents.content import Content
from skillgap.documents.plumber import read
from skillgap.documents.reading import Reading
from skillgap.documents.words import assemble
from skillgap.errors import UnreadableFile

HOSTILE = Path(__file__).parents[1] / "data" / "hostile"


def content(data: bytes) -> Content:
    return Content("cv.pdf", "pdf", data)


def text_of(reading: Reading) -> str:
    return assemble(reading.words)[0]


def test_it_names_itself_and_counts_the_pages() -> None:
    reading = read(content(pdf(line("Python"), line("SQL"))))
    assert (reading.engine, reading.pages, reading.warnings) == ("pdfplumber", 2, ())


@pytest.mark.parametrize(
    "data",
    [
        pdf(line("Skills") + line("Python SQL", y=686), line("Projects")),
        pdf(line("Main", x=200) + line("column", x=200, y=680) + line("Side", x=20)),
        pdf(line("Python"), b"0 0 100 100 re f", line("SQL")),
        pdf(line("A@ SQL"), means={"@": "ffi"}),
    ],
    ids=["lines", "columns", "empty page", "ligature"],
)
def test_it_reads_what_the_first_reader_reads(data: bytes) -> None:
    first, second = pdfium.read(content(data)), read(content(data))
    assert text_of(second) == text_of(first)
    assert [w.page for w in second.words] == [w.page for w in first.words]


def test_its_boxes_are_near_those_of_the_first_reader() -> None:
    data = pdf(line("Python SQL") + line("Go", x=300, y=90))
    for first, second in zip(pdfium.read(content(data)).words, read(content(data)).words, strict=True):
        assert second.box == pytest.approx(first.box, abs=3)


@pytest.mark.parametrize(
    "page",
    [b"/MediaBox[50 100 612 792]", b"/MediaBox[0 0 612 792]/CropBox[50 100 600 750]"],
    ids=["moved sheet", "cropped sheet"],
)
def test_boxes_count_from_the_visible_part_of_a_page(page: bytes) -> None:
    data = pdf(line("Python", x=72, y=700), page=page)
    ((first,), (second,)) = (reader(content(data)).words for reader in (pdfium.read, read))
    assert second.box == pytest.approx(first.box, abs=3)


def test_a_glyph_with_a_space_in_its_text_parts_words() -> None:
    _, words = assemble(read(content(pdf(line("A@B"), means={"@": "x y"}))).words)
    assert len(words) == 2


def test_nothing_goes_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(UnreadableFile):
        read(content((HOSTILE / "mediabox_missing.pdf").read_bytes()))
    assert caplog.records == []


def test_a_password_is_asked_for() -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(content((HOSTILE / "encrypted_user_aes256.pdf").read_bytes()))
    assert raised.value.code == "encrypted"


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(content(pdf(*[line("Python")] * 201)))
    assert raised.value.code == "too_many_pages"


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + b"\xff" * 2000, pdf(line("Python"))[:300]])
def test_what_is_no_pdf_is_damaged(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="can't be read as a PDF") as raised:
        read(content(data))
    assert raised.value.code == "damaged"
