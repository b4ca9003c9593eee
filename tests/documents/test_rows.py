"""Lines, cut where a heading shares its row with something else."""

from __future__ import annotations

import re

import pytest

from skillgap.documents.rows import rows_of
from skillgap.documents.words import LINE, SPACE, RawWord, assemble
from skillgap.taxonomy.values import Words


def cut(text: str, words: Words) -> list[str]:
    """Return the lines of a page. | is a wide gap; words in capitals are of another font than the others."""
    raw: list[RawWord] = []
    for row, line in enumerate(text.split("\n")):
        for word in re.finditer(r"[^\s|]+", line):
            x, y = 6.0 * word.start() + 40 * line[: word.start()].count("|"), 14.0 * row
            look = "Bold 10" if word[0].isupper() else "Plain 10"
            raw.append(RawWord(word[0], 1, (x, y, x + 6 * len(word[0]), y + 12), SPACE if word.start() else LINE, look=look))
    whole, placed = assemble(raw)
    return [line.text for line in rows_of(whole, placed, words)]


def test_headings_side_by_side_are_lines_of_their_own(words: Words) -> None:
    assert cut("Ida Marlowe\nSkills|Experience\nPython|Engineer, Acme", words) == [
        "Ida Marlowe",
        "Skills",
        "Experience",
        "Python Engineer, Acme",
    ]


def test_a_heading_beside_a_name_is_cut_off_where_it_looks_like_the_others(words: Words) -> None:
    text = "Ida Marlowe|SUMMARY\nsails\nEXPERIENCE\nshops\nEDUCATION\nschools"
    assert cut(text, words)[:2] == ["Ida Marlowe", "SUMMARY"]
    assert cut(text.replace("SUMMARY", "Summary"), words)[0] == "Ida Marlowe Summary"


MARGIN = "Ida Marlowe\nPROFILE|sails\nEXPERIENCE|Engineer, Acme|2019 – 2021\nbuilt shops\nSKILLS|Python\nWHAT ELSE|sails more"


def test_headings_in_the_margin_are_cut_off(words: Words) -> None:
    assert cut(MARGIN, words) == [
        *("Ida Marlowe", "PROFILE", "sails", "EXPERIENCE", "Engineer, Acme 2019 – 2021", "built shops"),
        *("SKILLS", "Python", "WHAT ELSE", "sails more"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Skills\nLANGUAGES|Python, SQL\nTOOLS|Docker\nMETHODS|Scrum",
        MARGIN.replace("EXPERIENCE", "OVERSEAS").replace("PROFILE", "DETAILS"),
        MARGIN.replace("|", " "),
        "EXPERIENCE\nshops\nEDUCATION\nschools\nLanguages|Python",
    ],
    ids=["labels of skills", "too few", "no gap", "labels below headings"],
)
def test_labels_stay_in_their_rows(text: str, words: Words) -> None:
    assert cut(text, words) == [line.replace("|", " ") for line in text.split("\n")]


def test_lines_without_places_are_not_cut(words: Words) -> None:
    text, placed = assemble([RawWord("Skills", 1, None, LINE), RawWord("Experience", 1, None, SPACE)])
    assert [line.text for line in rows_of(text, placed, words)] == ["Skills Experience"]
