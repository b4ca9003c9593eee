"""Fit: which role the shown skills point to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made import evidence, profile, requirement, shown, skill, target, taxonomy_of
from skillgap.gap import deciding, fit
from skillgap.model import Profile, Shown, SkillId, Status, Target
from skillgap.taxonomy.values import Demand

SHARES = {
    "data engineer": {"sql": 0.8, "spark": 0.5, "python": 0.6},
    "model engineer": {"pytorch": 0.7, "python": 0.9, "sql": 0.2},
}
TAXONOMY = taxonomy_of(
    skill("python"),
    skill("sql"),
    skill("spark"),
    skill("pytorch"),
    skill("lightning", implies=["pytorch"]),
    skill("uncounted"),
    demand=[Demand(role, 100, 80, {SkillId(k): v for k, v in shares.items()}) for role, shares in SHARES.items()],
)
DATA, MODEL = (target(counted=role) for role in SHARES)


def fit_of(to: Target, *skills: Shown) -> float:
    return fit(profile(*skills), to, TAXONOMY)


@pytest.mark.parametrize("to", [DATA, MODEL])
def test_fit_is_a_half_without_evidence(to: Target) -> None:
    assert fit_of(to) == 0.5


@pytest.mark.parametrize(
    "skills", [[shown("uncounted")], [shown("spark", Status.NEGATED)], [shown("spark", Status.ASPIRATIONAL)]]
)
def test_fit_is_a_half_where_nothing_shown_was_counted(skills: list[Shown]) -> None:
    assert fit_of(DATA, *skills) == 0.5


def test_fit_is_a_half_for_a_target_without_counts() -> None:
    assert fit_of(target(), shown("spark")) == 0.5


def test_skill_of_one_role_points_to_it() -> None:
    assert fit_of(DATA, shown("spark")) > 0.5 > fit_of(MODEL, shown("spark"))


def test_skill_that_implies_a_counted_one_points_where_that_points() -> None:
    assert fit_of(MODEL, shown("lightning")) == fit_of(MODEL, shown("pytorch"))


def test_skill_in_use_weighs_more_than_one_in_a_list() -> None:
    used = fit_of(DATA, shown("spark", Status.DEMONSTRATED), shown("pytorch", Status.LISTED))
    listed = fit_of(DATA, shown("spark", Status.LISTED), shown("pytorch", Status.DEMONSTRATED))
    assert used > listed


def test_stronger_of_two_ways_to_show_a_skill_counts() -> None:
    both = fit_of(
        MODEL, shown("spark", Status.LISTED), shown("pytorch", Status.COURSEWORK), shown("lightning", Status.DEMONSTRATED)
    )
    assert both == fit_of(MODEL, shown("spark", Status.LISTED), shown("pytorch", Status.DEMONSTRATED))


def test_order_of_the_skills_changes_nothing() -> None:
    skills = [shown("python"), shown("sql"), shown("spark", Status.DEMONSTRATED)]
    assert fit_of(DATA, *skills) == fit_of(DATA, *reversed(skills))


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(TAXONOMY.skills)), st.sampled_from(list(Status))))
def test_fit_is_between_0_and_1(skills: dict[str, Status]) -> None:
    for to in (DATA, MODEL):
        assert 0 < fit_of(to, *(shown(k, status) for k, status in skills.items())) < 1


def test_role_with_borrowed_counts_points_where_its_profile_was_raised() -> None:
    asked = replace(requirement("pytorch", weight=0.9), share=0.9)
    lent, raised = target(counted="data engineer"), replace(target(asked, counted="data engineer"), borrowed=True)
    assert fit_of(raised, shown("pytorch")) > fit_of(lent, shown("pytorch"))
    assert fit_of(raised, shown("sql")) < fit_of(lent, shown("sql"))


def test_skills_that_decide_speak_for_the_role_the_strongest_first() -> None:
    has = profile(shown("sql"), shown("spark", Status.DEMONSTRATED), shown("pytorch"), shown("uncounted"))
    assert names(has, DATA) == ["spark", "sql"]
    assert names(has, MODEL) == ["pytorch"]
    assert names(has, target()) == []


def names(has: Profile, to: Target) -> list[str]:
    return [d.skill for d in deciding(has, to, TAXONOMY)]


def test_skill_that_decides_has_the_places_that_show_it_and_what_it_follows_from() -> None:
    listed, used, courses = (evidence(status, start) for start, status in enumerate((*list(Status)[1::-1], Status.COURSEWORK)))
    has = profile(shown("lightning", Status.COURSEWORK, courses), shown("pytorch", Status.DEMONSTRATED, listed, used))
    (one,) = deciding(has, MODEL, TAXONOMY)
    assert (one.skill, one.evidence) == ("pytorch", (used, listed, courses))
