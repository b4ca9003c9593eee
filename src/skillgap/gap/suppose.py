"""What if a résumé showed more: skills that are taken as in use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from skillgap.model import Kind, Profile, Shown, SkillId, Status
from skillgap.taxonomy.values import Taxonomy


def suppose(skill: SkillId) -> Shown:
    """Return a skill as if a job of today showed it, without evidence or months."""
    return Shown(skill, Status.DEMONSTRATED, 1.0, None, None, (), supposed=True)


def supposing(profile: Profile, skills: Iterable[SkillId], taxonomy: Taxonomy) -> Profile:
    """Return a profile with some more skills; what it shows already keeps its evidence and months, and counts as in use."""
    by_kind: dict[Kind, list[SkillId]] = {kind: [] for kind in Kind}
    for skill in dict.fromkeys(skills):
        by_kind[taxonomy.skills[skill].kind].append(skill)
    return replace(
        profile,
        skills=_with(profile.skills, by_kind[Kind.HARD]),
        soft_skills=_with(profile.soft_skills, by_kind[Kind.SOFT]),
        certifications=_with(profile.certifications, by_kind[Kind.CERTIFICATION]),
    )


def _with(shown: tuple[Shown, ...], skills: list[SkillId]) -> tuple[Shown, ...]:
    known = {s.skill for s in shown}
    kept = (replace(s, status=Status.DEMONSTRATED, supposed=True) if s.skill in skills else s for s in shown)
    return (*kept, *(suppose(skill) for skill in skills if skill not in known))
