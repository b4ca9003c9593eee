"""The learning order: what is missing, by gain, each after what it needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made import profile, requirement, shown, skill, target, taxonomy_of
from skillgap import pipeline, plan
from skillgap.gap import find_gaps, supposing
from skillgap.model import Budget, Level, PlanStep, Profile, Requirement, Shown, SkillId, Status
from skillgap.plan.gains import SAME, Gains

TAXONOMY = taxonomy_of(
    skill("python"),
    skill("sql"),
    skill("spark", needs=["python", "sql"], related={"flink": 0.5}),
    skill("flink", related={"spark": 0.5}),
    skill("airflow", needs=["python"]),
    skill("rust"),
)
IDS = sorted(TAXONOMY.skills)


def order(asked: list[Requirement], *skills: Shown) -> tuple[PlanStep, ...]:
    shows = profile(*skills)
    return plan.order(find_gaps(shows, target(*asked), TAXONOMY), shows, TAXONOMY)


def test_largest_gain_comes_first_and_of_equals_the_first_asked_for() -> None:
    steps = order([requirement("rust", weight=0.2), requirement("sql", weight=0.6), requirement("python", weight=0.2)])
    assert [(s.skill, round(s.gain, 4)) for s in steps] == [("sql", 0.6), ("rust", 0.2), ("python", 0.2)]


def test_skill_comes_after_what_it_needs() -> None:
    asked = [requirement("spark", weight=0.8), requirement("python", weight=0.1), requirement("sql", weight=0.1)]
    assert [(s.skill, s.after) for s in order(asked)] == [("python", ()), ("sql", ()), ("spark", ("python", "sql"))]


def test_what_is_needed_but_not_asked_for_is_not_planned() -> None:
    assert [(s.skill, s.after) for s in order([requirement("airflow")])] == [("airflow", ())]


def test_what_is_needed_and_known_is_not_planned() -> None:
    steps = order([requirement("airflow"), requirement("python")], shown("python", Status.DEMONSTRATED))
    assert [(s.skill, s.after) for s in steps] == [("airflow", ())]


def test_met_requirement_is_not_planned() -> None:
    assert order([requirement("python")], shown("python", Status.LISTED)) == ()


def test_mentioned_requirement_is_not_planned() -> None:
    assert order([requirement("python", level=Level.MENTIONED, weight=0), requirement("sql")])[0].skill == "sql"
    assert order([requirement("python", level=Level.MENTIONED, weight=0)]) == ()


def test_partial_requirement_gains_what_is_left() -> None:
    (step,) = order([requirement("flink")], shown("spark", Status.DEMONSTRATED))
    assert round(step.gain, 4) == 0.8
    assert step.why == "required (flink, in 100% of postings); Spark will help"


def test_alternative_that_is_nearest_to_what_is_known_is_chosen() -> None:
    steps = order([requirement("rust", "airflow"), requirement("python")], shown("python"))
    assert [s.skill for s in steps] == ["airflow"]


def test_first_of_equally_near_alternatives_is_chosen() -> None:
    assert [s.skill for s in order([requirement("rust", "sql")])] == ["rust"]


def test_alternative_that_is_known_already_is_not_chosen_again() -> None:
    (step,) = order([requirement("python", "rust", at_least=2)], shown("python"))
    assert step.skill == "rust"


def test_skill_that_two_requirements_ask_for_is_one_step_with_both_gains() -> None:
    (step,) = order([requirement("rust", weight=0.5), requirement("rust", "sql", weight=0.3)])
    assert (step.skill, step.gain, step.why.count("required")) == ("rust", 1.0, 2)


def test_why_names_no_share_where_nobody_counted() -> None:
    (step,) = order([replace(requirement("rust", level=Level.PREFERRED), share=None)])
    assert step.why == "preferred (rust)"


def test_all_met_needs_no_plan() -> None:
    assert order([]) == ()


# ---------------------------------------------------------------- the few that gain most


def best(asked: list[Requirement], skills: int, *has: Shown) -> tuple[tuple[PlanStep, ...], Budget]:
    shows = profile(*has)
    return plan.best(find_gaps(shows, target(*asked), TAXONOMY), shows, TAXONOMY, skills)


def test_few_skills_are_those_with_the_largest_gain_together() -> None:
    steps, budget = best([requirement("rust", weight=0.2), requirement("sql", weight=0.6), requirement("python", weight=0.3)], 2)
    assert [s.skill for s in steps] == ["sql", "python"]
    assert budget == Budget(2, exact=True)


def test_what_a_skill_needs_is_chosen_with_it_or_it_is_not_chosen() -> None:
    asked = [
        requirement("spark", weight=0.8),
        requirement("python", weight=0.01),
        requirement("sql", weight=0.01),
        requirement("rust", weight=0.1),
    ]
    assert [s.skill for s in best(asked, 2)[0]] == ["rust", "python"]
    assert [(s.skill, s.after) for s in best(asked, 3)[0]] == [("python", ()), ("sql", ()), ("spark", ("python", "sql"))]


def test_search_finds_more_than_the_largest_gain_first() -> None:
    asked = [requirement("spark", weight=0.5), requirement("python", weight=0.0001), requirement("sql", weight=0.0001)]
    asked += [requirement("rust", weight=0.3), requirement("flink", weight=0.3)]
    assert {s.skill for s in best(asked, 2)[0]} == {"rust", "flink"}


def test_many_skills_are_chosen_greedily() -> None:
    steps, budget = best([requirement("rust"), requirement("sql")], 6)
    assert [s.skill for s in steps] == ["rust", "sql"]
    assert budget == Budget(6, exact=False)


def test_nothing_to_gain_needs_no_skill() -> None:
    assert best([requirement("python")], 3, shown("python"))[0] == ()


requirements = st.lists(
    st.builds(
        lambda any_of, weight, level: requirement(*any_of, weight=0 if level is Level.MENTIONED else weight, level=level),
        st.lists(st.sampled_from(IDS), min_size=1, max_size=3, unique=True),
        st.floats(0.01, 1),
        st.sampled_from(list(Level)),
    ),
    max_size=6,
)
profiles = st.dictionaries(st.sampled_from(IDS), st.sampled_from(list(Status)), max_size=5)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(requirements, profiles)
def test_gains_add_up_to_what_is_missing_at_most(asked: list[Requirement], skills: dict[str, Status]) -> None:
    report = pipeline.compare(profile(*(shown(k, s) for k, s in skills.items())), target(*asked), TAXONOMY)
    assert all(step.gain >= 0 for step in report.plan)
    assert sum(step.gain for step in report.plan) <= 1 - (report.coverage.overall or 0) + 1e-9


def covered(asked: list[Requirement], shows: Profile, skills: Iterable[SkillId]) -> float:
    return pipeline.compare(supposing(shows, skills, TAXONOMY), target(*asked), TAXONOMY).coverage.overall or 0.0


def summed(gains: Gains, skills: Iterable[SkillId]) -> float:
    earned, total = gains.now, 0.0
    for skill_ in skills:
        total += gains.gain(earned, skill_)
        earned = gains.learn(earned, skill_)
    return total


@settings(max_examples=100, derandomize=True, deadline=None)
@given(requirements, profiles, st.integers(1, 4))
def test_no_other_choice_gains_more(asked: list[Requirement], skills: dict[str, Status], most: int) -> None:
    shows = profile(*(shown(k, s) for k, s in skills.items()))
    report = pipeline.compare(shows, target(*asked), TAXONOMY, skills=most)
    missing = plan.order(report.findings, shows, TAXONOMY)
    gains = Gains.of(report.findings, shows, TAXONOMY)
    wanted = gains.candidates
    closed = [
        chosen
        for size in range(most + 1)
        for chosen in combinations(wanted, size)
        if all(n in chosen for s in chosen for n in gains.needs(s))
    ]
    gained = sum(s.gain for s in report.plan)
    assert gained == pytest.approx(max(summed(gains, chosen) for chosen in closed), abs=1e-6)
    assert covered(asked, shows, [s.skill for s in report.plan]) >= (report.coverage.overall or 0.0) + gained - 2e-4
    assert sum(s.gain for s in missing[:most]) <= gained + 1e-6


@settings(max_examples=150, derandomize=True, deadline=None)
@given(requirements, profiles)
def test_each_step_comes_once_and_after_what_it_names(asked: list[Requirement], skills: dict[str, Status]) -> None:
    steps = order(asked, *(shown(k, s) for k, s in skills.items()))
    names = [s.skill for s in steps]
    assert len(set(names)) == len(names)
    assert all(names.index(need) < names.index(step.skill) for step in steps for need in step.after)


def behind(gains: Gains, skill_: SkillId, left: list[SkillId]) -> list[SkillId]:
    """Return a skill behind what it needs of what is left."""
    ordered: list[SkillId] = []
    for need in (*(n for n in gains.needs(skill_) if n in left), skill_):
        more = [need] if need == skill_ else behind(gains, need, left)
        ordered += [s for s in more if s not in ordered]
    return ordered


def tried_one_by_one(gains: Gains) -> list[SkillId]:
    """Return the order to learn in by rating all that is left anew for each step."""
    earned, left, learnt = gains.now, list(gains.candidates), list[SkillId]()
    while True:
        wanted = [s for s in left if any(earned[n].wanted for n in gains.ground.asking[s])]
        rows = []
        for place, one in enumerate(wanted):
            state, total, chain = earned, 0.0, behind(gains, one, left)
            for each in chain:
                total += gains.gain(state, each)
                state = gains.learn(state, each)
            rows.append((round(total / len(chain) / SAME), gains.nearness(one), -place, chain))
        best = max(rows, key=lambda row: row[:3], default=None)
        if not best or not best[0]:
            return learnt
        for each in best[3]:
            earned = gains.learn(earned, each)
            left.remove(each)
            learnt.append(each)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(requirements, profiles, st.integers(1, 3))
def test_what_is_not_rated_anew_would_not_have_been_chosen(
    asked: list[Requirement], skills: dict[str, Status], at_least: int
) -> None:
    several = [replace(r, at_least=min(at_least, len(r.any_of))) for r in asked]
    shows = profile(*(shown(k, s) for k, s in skills.items()))
    findings = find_gaps(shows, target(*several), TAXONOMY)
    expected = tried_one_by_one(Gains.of(findings, shows, TAXONOMY))
    assert [step.skill for step in plan.order(findings, shows, TAXONOMY)] == expected


@pytest.mark.parametrize("status", [Status.NEGATED, Status.ASPIRATIONAL, Status.HIDDEN])
def test_skill_that_is_not_shown_is_planned(status: Status) -> None:
    assert [s.skill for s in order([requirement("python")], shown("python", status))] == ["python"]
