"""What holds for any text and any bytes."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from skillgap.documents import plain, read
from skillgap.documents.content import Content
from skillgap.documents.dates import DateReader
from skillgap.documents.sections import find_sections
from skillgap.documents.words import assemble
from skillgap.errors import UnreadableFile
from skillgap.model import Document
from skillgap.taxonomy.values import Words

OK_SIMPLE = (Path(__file__).parents[1] / "data" / "hostile" / "ok_simple.pdf").read_bytes()
CODES = {"empty", "damaged", "unknown_format", "no_text_layer", "encrypted"}

# Any text but what NFKC parts by a space: a known miss, see test_words.py.
TEXTS = st.text().filter(lambda text: not any(" " in unicodedata.normalize("NFKC", c) for c in text if not c.isspace()))

# Lines of résumés, put together at random: dates and headings in every order.
PIECES = """Experience EDUCATION Skills Projects/Talks Mar March Sept. Summer since 2019 '19 1999 03/2021 31.12.2020 2020-02
– - to bis Present heute ( ) | , . • Acme x 15"""
RESUMES = st.lists(st.lists(st.sampled_from(PIECES.split()), max_size=8).map(" ".join), max_size=12).map("\n".join)

# The same examples each time: a file that keeps the second PDF reader busy for ever would be found once and never again.
same_each_time = settings(derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("properties")


@given(text=TEXTS, format_=st.sampled_from(["text", "markdown"]))
@settings(deadline=None)
def test_words_of_any_text_keep_their_places(text: str, format_: str) -> None:
    reading = plain.read(Content("cv", format_, text.encode()))
    whole, words = assemble(reading.words)
    assert [whole[w.start : w.end] for w in words] == whole.split()
    assert {whole[a.end : b.start] for a, b in pairwise(words)} <= {" ", "\n", "\n\n"}
    assert all(1 <= w.page <= reading.pages and w.box is None for w in words)
    assert [w.page for w in words] == sorted(w.page for w in words)


@given(text=st.text(st.characters(exclude_categories=["Cc", "Cs"])))
@example(text="¨ˆ")
@settings(deadline=None)
def test_a_text_as_read_reads_as_itself(text: str) -> None:
    once = assemble(plain.read(Content("cv", "text", text.encode())).words)[0]
    assert assemble(plain.read(Content("cv", "text", once.encode())).words)[0] == once


@given(data=st.binary())
@settings(deadline=None)
def test_any_bytes_have_a_text(data: bytes) -> None:
    assert isinstance(plain.decode(data), str)


@given(text=RESUMES)
@settings(deadline=None)
def test_sections_cover_any_resume_and_entries_lie_inside(words: Words, text: str) -> None:
    whole, placed = assemble(plain.read(Content("cv", "text", text.encode())).words)
    if not placed:
        return
    sections = find_sections(whole, words, placed)
    assert [s.start for s in sections] == [0, *(s.end for s in sections[:-1])]
    assert sections[-1].end == len(whole)
    for section in sections:
        bounds = [section.start, *(b for e in section.entries for b in (e.start, e.end)), section.end]
        assert bounds == sorted(bounds)


@given(text=RESUMES)
@settings(deadline=None)
def test_ranges_of_any_text_are_in_order_and_end_after_they_begin(dates: DateReader, text: str) -> None:
    found = list(dates.find(text))
    assert [b for f in found for b in (f.start, f.end)] == sorted(b for f in found for b in (f.start, f.end))
    assert all(f.dates.until is None or f.dates.since <= f.dates.until for f in found)
    assert all(1 <= m.month <= 12 for f in found for m in (f.dates.since, f.dates.until) if m)


@given(data=st.binary(), name=st.sampled_from(["cv.txt", "cv.md", "cv.pdf", "cv"]))
@same_each_time
def test_any_bytes_are_a_document_or_an_error(words: Words, folder: Path, data: bytes, name: str) -> None:
    check(folder / name, data, words)


@given(data=st.binary())
@same_each_time
def test_any_bytes_behind_a_pdf_header_are_a_document_or_an_error(words: Words, folder: Path, data: bytes) -> None:
    check(folder / "cv.pdf", b"%PDF-1.4\n" + data, words)


@given(cut=st.integers(0, len(OK_SIMPLE)), length=st.integers(0, 40), junk=st.binary(max_size=20))
@same_each_time
def test_a_damaged_pdf_is_a_document_or_an_error(words: Words, folder: Path, cut: int, length: int, junk: bytes) -> None:
    check(folder / "cv.pdf", OK_SIMPLE[:cut] + junk + OK_SIMPLE[cut + length :], words)


def check(path: Path, data: bytes, words: Words) -> None:
    path.write_bytes(data)
    document = document_or_error(str(path), words)
    if isinstance(document, UnreadableFile):
        assert document.code in CODES
        assert document.path == str(path)
    else:
        offsets = [offset for w in document.words for offset in (w.start, w.end)]
        assert (offsets[0], offsets[-1]) == (0, len(document.text))
        assert offsets == sorted(set(offsets))


def document_or_error(path: str, words: Words) -> Document | UnreadableFile:
    try:
        return read(path, words)
    except UnreadableFile as error:
        return error
