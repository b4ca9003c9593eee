"""What several formats say in the same words."""

from __future__ import annotations

from functools import cache
from importlib import metadata

from skillgap.model import Dropped, Finding, FindingStatus, GapKind, GapReport, Profile, Target
from skillgap.taxonomy.values import Taxonomy

TITLES = {FindingStatus.MET: "Met", FindingStatus.PARTIAL: "Partly there", FindingStatus.MISSING: "Missing"}
COUNTED = {FindingStatus.MET: "met", FindingStatus.PARTIAL: "partly", FindingStatus.MISSING: "missing"}

GAPS = {
    GapKind.MISSING: "missing",
    GapKind.NEAR: "near",
    GapKind.CLAIMED: "claimed, no job or project uses it",
    GapKind.STALE: "not used of late",
    GapKind.LEVEL: "fewer years or a lower degree than asked for",
}


@cache
def version() -> str:
    """Return the version of skillgap."""
    return metadata.version("skillgap")  # reads files of the installation each time: a millisecond a page


def many(count: int, noun: str, plural: str | None = None) -> str:
    """Return a number of something: "1 file", "2 files"."""
    return f"{count} {noun if count == 1 else plural or f'{noun}s'}"


def gaps(report: GapReport) -> str:
    """Return how many requirements have which kind of gap; one may have several."""
    counted = {kind: sum(kind in f.gaps for f in report.findings if f.requirement.weight) for kind in GapKind}
    return "; ".join(f"{count} {GAPS[kind]}" for kind, count in counted.items() if count)


def overview(report: GapReport, taxonomy: Taxonomy) -> list[str]:
    """Return the lines that say which gaps there are and what was supposed; none where there is nothing to say."""
    what_if = supposed(report.profile, taxonomy)
    left = gaps(report)
    return [*([f"Gaps: {left}"] if left else []), *([f"What if: {what_if} taken as in use"] if what_if else [])]


# The columns of several targets side by side.
SIDES = ("against", "fit", "coverage", "required", "preferred", "met", "partly", "missing", "would help most")


def side_by_side(reports: list[GapReport], taxonomy: Taxonomy) -> list[tuple[str, ...]]:
    """Return a row of SIDES for each report."""
    return [
        (
            r.target.name,
            f"{r.fit:.2f}",
            *(percent(s) for s in (r.coverage.overall, r.coverage.required, r.coverage.preferred)),
            *(str(sum(f.status is status for f in r.findings)) for status in FindingStatus),
            ", ".join(taxonomy.skills[s.skill].name for s in r.plan[:3]),
        )
        for r in reports
    ]


def plan_title(report: GapReport) -> str:
    """Return what a plan is: all that is missing, or the best few skills and how they were found."""
    if report.budget is None:
        return "Learn first"
    how = "by search: no others gain more" if report.budget.exact else "chosen one by one"
    skills = "skill" if len(report.plan) == 1 else "skills"
    return f"Learn {len(report.plan)} {skills}, +{sum(s.gain for s in report.plan) * 100:.1f} points in all ({how})"


def deciding(report: GapReport, taxonomy: Taxonomy) -> str:
    """Return the names of the skills that speak most for a role."""
    return ", ".join(taxonomy.skills[d.skill].name for d in report.deciding)


def supposed(profile: Profile, taxonomy: Taxonomy) -> str:
    """Return the names of the skills that a profile was given for a "what if"."""
    shown = (*profile.skills, *profile.soft_skills, *profile.certifications)
    return ", ".join(taxonomy.skills[s.skill].name for s in shown if s.supposed)


def percent(share: float | None) -> str:
    """Return a share as a whole percentage, "not asked" where there is none."""
    return "not asked" if share is None else f"{share:.0%}"


def basis(target: Target) -> str:
    """Return what stands behind the numbers of a role; nothing for a posting."""
    if target.borrowed:
        return f"low evidence: no postings counted; from {target.counted}"
    low = "low evidence: " if target.low_evidence else ""
    return f"{low}from {target.postings} postings of {target.employers} employers" if target.postings else ""


def how_asked(finding: Finding) -> str:
    """Return how strongly and how often something is asked for."""
    asked = finding.requirement
    how_often = f", {asked.share:.0%} of postings" if asked.share is not None else ""
    return f"{asked.level}{how_often}"


def is_plain(finding: Finding) -> bool:
    """Return whether what is shown is what is asked for, under its own name, with full credit."""
    return len(finding.requirement.any_of) == 1 and finding.by == finding.requirement.any_of and finding.credit == 1.0


def because(dropped: Dropped) -> str:
    """Return why a candidate is no mention of a skill."""
    return f"{dropped.reason} ({dropped.detail})" if dropped.detail else str(dropped.reason)
