"""What several formats say in the same words."""

from __future__ import annotations

from skillgap.model import Dropped, Finding, FindingStatus, Target

TITLES = {FindingStatus.MET: "Met", FindingStatus.PARTIAL: "Partly there", FindingStatus.MISSING: "Missing"}
COUNTED = {FindingStatus.MET: "met", FindingStatus.PARTIAL: "partly", FindingStatus.MISSING: "missing"}


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
