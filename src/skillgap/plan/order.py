"""What is missing, in the order to learn it: the largest gain first, each after what it needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from skillgap.gap import Supports
from skillgap.model import Finding, PlanStep, Profile, SkillId
from skillgap.plan.gains import SAME, Earned, Gains
from skillgap.taxonomy.values import Taxonomy

# How many shown skills that make one near a reason names.
MOST_NEAR = 2


@dataclass(frozen=True, slots=True)
class Rated:
    """A skill behind what it needs, by the mean gain of these. It holds until something is learnt that `touches` name."""

    mean: int
    steps: tuple[SkillId, ...]
    touches: frozenset[int]


def order(
    findings: Iterable[Finding], profile: Profile, taxonomy: Taxonomy, *, index: Supports | None = None
) -> tuple[PlanStep, ...]:
    """Return the skills to learn. A gain is what a step adds to overall coverage after the steps before it, 0 to 1.

    `index` is what `gap.supports` gives for the profile.
    """
    gains = Gains.of(findings, profile, taxonomy, index=index)
    return steps(gains, gains.candidates)


def steps(gains: Gains, among: tuple[SkillId, ...], *, every: bool = False) -> tuple[PlanStep, ...]:
    """Return the skills to learn of some: every one, or those that something is left for when the others are learnt."""
    earned, made, left, rated = gains.now, list[PlanStep](), list(among), dict[SkillId, Rated]()
    while chosen := _next(gains, earned, left, [s for s in left if every or gains.is_wanted(earned, s)], rated):
        for each in chosen.steps:
            made.append(_step(gains, earned, each, made))
            earned = gains.learn(earned, each)
            left.remove(each)
        # What is learnt changes few requirements, and a skill is rated anew only where one of its own is among them: a fifth.
        rated = {skill: row for skill, row in rated.items() if row.touches.isdisjoint(chosen.touches)}
    return tuple(made)


def _next(gains: Gains, earned: Earned, left: list[SkillId], wanted: list[SkillId], rated: dict[SkillId, Rated]) -> Rated | None:
    """Return the skill that gains most, behind what it needs: by the mean of these; None where none gains.

    Of equals the nearest to what is known is taken, then the first, which is the most asked for. What it rates goes into `rated`.
    """
    for skill in wanted:
        if skill not in rated:
            rated[skill] = _rate(gains, earned, _with_needs(gains, skill, left))
    best = max(wanted, default=None, key=lambda skill: (rated[skill].mean, gains.nearness(skill)))
    return rated[best] if best and rated[best].mean else None


def _rate(gains: Gains, earned: Earned, skills: tuple[SkillId, ...]) -> Rated:
    total = gains.gain(earned, skills[0])
    for before, skill in pairwise(skills):
        earned = gains.learn(earned, before)
        total += gains.gain(earned, skill)
    touches = frozenset(added.finding for skill in skills for added in gains.adds(skill))
    return Rated(round(total / len(skills) / SAME), skills, touches)


def _with_needs(gains: Gains, skill: SkillId, left: list[SkillId]) -> tuple[SkillId, ...]:
    """Return a skill behind what is still to be learnt before it."""
    ordered: list[SkillId] = []
    seen: set[SkillId] = set()

    def place(one: SkillId) -> None:
        seen.add(one)
        for need in gains.needs(one):
            if need in left and need not in seen:
                place(need)
        ordered.append(one)

    place(skill)
    return tuple(ordered)


def _step(gains: Gains, earned: Earned, skill: SkillId, before: list[PlanStep]) -> PlanStep:
    asking = list(gains.asking(skill))
    near = gains.near(skill)
    names = " and ".join(gains.taxonomy.skills[k].name for k in near[:MOST_NEAR])
    reasons = [f"{r.level} ({r.label}{f', in {r.share:.0%} of postings' if r.share is not None else ''})" for r in asking]
    done = {s.skill for s in before}
    return PlanStep(
        skill=skill,
        gain=gains.gain(earned, skill),
        after=tuple(n for n in gains.needs(skill) if n in done),
        why="; ".join(reasons) + (f"; {names} will help" if near else ""),
        near=near,
        share=max((r.share for r in asking if r.share is not None), default=None),
    )
