"""The few skills that gain most, each with what it needs: by search where few are asked for, else greedily."""

from __future__ import annotations

from collections.abc import Iterable

from skillgap.gap import Supports
from skillgap.model import Budget, Finding, PlanStep, Profile, SkillId
from skillgap.plan.gains import SAME, Earned, Gains
from skillgap.plan.order import steps
from skillgap.taxonomy.values import Taxonomy

# Up to so many skills all choices are searched; beyond, the first of the greedy plan are taken.
MOST_SEARCHED = 5


def best(
    findings: Iterable[Finding], profile: Profile, taxonomy: Taxonomy, skills: int, *, index: Supports | None = None
) -> tuple[tuple[PlanStep, ...], Budget]:
    """Return the plan of at most so many skills with the largest gain, and how it was found.

    A skill is chosen only together with what it needs of the skills that are missing. `index` is what `gap.supports` gives.
    """
    gains = Gains.of(findings, profile, taxonomy, index=index)
    if skills > MOST_SEARCHED:
        return steps(gains, gains.candidates)[:skills], Budget(skills, exact=False)
    return steps(gains, _Search(gains, skills).best(), every=True), Budget(skills, exact=True)


class _Search:
    """Branch and bound: gains shrink with what is learnt already, so the largest ones of now bound what more can add."""

    def __init__(self, gains: Gains, skills: int) -> None:
        self._gains = gains
        self._most = skills
        self._pool = _undominated(gains)
        self._best: tuple[float, tuple[SkillId, ...]] = (0.0, ())

    def best(self) -> tuple[SkillId, ...]:
        self._visit(self._gains.now, (), 0.0, 0)
        return self._best[1]

    def _visit(self, earned: Earned, chosen: tuple[SkillId, ...], value: float, at: int) -> None:
        missing = {n for s in chosen for n in self._gains.needs(s)} - set(chosen)
        if not missing and value > self._best[0] + SAME:
            self._best = value, chosen
        room = self._most - len(chosen)
        if len(missing) > room or missing - set(self._pool[at:]):
            return
        more = [self._gains.gain(earned, s) for s in self._pool[at:]]
        for i, skill in enumerate(self._pool[at:]):
            bound = value + sum(sorted(more[i:], reverse=True)[:room])
            if not room or bound <= self._best[0] + SAME:
                return
            self._visit(self._gains.learn(earned, skill), (*chosen, skill), value + more[i], at + i + 1)


def _undominated(gains: Gains) -> list[SkillId]:
    """Return the candidates, those with the largest gain first, without those that another replaces in every choice."""
    wanted = gains.candidates
    alone = {s: round(gains.gain(gains.now, s) / SAME) for s in wanted}
    ordered = sorted(wanted, key=lambda s: (-alone[s], -gains.nearness(s)))
    needed = {n for s in wanted for n in gains.needs(s)}
    kept: list[SkillId] = []
    for skill in ordered:
        if skill in needed or not any(_replaces(gains, other, skill) for other in kept):
            kept.append(skill)
    return kept


def _replaces(gains: Gains, other: SkillId, skill: SkillId) -> bool:
    """Return whether `other` does at least what `skill` does, and needs no more, where one alternative is enough."""
    if set(gains.needs(other)) - set(gains.needs(skill)):
        return False
    does = {added.number: added.best for added in gains.ground.adds[other]}
    return all(
        gains.ground.requirements[added.number].at_least == 1 and does.get(added.number, 0.0) >= added.best
        for added in gains.ground.adds[skill]
        if added.number in gains.open
    )
