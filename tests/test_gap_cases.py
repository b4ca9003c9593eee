"""Hand-judged gaps: with targets built from what people read in the postings, met and missing are right.

The evaluation data is kept beside the project; the test skips where it isn't.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from evaluation import fold
from made import target
from skillgap import pipeline
from skillgap.errors import UnreadableFile
from skillgap.gap import find_gaps
from skillgap.model import FindingStatus, Level, Month, Profile, Requirement, SkillId
from skillgap.taxonomy import Taxonomy

EVALUATION = Path(os.environ.get("SKILLGAP_EVAL", Path(__file__).parents[2] / "shared" / "eval")) / "devset"
RIGHT = 0.95
SIDES = {
    "required_met": True,
    "preferred_met": True,
    "required_missing": False,
    "preferred_missing": False,
}

pytestmark = pytest.mark.skipif(not (EVALUATION / "gap").is_dir(), reason="the evaluation data isn't here")


def forms(taxonomy: Taxonomy) -> dict[str, SkillId]:
    """Return the id of the skill of each form; where two fold alike, the one whose name it is."""
    names = {fold(form.text): s.id for s in taxonomy.skills.values() for form in s.forms}
    return names | {fold(s.name): s.id for s in taxonomy.skills.values()}


def requirements(posting: str, known: dict[str, SkillId]) -> dict[str, Requirement]:
    """Return what the gold of a posting asks for, by label."""
    gold = json.loads((EVALUATION / "gold" / f"{posting}.json").read_text(encoding="utf-8"))
    made = {}
    for asked in gold["requirements"]:
        names = [[entry["name"], *entry["alt"]] for entry in asked["any_of"]]
        ids = tuple(dict.fromkeys(next((known[k] for n in row if (k := fold(n)) in known), SkillId("unknown")) for row in names))
        label = " | ".join(row[0] for row in names)
        made[label] = Requirement(label, ids, Level(asked["level"]), 1.0)
    return made


def verdicts(taxonomy: Taxonomy) -> Iterator[tuple[str, str, bool, bool]]:
    """Yield pair, label, whether it is met and whether people say so, of all pairs whose résumé can be read."""
    known = forms(taxonomy)

    @cache
    def read(cv: str) -> Profile | None:
        try:
            return pipeline.read_profile(str(EVALUATION / "cv" / f"{cv}.pdf"), taxonomy, Month(2026, 11))
        except UnreadableFile:
            return None  # a scan

    for file in sorted((EVALUATION / "gap").glob("*.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        asked = requirements(gold["posting"], known)
        neutral = {*gold["implied"], *gold["borderline"]}
        labels = [(label, met) for side, met in SIDES.items() for label in gold[side] if label not in neutral]
        profile = read(gold["cv"])
        if profile is not None:
            findings = find_gaps(profile, target(*(asked[label] for label, _ in labels)), taxonomy)
            for (label, met), finding in zip(labels, findings, strict=True):
                yield file.stem, label, finding.status is FindingStatus.MET, met


def test_met_and_missing_are_right(taxonomy: Taxonomy) -> None:
    rows = list(verdicts(taxonomy))
    wrong = [(pair, label, "met" if met else "not met") for pair, label, met, expected in rows if met is not expected]
    assert len(rows) > 200
    assert 1 - len(wrong) / len(rows) >= RIGHT, wrong
