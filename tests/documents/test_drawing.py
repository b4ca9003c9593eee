"""Which pages of a PDF show something, and their pictures."""

from __future__ import annotations

import pytest
from pictured import scan
from tiny_pdf import line, pdf

from skillgap.documents import drawing
from skillgap.documents.content import Content

PAGES = pdf(line("Python"), b"", b"0 0 1 RG 9 9 m 99 99 l S", b"1 g 0 0 99 99 re f")


def content(data: bytes) -> Content:
    return Content("cv.pdf", "pdf", data)


def test_ink_is_what_differs_from_the_paper() -> None:
    assert drawing.pages_with_ink(content(PAGES), [1, 2, 3, 4]) == (1, 3)
    assert drawing.pages_with_ink(content(PAGES), [2, 4]) == ()


def test_a_page_is_drawn_at_200_dots_an_inch() -> None:
    (picture,) = drawing.page_images(content(PAGES), [1])
    assert (picture.page, picture.gray.shape, picture.points) == (1, (2200, 1700), pytest.approx(0.36))


@pytest.mark.parametrize("size", [b"3000 4000", b"14000 14000", b"200 14000"])
def test_a_page_as_large_as_a_wall_has_no_more_points_than_ocr_can_take(size: bytes) -> None:
    (picture,) = drawing.page_images(content(pdf(line("Python"), page=b"/MediaBox[0 0 %s]" % size)), [1])
    height, width = picture.gray.shape
    assert height * width <= 12_000_000 + height + width
    assert width * picture.points == pytest.approx(float(size.split()[0]), abs=picture.points)


@pytest.mark.parametrize("size", [b"0 0", b"1 1000000", b"0.001 5"])
def test_a_page_of_no_width_is_left_out(size: bytes) -> None:
    assert drawing.pages_with_ink(content(pdf(line("Python"), page=b"/MediaBox[0 0 %s]" % size)), [1]) in {(), (1,)}


def test_places_are_those_of_a_page_as_it_is_turned() -> None:
    (picture,) = drawing.page_images(content(pdf(line("Python"), page=b"/MediaBox[0 0 612 792]/Rotate 90")), [1])
    assert picture.gray.shape == (1700, 2200)


def test_a_picture_covers_a_page_or_not() -> None:
    assert drawing.pages_covered(content(scan()), [1]) == (1,)
    assert drawing.pages_covered(content(PAGES), [1, 2, 3, 4]) == ()


def test_pages_and_files_that_pdfium_cannot_open_are_left_out() -> None:
    half = content(pdf(line("Python"), kids=b"5 0 R 99 0 R"))
    assert [p.page for p in drawing.page_images(half, [1, 2, 3])] == [1]
    assert drawing.pages_with_ink(content(b"%PDF-1.7"), [1]) == ()
