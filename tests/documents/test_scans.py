"""Pages that are pictures: which are read by OCR, and what is said where they can't be."""

from __future__ import annotations

import ctypes
import io
import pickle
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from pictured import RESUME, TEXT, drawn, fake, needs, saved, scan
from tiny_pdf import line, pdf

from skillgap import documents
from skillgap.documents import PdfEngine, PdfOptions, ocr, read, scans
from skillgap.documents.limits import Limits, ScanFound
from skillgap.errors import UnreadableFile
from skillgap.model import Document
from skillgap.taxonomy.values import Words

Write = Callable[[str, bytes], str]
SHARED = Path(__file__).parents[3] / "shared" / "eval" / "devset" / "cv"
PICTURED = {"cv.png": saved(drawn(), "PNG"), "cv.jpg": saved(drawn(), "JPEG"), "cv.pdf": scan()}


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that has pictures read by a fake."""

    def by(*words: str, **options: bool) -> None:
        monkeypatch.setattr(ocr, "ENGINES", (fake(*words, **options),))

    return by


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take all engines away."""
    monkeypatch.setattr(ocr, "ENGINES", ())


def mixed(*pages: bytes | None) -> bytes:
    """Return a PDF with a page of text for each content, one that is a picture for None."""
    with pypdfium2.PdfDocument.new() as whole:
        for content in pages:
            with pypdfium2.PdfDocument(scan() if content is None else pdf(content)) as one:
                whole.import_pages(one)
        return bytes_of(whole)


def bytes_of(document: pypdfium2.PdfDocument) -> bytes:
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def texts(document: Document, page: int) -> list[str]:
    return [document.text[w.start : w.end] for w in document.words if w.page == page]


@needs("tesseract")
@pytest.mark.parametrize("name", PICTURED)
def test_a_picture_is_read_with_its_sections_and_dates(words: Words, write: Write, name: str) -> None:
    document = read(write(name, PICTURED[name]), words)
    assert " ".join(document.text.split()) == TEXT
    assert document.engine == "tesseract"
    assert [s.heading for s in document.sections] == ["", "Experience", "Skills"]
    assert [(str(e.dates.since), str(e.dates.until)) for s in document.sections for e in s.entries] == [("2019-03", "2021-06")]


@needs("tesseract")
@pytest.mark.parametrize("name", ["cv.pdf", "cv.docx", "cv.txt", "cv", "cv.jpg"])
def test_the_name_of_a_picture_does_not_matter(words: Words, write: Write, name: str) -> None:
    assert read(write(name, PICTURED["cv.png"]), words).source.format == "png"


@needs("tesseract")
def test_words_have_the_places_of_a_text_layer(words: Words, write: Write) -> None:
    by_ocr, by_text = read(write("a.pdf", scan()), words), read(write("b.pdf", pdf(RESUME)), words)
    assert len(by_ocr.words) == len(by_text.words)
    for seen, drawn_ in zip(by_ocr.words, by_text.words, strict=True):
        assert seen.box
        assert drawn_.box
        # A box of the text layer has the height of the font, one of OCR that of the letters.
        assert seen.box[0] == pytest.approx(drawn_.box[0], abs=2)
        assert seen.box[2] == pytest.approx(drawn_.box[2], abs=4)
        assert drawn_.box[1] - 2 < seen.box[1] < seen.box[3] < drawn_.box[3] + 2


@needs("tesseract")
def test_the_program_reads_scans_in_a_process_too(words: Words, write: Write) -> None:
    files = [write("cv.txt", b"Python"), write("cv.pdf", scan()), write("cv.png", PICTURED["cv.png"])]
    with documents.read_isolated(files, words) as outcomes:
        engines = [one.engine for one in outcomes if isinstance(one, Document)]
    assert engines == ["text", "tesseract", "tesseract"]


@needs("tesseract")
def test_the_same_scan_gives_the_same_document(words: Words, write: Write) -> None:
    path = write("cv.pdf", scan())
    assert read(path, words) == read(path, words)


@needs("tesseract")
@pytest.mark.skipif(not SHARED.exists(), reason="not beside this checkout")
def test_a_crooked_scan_is_read(words: Words) -> None:
    document = read(str(SHARED / "cv12_ai_engineer_scan.pdf"), words)
    assert [s.kind for s in document.sections if s.heading] == ["summary", "skills", "experience", "education"]
    assert {"LangGraph,", "PostgreSQL/pgvector,", "spaCy."} <= set(document.text.split())


def test_only_the_pages_without_text_are_read(words: Words, write: Write, seen: Callable[..., None]) -> None:
    seen("Kafka", "Spark")
    document = read(write("cv.pdf", mixed(line("Python SQL"), None, line("Docker"), b"")), words)
    assert [texts(document, page) for page in (1, 2, 3, 4)] == [["Python", "SQL"], ["Kafka", "Spark"], ["Docker"], []]
    assert document.engine == "pdfium+fake"
    assert [(w.code, w.page) for w in document.warnings] == [("no_text_layer", 2)]
    assert "read by fake" in document.warnings[0].message


def test_it_does_not_matter_which_reader_found_no_text(words: Words, write: Write, seen: Callable[..., None]) -> None:
    seen("Kafka")
    document = read(write("cv.pdf", mixed(line("Python"), None)), words, pdf=PdfOptions(PdfEngine.PDFPLUMBER))
    assert (document.engine, texts(document, 2)) == ("pdfplumber+fake", ["Kafka"])


def test_pages_with_text_are_left_alone(words: Words, write: Write, seen: Callable[..., None]) -> None:
    seen("Kafka")
    document = read(write("cv.pdf", pdf(line("Python"))), words)
    assert (document.engine, document.text, document.warnings) == ("pdfium", "Python", ())


def test_an_empty_page_is_no_picture(words: Words, write: Write, seen: Callable[..., None]) -> None:
    seen("Kafka")
    assert read(write("cv.pdf", pdf(line("Python"), b"")), words).engine == "pdfium"


def stamped(stamp: bytes) -> bytes:
    """Return a scan on whose page a line of text was put."""
    with pypdfium2.PdfDocument(scan()) as document:
        page = document[0]
        font = pypdfium2.raw.FPDFText_LoadStandardFont(document, b"Helvetica")
        text = pypdfium2.raw.FPDFPageObj_CreateTextObj(document, font, 12.0)
        characters = (ctypes.c_ushort * (len(stamp) + 1))(*stamp)
        pypdfium2.raw.FPDFText_SetText(text, characters)
        pypdfium2.raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 72, 30)
        pypdfium2.raw.FPDFPage_InsertObject(page, text)
        page.gen_content()
        return bytes_of(document)


def test_the_name_of_the_scanner_is_no_text_layer(words: Words, write: Write, seen: Callable[..., None]) -> None:
    seen("Scanned", "by", "a", "scanner", "Kafka")
    document = read(write("cv.pdf", stamped(b"Scanned by a scanner")), words)
    assert texts(document, 1) == ["Scanned", "by", "a", "scanner", "Kafka"]
    assert document.engine == "fake"


def test_words_on_a_photo_are_kept_where_ocr_sees_no_more(words: Words, write: Write, seen: Callable[..., None]) -> None:
    seen("Kafka")
    document = read(write("cv.pdf", stamped(b"Photographs of my bridges")), words)
    assert (document.engine, document.text, document.warnings) == ("pdfium", "Photographs of my bridges", ())


def test_a_text_layer_of_a_scan_is_taken_as_it_is(words: Words, write: Write, seen: Callable[..., None]) -> None:
    seen(*["Kafka"] * 99)
    document = read(write("cv.pdf", stamped(b"Ida Marlowe has worked with Python and SQL since 2019 at Acme in Leeds")), words)
    assert (document.engine, len(document.words)) == ("pdfium", 14)


@pytest.mark.parametrize("name", PICTURED)
@pytest.mark.usefixtures("blind")
def test_without_an_engine_it_is_said_what_would_read_it(words: Words, write: Write, name: str) -> None:
    with pytest.raises(UnreadableFile, match=r"pip install 'skillgap\[ocr\]'.*apt install tesseract-ocr") as raised:
        read(write(name, PICTURED[name]), words)
    assert raised.value.code == "no_text_layer"


@pytest.mark.usefixtures("blind")
def test_without_an_engine_the_other_pages_are_read(words: Words, write: Write) -> None:
    document = read(write("cv.pdf", mixed(line("Python"), None)), words)
    assert (document.engine, document.text) == ("pdfium", "Python")
    assert [(w.code, w.page) for w in document.warnings] == [("no_text_layer", 2)]
    assert "pip install 'skillgap[ocr]'" in document.warnings[0].message


@pytest.mark.parametrize("name", PICTURED)
def test_a_picture_of_nothing_has_no_text(words: Words, write: Write, seen: Callable[..., None], name: str) -> None:
    seen()
    with pytest.raises(UnreadableFile) as raised:
        read(write(name, PICTURED[name]), words)
    assert raised.value.code == "no_text_layer"


def test_a_picture_that_the_engine_gives_up_is_named(words: Words, write: Write, seen: Callable[..., None]) -> None:
    seen(fails=True)
    document = read(write("cv.pdf", mixed(line("Python"), None)), words)
    assert document.engine == "pdfium"
    assert [(w.code, w.page) for w in document.warnings] == [("no_text_layer", 2)]
    assert "couldn't be read" in document.warnings[0].message


def test_of_very_many_pictures_the_first_are_read(
    words: Words, write: Write, seen: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scans, "MAX_SCANNED", 2)
    seen("Kafka")
    document = read(write("cv.pdf", scan(*[line("x")] * 3)), words)
    assert [texts(document, page) for page in (1, 2, 3)] == [["Kafka"], ["Kafka"], []]
    assert ["couldn't be read" in w.message for w in document.warnings] == [False, False, True]


def test_words_that_nobody_sees_stay_hidden(words: Words, write: Write, seen: Callable[..., None]) -> None:
    seen("Kafka")
    data = pdf(b"0 0 99 99 re f 1 g\n" + line("Zookeeper"))  # white on white
    document = read(write("cv.pdf", data), words)
    assert [(document.text[w.start : w.end], w.hidden) for w in document.words] == [("Kafka", False), ("Zookeeper", True)]
    assert {w.code for w in document.warnings} == {"no_text_layer", "hidden_text"}


def test_who_has_no_patience_is_told_of_a_scan(words: Words, write: Write, seen: Callable[..., None]) -> None:
    seen("Kafka")
    content = documents.contents.load(write("cv.pdf", scan()))
    with pytest.raises(ScanFound) as raised:
        documents._read(content, words, PdfOptions(), frozenset(), pictures=False, patient=False)
    assert isinstance(pickle.loads(pickle.dumps(raised.value)), ScanFound)


def test_scans_have_a_time_limit_of_their_own() -> None:
    limits = Limits(seconds=3, scan_seconds=40, memory=5)
    assert (limits.for_scans().seconds, limits.for_scans().memory) == (40, 5)
