"""Requirements that no skill meets: a degree, by its level, and publications."""

from __future__ import annotations

from skillgap.model import (
    CREDENTIALS,
    Evidence,
    Finding,
    FindingStatus,
    GapKind,
    Place,
    Profile,
    Requirement,
    Rule,
    SectionKind,
    SkillId,
    Status,
)
from skillgap.profile.place import Places
from skillgap.taxonomy.values import Scoring

_NAMES = {"bachelor": "a bachelor's degree", "master": "a master's degree", "phd": "a doctorate"}


def degree(requirement: Requirement, profile: Profile, scoring: Scoring) -> Finding:
    """Return what the degrees of a résumé are worth where any of some is asked for; the lowest of those is enough."""
    asked = min(map(CREDENTIALS.index, requirement.any_of))
    worth = [(_credit(asked - CREDENTIALS.index(d.level), scoring), CREDENTIALS.index(d.level), d) for d in profile.degrees]
    credit, level, best = max(worth, key=lambda w: w[:2], default=(0.0, 0, None))
    if best is None or not credit:
        return _missing(requirement, "no degree is named" if best is None else f"the highest degree is {_NAMES[best.level]}")
    met = level >= asked
    return Finding(
        requirement=requirement,
        status=FindingStatus.MET if met else FindingStatus.PARTIAL,
        credit=credit,
        by=(SkillId(best.level),),
        why=f"the highest degree is {_NAMES[best.level]}",
        evidence=(_evidence(best.place, profile),),
        gaps=() if met else (GapKind.LEVEL,),
    )


def _credit(below: int, scoring: Scoring) -> float:
    return scoring.degree[max(below, 0)] if below < len(scoring.degree) else 0.0


def publications(requirement: Requirement, profile: Profile) -> Finding:
    """Return whether a résumé lists publications."""
    if not profile.publications:
        return _missing(requirement, "no publications are listed")
    return Finding(
        requirement=requirement,
        status=FindingStatus.MET,
        credit=1.0,
        by=requirement.any_of[:1],
        why=f"{profile.publications} listed",
        evidence=tuple(_evidence(p, profile) for p in profile.published[:1]),
    )


def _missing(requirement: Requirement, why: str) -> Finding:
    return Finding(requirement, FindingStatus.MISSING, 0.0, (), why, (), (GapKind.MISSING,))


def _evidence(place: Place, profile: Profile) -> Evidence:
    status = Status.DEMONSTRATED if place.section is SectionKind.PUBLICATIONS else Status.LISTED
    line = Places(profile.document).line(place.start, place.end)
    return Evidence(
        text=place.text,
        start=place.start,
        end=place.end,
        page=place.page,
        section=place.section,
        box=place.box,
        rule=Rule.EXACT,
        score=1.0,
        status=status,
        line=line,
        further=place.further,
    )
