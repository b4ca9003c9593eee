"""A kept candidate in, how sure it is out: the share of right ones among those found alike in the development data.

The shares are in confidence.tsv, which scripts/calibrate.py writes. Alike are candidates of the same rule, of skills that
postings ask for or that they don't, in the same kind of place, written as a name or in small letters.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from skillgap.matching.candidate import Candidate, Surroundings
from skillgap.matching.surroundings import fills_item, section_of
from skillgap.model import Rule, SectionKind, SkillId

TABLE = Path(__file__).with_name("confidence.tsv")


class Site(StrEnum):
    """Where a candidate stands."""

    SKILLS = "skills section"
    LIST = "list"
    PROSE = "prose"


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """What candidates have in common that are right equally often."""

    rule: Rule
    asked: bool
    site: Site
    capital: bool


def likeness(candidate: Candidate, where: Surroundings, asked: Collection[SkillId]) -> Likeness:
    """Return what a candidate has in common with others; `asked` are the skills that postings ask for."""
    if section_of(candidate.start, where.sections) is SectionKind.SKILLS:
        site = Site.SKILLS
    else:
        site = Site.LIST if fills_item(candidate, where.text) else Site.PROSE
    return Likeness(candidate.rule, candidate.skill in asked, site, candidate.text != candidate.text.lower())


def confidence(candidate: Candidate, where: Surroundings, asked: Collection[SkillId]) -> float:
    """Return the share of right ones among candidates like this one, at most what its spelling allows."""
    return min(candidate.score, _table()[likeness(candidate, where, asked)])


@lru_cache(maxsize=1)
def _table() -> dict[Likeness, float]:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {
        Likeness(Rule(rule), asked == "asked", Site(site), written == "name"): float(share)
        for rule, asked, site, written, _, _, share in rows
    }
