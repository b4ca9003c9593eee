"""Columns that alternate line by line are put one after the other; everything else keeps its order."""

from __future__ import annotations

from pathlib import Path

import pytest
from placed_lines import placed

from skillgap import documents
from skillgap.documents.columns import columns
from skillgap.documents.headings import heading_kind
from skillgap.documents.lines import lines_of
from skillgap.documents.untangle import FEWEST_CHANGES, untangle
from skillgap.documents.words import assemble
from skillgap.taxonomy.values import Words

SIDE, MAIN = 40.0, 220.0
RESUMES = sorted((Path(__file__).parents[3] / "shared" / "eval" / "devset" / "cv").glob("*.pdf"))

Place = tuple[float, float, str]


def column(x: float, *texts: str) -> list[Place]:
    return [(x, 100.0 + 14 * row, text) for row, text in enumerate(texts)]


SKILLS = column(SIDE, "Skills", "Python", "SQL", "Go", "Kafka", "Spark")
JOBS = column(MAIN, "Experience", *(f"Built the warehouse of a small shop, part {n}" for n in "abcde"))


def rows(left: list[Place], right: list[Place]) -> list[Place]:
    return [place for pair in zip(left, right, strict=True) for place in pair]


def put_right(lines: list[Place], words: Words) -> tuple[list[str], tuple[int, ...]]:
    text, found = placed(lines)
    raw, pages = untangle(text, found, words)
    return assemble(raw)[0].split("\n"), pages


def test_columns_line_by_line_are_put_one_after_the_other(words: Words) -> None:
    assert put_right(rows(SKILLS, JOBS), words) == ([text for _, _, text in SKILLS + JOBS], (1,))


def test_words_keep_their_places_and_what_is_hidden(words: Words) -> None:
    text, found = placed(rows(SKILLS, JOBS))
    raw, _ = untangle(text, found, words)
    assert sorted((w.text, w.box) for w in raw) == sorted((text[w.start : w.end], w.box) for w in found)


def test_a_line_across_stays_between_what_is_above_and_below_it(words: Words) -> None:
    wide = (SIDE, 220.0, "Ida Marlowe built warehouses for shops, large and small, in many towns")
    below = [(x, y + 140, text) for x, y, text in rows(column(SIDE, "Java", "Rust"), column(MAIN, "for two shops", "for three"))]
    found, pages = put_right([*rows(SKILLS, JOBS), wide, *below], words)
    assert found[-5:] == [wide[2], "Java", "Rust", "for two shops", "for three"]
    assert found[:6] == [text for _, _, text in SKILLS]
    assert pages == (1,)


@pytest.mark.parametrize(
    "lines",
    [SKILLS + JOBS, JOBS + SKILLS, JOBS[:3] + SKILLS + JOBS[3:], rows(SKILLS[1:], JOBS[1:]), rows(SKILLS[:4], JOBS[:4])],
    ids=["left first", "right first", "one in the other", "no headings: rows of a table", "few lines"],
)
def test_what_is_in_order_keeps_it(words: Words, lines: list[Place]) -> None:
    assert put_right(lines, words)[1] == ()


def test_a_text_without_places_keeps_its_order(words: Words) -> None:
    assert untangle("Skills\nPython", (), words) == ((), ())


@pytest.mark.skipif(not RESUMES, reason="the evaluation data isn't here")
def test_no_resume_of_the_development_data_is_interleaved(words: Words) -> None:
    changes = {}
    for path in RESUMES:
        document = documents.read(str(path), words)
        lines = list(lines_of(document.text, document.words))
        sides = columns(lines, {i for i, line in enumerate(lines) if heading_kind(line.text, words)})
        on_one_page = [(a, b) for a, b, c, d in zip(sides, sides[1:], lines, lines[1:], strict=False) if c.page == d.page]
        changes[path.stem] = sum(a != b for a, b in on_one_page)
    assert {name: n for name, n in changes.items() if n >= FEWEST_CHANGES} == {}
