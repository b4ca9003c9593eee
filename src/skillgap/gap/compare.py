"""Shown skills x requirements -> findings: what is met, partly there or missing, by what, and why.

The rules of credit are those of taxonomy/scoring.yaml; docs/scoring.md explains them.
"""

from __future__ import annotations

from collections.abc import Iterable

from skillgap.gap import credentials
from skillgap.gap.support import Support, Supports, supports
from skillgap.model import Evidence, Finding, FindingStatus, GapKind, Profile, Requirement, RequirementKind, Target
from skillgap.taxonomy.values import Scoring, Taxonomy

# How many pieces of evidence a finding carries; the profile has them all.
MOST_EVIDENCE = 5

NOTHING = "nothing in the résumé shows it"


def find_gaps(profile: Profile, target: Target, taxonomy: Taxonomy, *, index: Supports | None = None) -> tuple[Finding, ...]:
    """Return a finding for each requirement, in the target's order. `index` is what `supports` gives for the profile."""
    index = supports(profile, taxonomy) if index is None else index
    return tuple(_finding(r, profile, index, taxonomy.scoring) for r in target.requirements)


def _finding(requirement: Requirement, profile: Profile, index: Supports, scoring: Scoring) -> Finding:
    if requirement.kind is RequirementKind.DEGREE:
        return credentials.degree(requirement, profile, scoring)
    if requirement.kind is RequirementKind.PUBLICATION:
        return credentials.publications(requirement, profile)
    return _of_skills(requirement, index, scoring)


def _of_skills(requirement: Requirement, index: Supports, scoring: Scoring) -> Finding:
    found = [index[skill] for skill in requirement.any_of if skill in index]
    if not found:
        return Finding(requirement, FindingStatus.MISSING, 0.0, (), NOTHING, (), (GapKind.MISSING,))
    years = requirement.min_years

    def worth(s: Support) -> float:
        return s.credit * scoring.lasting(scoring.lasted(s.shown), years)

    def rank(s: Support) -> tuple[bool, float]:
        return not s.meets, -worth(s)

    rows = [sorted(row, key=lambda s: (*rank(s), s.shown.skill != s.asked)) if len(row) > 1 else row for row in found]
    best = sorted((row[0] for row in rows), key=rank)
    used = best[: requirement.at_least]
    # A related skill in use may earn more than the skill itself in a list: the better counts, so that no addition lowers it.
    earned = sorted((max(map(worth, row)) for row in rows), reverse=True)[: requirement.at_least]
    met = len(used) == requirement.at_least and all(s.meets for s in used)
    shown_first = [s for s in best if s.meets] if met else used
    return Finding(
        requirement=requirement,
        status=FindingStatus.MET if met else FindingStatus.PARTIAL if used else FindingStatus.MISSING,
        credit=round(sum(earned) / requirement.at_least, 4),
        by=tuple(dict.fromkeys(s.shown.skill for s in shown_first)),
        why=_why(requirement, used, scoring, met=met),
        evidence=_evidence(shown_first, requirement),
        gaps=_gaps(requirement, used, scoring),
    )


def _gaps(requirement: Requirement, used: list[Support], scoring: Scoring) -> tuple[GapKind, ...]:
    if len(used) < requirement.at_least:
        return (GapKind.MISSING, *(g for g in GapKind if any(g in s.gaps for s in used)))
    short = (GapKind.LEVEL,) if any(_short(requirement, s, scoring) for s in used) else ()
    return tuple(g for g in GapKind if g in short or any(g in s.gaps for s in used))


def _short(requirement: Requirement, support: Support, scoring: Scoring) -> bool:
    """Return whether a skill is shown for fewer years than are asked for."""
    return requirement.min_years is not None and scoring.lasted(support.shown) < 12 * requirement.min_years


def _evidence(of: Iterable[Support], requirement: Requirement) -> tuple[Evidence, ...]:
    """Return the evidence behind a finding: that of the best supports first, the strongest of each first.

    Where years are asked for, the claim of years comes behind the first piece.
    """
    rows: list[Evidence] = []
    for s in of:
        first, *more = sorted(s.shown.evidence, key=lambda e: e.status is not s.shown.status) or (None,)
        claim = s.shown.stated.evidence if s.shown.stated and requirement.min_years else None
        rows += (e for e in (first, claim, *more) if e is not None)
    return tuple(dict.fromkeys(rows))[:MOST_EVIDENCE]


def _why(requirement: Requirement, used: list[Support], scoring: Scoring, *, met: bool) -> str:
    reasons = "; ".join(s.why + _years(requirement, s, scoring) for s in used)
    short = "" if met or len(used) == requirement.at_least else f" ({len(used)} of {requirement.at_least} asked for)"
    return reasons + short


def _years(requirement: Requirement, support: Support, scoring: Scoring) -> str:
    """Return what is to be said of the years asked for: nothing where dates show them."""
    years, months, stated = requirement.min_years, support.shown.months, support.shown.stated
    if years is None or (months or 0) >= 12 * years:
        return ""
    have = "its dates don't say how long" if months is None else f"{months} months of it"
    if stated:
        counts = f", which count as {12 * scoring.stated * stated.years:.0f} months without dates"
        have += f", {stated.years:g} years stated{counts if scoring.lasted(support.shown) > (months or 0) else ''}"
    return f"; {years} years asked for, {have}"
