"""What is asked for in, what can be said of learning for it whoever learns: what each skill does, and what comes before it.

It is worked out once for a target and serves all résumés.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from skillgap.gap import supposed_credits
from skillgap.model import Level, Requirement, RequirementKind, SkillId
from skillgap.taxonomy.values import Taxonomy

# What can be learnt as a skill is; a degree can't.
LEARNT = (RequirementKind.SKILL, RequirementKind.CERTIFICATION)

# How many targets are kept: `analyze` without one compares with all roles.
KEPT = 64


@dataclass(frozen=True, slots=True)
class Added:
    """What a skill does for the alternatives of one requirement: the credit of each, and which it meets."""

    number: int
    credits: tuple[tuple[int, float], ...]
    meets: frozenset[int]
    best: float


@dataclass(frozen=True, slots=True)
class Ground:
    """Requirements that something can be learnt for and that count, by number; `total` is the weight of all that count.

    For each skill that is an alternative of one: `asking` are the numbers of these, `adds` is what it does, and `before` are the
    alternatives that it needs or includes; true for those it needs. `touching` are the skills that do something, by number.
    """

    requirements: tuple[Requirement, ...]
    total: float
    asking: Mapping[SkillId, tuple[int, ...]]
    adds: Mapping[SkillId, tuple[Added, ...]]
    touching: Mapping[int, frozenset[SkillId]]
    before: Mapping[SkillId, tuple[tuple[SkillId, bool], ...]]


def counts(requirement: Requirement) -> bool:
    """Return whether a requirement counts towards coverage."""
    return requirement.level is not Level.MENTIONED and bool(requirement.weight)


@lru_cache(maxsize=KEPT)
def ground(asked: tuple[Requirement, ...], taxonomy: Taxonomy) -> Ground:
    """Return the ground of what is asked for."""
    counted = [r for r in asked if counts(r)]
    learnt = tuple(r for r in counted if r.kind in LEARNT)
    places: dict[SkillId, list[tuple[int, int]]] = {}
    for number, requirement in enumerate(learnt):
        for alternative, skill in enumerate(requirement.any_of):
            places.setdefault(skill, []).append((number, alternative))
    adds = {skill: tuple(_adds(skill, learnt, places, taxonomy)) for skill in places}
    return Ground(
        requirements=learnt,
        total=sum(r.weight for r in counted),
        asking={skill: tuple(dict.fromkeys(number for number, _ in of)) for skill, of in places.items()},
        adds=adds,
        touching={n: frozenset(s for s, of in adds.items() if n in {a.number for a in of}) for n in range(len(learnt))},
        before={skill: tuple(_before(skill, places, taxonomy)) for skill in places},
    )


def _adds(
    skill: SkillId, asked: tuple[Requirement, ...], places: Mapping[SkillId, list[tuple[int, int]]], taxonomy: Taxonomy
) -> Iterator[Added]:
    rows: dict[int, list[tuple[int, float, bool]]] = {}
    for other, credit, meets in supposed_credits(skill, taxonomy):
        for number, alternative in places.get(other, ()):
            lasting = taxonomy.scoring.lasting(None, asked[number].min_years)
            rows.setdefault(number, []).append((alternative, credit * lasting, meets))
    for number, row in sorted(rows.items()):
        credits_ = tuple((alternative, credit) for alternative, credit, _ in row)
        met = frozenset(alternative for alternative, _, meets in row if meets)
        yield Added(number, credits_, met, max(credit for _, credit in credits_))


def _before(
    skill: SkillId, places: Mapping[SkillId, list[tuple[int, int]]], taxonomy: Taxonomy
) -> Iterator[tuple[SkillId, bool]]:
    needed = taxonomy.skills[skill].needs
    for other in places:
        if other in needed or other in taxonomy.graph.entailed(skill):
            yield other, other in needed
