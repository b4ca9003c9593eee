"""Words, section, entry, line and box of an offset."""

from __future__ import annotations

import pytest

from made import document
from skillgap.model import Document, SectionKind, Source, Word
from skillgap.profile.place import Places, boxes_of

TEXT = "Ann Example\n\nExperience\nTester, Jan 2020 - Mar 2020\nPython and SQL\n\nSkills\nPython"
PLACES = Places(document(TEXT))


def words_of(start: int, end: int) -> list[str]:
    return [TEXT[w.start : w.end] for w in PLACES.words(start, end)]


def test_words_are_those_that_the_range_touches() -> None:
    at = TEXT.index("Python and")
    assert words_of(at, at + len("Python and")) == ["Python", "and"]
    assert words_of(at + 1, at + 2) == ["Python"]
    assert words_of(at + 6, at + 8) == ["Python", "and"]


def test_range_of_nothing_has_a_word_all_the_same() -> None:
    assert words_of(0, 0) == ["Ann"]


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ("Ann", SectionKind.OTHER),
        ("Experience", SectionKind.EXPERIENCE),
        ("SQL", SectionKind.EXPERIENCE),
        ("Skills", SectionKind.SKILLS),
    ],
)
def test_kind_is_that_of_the_section(piece: str, kind: SectionKind) -> None:
    assert PLACES.kind(TEXT.index(piece)) is kind


def test_document_without_sections_has_no_section() -> None:
    places = Places(Document(Source("cv.txt", "text", "0" * 64, 1), "text", "Python", (Word(0, 6, 1),)))
    assert (places.section(0), places.kind(0), places.entry(0)) == (None, SectionKind.OTHER, None)


def test_entry_is_the_dated_job_around_the_offset() -> None:
    entry = PLACES.entry(TEXT.index("SQL"))
    assert entry is not None
    assert (str(entry.dates.since), str(entry.dates.until)) == ("2020-01", "2020-03")
    assert PLACES.entry(TEXT.index("Skills")) is None


@pytest.mark.parametrize(("piece", "line"), [("Ann", "Ann Example"), ("SQL", "Python and SQL")])
def test_line_is_the_one_around_the_offset(piece: str, line: str) -> None:
    at = TEXT.index(piece)
    assert PLACES.line(at, at + len(piece)) == line


def test_last_line_ends_with_the_text() -> None:
    assert PLACES.line(len(TEXT) - 1, len(TEXT)) == "Python"


def test_lines_of_a_broken_name_are_one() -> None:
    places = Places(document("Courses in machine\nlearning today"))
    assert places.line(11, 27) == "Courses in machine learning today"


def test_place_says_all_of_it() -> None:
    at = TEXT.index("SQL")
    place = PLACES.place(at, at + 3)
    assert (place.text, place.start, place.end, place.page, place.section) == ("SQL", at, at + 3, 1, SectionKind.EXPERIENCE)


def word(page: int, *box: float) -> Word:
    return Word(0, 1, page, (box[0], box[1], box[2], box[3]) if box else None)


def test_box_is_around_the_words() -> None:
    assert boxes_of((word(1, 10, 20, 30, 32), word(1, 33, 21, 50, 31))) == ((1, (10, 20, 50, 32)),)


def test_a_name_in_two_lines_has_a_box_in_each() -> None:
    assert boxes_of((word(1, 400, 20, 450, 32), word(1, 10, 40, 50, 52), word(1, 52, 41, 70, 52))) == (
        (1, (400, 20, 450, 32)),
        (1, (10, 40, 70, 52)),
    )


def test_a_name_on_two_pages_has_a_box_on_each() -> None:
    assert boxes_of((word(1, 400, 20, 450, 32), word(2, 10, 20, 50, 32))) == ((1, (400, 20, 450, 32)), (2, (10, 20, 50, 32)))


def test_words_without_boxes_have_none() -> None:
    assert boxes_of((word(1), word(1))) == ()
