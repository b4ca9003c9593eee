"""What every reader must give back, over READERS and both PDF engines. A new format has its line in FILES."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import docx
import pypdfium2
import pytest
from pictured import drawn, needs, saved, scan
from tiny_pdf import line, pdf

from skillgap.documents import READERS, PdfEngine, PdfOptions, read
from skillgap.model import Document
from skillgap.taxonomy.values import Words

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.pdf"))
TEXT = "Ida Marlowe\n\nExperience\nData Engineer, Acme\nMar 2019 – Present\n• Pipelines in Python\f\nSkills\nSQL, C++\n"


def word_file() -> bytes:
    """Return a Word file with the text, a paragraph for each line."""
    document, data = docx.Document(), io.BytesIO()
    for text in TEXT.replace("\f", "").splitlines():
        document.add_paragraph(text)
    document.save(data)
    return data.getvalue()


HTML = "<!doctype html><title>CV</title><h2>Experience</h2><h3>Data Engineer, Acme</h3><p>Mar 2019 – Present<ul><li>Python</ul>"
JSON = {
    "basics": {"name": "Ida Marlowe"},
    "work": [{"name": "Acme", "position": "Data Engineer", "startDate": "2019-03-01", "highlights": ["Pipelines in Python"]}],
    "skills": [{"name": "Databases", "keywords": ["SQL"]}],
}
FILES = {
    "docx": {"cv.docx": word_file()},
    "html": {"cv.html": HTML.encode()},
    "jpeg": {"cv.jpg": saved(drawn(), "JPEG")},
    "json": {"cv.json": json.dumps(JSON).encode()},
    "markdown": {"cv.md": TEXT.replace("Experience", "# **Experience**").encode()},
    "pdf": {
        "cv.pdf": pdf(
            line("Experience") + line("Engineer, Acme", y=686) + line("Mar 2019 - Jun 2021", y=672),
            line("Skills") + line("SQL", y=686),
        ),
        "scan.pdf": scan(),
        **{sample.name: sample.read_bytes() for sample in SAMPLES},
    },
    "png": {"cv.png": saved(drawn(), "PNG")},
    "text": {"cv.txt": TEXT.encode()},
}
# What only OCR can read.
PICTURED = ("cv.jpg", "cv.png", "scan.pdf")
CASES = [
    pytest.param((format_, name, engine), id=f"{name}-{engine}", marks=[needs("tesseract")] if name in PICTURED else [])
    for format_, files in FILES.items()
    for name in files
    for engine in (PdfEngine if format_ == "pdf" else [PdfEngine.AUTO])
]


@dataclass(frozen=True)
class Case:
    """A document as read, beside what it was read from."""

    format: str
    path: str
    engine: PdfEngine
    data: bytes
    document: Document


@pytest.fixture(scope="module", params=CASES)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, words: Words) -> Case:
    format_, name, engine = request.param
    path = tmp_path_factory.mktemp("contract") / name
    path.write_bytes(FILES[format_][name])
    return Case(format_, str(path), engine, FILES[format_][name], read(str(path), words, pdf=PdfOptions(engine)))


def test_every_format_has_a_file() -> None:
    assert set(FILES) == set(READERS)


def test_the_samples_are_there() -> None:
    assert SAMPLES


def test_source_names_the_file_as_given(case: Case) -> None:
    source = case.document.source
    assert (source.file, source.format, source.sha256) == (case.path, case.format, hashlib.sha256(case.data).hexdigest())


def test_words_are_without_white_space(case: Case) -> None:
    document = case.document
    printed = [document.text[w.start : w.end] for w in document.words]
    assert printed == document.text.split()


def test_offsets_ascend(case: Case) -> None:
    offsets = [offset for w in case.document.words for offset in (w.start, w.end)]
    assert offsets == sorted(set(offsets))


def test_between_words_is_a_space_a_line_break_or_an_empty_line(case: Case) -> None:
    document = case.document
    gaps = {document.text[a.end : b.start] for a, b in pairwise(document.words)}
    assert gaps <= {" ", "\n", "\n\n"}


def test_the_text_begins_and_ends_with_a_word(case: Case) -> None:
    document = case.document
    assert (document.words[0].start, document.words[-1].end) == (0, len(document.text))


def test_pages_count_from_one_and_ascend(case: Case) -> None:
    pages = [w.page for w in case.document.words]
    assert pages == sorted(pages)
    assert pages[0] == 1
    assert pages[-1] <= case.document.source.pages


def test_a_page_begins_after_an_empty_line(case: Case) -> None:
    document = case.document
    breaks = {document.text[a.end : b.start] for a, b in pairwise(document.words) if a.page != b.page}
    assert breaks <= {"\n\n"}


def test_boxes_are_inside_the_page_and_text_has_none(case: Case) -> None:
    boxes = [(w.page, w.box) for w in case.document.words]
    sizes = page_sizes(case)
    if not sizes:
        assert {box for _, box in boxes} == {None}
        return
    outside = [box for page, box in boxes if box is None or not is_inside(box, sizes[page])]
    assert outside == []


def page_sizes(case: Case) -> dict[int, tuple[float, float]]:
    if case.format in ("jpeg", "png"):
        return {1: (612.0, 792.0)}
    if case.format != "pdf":
        return {}
    with pypdfium2.PdfDocument(case.data) as source:
        return dict(enumerate((source.get_page_size(i) for i in range(len(source))), 1))


def is_inside(box: tuple[float, float, float, float], size: tuple[float, float]) -> bool:
    x0, top, x1, bottom = box
    return 0 <= x0 < x1 <= size[0] and 0 <= top < bottom <= size[1]


def test_sections_cover_the_text_in_order(case: Case) -> None:
    document = case.document
    ends = [0, *(s.end for s in document.sections)]
    assert [s.start for s in document.sections] == ends[:-1]
    assert ends[-1] == len(document.text)


def test_a_section_begins_with_its_heading(case: Case) -> None:
    document = case.document
    assert all(document.text[s.start :].startswith(s.heading) for s in document.sections)


def test_entries_are_inside_their_section_one_after_the_other(case: Case) -> None:
    for section in case.document.sections:
        bounds = [section.start, *(b for e in section.entries for b in (e.start, e.end)), section.end]
        assert bounds == sorted(bounds)


def test_a_dated_job_is_an_entry(case: Case) -> None:
    assert [e.dates for s in case.document.sections for e in s.entries]


@pytest.mark.parametrize(
    ("format_", "name"), [(f, next(iter(files))) for f, files in FILES.items() if not {*files} <= {*PICTURED}]
)
@pytest.mark.parametrize("engine", PdfEngine)
def test_the_same_bytes_give_the_same_document(
    words: Words, write: Callable[[str, bytes], str], format_: str, name: str, engine: PdfEngine
) -> None:
    path = write(name, FILES[format_][name])
    assert read(path, words, pdf=PdfOptions(engine)) == read(path, words, pdf=PdfOptions(engine))
