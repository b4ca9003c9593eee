"""A résumé without the person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgap import pipeline, targets
from skillgap.batch.identity import identify
from skillgap.batch.redact import DOT, redact
from skillgap.model import Profile
from skillgap.taxonomy import Taxonomy

TEXT = """Ada Bartok
Python developer | Springfield, Elm Street 12
ada.b@example.org, +49 30 5550 1177, github.com/adab

Experience
Data Engineer, Mar 2019 - Jun 2021
Built pipelines in Python; ask Bartok or see https://ada.example.org/work
Phone the desk: (212) 555-0148

Skills
SQL, Docker

References
Grace Lamarr, 212-555-0199, says so of SQL
"""
TRACES = ("Ada", "Bartok", "Springfield", "Elm", "example.org", "5550", "github", "555", "Grace", "Lamarr")


@pytest.fixture
def profile(profile_of: Callable[..., Profile]) -> Profile:
    return profile_of(TEXT)


@pytest.fixture
def redacted(profile: Profile) -> Profile:
    return redact(profile, identify(profile.document))


def test_nothing_of_the_person_is_left(redacted: Profile) -> None:
    left = [e.line for s in redacted.skills for e in s.evidence] + [redacted.document.text, repr(redacted.document.source)]
    assert [trace for trace in TRACES if any(trace in text for text in left)] == []


def test_what_skills_are_shown_by_is_left(redacted: Profile) -> None:
    assert "Built pipelines in Python" in redacted.document.text
    assert "Mar 2019 - Jun 2021" in redacted.document.text


def test_every_offset_stays(profile: Profile, redacted: Profile) -> None:
    assert len(redacted.document.text) == len(profile.document.text)
    for shown in redacted.skills:
        for e in shown.evidence:
            assert e.text == redacted.document.text[e.start : e.end]


def test_a_skill_of_the_head_keeps_its_place_but_not_its_line(redacted: Profile) -> None:
    lines = [e.line for s in redacted.skills if s.skill == "python" for e in s.evidence]
    assert DOT * len("Python") in lines


def test_no_number_changes(profile: Profile, redacted: Profile, taxonomy: Taxonomy) -> None:
    target = targets.load("role", "de", taxonomy)
    before, after = (pipeline.compare(p, target, taxonomy) for p in (profile, redacted))
    assert (after.coverage, after.fit, after.plan) == (before.coverage, before.fit, before.plan)
