"""What becomes of a file: values that go from a worker to the store.

Rows are named tuples of plain values: a result has hundreds, and dataclasses with members of enums take twice as long to pack.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from skillgap.batch.identity import Identity, Owner
from skillgap.documents.options import DEFAULT, PdfOptions
from skillgap.model import Month, Target


@dataclass(frozen=True, slots=True)
class Setup:
    """What all files of a run are compared with, and how; it goes to each worker once."""

    own: str | None
    as_of: Month
    targets: tuple[Target, ...]
    pdf: PdfOptions = DEFAULT
    pages: bool = True
    pictures: bool = False
    anonymize: bool = False


class SkillRow(NamedTuple):
    """A skill that counts, as a résumé shows it."""

    skill: str
    name: str
    status: str
    months: int | None
    last_used: str | None


class FindingRow(NamedTuple):
    """What a résumé shows of a requirement; `number` counts the target's requirements from 0."""

    number: int
    status: str
    credit: float


class StepRow(NamedTuple):
    """A skill to learn, and the share of coverage that it brings."""

    number: int
    skill: str
    name: str
    gain: float


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A résumé against the target of this number."""

    target: int
    fit: float
    overall: float | None
    required: float | None
    preferred: float | None
    findings: tuple[FindingRow, ...]
    steps: tuple[StepRow, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a résumé shows. `newest` is the month in which its newest entry begins; `records` are the contract's reports and
    `page` is the HTML report, both compressed, with `mark(sha256)` where the name of the file goes.
    """

    sha256: str
    format: str
    pages: int
    identity: Identity | Owner
    newest: str
    skills: tuple[SkillRow, ...]
    reports: tuple[ReportRow, ...]
    records: bytes
    page: bytes | None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file has no result; `sha256` is None where its content couldn't even be loaded."""

    sha256: str | None
    code: str
    message: str


def mark(sha256: str) -> str:
    """Return what stands for the name of a file, whatever it is called now, in what the store keeps of its content."""
    return f"file-{sha256}"
