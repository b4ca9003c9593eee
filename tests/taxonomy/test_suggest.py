"""Terms that the taxonomy lacks, by how many résumés have them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgap.model import Profile
from skillgap.taxonomy.suggest import suggest

Read = Callable[..., Profile]


@pytest.fixture
def profiles(profile_of: Read) -> list[Profile]:
    lists = ("Python, Frobnicator, Glimmerbase", "Python, FrobNicator", "SQL, Frobnicator, Frobnicator", "Kubernetes Clustr")
    return [profile_of(f"Skills\n{skills}\n", f"cv{number}.txt") for number, skills in enumerate(lists)]


def test_terms_come_by_the_number_of_resumes_with_their_spellings(profiles, taxonomy):
    first, *others = suggest(profiles, taxonomy)
    assert (first.text, first.spellings, first.resumes, first.near) == ("Frobnicator", ("Frobnicator", "FrobNicator"), 3, None)
    assert {s.text for s in others} >= {"Glimmerbase"}
    assert {s.resumes for s in others} == {1}


def test_rare_terms_may_be_left_out(profiles, taxonomy):
    assert [s.text for s in suggest(profiles, taxonomy, at_least=2)] == ["Frobnicator"]


def test_order_of_resumes_doesnt_matter(profiles, taxonomy):
    assert suggest(profiles, taxonomy) == suggest(profiles[::-1], taxonomy)


def test_what_may_be_another_name_of_a_skill_names_it(profile_of, taxonomy):
    found = {s.text: s.near for s in suggest([profile_of("Skills\nPython, Flow Airs Apachee, Kanban Board Designs\n")], taxonomy)}
    assert all(near is None or near in taxonomy.skills for near in found.values())


def test_no_resumes_suggest_nothing(taxonomy):
    assert suggest([], taxonomy) == ()
