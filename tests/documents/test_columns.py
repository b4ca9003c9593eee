"""Which column of its page a line stands in."""

from __future__ import annotations

import pytest

from skillgap.documents.columns import columns
from skillgap.documents.lines import Line

LEFT, RIGHT, ACROSS = (40.0, 180.0), (220.0, 560.0), (40.0, 560.0)


def page(*sides: tuple[float, float], number: int = 1) -> list[Line]:
    """Return lines one below the other, each from x to x."""
    return [Line(0, 0, "x", number, (x0, 40.0 + 14 * i, x1, 52.0 + 14 * i)) for i, (x0, x1) in enumerate(sides)]


TWO = page(*[LEFT] * 5, *[RIGHT] * 5)


def test_a_gutter_with_headings_on_both_sides_parts_a_page() -> None:
    assert columns(TWO, {0, 5}) == [0] * 5 + [1] * 5


def test_the_order_of_the_lines_does_not_matter() -> None:
    assert columns(page(*[LEFT, RIGHT] * 5), {0, 1}) == [0, 1] * 5


@pytest.mark.parametrize("headings", [set(), {0}, {0, 3}, {5}], ids=["none", "left", "left twice", "right"])
def test_a_gutter_without_headings_on_both_sides_parts_nothing(headings: set[int]) -> None:
    assert columns(TWO, headings) == [0] * 10


def test_lines_without_boxes_are_in_one_column() -> None:
    assert columns([Line(0, 0, "x")] * 12, {0, 6}) == [0] * 12


def test_no_lines_have_no_columns() -> None:
    assert columns([], set()) == []


@pytest.mark.parametrize(("left", "right"), [(3, 9), (9, 3), (3, 4)])
def test_a_few_lines_are_no_column(left: int, right: int) -> None:
    assert columns(page(*[LEFT] * left, *[RIGHT] * right), {0, left}) == [0] * (left + right)


def test_too_many_lines_across_leave_no_gutter() -> None:
    assert columns(page(*[ACROSS] * 3, *[LEFT] * 5, *[RIGHT] * 5), {3, 8}) == [0] * 13


@pytest.mark.parametrize(
    ("left", "right", "wide"),
    [(LEFT, RIGHT, 1), ((40.0, 380.0), (420.0, 560.0), 0)],
    ids=["right is wider", "left is wider"],
)
def test_a_line_across_belongs_to_the_wider_side(left: tuple[float, float], right: tuple[float, float], wide: int) -> None:
    assert columns(page(ACROSS, *[left] * 5, *[right] * 5), {1, 6}) == [wide] + [0] * 5 + [1] * 5


def test_a_later_page_with_the_same_gutter_goes_on_without_headings() -> None:
    second = page(*[LEFT] * 4, *[RIGHT] * 4, number=2)
    assert columns(TWO + second, {0, 5}) == [0] * 5 + [1] * 5 + [0] * 4 + [1] * 4


def test_a_later_page_with_another_gutter_belongs_to_the_wider_side() -> None:
    second = page(*[(40.0, 380.0)] * 4, *[(420.0, 560.0)] * 4, number=2)
    assert columns(TWO + second, {0, 5}) == [0] * 5 + [1] * 5 + [1] * 8


def test_a_page_of_one_column_belongs_to_the_wider_side_of_the_others() -> None:
    assert columns(TWO + page(*[ACROSS] * 4, number=2), {0, 5}) == [0] * 5 + [1] * 5 + [1] * 4


def test_each_page_may_have_a_gutter_of_its_own() -> None:
    second = page(*[(40.0, 380.0)] * 5, *[(420.0, 560.0)] * 5, number=2)
    assert columns(TWO + second, {0, 5, 10, 15}) == ([0] * 5 + [1] * 5) * 2
