"""What a candidate says of itself, and of phrases that leave without a trace."""

from __future__ import annotations

import pytest

from skillgap.matching.candidate import Candidate, drop
from skillgap.model import Dropped, Reason, Rule, SkillId


def candidate(text: str, spelling: str | None, skill: str | None = "go") -> Candidate:
    return Candidate(SkillId(skill) if skill else None, 3, 3 + len(text), text, "Go", Rule.EXACT, 1.0, spelling)


@pytest.mark.parametrize(
    ("text", "spelling", "miscased"),
    [
        ("go", "Go", True),
        ("Go", "Go", False),
        ("go", None, False),
        ("Big  Query", "Big Query", False),
        ("Big\nQuery", "Big Query", False),
    ],
)
def test_form_that_keeps_its_case_knows_when_it_has_another(text: str, spelling: str | None, *, miscased: bool) -> None:
    assert candidate(text, spelling).miscased is miscased


def test_dropped_candidate_says_why() -> None:
    assert drop(candidate("Go", None), Reason.GLUED, "more") == Dropped(SkillId("go"), 3, 5, "Go", Reason.GLUED, "more")


def test_phrase_leaves_without_a_trace() -> None:
    assert drop(candidate("Go", None, skill=None), Reason.GLUED) is None
