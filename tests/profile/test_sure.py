"""Skills less sure than asked for are dropped, with their confidence."""

from __future__ import annotations

from collections.abc import Callable

from skillgap.model import Profile, Reason
from skillgap.profile import only_sure

TEXT = "Skills\nPython, SQL\n\nExperience\nWrote image resizers in Python"


def test_nothing_goes_without_a_limit(profile_of: Callable[..., Profile]) -> None:
    profile = profile_of(TEXT)
    assert only_sure(profile, 0.0) is profile


def test_all_mentions_of_an_unsure_skill_are_dropped_and_say_how_sure(profile_of: Callable[..., Profile]) -> None:
    profile = profile_of(TEXT)
    least = max(s.confidence for s in profile.skills) + 0.001
    sure = only_sure(profile, least)
    assert sure.skills == ()
    dropped = [d for d in sure.dropped if d.reason is Reason.UNSURE]
    assert len(dropped) == sum(len(s.evidence) for s in profile.skills)
    assert all(float(d.detail) < least for d in dropped)
    assert list(sure.dropped) == sorted(sure.dropped, key=lambda d: (d.start, d.end, d.skill))


def test_skills_as_sure_as_the_limit_stay(profile_of: Callable[..., Profile]) -> None:
    profile = profile_of(TEXT)
    least = min(s.confidence for s in profile.skills)
    assert only_sure(profile, least).skills == profile.skills
