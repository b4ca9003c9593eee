"""What is missing, in the order to learn it: the largest gain first, each after what it needs."""

from __future__ import annotations

from collections.abc import Iterable

from skillgap.model import Finding, PlanStep, Profile, SkillId
from skillgap.plan.gains import SAME, Earned, Gains
from skillgap.taxonomy.values import Taxonomy

# How many shown skills that make one near a reason names.
MOST_NEAR = 2


def order(findings: Iterable[Finding], profile: Profile, taxonomy: Taxonomy) -> tuple[PlanStep, ...]:
    """Return the skills to learn. A gain is what a step adds to overall coverage after the steps before it, 0 to 1."""
    gains = Gains.of(findings, profile, taxonomy)
    return steps(gains, gains.candidates)


def steps(gains: Gains, among: tuple[SkillId, ...], *, every: bool = False) -> tuple[PlanStep, ...]:
    """Return the skills to learn of some: every one, or those that something is left for when the others are learnt."""
    earned, made, left = gains.now, list[PlanStep](), list(among)
    while chosen := _next(gains, earned, left, [s for s in left if every or gains.is_wanted(earned, s)]):
        for each in chosen:
            made.append(_step(gains, earned, each, made))
            earned = gains.learn(earned, each)
            left.remove(each)
    return tuple(made)


def _next(gains: Gains, earned: Earned, left: list[SkillId], wanted: list[SkillId]) -> list[SkillId]:
    """Return the skill that gains most, behind what it needs: by the mean of these; [] where none gains.

    Of equals the nearest to what is known is taken, then the first, which is the most asked for.
    """
    rated = []
    for place, skill in enumerate(wanted):
        steps_ = _with_needs(gains, skill, left)
        rated.append((round(_mean(gains, earned, steps_) / SAME), gains.nearness(skill), -place, steps_))
    best = max(rated, default=None, key=lambda row: row[:3])
    return best[3] if best and best[0] else []


def _mean(gains: Gains, earned: Earned, skills: list[SkillId]) -> float:
    total = 0.0
    for skill in skills:
        total += gains.gain(earned, skill)
        earned = gains.learn(earned, skill)
    return total / len(skills)


def _with_needs(gains: Gains, skill: SkillId, left: list[SkillId]) -> list[SkillId]:
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
    return ordered


def _step(gains: Gains, earned: Earned, skill: SkillId, before: list[PlanStep]) -> PlanStep:
    asking = [f.requirement for f in gains.findings if skill in f.requirement.any_of]
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
