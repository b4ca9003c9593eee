"""What is missing, in the order to learn it: the largest gain first, each after what it needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

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


@dataclass(frozen=True, slots=True)
class _Rated:
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
        self._rated: dict[SkillId, _Rated] = {}

    def next(self) -> tuple[SkillId, ...]:
        """Return the skill that gains most, behind what it needs: by the mean of these; () where none gains.

        Of equals the nearest to what is known is taken, then the first, which is the most asked for.
        """
        best, found = 0, list[_Rated]()
        for row in sorted(map(self._rate, self._wanted()), key=attrgetter("most"), reverse=True):
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
        changed = {number for number, (was, now) in enumerate(zip(before, self.earned, strict=True)) if was is not now}
        touches = self._gains.ground.touches
        self._rated = {
            other: row
            for other, row in self._rated.items()
            if skill not in row.steps and all(touches[s].isdisjoint(changed) for s in row.steps)
        }

    def _wanted(self) -> list[SkillId]:
        if self._every:
            return list(self._left)
        numbers, asking = {n for n, row in enumerate(self.earned) if row.wanted}, self._gains.ground.asking
        return [skill for skill in self._left if not numbers.isdisjoint(asking[skill])]

    def _rate(self, skill: SkillId) -> _Rated:
        if skill not in self._rated:
            steps_ = self._with_needs(skill)
            self._rated[skill] = _Rated(steps_, sum(self._gains.gain(self.earned, s) for s in steps_) / len(steps_))
        return self._rated[skill]

    def _with_needs(self, skill: SkillId) -> tuple[SkillId, ...]:
        """Return a skill behind what is still to be learnt before it."""
        if not self._gains.needs(skill):
            return (skill,)
        ordered: list[SkillId] = []
        seen: set[SkillId] = set()

        def place(one: SkillId) -> None:
            seen.add(one)
            for need in self._gains.needs(one):
                if need in self._left and need not in seen:
                    place(need)
            ordered.append(one)

        place(skill)
        return tuple(ordered)

    def _mean(self, row: _Rated) -> int:
        """Return the mean gain of a skill and what it needs, one after the other, as a multiple of SAME."""
        if len(row.steps) == 1:
            return round(row.most / SAME)
        earned, total = self.earned, 0.0
        for skill in row.steps:
            total += self._gains.gain(earned, skill)
            earned = self._gains.learn(earned, skill)
        return round(total / len(row.steps) / SAME)

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
