"""What every kind of target keeps to."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgap import targets
from skillgap.model import CREDENTIALS, Level, Target
from skillgap.taxonomy import Taxonomy

ROLES = Path(__file__).parents[2] / "taxonomy" / "roles"
TARGETS = [("role", path.stem) for path in sorted(ROLES.glob("*.yaml"))]


@pytest.fixture(params=TARGETS, ids=":".join)
def target(request: pytest.FixtureRequest, taxonomy: Taxonomy) -> Target:
    return targets.load(*request.param, taxonomy)


def test_each_kind_is_tried() -> None:
    assert {kind for kind, _ in TARGETS} == set(targets.SOURCES)


def test_target_says_what_it_is(target: Target) -> None:
    assert target.id
    assert target.name
    assert target.kind in targets.SOURCES


def test_requirements_come_by_weight(target: Target) -> None:
    weights = [r.weight for r in target.requirements]
    assert weights == sorted(weights, reverse=True)


def test_weight_is_a_share_and_zero_for_what_is_only_mentioned(target: Target) -> None:
    assert all(0 <= r.weight <= 1 for r in target.requirements)
    assert all((r.weight == 0) is (r.level is Level.MENTIONED) for r in target.requirements)


def test_requirement_asks_for_skills_of_the_taxonomy(target: Target, taxonomy: Taxonomy) -> None:
    assert all(skill in taxonomy.skills or skill in CREDENTIALS for r in target.requirements for skill in r.any_of)
    assert all(1 <= r.at_least <= len(r.any_of) for r in target.requirements)


def test_something_is_required(target: Target) -> None:
    assert any(r.level is Level.REQUIRED for r in target.requirements)


def test_role_has_the_counts_behind_it(taxonomy: Taxonomy) -> None:
    for role in taxonomy.roles.values():
        target, demand = targets.load("role", role.id, taxonomy), taxonomy.demand[role.counted]
        own = (0, 0) if role.borrowed else (demand.postings, demand.employers)
        assert (target.postings, target.employers, target.counted) == (*own, role.counted)
