"""Requirements in, the nearest role out: naive Bayes over what postings of each role mention, with the title as a hint."""

from __future__ import annotations

import math
from collections.abc import Iterable

from skillgap.model import Level, Requirement, RequirementKind, SkillId
from skillgap.taxonomy.values import Demand, Role, Taxonomy

# Added to every share, so that a skill that no posting of a role was seen to mention doesn't rule the role out.
SMOOTHING = 0.02

# What is asked for says more than what is only mentioned.
WEIGHT = {Level.REQUIRED: 1.0, Level.PREFERRED: 0.6, Level.MENTIONED: 0.5}

# What a title adds to the mean log ratio of its role. The roles next to each other differ by about 0.1 on the postings looked at;
# the title decides between those, and content that differs by more decides against it.
TITLE_HINT = 0.15

# Fewer counted skills than this don't tell one role from another.
LEAST_SKILLS = 3


def nearest(requirements: Iterable[Requirement], titled: str | None, taxonomy: Taxonomy) -> tuple[str | None, str | None]:
    """Return the nearest role, and the one that the content alone points to; None where too little is asked."""
    weights = _weights(requirements, taxonomy)
    if len(weights) < LEAST_SKILLS:
        return titled, None
    scores = {role.id: _score(role, weights, taxonomy) for role in taxonomy.roles.values()}
    best = max(scores, key=lambda id_: scores[id_])
    hinted = max(scores, key=lambda id_: scores[id_] + (TITLE_HINT if id_ == titled else 0.0))
    return hinted, best


def _weights(requirements: Iterable[Requirement], taxonomy: Taxonomy) -> dict[SkillId, float]:
    counted = {skill for demand in taxonomy.demand.values() for skill in demand.shares}
    weights: dict[SkillId, float] = {}
    for r in requirements:
        for skill in r.any_of if r.kind is RequirementKind.SKILL else ():
            if skill in counted:
                weights[skill] = max(weights.get(skill, 0.0), WEIGHT[r.level] / math.sqrt(len(r.any_of)))
    return weights


def _score(role: Role, weights: dict[SkillId, float], taxonomy: Taxonomy) -> float:
    return sum(w * _log_ratio(skill, role.counted, taxonomy) for skill, w in weights.items()) / sum(weights.values())


def _log_ratio(skill: SkillId, counted: str, taxonomy: Taxonomy) -> float:
    parts = {name: _part(skill, demand) for name, demand in taxonomy.demand.items()}
    return math.log(parts[counted]) - math.log(sum(parts.values()) / len(parts))


def _part(skill: SkillId, demand: Demand) -> float:
    return (demand.shares.get(skill, 0.0) + SMOOTHING) / sum(demand.shares.values())
