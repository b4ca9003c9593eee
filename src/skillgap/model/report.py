"""How a résumé and a target compare."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from skillgap.model.document import Month, SkillId, Skipped
from skillgap.model.profile import Evidence, Profile, Shown
from skillgap.model.target import Level, Requirement, Target


class FindingStatus(StrEnum):
    """met: an alternative, or a skill that implies it, is shown; partial: only a related skill is; missing: none."""

    MET = "met"
    PARTIAL = "partial"
    MISSING = "missing"


class GapKind(StrEnum):
    """What is left to do about a requirement.

    missing: nothing shows it. near: a related skill is shown. claimed: no job or project uses it. stale: no job or project of the
    last years uses it. level: fewer years than asked for, or a lower degree.
    """

    MISSING = "missing"
    NEAR = "near"
    CLAIMED = "claimed"
    STALE = "stale"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a résumé shows of one requirement. `credit` is 0 to 1, `by` the skills that earn it, best first.

    `gaps` is empty where the requirement earns all its weight.
    """

    requirement: Requirement
    status: FindingStatus
    credit: float
    by: tuple[SkillId, ...]
    why: str
    evidence: tuple[Evidence, ...]
    gaps: tuple[GapKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """Shares between 0 and 1; None where nothing is asked at that level."""

    required: float | None
    preferred: float | None
    overall: float | None


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A skill to learn: `gain` is what it adds to overall coverage after the steps before it, `after` what of those it needs.

    `near` are shown skills that it is related to, the nearest first; `share` is how often the role asks for it.
    """

    skill: SkillId
    gain: float
    after: tuple[SkillId, ...]
    why: str
    near: tuple[SkillId, ...] = ()
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Budget:
    """How many skills a plan may have. `exact` says that no other choice gains more, else it was made greedily."""

    skills: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Deciding:
    """A skill that speaks for a role, with the places that show it or what it follows from, the strongest first."""

    skill: SkillId
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class GapReport:
    """A résumé against a target. Findings follow the target's order; coverage is computed from them.

    `deciding` are the skills that speak most for the target's role.
    """

    profile: Profile
    target: Target
    fit: float
    findings: tuple[Finding, ...]
    plan: tuple[PlanStep, ...]
    other_skills: tuple[Shown, ...]
    budget: Budget | None = None
    deciding: tuple[Deciding, ...] = ()

    @property
    def coverage(self) -> Coverage:
        """Sum of weight x credit over sum of weight, for the required, the preferred and both."""
        required = [f for f in self.findings if f.requirement.level is Level.REQUIRED]
        preferred = [f for f in self.findings if f.requirement.level is Level.PREFERRED]
        return Coverage(_share(required), _share(preferred), _share(required + preferred))


@dataclass(frozen=True, slots=True)
class Batch:
    """What one call read and found: one résumé is a batch of one. Profiles and skipped files in the order given.

    Reports come by résumé, and of one résumé in the order of the targets, or by fit where none was given. `supposed` are skills
    that every profile was given for a "what if".
    """

    as_of: Month
    taxonomy_version: str
    taxonomy_digest: str
    profiles: tuple[Profile, ...]
    reports: tuple[GapReport, ...]
    skipped: tuple[Skipped, ...]
    ranked: bool = False
    supposed: tuple[SkillId, ...] = ()


def _share(findings: list[Finding]) -> float | None:
    total = sum(f.requirement.weight for f in findings)
    return sum(f.requirement.weight * f.credit for f in findings) / total if total else None
