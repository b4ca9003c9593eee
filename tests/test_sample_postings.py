"""The sample postings against what a careful reader finds in them, group by group."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from skillgap import pipeline
from skillgap.model import Posting
from skillgap.taxonomy import Taxonomy

FOLDER = Path(__file__).parents[1] / "samples" / "postings"
EXPECTED = sorted(FOLDER.glob("*.expected.json"))


def _groups(posting: Posting, level: str, taxonomy: Taxonomy) -> list[list[str]]:
    asked = [r for r in posting.requirements if r.kind == "skill" and r.level == level]
    return [[taxonomy.skills[s].name for s in r.any_of] for r in asked]


@pytest.mark.parametrize("path", EXPECTED, ids=lambda p: p.name.partition(".")[0])
def test_a_sample_posting_is_read_as_a_person_reads_it(path: Path, taxonomy: Taxonomy) -> None:
    expected = json.loads(path.read_text(encoding="utf-8"))
    (file,) = (p for p in FOLDER.glob(f"{path.name.partition('.')[0]}.*") if p != path)
    posting = pipeline.read_posting(str(file), taxonomy)
    assert (posting.title, posting.seniority, posting.role) == (expected["title"], expected["seniority"], expected["role"])
    assert {"min": posting.degree_min, "preferred": posting.degree_preferred} == expected["degree"]
    assert posting.min_years == expected["min_years_total"]
    years = {taxonomy.skills[r.any_of[0]].name: r.min_years for r in posting.requirements if r.min_years}
    assert years == expected["min_years"]
    for level in ("required", "preferred", "mentioned"):
        assert sorted(_groups(posting, level, taxonomy)) == sorted(expected[level]), level


def test_there_are_sample_postings() -> None:
    assert len(EXPECTED) == 3
