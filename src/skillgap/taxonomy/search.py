"""Words in, skills out: by exact form, then by likeness of the forms, then by the description."""

from __future__ import annotations

from skillgap.errors import UsageError
from skillgap.model import SkillId
from skillgap.taxonomy.skill import fold_form
from skillgap.taxonomy.values import Skill, Taxonomy

# Below this likeness (0 to 100, by rapidfuzz's WRatio) forms have nothing to do with each other.
LIKE = 75


def named(name: str, taxonomy: Taxonomy) -> Skill | None:
    """Return the skill with this id, name or alias, written anyhow."""
    if name in taxonomy.skills:
        return taxonomy.skills[SkillId(name)]
    folded = fold_form(name)
    return next((s for s in taxonomy.skills.values() if any(fold_form(f.text) == folded for f in s.forms)), None)


def find(name: str, taxonomy: Taxonomy) -> Skill:
    """Return the skill with this id, name or alias, written anyhow. Raises UsageError with the nearest skills."""
    found = named(name, taxonomy)
    if found is None:
        near = ", ".join(s.id for s in search(name, taxonomy, limit=3))
        raise UsageError(f"{name}: no such skill; try {near or 'another word'}, or see `skillgap taxonomy search`")
    return found


def search(words: str, taxonomy: Taxonomy, *, limit: int) -> list[Skill]:
    """Return the skills most like some words, best first; of equals by id."""
    from rapidfuzz import fuzz, utils

    if not words.strip():
        return []

    def likeness(skill: Skill) -> float:
        best = max(fuzz.WRatio(words, f.text, processor=utils.default_process) for f in skill.forms)
        exact = 100 if any(fold_form(words) == fold_form(f.text) for f in skill.forms) else 0
        described = LIKE if words.lower() in skill.about.lower() else 0
        return max(best - abs(len(words) - len(skill.name)) / 10, exact * 2, described)

    ranked = sorted(((likeness(s), s) for s in taxonomy.skills.values()), key=lambda row: (-row[0], row[1].id))
    return [skill for score, skill in ranked[:limit] if score >= LIKE]
