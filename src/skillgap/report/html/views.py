"""What the templates show, one class for each kind of thing on the page. Texts are as the résumé has them: escaping is the
templates' part, and of the environment that they are rendered in (../pages.py).

What a page has hundreds of are named tuples, which are made in a third of the time that frozen dataclasses take.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from skillgap.report.html.marks import Lead
from skillgap.report.quote import Quote


class Place(NamedTuple):
    """A place in the résumé that shows something; `mark` is the id of its outline, None where it has none. `short` names the
    place where another of the same finding is quoted before it.
    """

    words: Quote
    where: str
    short: str
    mark: str | None


class FindingView(NamedTuple):
    """What the résumé shows of a requirement. Points are of overall coverage: `worth` at most, `earned` by this résumé.
    `left` says what is left to do where something is shown.
    """

    id: str
    label: str
    status: str
    asked: str
    worth: float
    earned: float
    credit: float
    why: str
    left: tuple[str, ...]
    quote: str | None
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of a status."""

    id: str
    status: str
    title: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """The findings of a level, best first, drawn beside each other: as wide as their weight, filled as far as their credit."""

    level: str
    share: float | None
    weight: float
    findings: tuple[FindingView, ...]


class Step(NamedTuple):
    """A skill to learn. `bar` is its gain as a share of the largest; `reach` is the coverage after this and all before it."""

    id: str
    name: str
    gain: float
    bar: float
    reach: float
    why: str
    after: tuple[Lead, ...]
    closes: tuple[Lead, ...]


class SkillView(NamedTuple):
    """A skill that is shown; `mark` is an outline that shows it, None where it has none. `id` is "" where nothing leads to it."""

    id: str
    name: str
    mark: str | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """A résumé against a target."""

    id: str
    target: str
    target_id: str
    kind: str
    basis: str
    notes: tuple[str, ...]
    fit: float
    deciding: tuple[SkillView, ...]
    overall: float | None
    required: float | None
    preferred: float | None
    counts: dict[str, int]
    strips: tuple[Strip, ...]
    groups: tuple[Group, ...]
    plan: str
    steps: tuple[Step, ...]
    others: tuple[SkillView, ...]


class MarkView(NamedTuple):
    """An outline on a page: `style` says where. One that goes on in another line has an id only in its first."""

    id: str
    style: str
    text: str
    status: str
    leads: tuple[Lead, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the résumé as a picture, which `data` has in base64."""

    id: str
    number: int
    width: float
    height: float
    data: str
    marks: tuple[MarkView, ...]

    @property
    def outlined(self) -> tuple[MarkView, ...]:
        """What begins on the page."""
        return tuple(mark for mark in self.marks if mark.id)


class Piece(NamedTuple):
    """A piece of the résumé's text, outlined where `mark` is there."""

    text: str
    mark: MarkView | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """A résumé with its reports, and its pages, or its text where the file has none. `dropped` are the words of candidates that
    aren't skills, where they stand, what they would be and why they aren't.
    """

    id: str
    file: str
    reports: tuple[ReportView, ...]
    warnings: tuple[str, ...]
    pages: tuple[Page, ...]
    more_pages: int
    text: tuple[Piece, ...]
    dropped: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """All that is on the page."""

    title: str
    as_of: str
    version: str
    taxonomy: str
    ranked: bool
    resumes: tuple[Resume, ...]
    skipped: tuple[tuple[str, str], ...]

    @property
    def reports(self) -> int:
        """How many reports there are in all."""
        return sum(len(r.reports) for r in self.resumes)
