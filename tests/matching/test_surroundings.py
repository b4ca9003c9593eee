"""Items of lists, neighbours in a list, rows, sections and proving words."""

from __future__ import annotations

import re

import pytest

from made import WORDS
from skillgap.matching.candidate import Candidate, Surroundings
from skillgap.matching.surroundings import begins_line, fills_item, is_plain_item, neighbours, proven_by_words, section_of
from skillgap.model import Rule, Section, SectionKind, SkillId
from skillgap.taxonomy.values import FormRule


def mark(text: str) -> tuple[str, list[Candidate]]:
    """Return a text without its square brackets, and what stood in them as candidates."""
    plain, found = "", []
    for number, piece in enumerate(re.split(r"[\[\]]", text)):
        if number % 2:
            found.append(Candidate(SkillId(piece), len(plain), len(plain) + len(piece), piece, piece, Rule.EXACT, 1.0))
        plain += piece
    return plain, found


@pytest.mark.parametrize(
    "text",
    [
        "[R]",
        "Python, [R]",
        "[R], Python",
        "x: [R]; y",
        "([R])",
        "Python and [R]",
        "• [R]\n",
        "[R] 4.2, more",
        "[R] (expert), more",
        "[R].",
    ],
)
def test_candidate_fills_an_item(text: str) -> None:
    plain, (candidate,) = mark(text)
    assert fills_item(candidate, plain)


@pytest.mark.parametrize("text", ["some [R], more", "[R] code", "Python, [R]-like"])
def test_candidate_fills_no_item(text: str) -> None:
    plain, candidates = mark(text)
    assert not fills_item(candidates[0], plain)


@pytest.mark.parametrize("text", ["[R]", "a, [R], b", "a | [R] | b", "a\n[R]\nb", "a: [R]", "• [R]"])
def test_candidate_is_a_plain_item(text: str) -> None:
    plain, (candidate,) = mark(text)
    assert is_plain_item(candidate, plain)


@pytest.mark.parametrize("text", ["a and [R]", "([R])", "a, [R] b", "a [R], b"])
def test_candidate_is_no_plain_item(text: str) -> None:
    plain, (candidate,) = mark(text)
    assert not is_plain_item(candidate, plain)


@pytest.mark.parametrize("text", ["[R]", "x\n[R]  expert 5", "• [R] good", "- [R]", "x\n[R] one two three\nmore of it"])
def test_candidate_begins_a_row(text: str) -> None:
    plain, (candidate,) = mark(text)
    assert begins_line(candidate, plain)


@pytest.mark.parametrize("text", ["x [R]", "x\nand [R]", "[R] is one of four words"])
def test_candidate_begins_no_row(text: str) -> None:
    plain, (candidate,) = mark(text)
    assert not begins_line(candidate, plain)


@pytest.mark.parametrize(
    "text",
    [
        "[R], [C]",
        "[R] / [C]",
        "[R] and [C]",
        "[R] und [C]",
        "[R], and [C]",
        "[R] & [C]",
        "[R] 4.2, [C]",
        "[R] 4.x / [C]",
        "[R] (two years), [C]",
        "[R] • [C]",
        "[R]\n• [C]",
        "[R]\n[C]",
        "[R],\n[C]",
        "[R]: [C]",
        "[R] ([C])",
    ],
)
def test_candidates_are_neighbours(text: str) -> None:
    plain, (left, right) = mark(text)
    assert neighbours(left, right, Surroundings(plain, (), WORDS))


@pytest.mark.parametrize(
    "text",
    [
        "[R] [C]",
        "[R] in [C]",
        "[R], or so, [C]",
        "a row of [R]\n[C]",
        "[R]\n[C] again",
        "[R] (for a good many years of it), [C]",
        "[R],;,; [C]",
    ],
)
def test_candidates_are_no_neighbours(text: str) -> None:
    plain, (left, right) = mark(text)
    assert not neighbours(left, right, Surroundings(plain, (), WORDS))


def test_candidates_with_much_between_them_are_no_neighbours() -> None:
    plain, (left, right) = mark("[R]" + " " * 40 + ", [C]")
    assert not neighbours(left, right, Surroundings(plain, (), WORDS))


@pytest.mark.parametrize(("kind", "is_list"), [(SectionKind.SKILLS, True), (SectionKind.SUMMARY, False)])
def test_spaces_part_a_list_in_a_skills_section_only(kind: SectionKind, *, is_list: bool) -> None:
    plain, (left, right) = mark("[R]  [C]")
    assert neighbours(left, right, Surroundings(plain, (Section(kind, "", 0, len(plain)),), WORDS)) is is_list


@pytest.mark.parametrize(
    ("offset", "kind"), [(0, SectionKind.OTHER), (4, SectionKind.OTHER), (5, SectionKind.SKILLS), (99, SectionKind.SKILLS)]
)
def test_section_is_that_of_the_offset(offset: int, kind: SectionKind) -> None:
    assert section_of(offset, (Section(SectionKind.SKILLS, "Skills", 5, 30),)) is kind


def proven(text: str, *near: str) -> bool:
    plain, (candidate,) = mark(text)
    with_rule = Candidate(
        candidate.skill,
        candidate.start,
        candidate.end,
        candidate.text,
        candidate.form,
        Rule.EXACT,
        1.0,
        None,
        FormRule(near=near),
    )
    return proven_by_words(with_rule, Surroundings(plain, (), WORDS))


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("[R] for the tidyverse", "tidyverse"),
        ("Tidyverse and [R]", "tidyverse"),
        ("the tidyverse,\nin [R]", "tidyverse"),
        ("[R] on C++ code", "C++"),
        ("written in [R]", "in R"),
        ("wrote [R] scripts", "R scripts"),
    ],
)
def test_near_word_proves(text: str, near: str) -> None:
    assert proven(text, near)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("[R] for all", "tidyverse"),
        ("[R] for tidyverses", "tidyverse"),
        ("[R]" + " x" * 60 + " tidyverse", "tidyverse"),
        ("in R and to [R] ", "in R"),
    ],
)
def test_near_word_proves_nothing(text: str, near: str) -> None:
    assert not proven(text, near)


def test_form_without_near_words_is_never_proven() -> None:
    assert not proven("[R] for the tidyverse")
