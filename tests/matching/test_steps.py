"""Each step with cases for and against, on the candidates of the small taxonomy."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from made import WORDS
from skillgap.matching import steps
from skillgap.matching.candidate import Candidate, Sifted, Surroundings
from skillgap.model import Reason, Rule, Section, SectionKind

Find = Callable[[str], tuple[Candidate, ...]]


def run(step: steps.Step, text: str, find: Find, *, skills_section: bool = False) -> Sifted:
    sections = (Section(SectionKind.SKILLS, "", 0, len(text)),) if skills_section else ()
    return step(find(text), Surroundings(text, sections, WORDS))


def kept(step: steps.Step, text: str, find: Find) -> list[str]:
    return [c.text for c in run(step, text, find).kept]


def test_steps_run_in_this_order() -> None:
    assert [step.__name__ for step in steps.STEPS] == [
        "without_headings",
        "without_glued",
        "without_addresses",
        "without_initials",
        "without_degree_fields",
        "without_phrases",
        "longest",
        "without_employers",
        "without_names",
        "without_organizations",
        "in_context",
    ]


@pytest.mark.parametrize(
    "text", ["C3PO", "R-squared", "vitamin-C", "R's", "main.c", "C_x", "C# code", "R&B", "r@x", "3Python", "2Go"]
)
def test_part_of_a_longer_word_is_dropped(text: str, candidates: Find) -> None:
    result = run(steps.without_glued, text, candidates)
    assert result.kept == ()
    assert {d.reason for d in result.dropped} == {Reason.GLUED}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Python3", "Python"),
        ("Python-based", "Python"),
        ("(R)", "R"),
        ("R/Python", "R"),
        ("R - Python", "R"),
        ("word2vec.", "word2vec"),
        ("k8s,", "k8s"),
        ("C++17", "C++"),
    ],
)
def test_whole_word_is_kept(text: str, form: str, candidates: Find) -> None:
    assert form in kept(steps.without_glued, text, candidates)


@pytest.mark.parametrize("text", ["k8sx", "ec2x", "ec2²"])
def test_form_with_figures_must_end_where_it_ends(text: str, candidates: Find) -> None:
    assert kept(steps.without_glued, text, candidates) == []


def test_letter_before_a_mark_of_its_own_name_is_dropped(candidates: Find) -> None:
    assert kept(steps.without_glued, "C++", candidates) == ["C++"]


def test_mark_in_the_next_line_is_no_part_of_a_name(candidates: Find) -> None:
    assert kept(steps.without_glued, "C\n++ 49 30", candidates) == ["C"]


def test_letters_in_the_next_line_are(candidates: Find) -> None:
    assert kept(steps.without_glued, "machine\nlearning", candidates) == ["machine learning"]


@pytest.mark.parametrize(
    "text",
    [
        "ann.python@example.org",
        "python@example.org",
        "https://example.org/python/r",
        "www.python.example",
        "python.example.com",
        "example.org/python",
        "files.example/python",
    ],
)
def test_part_of_an_address_is_dropped(text: str, candidates: Find) -> None:
    result = run(steps.without_addresses, text, candidates)
    assert result.kept == ()
    assert {d.reason for d in result.dropped} == {Reason.ADDRESS}


@pytest.mark.parametrize(
    ("text", "form"),
    [("Node.js server", "Node.js"), ("Python. Go", "Python"), ("example.org, Python", "Python"), ("R/Python", "Python")],
)
def test_what_is_no_address_is_kept(text: str, form: str, candidates: Find) -> None:
    assert form in kept(steps.without_addresses, text, candidates)


def test_name_that_is_a_whole_address_is_kept() -> None:
    whole = Candidate("site", 0, 10, "monday.com", "monday.com", Rule.EXACT, 1.0)
    assert steps.without_addresses((whole,), Surroundings("monday.com", (), WORDS)).kept == (whole,)


@pytest.mark.parametrize("text", ["R. Smith", "R.Smith", "R. C. Smith", "R. O'Hara", "R. Smith-Jones"])
def test_initial_of_a_name_is_dropped(text: str, candidates: Find) -> None:
    result = run(steps.without_initials, text, candidates)
    assert "R" not in [c.text for c in result.kept]
    assert result.dropped[0].reason is Reason.INITIAL


@pytest.mark.parametrize("text", ["wrote R.", "R, Smith", "R. and more", "R Smith"])
def test_letter_that_is_no_initial_is_kept(text: str, candidates: Find) -> None:
    assert kept(steps.without_initials, text, candidates) == ["R"]


@pytest.mark.parametrize(
    "text",
    [
        "M.Sc. Statistics",
        "M.Sc. in Statistics",
        "Ph.D., Statistics",
        "Bachelor of Statistics",
        "Bachelor's degree in Statistics",
        "Bachelor’s in Statistics",
        "B.Sc. (Hons) Statistics",
        "B.Sc. Mathematics and Statistics",
        "B.Sc. – Statistics",
    ],
)
def test_field_of_a_degree_is_dropped(text: str, candidates: Find) -> None:
    result = run(steps.without_degree_fields, text, candidates)
    assert result.kept == ()
    assert [d.reason for d in result.dropped] == [Reason.DEGREE]


@pytest.mark.parametrize(
    "text",
    [
        "Statistics",
        "M.Sc. Biology\nthesis on Statistics",
        "Statistics, M.Sc.",
        "TEAMS Statistics",
        "M.Sc. thesis with Statistics",
    ],
)
def test_what_is_no_field_of_a_degree_is_kept(text: str, candidates: Find) -> None:
    assert kept(steps.without_degree_fields, text, candidates) == ["Statistics"]


def test_longest_of_overlapping_candidates_wins(candidates: Find) -> None:
    result = run(steps.longest, "Python Book", candidates)
    assert [c.text for c in result.kept] == ["Python Book"]
    assert [(d.skill, d.reason, d.detail) for d in result.dropped] == [("python", Reason.INSIDE, "Python Book")]


def test_form_inside_a_form_of_the_same_skill_is_no_news(candidates: Find) -> None:
    assert run(steps.longest, "Apache Airflow", candidates).dropped == ()


def test_form_inside_a_phrase_is_dropped_and_the_phrase_is_gone(candidates: Find) -> None:
    result = run(steps.without_phrases, "our Go to market plan", candidates)
    assert result.kept == ()
    assert [(d.skill, d.reason, d.detail) for d in result.dropped] == [("go", Reason.PHRASE, "go to market")]


def test_phrase_bars_only_the_forms_that_it_was_written_for(candidates: Find) -> None:
    assert kept(steps.without_phrases, "Excel in Python; Go to market", candidates) == ["Python"]


def test_form_outside_the_phrase_is_kept(candidates: Find) -> None:
    assert kept(steps.without_phrases, "Go to market in Go", candidates) == ["Go"]


def test_candidates_side_by_side_are_all_kept(candidates: Find) -> None:
    assert kept(steps.longest, "Python, Kubernetes", candidates) == ["Python", "Kubernetes"]


@pytest.mark.parametrize(
    "text",
    [
        "Julia Roberts",
        "Julia\nRoberts",
        "Thanks to Julia Smith",
        "Python, Julia Roberts",
        "met Paul Jenkins",
        "for Ann Jenkins, etc.",
    ],
)
def test_form_beside_a_capitalised_word_is_a_name(text: str, candidates: Find) -> None:
    assert {d.reason for d in run(steps.without_names, text, candidates).dropped} == {Reason.NAME}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Python, Julia", "Julia"),
        ("with Jenkins and more", "Jenkins"),
        ("Used Jenkins", "Jenkins"),
        ("Julia Python", "Julia"),
        ("on Python Jenkins", "Jenkins"),
        ("on Statistics Bureau", "Statistics"),
    ],
    ids=["list", "sentence", "beginning of a sentence", "skill behind", "skill before", "no name"],
)
def test_form_that_is_no_name_here_is_kept(text: str, form: str, candidates: Find) -> None:
    assert form in kept(steps.without_names, text, candidates)


def test_sift_runs_all_steps_and_puts_what_was_dropped_in_order(candidates: Find) -> None:
    text = "Excel in sales; R. Smith; Python Book; python@example.org; Kubernetes"
    result = steps.sift(reversed(candidates(text)), Surroundings(text, (), WORDS))
    assert [c.text for c in result.kept] == ["Python Book", "Kubernetes"]
    assert [(d.text, d.reason) for d in result.dropped] == [
        ("Excel", Reason.PHRASE),
        ("R", Reason.INITIAL),
        ("Python", Reason.INSIDE),
        ("python", Reason.ADDRESS),
    ]


def test_form_that_goes_on_in_letters_is_dropped() -> None:
    part = Candidate("java", 0, 4, "Java", "Java", Rule.EXACT, 1.0)
    assert steps.without_glued((part,), Surroundings("JavaScript", (), WORDS)).kept == ()
