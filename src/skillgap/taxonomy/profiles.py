"""Record of a role in, role profile out: what its file doesn't say comes from the counts of demand.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from skillgap.model import Level, Requirement, SkillId
from skillgap.taxonomy import schema
from skillgap.taxonomy.values import Demand, Role, Scoring, Skill

# Names of what is no skill.
NAMES = {"bachelor": "Bachelor's degree", "master": "Master's degree", "phd": "PhD", "publications": "publications"}


def role(record: schema.RoleRecord, skills: Mapping[SkillId, Skill], demand: Mapping[str, Demand], scoring: Scoring) -> Role:
    """Return the profile of a role, its requirements by weight, heaviest first."""
    requirements = [_requirement(r, record, skills, demand, scoring) for r in record.requirements]
    requirements.sort(key=lambda r: -r.weight)
    return Role(
        record.id, record.name, record.aliases, record.about, record.counted, tuple(requirements), record.also, record.borrowed
    )


def _requirement(
    record: schema.RequirementRecord,
    of: schema.RoleRecord,
    skills: Mapping[SkillId, Skill],
    demand: Mapping[str, Demand],
    scoring: Scoring,
) -> Requirement:
    any_of = tuple(map(SkillId, record.any_of))
    behind = [demand[name] for name in (of.counted, *of.also) if name is not None]
    counted = round(mean_share(any_of, behind), 3)
    share = counted if record.share is None else record.share
    band = record.band or band_of(share)
    usual = mean_share(any_of, demand.values())
    own = None if of.borrowed or not behind else behind[0]
    return Requirement(
        label=record.label or " or ".join(NAMES.get(i) or skills[i].name for i in any_of),
        any_of=any_of,
        level=Level.REQUIRED if band == "core" else Level.PREFERRED,
        weight=round(share * scoring.weight(record.kind), 4),
        at_least=record.at_least,
        kind=record.kind,
        band=band,
        share=share if behind else None,
        postings=round(group_share(any_of, own) * own.postings) or None if own else None,
        distinctiveness=_distinctiveness(counted if own else share, usual, len(demand) if of.borrowed else 0),
    )


def _distinctiveness(share: float, usual: float, others: int) -> float | None:
    """Return the share over the mean of all roles, of which one without own counts is no part yet; None where nobody counted."""
    mean = (usual * others + share) / (others + 1) if others else usual
    return round(share / mean, 2) if usual else None


def group_share(any_of: Iterable[SkillId], demand: Demand) -> float:
    """Return the share of the most mentioned of some skills: a lower bound of the share that mentions any of them."""
    return max((demand.shares.get(i, demand.others.get(i, 0.0)) for i in any_of), default=0.0)


def mean_share(any_of: tuple[SkillId, ...], demands: Iterable[Demand]) -> float:
    """Return the mean over roles of the share of some skills; over no roles, 0."""
    shares = [group_share(any_of, demand) for demand in demands]
    return sum(shares) / len(shares) if shares else 0.0


def band_of(share: float) -> str:
    """Return the band of a share in whole percent; what is below the lowest is in the lowest."""
    return next((band for band, floor in schema.FLOORS.items() if round(share, 2) >= floor), schema.BANDS[-1])
