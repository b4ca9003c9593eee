"""The sample résumés against what a careful reader finds in them; what is still missed or wrong is in data/sample_misses.yaml.

A sample that gets better fails too: take what it no longer misses out of the file, and raise `agreement`, which never falls.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from evaluation import Score, samples, score
from skillgap import pipeline
from skillgap.model import Month
from skillgap.report.records import skill
from skillgap.taxonomy import Taxonomy

KNOWN = yaml.safe_load((Path(__file__).parent / "data" / "sample_misses.yaml").read_text(encoding="utf-8"))
SAMPLES = {path.stem: (path, expected) for path, expected in samples()}


@pytest.fixture(scope="module")
def scores(taxonomy: Taxonomy) -> dict[str, Score]:
    return {name: read(path, expected, taxonomy) for name, (path, expected) in SAMPLES.items()}


def read(path: Path, expected: dict, taxonomy: Taxonomy) -> Score:
    profile = pipeline.read_profile(str(path), taxonomy, Month.parse(expected["as_of"]))
    return score(expected, [skill(s, taxonomy) for s in profile.skills])


def test_known_misses_are_of_samples_that_exist() -> None:
    assert set(KNOWN["samples"]) == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_expected_skill_is_missed_but_the_known_ones(name: str, scores: dict[str, Score]) -> None:
    assert sorted(scores[name].missed) == sorted(KNOWN["samples"][name]["missed"])


@pytest.mark.parametrize("name", SAMPLES)
def test_no_skill_is_wrong_but_the_known_ones(name: str, scores: dict[str, Score]) -> None:
    assert sorted(scores[name].wrong) == sorted(KNOWN["samples"][name]["wrong"])


def is_near(expected: int | None, found: int | None) -> bool:
    return expected == found if None in {expected, found} else abs(expected - found) <= 1


AGREEMENT = {
    "status": lambda expected, found: expected["status"] == found["status"],
    "months": lambda expected, found: is_near(expected["months"], found["months"]),
    "last_used": lambda expected, found: expected["last_used"] == found["last_used"],
}


@pytest.mark.parametrize("key", AGREEMENT)
@pytest.mark.parametrize("name", SAMPLES)
def test_found_skills_agree_as_often_as_they_did(name: str, key: str, scores: dict[str, Score]) -> None:
    pairs = scores[name].pairs
    assert sum(AGREEMENT[key](*pair) for pair in pairs) / len(pairs) >= KNOWN["samples"][name]["agreement"][key]
