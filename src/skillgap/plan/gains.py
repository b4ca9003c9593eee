"""What a résumé with some more skills would earn, by the rules that find gaps.

A skill that is learnt counts as in use, without months. Only what isn't met yet gains: PyTorch would also show Python better
than a list does, but that is no reason to learn it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from skillgap.gap import Support, supports, suppose
from skillgap.model import Finding, FindingStatus, Level, Profile, Requirement, RequirementKind, SkillId
from skillgap.taxonomy.values import Taxonomy

# What can be learnt as a skill is; a degree can't.
LEARNT = (RequirementKind.SKILL, RequirementKind.CERTIFICATION)

# What differs by less is the same: sums of floats.
SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Earned:
    """What each alternative of each requirement earns, and whether it is met."""

    credits: tuple[tuple[float, ...], ...]
    met: tuple[tuple[bool, ...], ...]


@dataclass(frozen=True)
class Gains:
    """What skills would add to overall coverage. `findings` are those that aren't met and that a skill may meet."""

    findings: tuple[Finding, ...]
    total: float
    profile: Profile
    taxonomy: Taxonomy

    @classmethod
    def of(cls, findings: Iterable[Finding], profile: Profile, taxonomy: Taxonomy) -> Gains:
        """Return the gains that findings leave."""
        counted = [f for f in findings if f.requirement.level is not Level.MENTIONED and f.requirement.weight]
        return cls(tuple(filter(_is_open, counted)), sum(f.requirement.weight for f in counted), profile, taxonomy)

    @cached_property
    def known(self) -> frozenset[SkillId]:
        """The skills that the résumé shows."""
        shown = (*self.profile.skills, *self.profile.certifications)
        return frozenset(s.skill for s in shown if s.status.counts)

    @cached_property
    def candidates(self) -> tuple[SkillId, ...]:
        """The skills to learn: the alternatives of what isn't met, in the order of the findings."""
        asked = (s for f in self.findings for s in f.requirement.any_of)
        return tuple(dict.fromkeys(s for s in asked if s not in self.known))

    @cached_property
    def now(self) -> Earned:
        """What the résumé earns as it is."""
        shown = (*self.profile.skills, *self.profile.soft_skills, *self.profile.certifications)
        index = supports(shown, self.taxonomy, self.profile.as_of)
        worth = [[self._worth(index.get(skill, ()), f.requirement) for skill in f.requirement.any_of] for f in self.findings]
        return Earned(tuple(tuple(c for c, _ in row) for row in worth), tuple(tuple(m for _, m in row) for row in worth))

    def _worth(self, of: Iterable[Support], asked: Requirement) -> tuple[float, bool]:
        rows = [(s.credit * self.taxonomy.scoring.lasting(s.shown.months, asked.min_years), s.meets) for s in of]
        return max((credit for credit, _ in rows), default=0.0), any(meets for _, meets in rows)

    @cached_property
    def _adds(self) -> dict[SkillId, tuple[tuple[int, int, float, bool], ...]]:
        return {}

    def adds(self, skill: SkillId) -> tuple[tuple[int, int, float, bool], ...]:
        """Return what a skill does: finding, alternative, credit, and whether it meets it."""
        if skill not in self._adds:
            index = supports((suppose(skill),), self.taxonomy, self.profile.as_of)
            self._adds[skill] = tuple(
                (i, j, *self._worth(index[asked], f.requirement))
                for i, f in enumerate(self.findings)
                for j, asked in enumerate(f.requirement.any_of)
                if asked in index
            )
        return self._adds[skill]

    def learn(self, earned: Earned, skill: SkillId) -> Earned:
        """Return what is earned with one more skill."""
        credits_, met = list(map(list, earned.credits)), list(map(list, earned.met))
        for i, j, credit, meets in self.adds(skill):
            credits_[i][j] = max(credits_[i][j], credit)
            met[i][j] = met[i][j] or meets
        return Earned(tuple(map(tuple, credits_)), tuple(map(tuple, met)))

    def gain(self, earned: Earned, skill: SkillId) -> float:
        """Return what one more skill adds to overall coverage."""
        rows: dict[int, list[float]] = {}
        for i, j, credit, _ in self.adds(skill):
            row = rows.setdefault(i, list(earned.credits[i]))
            row[j] = max(row[j], credit)
        return sum(self._weighed(i, row) - self._weighed(i, earned.credits[i]) for i, row in rows.items())

    def _weighed(self, i: int, row: Iterable[float]) -> float:
        asked = self.findings[i].requirement
        return asked.weight * sum(sorted(row, reverse=True)[: asked.at_least]) / asked.at_least / self.total

    def is_wanted(self, earned: Earned, skill: SkillId) -> bool:
        """Return whether a skill is an alternative of a requirement that isn't met yet."""
        return any(
            skill in f.requirement.any_of and sum(earned.met[i]) < f.requirement.at_least for i, f in enumerate(self.findings)
        )

    def needs(self, skill: SkillId) -> tuple[SkillId, ...]:
        """Return what is to be learnt before a skill, of the candidates: what it needs, and what it includes besides."""
        if skill not in self._needs:
            instead = {s for f in self.findings if skill in f.requirement.any_of for s in f.requirement.any_of}
            included = self.taxonomy.graph.entailed(skill) - instead
            first = {*self.taxonomy.skills[skill].needs, *included}
            self._needs[skill] = tuple(s for s in self.candidates if s in first)
        return self._needs[skill]

    @cached_property
    def _needs(self) -> dict[SkillId, tuple[SkillId, ...]]:
        return {}

    def nearness(self, skill: SkillId) -> float:
        """Return how near a skill is to what is known: related, and prepared by what it needs."""
        related = self.taxonomy.graph.related(skill)
        needs = self.taxonomy.skills[skill].needs
        prepared = sum(n in self.known for n in needs) / len(needs) if needs else 0.5
        return max((related[k] for k in self.known & related.keys()), default=0.0) + prepared / 10

    def near(self, skill: SkillId) -> tuple[SkillId, ...]:
        """Return the shown skills that a skill is related to, the nearest first."""
        related = self.taxonomy.graph.related(skill)
        return tuple(sorted(self.known & related.keys(), key=lambda k: (-related[k], k)))


def _is_open(finding: Finding) -> bool:
    """Return whether there is a skill to learn for a finding."""
    return finding.status is not FindingStatus.MET and finding.requirement.kind in LEARNT
