"""Each bad entry is named as it should be; the shipped taxonomy has none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bad_entries import BAD, GO, ROLE, SOFT

from skillgap.taxonomy import check


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
