"""Lines of a text, with their places on the page."""

from __future__ import annotations

import pytest

from skillgap.documents.lines import Line, lines_of, same_row
from skillgap.documents.words import PAGE, SPACE, RawWord, assemble
from skillgap.model import Box, Word


def test_lines_are_those_with_characters() -> None:
    assert list(lines_of("Ida\n\nPython SQL")) == [Line(0, 3, "Ida"), Line(5, 15, "Python SQL")]


def test_no_text_has_no_lines() -> None:
    assert list(lines_of("")) == []


def test_a_line_is_on_the_page_of_its_words_and_around_their_boxes() -> None:
    words = [Word(0, 3, 1, (10, 20, 30, 32)), Word(5, 11, 2, (10, 40, 50, 52)), Word(12, 15, 2, (55, 38, 70, 50))]
    assert [(line.text, line.page, line.box) for line in lines_of("Ida\n\nPython SQL", words)] == [
        ("Ida", 1, (10, 20, 30, 32)),
        ("Python SQL", 2, (10, 38, 70, 52)),
    ]


def test_words_without_boxes_give_none() -> None:
    (line,) = lines_of("Python SQL", [Word(0, 6, 3), Word(7, 10, 3)])
    assert (line.page, line.box) == (3, None)


def test_a_word_without_box_leaves_those_of_the_others() -> None:
    (line,) = lines_of("Python SQL", [Word(0, 6, 1), Word(7, 10, 1, (55, 38, 70, 50))])
    assert line.box == (55, 38, 70, 50)


@pytest.mark.parametrize("mark", ["•", "◦", "▪", "▸", "►", "●", "○", "■", "∙", "·", "*", "✓", "➢", "❖", "o", "–", "-", "  •"])
def test_a_mark_before_a_space_begins_a_bullet(mark: str) -> None:
    assert Line(0, 0, f"{mark} Python").is_bullet


def test_a_triangular_bullet_is_one() -> None:
    assert Line(0, 0, "‣ Python").is_bullet


def test_a_bullet_of_a_symbol_font_is_one() -> None:
    text, words = assemble([RawWord("\uf0b7", 1, None, PAGE), RawWord("Python", 1, None, SPACE)])
    assert [line.is_bullet for line in lines_of(text, words)] == [True]


@pytest.mark.parametrize(
    ("looks", "look"),
    [(["Bold 9", "Bold 9"], "Bold 9"), (["Bold 9", "Plain 9"], ""), (["Bold 9", "", "Bold 7"], "Bold 9"), (["", ""], "")],
)
def test_a_line_has_the_look_that_its_words_have_in_common(looks: list[str], look: str) -> None:
    _, words = assemble([RawWord("Go", 1, None, SPACE, look=look) for look in looks])
    assert [line.look for line in lines_of(" ".join(["Go"] * len(looks)), words)] == [look]


@pytest.mark.parametrize("text", ["Python", "•Python", "-5 degrees", "o", "oh", "–", "2019 – 2020", ""])
def test_other_lines_are_no_bullets(text: str) -> None:
    assert not Line(0, 0, text).is_bullet


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ((200, 100, 260, 112), True),
        ((200, 104, 260, 116), True),
        ((200, 96, 260, 108), True),
        ((200, 90, 260, 130), True),
        ((0, 100, 40, 112), True),
        ((200, 107, 260, 119), False),
        ((200, 93, 260, 105), False),
        ((200, 120, 260, 132), False),
        ((80, 100, 260, 112), False),
    ],
    ids=["beside", "lower", "higher", "taller", "before", "too low", "too high", "below", "across"],
)
def test_boxes_beside_each_other_are_in_one_row(other: Box, *, same: bool) -> None:
    box = (50.0, 100.0, 150.0, 112.0)
    assert (same_row(box, other), same_row(other, box)) == (same, same)
