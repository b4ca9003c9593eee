"""Ambiguous forms without cases, in a taxonomy folder with tests/cases beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgap.taxonomy import cases

SKILL = '- {text: "Wrote it in Go", found: [go], why: x}\n'
OTHER = '- {text: "Ready to go", not: [go], why: x}\n'
MISSED = '- {text: "Wrote it in Go", misses: [go], why: x}\n'
AS_SKILL = "language.yaml: go: no case has the form 'Go' as the skill; add one to tests/cases/ambiguous.yaml"
AS_OTHER = "language.yaml: go: no case has the form 'Go' as something else; add one to tests/cases/ambiguous.yaml"


@pytest.fixture
def problems(folder):
    """Return a function that gives the problems with some cases, without folder and line."""

    def of(text: str, file: str = cases.FILE) -> list[str]:
        path = Path(folder.path.parent, *cases.FOLDER, file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return [folder.inside(line).removeprefix("skills/") for line in cases.problems(folder.records())]

    return of


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (SKILL + OTHER, []),
        (MISSED + OTHER, []),
        (SKILL, [AS_OTHER]),
        (OTHER, [AS_SKILL]),
        ('- {text: "Python", found: [python], why: x}\n', [AS_SKILL, AS_OTHER]),
        ('- {text: "Golang and going", found: [go], not: [go], why: x}\n', [AS_SKILL, AS_OTHER]),
    ],
)
def test_a_frequent_word_needs_a_case_each_way(problems, text, missing):
    assert problems(text) == missing


def test_cases_may_be_in_several_files(problems):
    assert problems(SKILL) == [AS_OTHER]
    assert problems(OTHER, "ambiguous_verbs.yaml") == []


def test_a_letter_needs_cases_too(problems, folder):
    folder.change("skills/language.yaml", "aliases: [CPython, Python 3]", "aliases: [Ω]")
    folder.change("skills/language.yaml", "    Python: {safe: nobody keeps snakes at work}", "    Ω: {context: true}")
    assert [line.partition(": ")[2][:32] for line in problems(SKILL + OTHER)] == ["python: no case has the form 'Ω'"] * 2


def test_a_word_that_is_safe_needs_none(problems, folder):
    folder.change("skills/language.yaml", "Go: {case: keep, context: true, name: true,", "Go: {name: true,")
    assert problems(SKILL) == []


def test_what_is_no_hard_skill_needs_none(problems, folder):
    folder.change("skills/soft.yaml", "name: working together", "name: Less\n  rules: {Less: {context: true}}")
    assert problems(SKILL + OTHER) == []


def test_cases_of_another_shape_are_named(problems):
    found = problems('- {text: "Go", fund: [go], why: x}\n')
    assert len(found) == 1
    assert found[0].endswith("fund: Extra inputs are not permitted")


def test_without_a_file_of_cases_nothing_is_asked(folder):
    assert cases.problems(folder.records()) == []
