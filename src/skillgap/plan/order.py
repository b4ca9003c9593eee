"""What is missing, in the order to learn it: the largest gain first, each after what it needs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from skillgap.gap import Supports
from skillgap.model import Finding, PlanStep, Profile, SkillId
from skillgap.plan.gains import SAME, Earned, Gains
from skillgap.taxonomy.values import Taxonomy

# How many shown skills that make one near a reason names.
MOST_NEAR = 2


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
    path, made = _Path(gains, among, every=every), list[PlanStep]()
    while chosen := path.next():
        for skill in chosen:
            made.append(_step(gains, path.earned, skill, made))
            path.learn(skill)
    return tuple(made)


class _Rated(NamedTuple):
    """A skill behind what it needs, and what the mean gain of these is at most: a gain shrinks with what is learnt before."""

    steps: tuple[SkillId, ...]
    most: float


class _Path:
    """What is learnt step by step. What was worked out of a skill holds until something is learnt that bears on it."""

    def __init__(self, gains: Gains, among: tuple[SkillId, ...], *, every: bool) -> None:
        self.earned = gains.now
        self._gains = gains
        self._every = every
        self._left = dict.fromkeys(among)
        self._behind: dict[SkillId, tuple[SkillId, ...]] = {}
        self._alone: dict[SkillId, float] = {}
        self._rated: dict[SkillId, _Rated] = {}
        self._means: dict[tuple[SkillId, ...], int] = {}

    def next(self) -> tuple[SkillId, ...]:
        """Return the skill that gains most, behind what it needs: by the mean of these; () where none gains.

        Of equals the nearest to what is known is taken, then the first, which is the most asked for.
        """
        best, found = 0, list[_Rated]()
        rows = [self._rated.get(skill) or self._rate(skill) for skill in self._wanted()]
        for row in sorted(rows, key=attrgetter("most"), reverse=True):
            if row.most < (best - 1) * SAME:  # what follows gains less, and needn't be worked out
                break
            mean = self._mean(row)
            found = [row] if mean > best else [*found, row] if mean == best else found
            best = max(mean, best)
        return self._nearest(row.steps for row in found) if best else ()

    def learn(self, skill: SkillId) -> None:
        """Go a step."""
        before, self.earned = self.earned, self._gains.learn(self.earned, skill)
        del self._left[skill]
        ground = self._gains.ground
        changed = (a.number for a in ground.adds[skill] if before[a.number] is not self.earned[a.number])
        touched = {skill}.union(*(ground.touching[number] for number in changed))
        self._behind = {other: steps_ for other, steps_ in self._behind.items() if skill not in steps_}
        self._alone = {other: gain for other, gain in self._alone.items() if other not in touched}
        self._rated = {other: row for other, row in self._rated.items() if touched.isdisjoint(row.steps)}
        self._means = {steps_: mean for steps_, mean in self._means.items() if touched.isdisjoint(steps_)}

    def _wanted(self) -> list[SkillId]:
        if self._every:
            return list(self._left)
        numbers, asking = {n for n, row in enumerate(self.earned) if row.wanted}, self._gains.ground.asking
        return [skill for skill in self._left if not numbers.isdisjoint(asking[skill])]

    def _rate(self, skill: SkillId) -> _Rated:
        steps_ = self._behind.get(skill) or self._with_needs(skill)
        self._behind[skill] = steps_
        row = self._rated[skill] = _Rated(steps_, sum(map(self._gain, steps_)) / len(steps_))
        return row

    def _gain(self, skill: SkillId) -> float:
        gain = self._alone.get(skill)
        if gain is None:
            gain = self._alone[skill] = self._gains.gain(self.earned, skill)
        return gain

    def _with_needs(self, skill: SkillId) -> tuple[SkillId, ...]:
        """Return a skill behind what is still to be learnt before it."""
        if not self._gains.needs(skill):
            return (skill,)
        ordered: list[SkillId] = []
        self._place(skill, set(), ordered)
        return tuple(ordered)

    def _place(self, skill: SkillId, seen: set[SkillId], ordered: list[SkillId]) -> None:
        seen.add(skill)
        for need in self._gains.needs(skill):
            if need in self._left and need not in seen:
                self._place(need, seen, ordered)
        ordered.append(skill)

    def _mean(self, row: _Rated) -> int:
        """Return the mean gain of a skill and what it needs, one after the other, as a multiple of SAME."""
        if len(row.steps) == 1:
            return round(row.most / SAME)
        mean = self._means.get(row.steps)
        if mean is None:
            mean = self._means[row.steps] = self._mean_of(row.steps)
        return mean

    def _mean_of(self, steps_: tuple[SkillId, ...]) -> int:
        earned, total = self.earned, self._gain(steps_[0])
        for learnt, skill in pairwise(steps_):
            earned = self._gains.learn(earned, learnt)
            total += self._gains.gain(earned, skill)
        return round(total / len(steps_) / SAME)

    def _nearest(self, of: Iterable[tuple[SkillId, ...]]) -> tuple[SkillId, ...]:
        first, *others = sorted(of, key=lambda steps_: self._gains.places[steps_[-1]])
        return max((first, *others), key=lambda steps_: self._gains.nearness(steps_[-1])) if others else first


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
