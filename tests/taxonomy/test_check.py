"""One bad entry for each check, with its exact message; the shipped taxonomy has none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgap.model import SectionKind
from skillgap.taxonomy import check

GO, SOFT, ROLE = "skills/language.yaml", "skills/soft.yaml", "roles/data-developer.yaml"

# id: (file, what stands there, what the test puts there, the problems)
BAD = {
    "id in two files": (
        SOFT,
        "- id: working-together\n",
        "- {id: python, name: Pyth On Too, about: x}\n- id: working-together\n",
        [f"{SOFT}: python: the id is also in language.yaml; keep one of them"],
    ),
    "id twice in a file": (
        SOFT,
        "- id: working-together\n",
        "- {id: working-together, name: Working Apart, about: x}\n- id: working-together\n",
        [f"{SOFT}: working-together: the id is also in soft.yaml; keep one of them"],
    ),
    "not sorted": (
        SOFT,
        "- id: coaching-people\n",
        "- {id: d, name: Dancing Lessons, about: x}\n- id: coaching-people\n",
        [f"{SOFT}: coaching-people: not sorted; it belongs before d"],
    ),
    "unknown broader": (
        SOFT,
        "broader: [working-together]",
        "broader: [kindness]",
        [f"{SOFT}: coaching-people: broader names kindness, which isn't a skill; add it or drop it"],
    ),
    "unknown implies": (
        GO,
        "implies: [python]",
        "implies: [python, spark]",
        [f"{GO}: pyspark: implies names spark, which isn't a skill; add it or drop it"],
    ),
    "unknown needs": (
        GO,
        "needs: [python]",
        "needs: [spark]",
        [f"{GO}: pyspark: needs names spark, which isn't a skill; add it or drop it"],
    ),
    "unknown related": (
        GO,
        "related: {python: 0.4}",
        "related: {rust: 0.4}",
        [f"{GO}: go: related names rust, which isn't a skill; add it or drop it"],
    ),
    "broader of itself": (
        SOFT,
        "broader: [working-together]",
        "broader: [coaching-people]",
        [f"{SOFT}: coaching-people: broader comes back to itself: coaching-people > coaching-people; drop one of them"],
    ),
    "implies in a circle": (
        GO,
        "  name: Python\n",
        "  name: Python\n  implies: [pyspark]\n",
        [f"{GO}: pyspark: implies comes back to itself: pyspark > python > pyspark; drop one of them"],
    ),
    "needs in a circle": (
        GO,
        "  name: Python\n",
        "  name: Python\n  needs: [pyspark]\n",
        [f"{GO}: pyspark: needs comes back to itself: pyspark > python > pyspark; drop one of them"],
    ),
    "form of two skills": (
        GO,
        "aliases: [CPython, Python 3]",
        "aliases: [go-lang]",
        [f"{GO}: python: the form 'go-lang' is also one of go; a form belongs to one skill"],
    ),
    "form twice": (
        GO,
        "aliases: [Golang]",
        "aliases: [Golang, Golang]",
        [f"{GO}: go: the form 'Golang' stands there twice; drop one"],
    ),
    "common word without a rule": (
        SOFT,
        "name: working together",
        "name: Beam",
        [f"{SOFT}: working-together: the form 'Beam' is also a common word; give it a rule, see skills.yaml"],
    ),
    "single letter without a rule": (
        GO,
        "aliases: [Golang]",
        "aliases: [Golang, Ω]",
        [f"{GO}: go: the form 'Ω' is also a common word; give it a rule, see skills.yaml"],
    ),
    "rule for no form": (
        GO,
        "  rules:\n    Python: {",
        "  rules:\n    CPYTHON: {context: true}\n    Python: {",
        [f"{GO}: python: there is a rule for 'CPYTHON', which isn't one of its forms; drop the rule or add the form"],
    ),
    "phrase without the form": (
        GO,
        "not_in: [go to market]",
        "not_in: [go to market, gaming]",
        [f"{GO}: go: the rule of 'Go' has not_in: 'gaming', which doesn't contain the form; put it right"],
    ),
    "role in another file": (
        ROLE,
        "id: data-developer",
        "id: data-dancer",
        [f"{ROLE}: data-dancer: the file must be named data-dancer.yaml"],
    ),
    "role that nobody counted": (
        ROLE,
        "counted: developer",
        "counted: dancer",
        [f"{ROLE}: data-developer: counted names 'dancer', which demand.yaml lacks"],
    ),
    "role averaged with one that nobody counted": (
        ROLE,
        "counted: developer",
        "counted: developer\nalso: [dancer]",
        [f"{ROLE}: data-developer: also names 'dancer', which demand.yaml lacks"],
    ),
    "shipped role without counts": (
        ROLE,
        "counted: developer\n",
        "",
        [f"{ROLE}: data-developer: counted is missing; name the role of demand.yaml whose counts stand behind it"],
    ),
    "role asks for no skill": (
        ROLE,
        "any_of: [pyspark]",
        "any_of: [pyspark, spark]",
        [f"{ROLE}: data-developer: any_of names spark, which isn't a skill; add it or drop it"],
    ),
    "role asks for too many": (
        ROLE,
        "at_least: 2",
        "at_least: 3",
        [f"{ROLE}: data-developer: at_least is more than any_of has: python, go"],
    ),
    "demand for no skill": (
        "demand.yaml",
        "{go: 0.25,",
        "{gopher: 0.25,",
        ["demand.yaml: developer: gopher isn't a skill; make the file again"],
    ),
    "unknown kind of section": (
        "headings.yaml",
        "skills: [",
        "talents: [",
        [f"headings.yaml: talents: no such kind of section; use one of {', '.join(SectionKind)}"],
    ),
    "heading with a capital": (
        "headings.yaml",
        "what i know",
        "what I know",
        ["headings.yaml: skills: 'what I know' must be in lower case"],
    ),
    "heading of two kinds": (
        "headings.yaml",
        "what i know",
        "work",
        ["headings.yaml: skills: 'work' is also under experience; keep one of them"],
    ),
}


def test_the_sound_taxonomy_has_no_problem(folder):
    assert folder.problems() == []


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_entry_is_named_with_its_file_and_what_to_do(folder, bad):
    file, old, new, problems = bad
    folder.change(file, old, new)
    assert folder.problems() == problems


@pytest.mark.parametrize("one", check.CHECKS, ids=lambda c: c.__name__)
def test_each_check_has_a_bad_entry_here_and_lets_the_sound_taxonomy_pass(make_folder, one: Callable):
    assert list(one(make_folder("sound").records())) == []

    def caught(number: int, bad: tuple) -> list[str]:
        folder = make_folder(str(number))
        folder.change(*bad[:3])
        return list(one(folder.records()))

    # What takes a file more has a test of its own.
    assert one in {check._role_names, check._stray_files} or any(caught(*row) for row in enumerate(BAD.values()))


def test_a_name_belongs_to_one_role(folder):
    text = (folder.path / ROLE).read_text(encoding="utf-8")
    folder.write(
        "roles/dancer.yaml", text.replace("id: data-developer", "id: dancer").replace("name: Data Developer", "name: D-D")
    )
    assert folder.problems() == [
        f"{ROLE}: data-developer: is called 'dd' as dancer is; a name belongs to one role",
        f"{ROLE}: data-developer: is called 'developerofdata' as dancer is; a name belongs to one role",
    ]


def test_all_problems_come_at_once_in_the_order_of_the_checks(folder):
    folder.change("headings.yaml", "what i know", "Talents")
    folder.change(ROLE, "at_least: 2", "at_least: 3")
    folder.change(SOFT, "broader: [working-together]", "broader: [kindness, patience]")
    folder.change(GO, "aliases: [Golang]", "aliases: [Golang, beam]")
    assert folder.problems() == [
        f"{SOFT}: coaching-people: broader names kindness, which isn't a skill; add it or drop it",
        f"{SOFT}: coaching-people: broader names patience, which isn't a skill; add it or drop it",
        f"{GO}: go: the form 'beam' is also a common word; give it a rule, see skills.yaml",
        f"{ROLE}: data-developer: at_least is more than any_of has: python, go",
        "headings.yaml: skills: 'Talents' must be in lower case",
    ]


def test_a_skill_may_have_several_spellings_that_fold_alike(folder):
    folder.change(GO, "aliases: [Golang]", "aliases: [Golang, Go-Lang]")
    assert folder.problems() == []


def test_a_common_word_with_any_rule_is_fine(folder):
    folder.change(SOFT, "name: working together", "name: Beam\n  rules: {Beam: {safe: no roofs here}}")
    assert folder.problems() == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("scikit-learn", "Scikit Learn"), ("CI/CD", "ci cd"), ("Node.js", "NODE_JS"), ("C", "c"), ("R", "r")],
)
def test_spellings_of_one_form_fold_alike(one, other):
    assert check.fold_form(one) == check.fold_form(other)


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("C", "C#"), ("C.", "C"), ("---", "///"), ("Go", "Golang")])
def test_different_forms_fold_differently(one, other):
    assert check.fold_form(one) != check.fold_form(other)


def test_common_words_are_the_most_frequent_ones():
    words = check.common_words()
    assert {"the", "beam", "spark", "go"} <= words
    assert len(words) <= check.COMMON
    assert "kubernetes" not in words


def test_a_file_of_skills_without_a_category_is_named(folder):
    folder.write("skills/cloud.yaml", "- {id: nimbus, name: Nimbus Nine, about: x}\n")
    assert folder.problems() == [
        "skills/cloud.yaml: skills.yaml names no such category, so nobody reads it; add the category or drop the file"
    ]


def test_a_problem_has_the_line_of_its_entry(folder):
    folder.change(GO, "needs: [python]", "needs: [spark]")
    folder.change("demand.yaml", "{go: 0.25,", "{gopher: 0.25,")
    lines = [line.partition(": ")[0] for line in check.problems(folder.records())]
    assert lines == [f"{folder.path / 'skills' / 'language.yaml'}:8", f"{folder.path / 'demand.yaml'}:1"]
