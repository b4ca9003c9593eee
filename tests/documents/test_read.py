"""A file's way to its document: which reader takes it, and what is said of files that none can read."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_pdf import line, pdf

from skillgap.documents import PdfEngine, PdfOptions, read
from skillgap.errors import UnreadableFile
from skillgap.model import SectionKind
from skillgap.taxonomy.values import Words

Write = Callable[[str, bytes], str]
HOSTILE = Path(__file__).parents[1] / "data" / "hostile"
# pdfium can't open the second page, pdfplumber leaves it out.
HALF = pdf(line("Python SQL"), kids=b"5 0 R 99 0 R")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("zero.pdf", "empty"),
        ("html.pdf", "damaged"),
        ("hdr_only.pdf", "damaged"),
        ("no_root.pdf", "damaged"),
        ("truncated_50.pdf", "damaged"),
        ("encrypted_user_aes256.pdf", "encrypted"),
        ("docx_renamed.pdf", "damaged"),
        ("png_renamed.pdf", "no_text_layer"),
    ],
)
@pytest.mark.parametrize("engine", PdfEngine)
def test_a_hostile_file_is_an_error_with_its_code(words: Words, name: str, code: str, engine: PdfEngine) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(str(HOSTILE / name), words, pdf=PdfOptions(engine))
    assert raised.value.code == code


@pytest.mark.parametrize("engine", PdfEngine)
def test_a_sound_file_is_read(words: Words, engine: PdfEngine) -> None:
    document = read(str(HOSTILE / "ok_simple.pdf"), words, pdf=PdfOptions(engine))
    assert (document.text, document.source.pages, document.warnings) == ("Python SQL Docker experience", 1, ())


@pytest.mark.parametrize("engine", PdfEngine)
def test_a_pdf_that_may_be_read_but_not_changed_is_read(words: Words, engine: PdfEngine) -> None:
    document = read(str(HOSTILE / "encrypted_owner_only.pdf"), words, pdf=PdfOptions(engine))
    assert SectionKind.EXPERIENCE in {s.kind for s in document.sections}


@pytest.mark.parametrize("engine", [PdfEngine.AUTO, PdfEngine.PDFIUM])
def test_a_page_without_size_is_read(words: Words, engine: PdfEngine) -> None:
    assert read(str(HOSTILE / "mediabox_missing.pdf"), words, pdf=PdfOptions(engine)).text == "Python SQL Docker experience"


@pytest.mark.parametrize(
    ("engine", "name"), [(PdfEngine.AUTO, "pdfium"), (PdfEngine.PDFIUM, "pdfium"), (PdfEngine.PDFPLUMBER, "pdfplumber")]
)
def test_the_document_names_its_reader(words: Words, write: Write, engine: PdfEngine, name: str) -> None:
    assert read(write("cv.pdf", pdf(line("Python"))), words, pdf=PdfOptions(engine)).engine == name


@pytest.mark.parametrize("engine", PdfEngine)
def test_the_engine_does_not_matter_to_text(words: Words, write: Write, engine: PdfEngine) -> None:
    assert read(write("cv.txt", b"Python"), words, pdf=PdfOptions(engine)).engine == "text"


def test_where_the_first_reader_fails_the_second_reads_and_says_so(words: Words, write: Write) -> None:
    document = read(write("cv.pdf", HALF), words)
    assert (document.engine, document.text) == ("pdfplumber", "Python SQL")
    assert [(w.code, w.page) for w in document.warnings] == [("second_reader", None)]


def test_the_second_reader_alone_warns_of_nothing(words: Words, write: Write) -> None:
    assert read(write("cv.pdf", HALF), words, pdf=PdfOptions(PdfEngine.PDFPLUMBER)).warnings == ()


def test_one_reader_alone_has_no_second(words: Words, write: Write) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(write("cv.pdf", HALF), words, pdf=PdfOptions(PdfEngine.PDFIUM))
    assert raised.value.code == "damaged"


def test_where_both_fail_the_first_failure_is_told(words: Words, write: Write) -> None:
    path = write("cv.pdf", pdf(line("Python"), page=b"", kids=b"5 0 R 99 0 R"))  # pdfplumber needs the size of a page
    with pytest.raises(UnreadableFile) as first:
        read(path, words, pdf=PdfOptions(PdfEngine.PDFIUM))
    with pytest.raises(UnreadableFile) as both:
        read(path, words)
    assert "a page can't be read" in both.value.message
    assert both.value.message == first.value.message


def test_too_many_pages_are_not_left_to_the_second_reader(words: Words, write: Write) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(write("cv.pdf", pdf(line("Python"), kids=b"5 0 R " * 201)), words)  # for pdfplumber this is one page
    assert raised.value.code == "too_many_pages"


@pytest.mark.parametrize("engine", PdfEngine)
@pytest.mark.parametrize(
    "data",
    [pdf(b"0 0 100 100 re f"), pdf(line("@"), means={"@": "\uf0e0"}), pdf(line(" "), b"")],
    ids=["picture", "icon", "spaces"],
)
def test_a_pdf_without_text_says_so(words: Words, write: Write, engine: PdfEngine, data: bytes) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(write("scan.pdf", data), words, pdf=PdfOptions(engine))
    assert raised.value.code == "no_text_layer"


@pytest.mark.parametrize("data", ["\u200b".encode(), b"\xef\xbb\xbf", "\uf0e0\n\uf0e0".encode()])
def test_a_text_of_nothing_visible_has_no_text(words: Words, write: Write, data: bytes) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(write("cv.txt", data), words)
    assert raised.value.code == "no_text_layer"


@pytest.mark.parametrize(("data", "format_", "pages"), [(pdf(line("Python")), "pdf", 1), (b"Python\fSQL", "text", 2)])
def test_standard_input_is_read(words: Words, monkeypatch: pytest.MonkeyPatch, data: bytes, format_: str, pages: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    source = read("-", words).source
    assert (source.file, source.format, source.pages) == ("-", format_, pages)


def test_an_error_never_quotes_the_text(words: Words, write: Write) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(write("cv.pdf", b"Ida Marlowe"), words)
    assert "Marlowe" not in str(raised.value)


def test_sections_are_found(words: Words, write: Write) -> None:
    document = read(write("cv.pdf", pdf(line("Experience") + line("Engineer, Acme, Mar 2019 - Jun 2021", y=686))), words)
    (section,) = document.sections
    assert (section.kind, len(section.entries)) == (SectionKind.EXPERIENCE, 1)
