"""What a résumé shows: mentions, skills with their status and evidence, degrees."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from skillgap.model.document import Box, Document, Month, SectionKind, SkillId


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

    def __init__(self, value: str) -> None:
        # Whether a skill with this status is shown. Asked a thousand times a résumé, so no property.
        self.counts = value in ("demonstrated", "listed", "coursework")


class Rule(StrEnum):
    """How a mention was found."""

    EXACT = "exact"
    VARIANT = "variant"
    MISSPELLED = "misspelled"
    WIDE = "wide"


class Cue(StrEnum):
    """What the words around a mention say of it."""

    NEGATED = "negated"
    ASPIRATIONAL = "aspirational"
    HEDGED = "hedged"


class Reason(StrEnum):
    """Why a candidate is no mention."""

    ADDRESS = "part of a web or mail address"
    CASE = "not in the spelling that its rule keeps"
    DEGREE = "the field of a degree"
    CONTEXT = "an ordinary word here: no list of skills, skills section or proving word near it"
    EMPLOYER = "an employer's name: a field of its own in the heading of a job"
    GLUED = "part of a longer word"
    HEADING = "goes over the edge of a heading"
    INITIAL = "an initial of a name"
    INSIDE = "inside a longer match"
    NAME = "looks like a name: a capitalised word stands beside it"
    PHRASE = "inside a phrase that isn't the skill"
    UNPROVEN = "a name of the wide tier: no list of known skills around it"
    UNSURE = "less sure than asked for"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a skill is named: `Document.text[start:end] == text`.

    `score` is the share of right ones among mentions like it; `cue_words` are those that make the cue.
    """

    skill: SkillId
    start: int
    end: int
    text: str
    form: str
    rule: Rule
    score: float
    cue: Cue | None = None
    cue_words: str = ""


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
    """Where a résumé shows a skill. `line` is the line around it; `box` is in points on `page`.

    `last_used` is the end of the job or project that it stands in, as in Shown, also where the résumé gives years only. `form` is
    the name in the taxonomy that stands there, `cue` the words that negate it, put it into the future or play it down. `further`
    are the boxes of what goes on in other lines, each with its page.
    """

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
    last_used: str | None = None
    form: str = ""
    cue: str = ""
    further: tuple[tuple[int, Box], ...] = ()


@dataclass(frozen=True, slots=True)
class Stated:
    """Years of a skill that a résumé states ("SQL, 9 years"), the most where it does so more than once, and where it does."""

    years: float
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Shown:
    """A skill as a résumé shows it, with all its evidence in reading order.

    `months` are calendar months over the dated jobs and projects that name it; `last_used` is a month as "YYYY-MM" or
    "present". Both are None where the résumé doesn't say. `stated` years aren't months. `supposed` skills aren't shown: "what
    if" takes them as in use.
    """

    skill: SkillId
    status: Status
    confidence: float
    months: int | None
    last_used: str | None
    evidence: tuple[Evidence, ...]
    supposed: bool = False
    stated: Stated | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands that isn't a mention of a skill; its boxes are as in Evidence."""

    text: str
    start: int
    end: int
    page: int
    section: SectionKind
    box: Box | None
    further: tuple[tuple[int, Box], ...] = ()


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
    """What a résumé shows, in order of first mention; `as_of` is the month that "present" stands for. `published` is where
    each of the publications begins.

    `taxonomy` is the path of the taxonomy whose ids these are, None for the shipped one.
    """

    document: Document
    as_of: Month
    skills: tuple[Shown, ...]
    soft_skills: tuple[Shown, ...]
    certifications: tuple[Shown, ...]
    degrees: tuple[Degree, ...]
    unlisted: tuple[Unlisted, ...]
    dropped: tuple[Dropped, ...]
    publications: int | None = None
    published: tuple[Place, ...] = ()
    taxonomy: str | None = None


# ---------------------------------------------------------------- targets and gaps
