"""Shown skills x requirements -> findings: what is met, partly there or missing, by what, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from skillgap.model import Evidence, Finding, FindingStatus, Profile, Requirement, RequirementKind, Shown, SkillId, Target
from skillgap.taxonomy.values import Taxonomy

# How many pieces of evidence a finding carries; the profile has them all.
MOST_EVIDENCE = 5


@dataclass(frozen=True, slots=True)
class _Support:
    """What one shown skill does for one alternative of a requirement."""

    shown: Shown
    asked: SkillId
    credit: float
    strength: float
    why: str

    @property
    def meets(self) -> bool:
        return self.strength == 1.0


def find_gaps(profile: Profile, target: Target, taxonomy: Taxonomy) -> tuple[Finding, ...]:
    """Return a finding for each skill that is required, in the target's order."""
    shown = [s for s in profile.skills if s.status.counts]
    index = _supports(shown, taxonomy)
    return tuple(_finding(requirement, index) for requirement in target.requirements if requirement.kind is RequirementKind.SKILL)


def _supports(shown: Iterable[Shown], taxonomy: Taxonomy) -> Mapping[SkillId, list[_Support]]:
    """Return, for each skill that could be asked for, what supports it, best first."""
    supports: dict[SkillId, list[_Support]] = {}
    for s in shown:
        for support in _supports_of(s, taxonomy):
            supports.setdefault(support.asked, []).append(support)
    for rows in supports.values():
        rows.sort(key=lambda r: (not r.meets, -r.credit, r.shown.skill != r.asked))
    return supports


def _supports_of(shown: Shown, taxonomy: Taxonomy) -> Iterable[_Support]:
    name = taxonomy.skills[shown.skill].name
    credit = taxonomy.credit.status[shown.status]
    yield _Support(shown, shown.skill, credit, 1.0, f"{name} is {shown.status}")
    entailed = taxonomy.graph.entailed(shown.skill)
    for skill in sorted(entailed):
        yield _Support(shown, skill, credit, 1.0, f"{name} is {shown.status}, and it includes {taxonomy.skills[skill].name}")
    for skill, strength in taxonomy.graph.related(shown.skill).items():
        if skill not in entailed:
            part = credit * strength * taxonomy.credit.related
            yield _Support(
                shown,
                skill,
                part,
                strength,
                f"{name} is {shown.status}, which is close to {taxonomy.skills[skill].name}",
            )


def _finding(requirement: Requirement, supports: Mapping[SkillId, list[_Support]]) -> Finding:
    best = [rows[0] for skill in requirement.any_of if (rows := supports.get(skill))]
    best.sort(key=lambda s: (not s.meets, -s.credit))
    used = best[: requirement.at_least]
    # A related skill in use may earn more than the skill itself in a list: the better counts, so that no addition lowers it.
    earned = sorted((max(r.credit for r in rows) for k in requirement.any_of if (rows := supports.get(k))), reverse=True)
    met = len(used) == requirement.at_least and all(s.meets for s in used)
    status = FindingStatus.MET if met else FindingStatus.PARTIAL if used else FindingStatus.MISSING
    shown_first = [s for s in best if s.meets] if met else used
    return Finding(
        requirement=requirement,
        status=status,
        credit=round(sum(earned[: requirement.at_least]) / requirement.at_least, 4),
        by=tuple(dict.fromkeys(s.shown.skill for s in shown_first)),
        why=_why(requirement, used, met=met),
        evidence=_evidence(shown_first),
    )


def _evidence(supports: Iterable[_Support]) -> tuple[Evidence, ...]:
    """Return the evidence behind a finding: that of the best supports first, the strongest of each first."""
    rows = [e for s in supports for e in sorted(s.shown.evidence, key=lambda e: e.status is not s.shown.status)]
    return tuple(dict.fromkeys(rows))[:MOST_EVIDENCE]


def _why(requirement: Requirement, used: list[_Support], *, met: bool) -> str:
    if not used:
        return "nothing in the résumé shows it"
    reasons = "; ".join(s.why for s in used)
    short = "" if met or len(used) == requirement.at_least else f" ({len(used)} of {requirement.at_least} asked for)"
    return reasons + short
