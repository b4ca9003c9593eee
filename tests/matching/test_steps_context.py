"""The last step: forms with another meaning, by their case, their list, their section and the words around them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from made import WORDS
from skillgap.matching import steps
from skillgap.matching.candidate import Candidate, Sifted, Surroundings
from skillgap.model import Reason, Section, SectionKind

Find = Callable[[str], tuple[Candidate, ...]]


def run(text: str, find: Find, kind: SectionKind = SectionKind.OTHER) -> Sifted:
    where = Surroundings(text, (Section(kind, "", 0, len(text)),), WORDS)
    return steps.in_context(steps.longest(steps.without_phrases(find(text), where).kept, where).kept, where)


def kept(text: str, find: Find, kind: SectionKind = SectionKind.OTHER) -> list[str]:
    return [c.text for c in run(text, find, kind).kept]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Python, R, Kubernetes", "R"),
        ("R and Python", "R"),
        ("Python / R", "R"),
        ("Python (R)", "R"),
        ("Python 3.11, R", "R"),
        ("Python (expert), R", "R"),
        ("• Python\n• R", "R"),
        ("Python, R, Go, C", "C"),
        ("C, Go, R, Python", "C"),
        ("Kubernetes, Airflow", "Airflow"),
        ("python, excel", "excel"),
    ],
)
def test_list_proves_its_items(text: str, form: str, candidates: Find) -> None:
    assert form in kept(text, candidates)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Python code that R never saw", "R"),
        ("R, sir, and Python", "R"),
        ("R, Go, C", "C"),
        ("Python for a long while and for all of the years since then, R", "R"),
        ("Python and excel in sales", "excel"),
        ("Python\nplus R", "R"),
    ],
)
def test_what_is_no_list_proves_nothing(text: str, form: str, candidates: Find) -> None:
    assert form not in kept(text, candidates)


@pytest.mark.parametrize(
    "text", ["models with R and the tidyverse", "firmware in C for pumps", "DAG runs in Airflow", "Airflow\nfor dbt"]
)
def test_near_word_proves_a_form(text: str, candidates: Find) -> None:
    assert len(kept(text, candidates)) == 1


@pytest.mark.parametrize("text", ["R" + " word" * 40 + " tidyverse", "the R of tidyverses", "Airflow of the dbts"])
def test_word_that_is_far_away_or_longer_proves_nothing(text: str, candidates: Find) -> None:
    assert kept(text, candidates) == []


@pytest.mark.parametrize("text", ["R", "R, good", "R (5 years)", "R advanced 3", "• R", "Letters: R"])
def test_skills_section_proves_what_fills_an_item(text: str, candidates: Find) -> None:
    assert kept(text, candidates, SectionKind.SKILLS) == ["R"]


@pytest.mark.parametrize("text", ["the R of them", "we like R most of all"])
def test_skills_section_proves_no_words_of_a_sentence(text: str, candidates: Find) -> None:
    assert kept(text, candidates, SectionKind.SKILLS) == []


def test_skills_section_takes_wide_gaps_for_a_list(candidates: Find) -> None:
    assert kept("we know Python R", candidates, SectionKind.SKILLS) == ["Python", "R"]
    assert kept("we know Python R", candidates) == ["Python"]


def test_form_that_keeps_its_case_is_kept_in_it(candidates: Find) -> None:
    assert kept("reports in Excel for all", candidates) == ["Excel"]


@pytest.mark.parametrize("text", ["we excel", "to excel (Python)", "EXCEL for all"])
def test_form_in_another_case_is_dropped(text: str, candidates: Find) -> None:
    assert Reason.CASE in [d.reason for d in run(text, candidates).dropped]


def test_dropped_form_says_that_nothing_proved_it(candidates: Find) -> None:
    (dropped,) = run("some Go there", candidates).dropped
    assert (dropped.skill, dropped.text, dropped.reason) == ("go", "Go", Reason.CONTEXT)


def test_form_without_a_rule_needs_no_proof(candidates: Find) -> None:
    assert kept("kubernetes here, somewhere", candidates) == ["kubernetes"]


def test_no_candidates_give_no_mentions(candidates: Find) -> None:
    assert run("nothing", candidates) == Sifted((), ())
