"""The frozen values that pass between the stages; no stage changes what it is given.

Offsets are half-open character positions in `Document.text`. Boxes are (x0, top, x1, bottom) in points from the upper
left corner of the page. Months are `Month(year, month)`. Unknown is None, never 0.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import total_ordering
from typing import NewType

from skillgap.errors import UsageError

SkillId = NewType("SkillId", str)
Box = tuple[float, float, float, float]


@total_ordering
@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @classmethod
    def parse(cls, text: str) -> Month:
        """Return the month that "YYYY-MM" names. Raises UsageError."""
        match = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", text)
        if match is None:
            raise UsageError(f"--as-of {text}: not a month; write it as YYYY-MM, such as 2026-11")
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def current(cls) -> Month:
        """Return this month, on the clock of whoever runs the program."""
        today = date.today()  # noqa: DTZ011
        return cls(today.year, today.month)

    def __lt__(self, other: Month) -> bool:
        return self.index < other.index

    @property
    def index(self) -> int:
        """Months since the year 0, so that differences are numbers of months."""
        return self.year * 12 + self.month - 1


# ---------------------------------------------------------------- documents


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document comes from. `file` is the path as the user gave it, or "-"."""

    file: str
    format: str
    sha256: str
    pages: int


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something that the reader noticed and that may make the answer worse."""

    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed: `text[start:end]`. Pages count from 1; a file without pages has page 1 and no boxes."""

    start: int
    end: int
    page: int
    box: Box | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class DateRange:
    """A range of months, both included. `until` None stands for "present"; year-only dates are not `exact`."""

    since: Month
    until: Month | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated job, project or study inside a section."""

    start: int
    end: int
    dates: DateRange


class SectionKind(StrEnum):
    """What a section of a résumé is about; its headings are in taxonomy/headings.yaml."""

    EXPERIENCE = "experience"
    PROJECTS = "projects"
    EDUCATION = "education"
    SKILLS = "skills"
    SUMMARY = "summary"
    PUBLICATIONS = "publications"
    CERTIFICATIONS = "certifications"
    COURSES = "courses"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    REFERENCES = "references"
    AWARDS = "awards"
    CONTACT = "contact"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document; `heading` is "" for what stands before the first heading."""

    kind: SectionKind
    heading: str
    start: int
    end: int
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A résumé as read: one text, in reading order, of which every word knows its page and box."""

    source: Source
    engine: str
    text: str
    words: tuple[Word, ...]
    sections: tuple[Section, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that couldn't be read: a value, so that the others go on."""

    file: str
    code: str
    message: str


# ---------------------------------------------------------------- skills


class Kind(StrEnum):
    """Kinds of skill. Only hard skills count as skills of a résumé; the others are listed apart."""

    HARD = "hard"
    SOFT = "soft"
    CERTIFICATION = "certification"


class Status(StrEnum):
    """How a résumé shows a skill, strongest first. Only the first three count towards coverage."""

    DEMONSTRATED = "demonstrated"
    LISTED = "listed"
    COURSEWORK = "coursework"
    NEGATED = "negated"
    ASPIRATIONAL = "aspirational"
    HIDDEN = "hidden"

    @property
    def counts(self) -> bool:
        """Whether a skill with this status is shown."""
        return self in (Status.DEMONSTRATED, Status.LISTED, Status.COURSEWORK)


class Rule(StrEnum):
    """How a mention was found."""

    EXACT = "exact"
    VARIANT = "variant"
    MISSPELLED = "misspelled"


class Cue(StrEnum):
    """What the words around a mention say of it."""

    NEGATED = "negated"
    ASPIRATIONAL = "aspirational"


class Reason(StrEnum):
    """Why a candidate is no mention."""

    ADDRESS = "part of a web or mail address"
    CASE = "not in the spelling that its rule keeps"
    DEGREE = "the field of a degree"
    CONTEXT = "an ordinary word here: no list of skills, skills section or proving word near it"
    GLUED = "part of a longer word"
    INITIAL = "an initial of a name"
    INSIDE = "inside a longer match"
    NAME = "looks like a name: a capitalised word stands beside it"
    PHRASE = "inside a phrase that isn't the skill"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a skill is named: `Document.text[start:end] == text`. `score` is between 0 and 1."""

    skill: SkillId
    start: int
    end: int
    text: str
    form: str
    rule: Rule
    score: float
    cue: Cue | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A candidate that was thrown away, and why; `detail` names the phrase or match that won."""

    skill: SkillId
    start: int
    end: int
    text: str
    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What matching found in a text, both in reading order."""

    mentions: tuple[Mention, ...]
    dropped: tuple[Dropped, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a résumé shows a skill. `line` is the line around it; `box` is in points on `page`."""

    text: str
    start: int
    end: int
    page: int
    section: SectionKind
    box: Box | None
    rule: Rule
    score: float
    status: Status
    line: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A skill as a résumé shows it, with all its evidence in reading order.

    `months` are calendar months over the dated jobs and projects that name it; `last_used` is a month as "YYYY-MM" or
    "present". Both are None where the résumé doesn't say.
    """

    skill: SkillId
    status: Status
    confidence: float
    months: int | None
    last_used: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands that isn't a mention of a skill."""

    text: str
    start: int
    end: int
    page: int
    section: SectionKind
    box: Box | None


@dataclass(frozen=True, slots=True)
class Degree:
    """A degree that an education section names: bachelor, master or phd."""

    level: str
    field: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A term of a skills list that the taxonomy lacks."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Profile:
    """What a résumé shows, in order of first mention; `as_of` is the month that "present" stands for."""

    document: Document
    as_of: Month
    skills: tuple[Shown, ...]
    soft_skills: tuple[Shown, ...]
    certifications: tuple[Shown, ...]
    degrees: tuple[Degree, ...]
    unlisted: tuple[Unlisted, ...]
    dropped: tuple[Dropped, ...]
    publications: int | None = None


# ---------------------------------------------------------------- targets and gaps


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
    """

    document: Document
    title: str | None
    seniority: str | None
    role: str | None
    degree_min: str | None
    degree_preferred: str | None
    min_years: int | None
    notes: tuple[ReadingWarning, ...] = ()


class FindingStatus(StrEnum):
    """met: an alternative, or a skill that implies it, is shown; partial: only a related skill is; missing: none."""

    MET = "met"
    PARTIAL = "partial"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a résumé shows of one requirement. `credit` is 0 to 1, `by` the skills that earn it, best first."""

    requirement: Requirement
    status: FindingStatus
    credit: float
    by: tuple[SkillId, ...]
    why: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Shares between 0 and 1; None where nothing is asked at that level."""

    required: float | None
    preferred: float | None
    overall: float | None


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A skill to learn: `gain` is what it adds to overall coverage, `after` what comes before it in the plan."""

    skill: SkillId
    gain: float
    after: tuple[SkillId, ...]
    why: str


@dataclass(frozen=True, slots=True)
class GapReport:
    """A résumé against a target. Findings follow the target's order; coverage is computed from them."""

    profile: Profile
    target: Target
    fit: float
    findings: tuple[Finding, ...]
    plan: tuple[PlanStep, ...]
    other_skills: tuple[Shown, ...]

    @property
    def coverage(self) -> Coverage:
        """Sum of weight x credit over sum of weight, for the required, the preferred and both."""
        required = [f for f in self.findings if f.requirement.level is Level.REQUIRED]
        preferred = [f for f in self.findings if f.requirement.level is Level.PREFERRED]
        return Coverage(_share(required), _share(preferred), _share(required + preferred))


@dataclass(frozen=True, slots=True)
class Batch:
    """What one call read and found: one résumé is a batch of one. Profiles and skipped files in the order given.

    Reports come by résumé, and of one résumé in the order of the targets, or by fit where none was given.
    """

    as_of: Month
    taxonomy_version: str
    taxonomy_digest: str
    profiles: tuple[Profile, ...]
    reports: tuple[GapReport, ...]
    skipped: tuple[Skipped, ...]
    ranked: bool = False


def _share(findings: list[Finding]) -> float | None:
    total = sum(f.requirement.weight for f in findings)
    return sum(f.requirement.weight * f.credit for f in findings) / total if total else None
