"""What the taxonomy files say, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from skillgap.taxonomy.graph import Graph
from skillgap.taxonomy.skill import Form, FormRule, Skill

if TYPE_CHECKING:
    from skillgap.model import Requirement, RequirementKind, Shown, SkillId

# The version of the shipped taxonomy. A change that a user could notice in a result changes it.
VERSION = "2026.11"

__all__ = ["NOT_COUNTED", "VERSION", "Demand", "Form", "FormRule", "Role", "Scoring", "Skill", "Taxonomy", "Words"]


@dataclass(frozen=True, slots=True)
class Role:
    """A role profile. `counted` is the role in demand.yaml whose counts stand behind it, None for an own role without any.

    `also` are roles whose counts are averaged with them, where those are few; `borrowed` says that the counts are not the role's
    own, which has none.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    about: str
    counted: str | None
    requirements: tuple[Requirement, ...]
    also: tuple[str, ...] = ()
    borrowed: bool = False


@dataclass(frozen=True)
class Demand:
    """What postings of one role mention: the share of employers by skill; numbers of postings and employers, and their years.

    `others` are the shares of what is no hard skill: degrees, publications, soft skills.
    """

    role: str
    postings: int
    employers: int
    shares: Mapping[SkillId, float]
    others: Mapping[SkillId, float] = field(default_factory=dict)
    years: str | None = None

    def part(self, skill: SkillId) -> float:
        """Return the part that a skill has among all that postings of the role mention."""
        return (self.shares.get(skill, 0.0) + SMOOTHING) / self._total

    @cached_property
    def _total(self) -> float:
        return sum(self.shares.values())


# Added to every share, so that a skill that no posting of a role was seen to mention doesn't rule the role out.
SMOOTHING = 0.02

NOT_COUNTED = Demand("", 0, 0, {})


@dataclass(frozen=True, slots=True)
class Words:
    """The words by which documents are read; `posting_` are those of postings.yaml, `qualifying` may stand before `headings`.

    `inner_capitals` are the words of names that have a capital behind a small letter, in small letters: "pytorch".
    """

    headings: Mapping[str, tuple[str, ...]]
    cues: Mapping[str, tuple[str, ...]]
    clause_ends: tuple[str, ...]
    months: Mapping[str, int]
    seasons: Mapping[str, tuple[int, int]]
    present: tuple[str, ...]
    since: tuple[str, ...]
    degrees: Mapping[str, tuple[str, ...]]
    british: Mapping[str, str]
    introducing: tuple[str, ...] = ()
    employed: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    years: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    published: tuple[str, ...] = ()
    unpublished: tuple[str, ...] = ()
    qualifying: tuple[str, ...] = ()
    inner_capitals: tuple[str, ...] = ()
    posting_headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    posting_cues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scoring:
    """The rules of credit; scoring.yaml explains them.

    `stale` are (years, factor), longest first; `related` are (strength, credit, words), strongest first. What a table lacks
    earns nothing, a kind that `weights` lacks weighs 1. `stated` is the part that counts of years that only the résumé's word
    stands for.
    """

    status: Mapping[str, float]
    certification: float
    stale: tuple[tuple[int, float], ...]
    least_for_years: float
    related: tuple[tuple[float, float, str], ...]
    degree: tuple[float, ...]
    weights: Mapping[str, float] = field(default_factory=dict)
    stated: float = 0.0

    def fresh(self, months: int) -> float:
        """Return the factor of what was last used so many months ago."""
        return next((factor for years, factor in self.stale if months >= years * 12), 1.0)

    def near(self, strength: float) -> tuple[float, str]:
        """Return the credit of a relation of some strength, and the words for it."""
        return next(((credit, words) for least, credit, words in self.related if strength >= least), (0.0, ""))

    def lasted(self, shown: Shown) -> float:
        """Return the months that count for a skill: those that its dates show, or its stated years where they count as more."""
        return max(shown.months or 0, 12 * self.stated * (shown.stated.years if shown.stated else 0))

    def lasting(self, months: float | None, years: int | None) -> float:
        """Return the factor of some months where years are asked for."""
        part = min(1.0, (months or 0) / (12 * years)) if years else 1.0
        return self.least_for_years + (1 - self.least_for_years) * part

    def weight(self, kind: RequirementKind) -> float:
        """Return the factor of a requirement's weight by its kind."""
        return self.weights.get(kind, 1.0)


@dataclass(frozen=True)
class Taxonomy:
    """All that skillgap knows. `digest` is the SHA-256 of its files.

    `path` is the folder, or the own file laid over the shipped taxonomy, that it was loaded from; None for the shipped one alone.
    """

    version: str
    digest: str
    skills: Mapping[SkillId, Skill]
    roles: Mapping[str, Role]
    demand: Mapping[str, Demand]
    words: Words
    scoring: Scoring
    categories: Mapping[str, str]
    path: str | None

    def __hash__(self) -> int:
        return hash(self.digest)

    @cached_property
    def graph(self) -> Graph:
        """The relations between the skills, both ways."""
        return Graph(self.skills)

    def near(self, skill: SkillId) -> tuple[tuple[SkillId, float, str], ...]:
        """Return the skills that one earns a part of without knowing them by itself: each with the part, and the words for it."""
        if skill not in self._near:
            known = self.graph.entailed(skill)
            worth = ((other, *self.scoring.near(strength)) for other, strength in self.graph.related(skill).items())
            self._near[skill] = tuple(row for row in worth if row[1] and row[0] not in known)
        return self._near[skill]

    @cached_property
    def _near(self) -> dict[SkillId, tuple[tuple[SkillId, float, str], ...]]:
        return {}

    def usual(self, skill: SkillId) -> float:
        """Return the part that a skill has among all that postings mention, on average over the roles."""
        if skill not in self._usual:
            parts = [demand.part(skill) for demand in self.demand.values()]
            self._usual[skill] = sum(parts) / len(parts)
        return self._usual[skill]

    @cached_property
    def _usual(self) -> dict[SkillId, float]:
        return {}

    @cached_property
    def counted(self) -> frozenset[SkillId]:
        """The skills that postings of any role were counted for."""
        return frozenset(skill for demand in self.demand.values() for skill in demand.shares)

    def counts(self, role: Role) -> Demand:
        """Return the counts behind a role; of an own role without any, no postings of no employers."""
        return self.demand[role.counted] if role.counted else NOT_COUNTED
