"""The shape of scoring.yaml, the rules of credit, as records that refuse what they don't know. Imported only to compile."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from skillgap.model import RequirementKind
from skillgap.taxonomy.schema import Record, Share, Strength, Text


class StatusRecord(Record):
    """`status` in scoring.yaml: a credit for each status that counts."""

    demonstrated: Share
    listed: Share
    coursework: Share


class StaleRecord(Record):
    """One line of `stale` in scoring.yaml."""

    years: Annotated[int, Field(ge=1)]
    factor: Share


class RelatedRecord(Record):
    """One line of `related` in scoring.yaml."""

    strength: Strength
    credit: Annotated[float, Field(ge=0, lt=1)]
    words: Text


class YearsRecord(Record):
    """`years` in scoring.yaml."""

    least: Share
    stated: Share = 0.0


class ScoringRecord(Record):
    """scoring.yaml."""

    status: StatusRecord
    certification: Share
    stale: tuple[StaleRecord, ...]
    years: YearsRecord
    related: tuple[RelatedRecord, ...]
    degree: tuple[Share, ...]
    weights: dict[RequirementKind, Share]
