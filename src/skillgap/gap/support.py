"""Shown skills in, what each does for the skills that could be asked for out, by the rules of taxonomy/scoring.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from skillgap.model import Evidence, GapKind, Kind, Month, Profile, Shown, SkillId, Status
from skillgap.taxonomy.values import Scoring, Taxonomy

# Of so many skills it is kept what they do for what is asked for: a cohort shows the same ones again and again.
KEPT = 4096


class Support(NamedTuple):
    """What one shown skill does for one that is asked for. `meets` says that it is or implies it, `gaps` what is left to do."""

    shown: Shown
    asked: SkillId
    credit: float
    meets: bool
    why: str
    gaps: tuple[GapKind, ...] = ()


Supports = Mapping[SkillId, Sequence[Support]]


def supports(profile: Profile, taxonomy: Taxonomy, *, asked: frozenset[SkillId] | None = None) -> Supports:
    """Return, for each skill that is `asked` for, or could be, all of a résumé that supports it."""
    found: dict[SkillId, list[Support]] = {}
    for s in (*profile.skills, *profile.soft_skills, *profile.certifications):
        if s.status.counts:
            for support in _of(s, taxonomy, profile.as_of, asked):
                found.setdefault(support.asked, []).append(support)
    return found


def supposed_credits(skill: SkillId, taxonomy: Taxonomy) -> Iterator[tuple[SkillId, float, bool]]:
    """Yield what a skill that is taken as in use does: for which skill, its credit, and whether it is or implies it."""
    credit = taxonomy.scoring.status[Status.DEMONSTRATED]
    is_certification = taxonomy.skills[skill].kind is Kind.CERTIFICATION
    yield skill, taxonomy.scoring.certification if is_certification else credit, True
    yield from ((other, credit, True) for other in taxonomy.graph.entailed(skill))
    yield from ((other, credit * part, False) for other, part, _ in taxonomy.near(skill))


def _of(shown: Shown, taxonomy: Taxonomy, as_of: Month, asked: frozenset[SkillId] | None) -> Iterator[Support]:
    entry, scoring = taxonomy.skills[shown.skill], taxonomy.scoring
    credit, how, gaps = _strength(shown, scoring, as_of)
    fact = f"{entry.name} is {how}"
    if entry.kind is Kind.CERTIFICATION:
        yield Support(shown, shown.skill, scoring.certification, meets=True, why=fact)
    else:
        yield Support(shown, shown.skill, credit, meets=True, why=fact, gaps=gaps)
    included, near = _others(shown.skill, taxonomy, asked)
    for skill, words in included:
        yield Support(shown, skill, credit, meets=True, why=fact + words, gaps=gaps)
    for skill, words, part in near:
        yield Support(shown, skill, credit * part, meets=False, why=fact + words, gaps=(GapKind.NEAR,))


@lru_cache(maxsize=KEPT)
def _others(
    skill: SkillId, taxonomy: Taxonomy, asked: frozenset[SkillId] | None
) -> tuple[tuple[tuple[SkillId, str], ...], tuple[tuple[SkillId, str, float], ...]]:
    """Return the skills that are asked for of those that one includes, and of those that it is near to: each with the words."""
    included = (other for other in sorted(taxonomy.graph.entailed(skill)) if asked is None or other in asked)
    near = (row for row in taxonomy.near(skill) if asked is None or row[0] in asked)
    return (
        tuple((other, f", and it includes {taxonomy.skills[other].name}") for other in included),
        tuple((other, f", {words} {taxonomy.skills[other].name}", part) for other, part, words in near),
    )


def _strength(shown: Shown, scoring: Scoring, as_of: Month) -> tuple[float, str, tuple[GapKind, ...]]:
    """Return the best credit that a skill's evidence earns, how it is shown, and what is left to do about it."""
    if shown.supposed:
        return scoring.status[Status.DEMONSTRATED], "supposed", ()
    counting = [e for e in shown.evidence if e.status.counts]
    credit = max((_credit(e, scoring, as_of) for e in counting), default=scoring.status[shown.status])
    if shown.status is not Status.DEMONSTRATED:
        return credit, shown.status, (GapKind.CLAIMED,)
    used = [scoring.fresh(_ago(e, as_of)) for e in counting if e.status is Status.DEMONSTRATED]
    if not used or max(used) == 1.0:
        return credit, shown.status, ()
    last = max(e.last_used for e in counting if e.last_used)
    return credit, f"{shown.status}, last used {last}", (GapKind.STALE,)


def _credit(evidence: Evidence, scoring: Scoring, as_of: Month) -> float:
    return scoring.status[evidence.status] * scoring.fresh(_ago(evidence, as_of))


def _ago(evidence: Evidence, as_of: Month) -> int:
    """Return how many months ago a piece of evidence ended; 0 where the résumé doesn't say."""
    if evidence.last_used is None or evidence.last_used == "present":
        return 0
    return as_of.index - Month.parse(evidence.last_used).index
