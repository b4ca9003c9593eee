"""What a résumé with some more skills would earn, by the rules that find gaps.

A skill that is learnt counts as in use, without months. Only what isn't met yet gains: PyTorch would also show Python better
than a list does, but that is no reason to learn it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from skillgap.gap import Supports, supports, supposed_credits
from skillgap.model import Finding, FindingStatus, Level, Profile, Requirement, RequirementKind, SkillId
from skillgap.taxonomy.values import Taxonomy

# What can be learnt as a skill is; a degree can't.
LEARNT = (RequirementKind.SKILL, RequirementKind.CERTIFICATION)

# What differs by less is the same: sums of floats.
SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Earned:
    """What each alternative of each requirement earns, whether it is met, and what each requirement adds to overall coverage."""

    credits: tuple[tuple[float, ...], ...]
    met: tuple[tuple[bool, ...], ...]
    worth: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """What a skill does for the alternatives of one requirement: the place of each, its credit, and whether it meets it."""

    finding: int
    alternatives: tuple[tuple[int, float, bool], ...]

    @property
    def best(self) -> float:
        """The largest credit."""
        return max(credit for _, credit, _ in self.alternatives)


@dataclass(frozen=True)
class Gains:
    """What skills would add to overall coverage. `findings` are those that aren't met and that a skill may meet.

    `index` is what `gap.supports` gives for the profile.
    """

    findings: tuple[Finding, ...]
    total: float
    profile: Profile
    taxonomy: Taxonomy
    index: Supports

    @classmethod
    def of(cls, findings: Iterable[Finding], profile: Profile, taxonomy: Taxonomy, *, index: Supports | None = None) -> Gains:
        """Return the gains that findings leave."""
        counted = [f for f in findings if f.requirement.level is not Level.MENTIONED and f.requirement.weight]
        total = sum(f.requirement.weight for f in counted)
        index = supports(profile, taxonomy) if index is None else index
        return cls(tuple(filter(_is_open, counted)), total, profile, taxonomy, index)

    @cached_property
    def known(self) -> frozenset[SkillId]:
        """The skills that the résumé shows."""
        shown = (*self.profile.skills, *self.profile.certifications)
        return frozenset(s.skill for s in shown if s.status.counts)

    @cached_property
    def candidates(self) -> tuple[SkillId, ...]:
        """The skills to learn: the alternatives of what isn't met, in the order of the findings."""
        return tuple(s for s in self._places if s not in self.known)

    @cached_property
    def _places(self) -> dict[SkillId, list[tuple[int, int]]]:
        """Where each alternative stands: the number of the finding, and its own."""
        places: dict[SkillId, list[tuple[int, int]]] = {}
        for i, finding in enumerate(self.findings):
            for j, skill in enumerate(finding.requirement.any_of):
                places.setdefault(skill, []).append((i, j))
        return places

    def asking(self, skill: SkillId) -> Iterator[Requirement]:
        """Yield the requirements that a skill is an alternative of."""
        yield from (self.findings[i].requirement for i in dict.fromkeys(i for i, _ in self._places[skill]))

    @cached_property
    def now(self) -> Earned:
        """What the résumé earns as it is."""
        rows = [[self._earns(skill, f.requirement) for skill in f.requirement.any_of] for f in self.findings]
        credits_ = tuple(tuple(credit for credit, _ in row) for row in rows)
        worth = tuple(self._worth(i, row) for i, row in enumerate(credits_))
        return Earned(credits_, tuple(tuple(met for _, met in row) for row in rows), worth)

    def _earns(self, skill: SkillId, asked: Requirement) -> tuple[float, bool]:
        of, scoring = self.index.get(skill, ()), self.taxonomy.scoring
        best = max((s.credit * scoring.lasting(scoring.lasted(s.shown), asked.min_years) for s in of), default=0.0)
        return best, any(s.meets for s in of)

    def adds(self, skill: SkillId) -> tuple[Added, ...]:
        """Return what a skill does, in the order of the findings."""
        if skill not in self._adds:
            rows: dict[int, list[tuple[int, float, bool]]] = {}
            for asked, credit, meets in supposed_credits(skill, self.taxonomy):
                for i, j in self._places.get(asked, ()):
                    lasting = self.taxonomy.scoring.lasting(None, self.findings[i].requirement.min_years)
                    rows.setdefault(i, []).append((j, credit * lasting, meets))
            self._adds[skill] = tuple(Added(i, tuple(rows[i])) for i in sorted(rows))
        return self._adds[skill]

    @cached_property
    def _adds(self) -> dict[SkillId, tuple[Added, ...]]:
        return {}

    def learn(self, earned: Earned, skill: SkillId) -> Earned:
        """Return what is earned with one more skill."""
        credits_, met, worth = list(earned.credits), list(earned.met), list(earned.worth)
        for added in self.adds(skill):
            i = added.finding
            credits_[i] = _raised(credits_[i], added)
            met[i] = tuple(m or any(j == at and meets for at, _, meets in added.alternatives) for j, m in enumerate(met[i]))
            worth[i] = self._worth(i, credits_[i])
        return Earned(tuple(credits_), tuple(met), tuple(worth))

    def gain(self, earned: Earned, skill: SkillId) -> float:
        """Return what one more skill adds to overall coverage."""
        return sum(
            self._worth(a.finding, _raised(earned.credits[a.finding], a)) - earned.worth[a.finding] for a in self.adds(skill)
        )

    def _worth(self, i: int, row: tuple[float, ...]) -> float:
        """Return what a requirement adds to overall coverage where its alternatives earn these credits."""
        asked = self.findings[i].requirement
        earned = max(row) if asked.at_least == 1 else sum(sorted(row, reverse=True)[: asked.at_least])
        return asked.weight * earned / asked.at_least / self.total

    def is_wanted(self, earned: Earned, skill: SkillId) -> bool:
        """Return whether a skill is an alternative of a requirement that isn't met yet."""
        return any(sum(earned.met[i]) < self.findings[i].requirement.at_least for i, _ in self._places[skill])

    def needs(self, skill: SkillId) -> tuple[SkillId, ...]:
        """Return what is to be learnt before a skill, of the candidates: what it needs, and what it includes besides."""
        if skill not in self._needs:
            instead = {s for r in self.asking(skill) for s in r.any_of}
            included = self.taxonomy.graph.entailed(skill) - instead
            first = {*self.taxonomy.skills[skill].needs, *included}
            self._needs[skill] = tuple(s for s in self.candidates if s in first) if first else ()
        return self._needs[skill]

    @cached_property
    def _needs(self) -> dict[SkillId, tuple[SkillId, ...]]:
        return {}

    def nearness(self, skill: SkillId) -> float:
        """Return how near a skill is to what is known: related, and prepared by what it needs."""
        if skill not in self._nearness:
            self._nearness[skill] = self._near_to_known(skill)
        return self._nearness[skill]

    @cached_property
    def _nearness(self) -> dict[SkillId, float]:
        return {}

    def _near_to_known(self, skill: SkillId) -> float:
        related = self.taxonomy.graph.related(skill)
        needs = self.taxonomy.skills[skill].needs
        prepared = sum(n in self.known for n in needs) / len(needs) if needs else 0.5
        return max((related[k] for k in self.known & related.keys()), default=0.0) + prepared / 10

    def near(self, skill: SkillId) -> tuple[SkillId, ...]:
        """Return the shown skills that a skill is related to, the nearest first."""
        related = self.taxonomy.graph.related(skill)
        return tuple(sorted(self.known & related.keys(), key=lambda k: (-related[k], k)))


def _raised(row: tuple[float, ...], added: Added) -> tuple[float, ...]:
    """Return the credits of a requirement's alternatives with those that a skill adds."""
    raised = list(row)
    for j, credit, _ in added.alternatives:
        raised[j] = max(raised[j], credit)
    return tuple(raised)


def _is_open(finding: Finding) -> bool:
    """Return whether there is a skill to learn for a finding."""
    return finding.status is not FindingStatus.MET and finding.requirement.kind in LEARNT
