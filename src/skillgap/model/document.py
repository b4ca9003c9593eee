"""What was read: a document with its words, sections and entries."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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


# The code of the warning that a text asks for skills instead of showing them.
JOB_POSTING = "job_posting"


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something that the reader noticed and that may make the answer worse."""

    code: str
    message: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed: `text[start:end]`. Pages count from 1; a file without pages has page 1 and no boxes.

    Words of the same `look` are of one font, or of one kind of heading; it is "" where the reader says nothing of it.
    """

    start: int
    end: int
    page: int
    box: Box | None = None
    hidden: bool = False
    look: str = ""


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
class Picture:
    """A page as a person sees it: a WebP image, and the size of the page in points, in which boxes are given."""

    page: int
    width: float
    height: float
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Highlight:
    """A place of a PDF to be highlighted: `box` of `page`, in the colour of `status` (met or partial), with a note.

    `further` are the boxes of its further lines.
    """

    page: int
    box: Box
    status: str
    text: str
    further: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A résumé as read: one text, in reading order, of which every word knows its page and box.

    `pictures` are those of its first pages, where somebody asked for them and the format has pages.
    """

    source: Source
    engine: str
    text: str
    words: tuple[Word, ...]
    sections: tuple[Section, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
    pictures: tuple[Picture, ...] = ()

    @property
    def is_asking(self) -> bool:
        """Whether what was read as a résumé reads like a job posting."""
        return any(warning.code == JOB_POSTING for warning in self.warnings)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that couldn't be read: a value, so that the others go on."""

    file: str
    code: str
    message: str


# ---------------------------------------------------------------- skills
