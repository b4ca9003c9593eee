"""What a résumé with some more skills would earn, by the rules that find gaps.

A skill that is learnt counts as in use, without months. Only what isn't met yet gains: PyTorch would also show Python better
than a list does, but that is no reason to learn it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import NamedTuple

from skillgap.gap import Supports, supports
from skillgap.model import Finding, FindingStatus, Profile, Requirement, SkillId
from skillgap.plan.ground import LEARNT, Added, Ground, counts, ground
from skillgap.taxonomy.values import Taxonomy

# What differs by less is the same: sums of floats.
SAME = 1e-9


class Row(NamedTuple):
    """What the alternatives of one requirement earn, which are met, and what the requirement adds to overall coverage.

    `least` is the credit beyond which an alternative adds more; `wanted` says that the requirement isn't met yet.
    """

    credits: tuple[float, ...]
    met: frozenset[int]
    worth: float
    least: float
    wanted: bool


# What is met already: nothing more is to be gained from it.
_CLOSED = Row((), frozenset(), 0.0, inf, wanted=False)

# What is earned: a row for each requirement of the ground.
Earned = tuple[Row, ...]


@dataclass(frozen=True)
class Gains:
    """What skills would add to overall coverage. `open` are the numbers of the requirements that aren't met.

    `index` is what `gap.supports` gives for the profile.
    """

    ground: Ground
    open: tuple[int, ...]
    profile: Profile
    taxonomy: Taxonomy
    index: Supports

    @classmethod
    def of(cls, findings: Iterable[Finding], profile: Profile, taxonomy: Taxonomy, *, index: Supports | None = None) -> Gains:
        """Return the gains that findings leave."""
        given = tuple(findings)
        learnt = (f for f in given if counts(f.requirement) and f.requirement.kind in LEARNT)
        open_ = tuple(number for number, f in enumerate(learnt) if f.status is not FindingStatus.MET)
        index = supports(profile, taxonomy) if index is None else index
        return cls(ground(tuple(f.requirement for f in given), taxonomy), open_, profile, taxonomy, index)

    @cached_property
    def known(self) -> frozenset[SkillId]:
        """The skills that the résumé shows."""
        shown = (*self.profile.skills, *self.profile.certifications)
        return frozenset(s.skill for s in shown if s.status.counts)

    @cached_property
    def candidates(self) -> tuple[SkillId, ...]:
        """The skills to learn: the alternatives of what isn't met, in the order of what is asked for."""
        return tuple(self.places)

    @cached_property
    def places(self) -> dict[SkillId, int]:
        """The place of each candidate."""
        asked = (s for number in self.open for s in self.ground.requirements[number].any_of)
        return {skill: place for place, skill in enumerate(dict.fromkeys(s for s in asked if s not in self.known))}

    def asking(self, skill: SkillId) -> Iterator[Requirement]:
        """Yield the requirements that aren't met and that a skill is an alternative of."""
        yield from (self.ground.requirements[number] for number in self.ground.asking[skill] if self.now[number] is not _CLOSED)

    @cached_property
    def now(self) -> Earned:
        """What the résumé earns as it is."""
        rows = [_CLOSED] * len(self.ground.requirements)
        for number in self.open:
            asked = self.ground.requirements[number]
            credits_ = tuple(self._credit(skill, asked) for skill in asked.any_of)
            met = frozenset(i for i, skill in enumerate(asked.any_of) if any(s.meets for s in self.index.get(skill, ())))
            rows[number] = self._row(number, credits_, met)
        return tuple(rows)

    def _credit(self, skill: SkillId, asked: Requirement) -> float:
        scoring = self.taxonomy.scoring
        of = self.index.get(skill, ())
        return max((s.credit * scoring.lasting(s.shown.months, asked.min_years) for s in of), default=0.0)

    def _row(self, number: int, credits_: tuple[float, ...], met: frozenset[int]) -> Row:
        at_least = self.ground.requirements[number].at_least
        best = (max(credits_, default=0.0),) if at_least == 1 else sorted(credits_, reverse=True)[:at_least] or (0.0,)
        return Row(credits_, met, self._worth(number, sum(best)), best[-1], len(met) < at_least)

    def _worth(self, number: int, earned: float) -> float:
        """Return what a requirement adds to overall coverage where its best alternatives earn so much in all."""
        asked = self.ground.requirements[number]
        return asked.weight * earned / asked.at_least / self.ground.total

    def learn(self, earned: Earned, skill: SkillId) -> Earned:
        """Return what is earned with one more skill."""
        rows = list(earned)
        for added in self.ground.adds[skill]:
            row = rows[added.number]
            if row is not _CLOSED and (added.best > row.least or not added.meets <= row.met):
                rows[added.number] = self._row(added.number, _raised(row.credits, added), row.met | added.meets)
        return tuple(rows)

    def gain(self, earned: Earned, skill: SkillId) -> float:
        """Return what one more skill adds to overall coverage."""
        gained = 0.0
        for added in self.ground.adds[skill]:
            row = earned[added.number]
            if added.best > row.least:
                gained += self._raised_worth(row, added) - row.worth
        return gained

    def _raised_worth(self, row: Row, added: Added) -> float:
        at_least = self.ground.requirements[added.number].at_least
        if at_least == 1:
            return self._worth(added.number, added.best)
        return self._worth(added.number, sum(sorted(_raised(row.credits, added), reverse=True)[:at_least]))

    def needs(self, skill: SkillId) -> tuple[SkillId, ...]:
        """Return what is to be learnt before a skill, of the candidates: what it needs, and what it includes besides."""
        if skill not in self._needs:
            before = [(other, needed) for other, needed in self.ground.before[skill] if other in self.places]
            instead = {s for r in self.asking(skill) for s in r.any_of} if before else set()
            first = (other for other, needed in before if needed or other not in instead)
            self._needs[skill] = tuple(sorted(first, key=self.places.__getitem__))
        return self._needs[skill]

    @cached_property
    def _needs(self) -> dict[SkillId, tuple[SkillId, ...]]:
        return {}

    def nearness(self, skill: SkillId) -> float:
        """Return how near a skill is to what is known: related, and prepared by what it needs."""
        related = self.taxonomy.graph.related(skill)
        needs = self.taxonomy.skills[skill].needs
        prepared = sum(n in self.known for n in needs) / len(needs) if needs else 0.5
        return max((strength for k, strength in related.items() if k in self.known), default=0.0) + prepared / 10

    def near(self, skill: SkillId) -> tuple[SkillId, ...]:
        """Return the shown skills that a skill is related to, the nearest first."""
        related = self.taxonomy.graph.related(skill)
        return tuple(sorted(self.known & related.keys(), key=lambda k: (-related[k], k)))


def _raised(credits_: tuple[float, ...], added: Added) -> tuple[float, ...]:
    """Return the credits of a requirement's alternatives with those that a skill adds."""
    raised = list(credits_)
    for alternative, credit in added.credits:
        raised[alternative] = max(raised[alternative], credit)
    return tuple(raised)
