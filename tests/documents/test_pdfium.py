"""The first PDF reader: its own ways with characters, lines and boxes."""

from __future__ import annotations

import pytest
from tiny_pdf import line, pdf

from skillgap.documents.content import Content
from skillgap.documents.pdfium import read
from skillgap.documents.reading import Reading
from skillgap.documents.words import assemble
from skillgap.errors import UnreadableFile
from skillgap.model import Box


def reading_of(data: bytes) -> Reading:
    return read(Content("cv.pdf", "pdf", data))


def text_of(data: bytes) -> str:
    return assemble(reading_of(data).words)[0]


def boxes_of(data: bytes) -> dict[str, Box | None]:
    text, words = assemble(reading_of(data).words)
    return {text[w.start : w.end]: w.box for w in words}


def test_it_names_itself_and_counts_the_pages() -> None:
    reading = reading_of(pdf(line("Python"), line("SQL")))
    assert (reading.engine, reading.pages, reading.warnings) == ("pdfium", 2, ())


def test_lines_and_pages_are_kept_apart() -> None:
    data = pdf(line("Skills") + line("Python SQL", y=680), line("Projects"))
    assert text_of(data) == "Skills\nPython SQL\n\nProjects"
    assert [w.page for w in reading_of(data).words] == [1, 1, 1, 2]


@pytest.mark.parametrize(
    ("code", "letters"),
    list(zip("\x0b\x0c\x0d\x0e\x0f\x1b\x1c\x1d\x1e\x1f", ["ff", "fi", "fl", "ffi", "ffl"] * 2, strict=True)),
    ids=repr,
)
def test_ligatures_of_tex_that_have_only_a_number_are_letters(code: str, letters: str) -> None:
    data = pdf(line("a@b SQL") + line("Go", y=680), means={"@": code})
    assert text_of(data) == f"a{letters}b SQL\nGo"


def test_a_page_without_text_counts() -> None:
    data = pdf(line("Python"), b"0 0 100 100 re f", line("SQL"))
    assert reading_of(data).pages == 3
    assert [w.page for w in reading_of(data).words] == [1, 3]


def test_the_order_is_that_of_the_content() -> None:
    assert text_of(pdf(line("Main", x=200) + line("column", x=200, y=680) + line("Side", x=20))) == "Main\ncolumn\nSide"


def test_boxes_are_in_points_from_the_upper_left_corner() -> None:
    x0, top, x1, bottom = boxes_of(pdf(line("Python SQL", x=72, y=700)))["SQL"]
    assert (x0, x1) == pytest.approx((112.7, 136.7), abs=1)
    assert top < 792 - 700 < bottom
    assert bottom - top < 20


def test_a_word_broken_over_two_lines_is_one_with_its_box_on_the_first() -> None:
    data = pdf(line("Kuber-", y=700) + line("netes SQL", y=686))
    assert text_of(data) == "Kubernetes SQL"
    _, top, _, bottom = boxes_of(data)["Kubernetes"]
    assert top < 792 - 700 < bottom < boxes_of(data)["SQL"][3]


@pytest.mark.parametrize("printed", ["ffi", "😀", "é", "ß"])
def test_a_glyph_may_stand_for_any_text(printed: str) -> None:
    data = pdf(line("A@ SQL"), means={"@": printed})
    assert text_of(data) == f"A{printed} SQL"


def test_characters_beyond_the_basic_plane_do_not_move_boxes() -> None:
    plain = boxes_of(pdf(line("A@ SQL")))
    assert boxes_of(pdf(line("A@ SQL"), means={"@": "😀"}))["SQL"] == plain["SQL"]
    assert boxes_of(pdf(line("@@@ SQL Go"), means={"@": "😀"}))["Go"] == boxes_of(pdf(line("@@@ SQL Go")))["Go"]


def test_a_glyph_that_stands_for_nothing_is_taken_out() -> None:
    assert text_of(pdf(line("Py@thon"), means={"@": "\u200b"})) == "Python"


def test_boxes_count_from_the_visible_part_of_a_page() -> None:
    page = b"/MediaBox[10 20 612 792]/CropBox[50 100 600 750]"
    x0, top, _, _ = boxes_of(pdf(line("Python", x=72, y=700), page=page))["Python"]
    assert x0 == 72 - 50
    assert top < 750 - 700


def test_a_page_without_size_has_that_of_letter_paper() -> None:
    assert boxes_of(pdf(line("Python"), page=b"")) == boxes_of(pdf(line("Python")))


def test_boxes_are_those_of_the_page_as_seen() -> None:
    sideways = b"BT /F1 12 Tf 0 1 -1 0 92 72 Tm (Python) Tj ET"  # as seen: x 72, y 92 from above, upright
    x0, top, x1, bottom = boxes_of(pdf(sideways, page=b"/MediaBox[0 0 612 792]/Rotate 90"))["Python"]
    assert (x0, x1 - x0 > bottom - top) == (72, True)
    assert top < 92 < bottom


@pytest.mark.parametrize("kids", [b"5 0 R 99 0 R", b"5 0 R 1 0 R"], ids=["absent", "no page"])
def test_a_page_that_can_not_be_read_is_damage(kids: bytes) -> None:
    with pytest.raises(UnreadableFile, match="a page can't be read") as raised:
        reading_of(pdf(line("Python"), kids=kids))
    assert raised.value.code == "damaged"


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(UnreadableFile) as raised:
        reading_of(pdf(*[line("Python")] * 201))
    assert raised.value.code == "too_many_pages"


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + b"\xff" * 2000, pdf(line("Python"))[:300]])
def test_what_is_no_pdf_is_damaged(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="can't be read as a PDF") as raised:
        reading_of(data)
    assert raised.value.code == "damaged"
