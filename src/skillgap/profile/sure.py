"""Profile in, profile without the skills that are less sure than somebody wants out."""

from __future__ import annotations

from dataclasses import replace

from skillgap.model import Dropped, Profile, Reason, Shown


def only_sure(profile: Profile, least: float) -> Profile:
    """Return a profile whose skills have at least this confidence; the mentions of the others are dropped, in reading order."""
    groups = (profile.skills, profile.soft_skills, profile.certifications)
    dropped = [d for group in groups for shown in group if shown.confidence < least for d in _dropped(shown)]
    if not dropped:
        return profile
    skills, soft, certifications = (tuple(s for s in group if s.confidence >= least) for group in groups)
    every = tuple(sorted((*profile.dropped, *dropped), key=lambda d: (d.start, d.end, d.skill)))
    return replace(profile, skills=skills, soft_skills=soft, certifications=certifications, dropped=every)


def _dropped(shown: Shown) -> list[Dropped]:
    return [Dropped(shown.skill, e.start, e.end, e.text, Reason.UNSURE, f"{shown.confidence:.2f}") for e in shown.evidence]
