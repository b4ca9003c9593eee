"""Shown skills x role -> fit: which role these skills point to, whatever part of it they cover.

Naive Bayes (multinomial) over the counts of demand.yaml: each shown skill weighs by how much larger its part is among all
that postings of this role mention than on average over the roles. The mean over the skills is taken, so that fits of one
résumé can be compared; 0.5 means that the skills are as usual in this role as anywhere. On 21 résumés with a known role,
multinomial naive Bayes put it first in 20, the plain ratio of shares in 14, Bernoulli in 15.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from skillgap.model import Deciding, Evidence, Profile, Requirement, SkillId, Status, Target
from skillgap.taxonomy.lent import ASSUMED, lent
from skillgap.taxonomy.values import Demand, Taxonomy

# How many skills are named that speak for a role, and places of each.
MOST_DECIDING = 3
MOST_EVIDENCE = 3

# How many roles are kept: `analyze` without a target compares with all of them.
KEPT = 64

# A skill that a job used says more about the role than one in a list.
WEIGHT = {Status.DEMONSTRATED: 1.0, Status.LISTED: 0.6, Status.COURSEWORK: 0.4}


Weights = Mapping[SkillId, float]


def fit(profile: Profile, target: Target, taxonomy: Taxonomy, *, weights: Weights | None = None) -> float:
    """Return the fit between 0 and 1; 0.5 where the résumé shows nothing that was counted.

    `weights` is what `weigh` gives for the profile.
    """
    weights = weigh(profile, taxonomy) if weights is None else weights
    total = sum(weights.values())
    if not total or target.counted is None:
        return 0.5
    ratios = _ratios_of(target, taxonomy)
    ratio = sum(w * ratios[skill] for skill, w in weights.items()) / total
    return 1 / (1 + math.exp(ASSUMED * target.borrowed - ratio))


def deciding(profile: Profile, target: Target, taxonomy: Taxonomy, *, weights: Weights | None = None) -> tuple[Deciding, ...]:
    """Return the shown skills that speak most for a role, the strongest first. `weights` is what `weigh` gives."""
    if target.counted is None:
        return ()
    weights, ratios = weigh(profile, taxonomy) if weights is None else weights, _ratios_of(target, taxonomy)
    speaks = {skill: w * ratios[skill] for skill, w in weights.items()}
    first = [s for s in sorted(speaks, key=lambda s: (-speaks[s], s)) if speaks[s] > 0][:MOST_DECIDING]
    return tuple(Deciding(skill, _evidence(skill, profile, taxonomy)) for skill in first)


def _evidence(skill: SkillId, profile: Profile, taxonomy: Taxonomy) -> tuple[Evidence, ...]:
    """Return where a skill is shown, and behind that where others are that it follows from; the strongest of each first."""
    entailed = taxonomy.graph.entailed
    behind = [s for s in profile.skills if s.status.counts and (skill == s.skill or skill in entailed(s.skill))]
    behind.sort(key=lambda s: (s.skill != skill, -WEIGHT[s.status]))
    return tuple(e for s in behind for e in sorted(s.evidence, key=lambda e: e.status is not s.status))[:MOST_EVIDENCE]


def weigh(profile: Profile, taxonomy: Taxonomy) -> Weights:
    """Return the weight of each counted skill that is shown or follows from one that is."""
    weights: dict[SkillId, float] = {}
    for shown in profile.skills:
        if shown.status.counts:
            weight = WEIGHT[shown.status]
            for skill in taxonomy.graph.entailed(shown.skill) | {shown.skill}:
                if skill in taxonomy.counted:
                    weights[skill] = max(weight, weights.get(skill, 0.0))
    return dict(sorted(weights.items()))


class _Counted(NamedTuple):
    """What the counts behind a target are told by."""

    counted: str | None
    also: tuple[str, ...]
    borrowed: bool
    requirements: tuple[Requirement, ...]


class _Ratios(dict[SkillId, float]):
    """For each skill that was asked for, how much larger its part is in a role than on average, as a logarithm."""

    def __init__(self, demand: Demand, taxonomy: Taxonomy) -> None:
        self._demand, self._taxonomy = demand, taxonomy

    def __missing__(self, skill: SkillId) -> float:
        self[skill] = math.log(self._demand.part(skill)) - math.log(self._taxonomy.usual(skill))
        return self[skill]


def _ratios_of(target: Target, taxonomy: Taxonomy) -> _Ratios:
    return _ratios(
        _Counted(target.counted, target.also, target.borrowed, target.requirements if target.borrowed else ()), taxonomy
    )


@lru_cache(maxsize=KEPT)
def _ratios(of: _Counted, taxonomy: Taxonomy) -> _Ratios:
    return _Ratios(lent(of, taxonomy), taxonomy)
