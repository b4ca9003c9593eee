"""Findings in, learning order out: what to learn first, how much it gains, and what has to come before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from skillgap.model import Finding, FindingStatus, PlanStep, Profile, Requirement, RequirementKind, SkillId
from skillgap.taxonomy.values import Taxonomy

# What can be learnt as a skill is; a degree can't.
LEARNT = (RequirementKind.SKILL, RequirementKind.CERTIFICATION)


@dataclass(slots=True)
class _Goal:
    """A skill to learn and what asks for it."""

    gain: float
    reasons: list[str]


def order(findings: tuple[Finding, ...], profile: Profile, taxonomy: Taxonomy) -> tuple[PlanStep, ...]:
    """Return the skills to learn: what others need first, then by gain. Gain is in points of overall coverage, 0 to 1."""
    goals = _goals(findings, profile, taxonomy)
    needs = {skill: tuple(n for n in taxonomy.skills[skill].needs if n in goals) for skill in goals}
    ordered = _by_gain(goals, needs)
    return tuple(PlanStep(s, goals[s].gain, needs[s], "; ".join(goals[s].reasons)) for s in ordered)


def _goals(findings: Iterable[Finding], profile: Profile, taxonomy: Taxonomy) -> dict[SkillId, _Goal]:
    findings = tuple(findings)
    total = sum(f.requirement.weight for f in findings)
    known = {s.skill for s in profile.skills if s.status.counts}
    goals: dict[SkillId, _Goal] = {}
    for finding in findings:
        asked = finding.requirement
        if finding.status is FindingStatus.MET or not asked.weight or asked.kind not in LEARNT:
            continue
        skill = _nearest(finding.requirement, known, taxonomy)
        goal = goals.setdefault(skill, _Goal(0.0, []))
        goal.gain += finding.requirement.weight * (1 - finding.credit) / total
        goal.reasons.append(_reason(finding, skill, known, taxonomy))
    return goals


def _nearest(requirement: Requirement, known: set[SkillId], taxonomy: Taxonomy) -> SkillId:
    """Return the alternative that is nearest to what is known; of equals the first, which is the one most asked for."""
    open_ = [skill for skill in requirement.any_of if skill not in known] or list(requirement.any_of)
    return max(open_, key=lambda skill: _nearness(skill, known, taxonomy))


def _nearness(skill: SkillId, known: set[SkillId], taxonomy: Taxonomy) -> float:
    related = taxonomy.graph.related(skill)
    needs = taxonomy.skills[skill].needs
    prepared = sum(n in known for n in needs) / len(needs) if needs else 0.5
    return max((related[k] for k in known & related.keys()), default=0.0) + prepared / 10


def _reason(finding: Finding, skill: SkillId, known: set[SkillId], taxonomy: Taxonomy) -> str:
    asked = finding.requirement
    how_often = f", in {asked.share:.0%} of postings" if asked.share is not None else ""
    related = taxonomy.graph.related(skill)
    near = sorted(known & related.keys(), key=lambda k: (-related[k], k))[:2]
    helped = f"; {' and '.join(taxonomy.skills[k].name for k in near)} will help" if near else ""
    return f"{asked.level} ({asked.label}{how_often}){helped}"


def _by_gain(goals: Mapping[SkillId, _Goal], needs: Mapping[SkillId, tuple[SkillId, ...]]) -> list[SkillId]:
    """Return the goals with the largest gain first, each after what it needs."""
    ordered: list[SkillId] = []
    for skill in sorted(goals, key=lambda s: (-goals[s].gain, s)):
        _place(skill, needs, ordered)
    return ordered


def _place(skill: SkillId, needs: Mapping[SkillId, tuple[SkillId, ...]], ordered: list[SkillId]) -> None:
    if skill not in ordered:
        for need in needs[skill]:
            _place(need, needs, ordered)
        ordered.append(skill)
