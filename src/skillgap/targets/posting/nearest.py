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

# What a title adds to the mean log ratio of its role. On 17 postings with a known role the content alone was right in 15, and
# less than 0.3 off in the others.
TITLE_HINT = 0.3

# By how much another role must be nearer than the one of the title for a note.
NOTED = 0.1

# Postings of other work (front ends, banking) were at most this near to the nearest role, those of the roles 0.09 or more.
NEAR = 0.0

# Fewer counted skills than this don't tell one role from another.
LEAST_SKILLS = 3


def nearest(requirements: Iterable[Requirement], titled: str | None, taxonomy: Taxonomy) -> tuple[str | None, str | None]:
    """Return the nearest role, and the one that the content says where the title says another; None where there is none."""
    weights = _weights(requirements, taxonomy)
    if len(weights) < LEAST_SKILLS:
        return titled, None
    # Roles with borrowed counts are as near as those that they borrow from: only a title tells them apart.
    known = [role for role in taxonomy.roles.values() if not role.borrowed or role.id == titled]
    scores = {role.id: _score(role, weights, taxonomy) for role in known}
    best = max(scores, key=lambda id_: scores[id_])
    if titled is None:
        return best if scores[best] >= NEAR else None, None
    role = best if scores[best] > scores[titled] + TITLE_HINT else titled
    return role, best if scores[best] > scores[titled] + NOTED else None


def _weights(requirements: Iterable[Requirement], taxonomy: Taxonomy) -> dict[SkillId, float]:
    counted = {skill for demand in taxonomy.demand.values() for skill in demand.shares}
    weights: dict[SkillId, float] = {}
    for r in requirements:
        for skill in r.any_of if r.kind is RequirementKind.SKILL else ():
            if skill in counted:
                weights[skill] = max(weights.get(skill, 0.0), WEIGHT[r.level] / math.sqrt(len(r.any_of)))
    return weights


def _score(role: Role, weights: dict[SkillId, float], taxonomy: Taxonomy) -> float:
    """Return how much the weights speak for a role; an own role that nobody counted has nothing to say."""
    if role.counted is None:
        return -math.inf
    counted = role.counted
    return sum(w * _log_ratio(skill, counted, taxonomy) for skill, w in weights.items()) / sum(weights.values())


def _log_ratio(skill: SkillId, counted: str, taxonomy: Taxonomy) -> float:
    parts = {name: _part(skill, demand) for name, demand in taxonomy.demand.items()}
    return math.log(parts[counted]) - math.log(sum(parts.values()) / len(parts))


def _part(skill: SkillId, demand: Demand) -> float:
    return (demand.shares.get(skill, 0.0) + SMOOTHING) / sum(demand.shares.values())
