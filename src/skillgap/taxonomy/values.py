"""What the taxonomy files say, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from skillgap.model import Requirement, SkillId
from skillgap.taxonomy.graph import Graph
from skillgap.taxonomy.skill import Form, FormRule, Skill

# The version of the shipped taxonomy. A change that a user could notice in a result changes it.
VERSION = "2026.11"

__all__ = ["NOT_COUNTED", "VERSION", "Credit", "Demand", "Form", "FormRule", "Role", "Skill", "Taxonomy", "Words"]


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


@dataclass(frozen=True, slots=True)
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


NOT_COUNTED = Demand("", 0, 0, {})


@dataclass(frozen=True, slots=True)
class Words:
    """The words by which documents are read; `posting_` are those of postings.yaml."""

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
    posting_headings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    posting_cues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Credit:
    """How much of a requirement's weight a shown skill earns: by status, and the factor for a related skill."""

    status: Mapping[str, float]
    related: float


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
    credit: Credit
    categories: Mapping[str, str]
    path: str | None

    @cached_property
    def graph(self) -> Graph:
        """The relations between the skills, both ways."""
        return Graph(self.skills)

    def counts(self, role: Role) -> Demand:
        """Return the counts behind a role; of an own role without any, no postings of no employers."""
        return self.demand[role.counted] if role.counted else NOT_COUNTED
