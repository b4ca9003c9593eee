"""What is asked for: requirements of a role or a posting."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from skillgap.model.document import Document, ReadingWarning, SkillId, Source
from skillgap.model.profile import Evidence


class Level(StrEnum):
    """How strongly a target asks. A requirement that is only mentioned has weight 0."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    MENTIONED = "mentioned"


class RequirementKind(StrEnum):
    """What is asked for. Ids of skills, soft skills, certifications and domains are the taxonomy's; those of degrees are levels
    (bachelor, master, phd), the one of publications is "publications".
    """

    SKILL = "skill"
    SOFT = "soft"
    DEGREE = "degree"
    PUBLICATION = "publication"
    CERTIFICATION = "certification"
    DOMAIN = "domain"


# What postings ask for that is no skill of the taxonomy, by id: the degrees, lowest first, and publications.
CREDENTIALS = ("bachelor", "master", "phd", "publications")


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a target asks for: `at_least` of the skills in `any_of`.

    `evidence` says for each of `any_of`, in that order, where a posting names it; empty in a role profile, which has no text.
    `share` is what the role profile takes as the share of postings that ask for it; `postings` is how many of those counted
    mention the most mentioned of its skills. `distinctiveness` is the share counted in this role over the mean of those in all
    roles: above 1 the role asks for it more than others do. All are None where nobody counted.
    """

    label: str
    any_of: tuple[SkillId, ...]
    level: Level
    weight: float
    at_least: int = 1
    band: str | None = None
    share: float | None = None
    postings: int | None = None
    min_years: int | None = None
    quote: str | None = None
    kind: RequirementKind = RequirementKind.SKILL
    evidence: tuple[tuple[Evidence, ...], ...] = ()
    distinctiveness: float | None = None


# Below so many postings a share can be more than 12 points off.
FEW_POSTINGS = 60


@dataclass(frozen=True, slots=True)
class Target:
    """What a résumé is compared with. A role's requirements come by weight, heaviest first, a posting's in the order of its text.

    `counted` is the role of demand.yaml whose counts stand behind it, None where there are none; `also` are others that are
    averaged with it, and `borrowed` says that none of the counts is its own, so that `postings` is 0. `years` are those of the
    postings. `source` is the posting's file, None for a role.
    """

    id: str
    name: str
    kind: str
    requirements: tuple[Requirement, ...]
    postings: int
    employers: int
    counted: str | None = None
    source: Source | None = None
    also: tuple[str, ...] = ()
    borrowed: bool = False
    years: str | None = None

    @property
    def low_evidence(self) -> bool:
        """Whether so few postings stand behind a role that its shares are only indicative."""
        return self.kind == "role" and self.postings < FEW_POSTINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting(Target):
    """A target that a job posting is. `role` is the id of the nearest role; degrees are levels (bachelor, master, phd),
    `min_years` years in all. `notes` say what makes the answer doubtful.
    `taxonomy` is the path of the taxonomy whose ids these are, None for the shipped one.
    """

    document: Document
    title: str | None
    seniority: str | None
    role: str | None
    degree_min: str | None
    degree_preferred: str | None
    min_years: int | None
    notes: tuple[ReadingWarning, ...] = ()
    taxonomy: str | None = None
