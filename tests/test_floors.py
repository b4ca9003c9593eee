"""The evaluation doesn't fall below its floors (tests/floors.yaml)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import evaluation
from skillgap import pipeline
from skillgap.model import Month
from skillgap.report.records import skill
from skillgap.taxonomy import Taxonomy

ROOT = Path(__file__).parents[1]
FLOORS = yaml.safe_load((ROOT / "tests" / "floors.yaml").read_text(encoding="utf-8"))
EVALUATION = Path(os.environ.get("SKILLGAP_EVAL", ROOT.parent / "shared" / "eval"))


@pytest.mark.skipif(not (EVALUATION / "run.py").is_file(), reason="the evaluation data isn't here")
def test_the_evaluation_stays_above_its_floors() -> None:
    program = Path(sys.executable).with_name("skillgap")
    sets = {"devset": "resumes", "dotin": "tools", "posting": "postings", "gap": "gaps"}
    done = subprocess.run(
        [sys.executable, EVALUATION / "run.py", "--skillgap", program, "--sets", ",".join(sets)],
        capture_output=True,
        text=True,
        check=True,
    )
    results = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    for name, floors in sets.items():
        result = json.loads(results[name])
        assert result.get("traps_taken", 0) == 0, name
        assert {key: result[key] for key, floor in FLOORS[floors].items() if result[key] < floor} == {}, name


def test_the_samples_stay_above_their_floors(taxonomy: Taxonomy) -> None:
    right = wrong = missed = 0
    for path, expected in evaluation.samples():
        profile = pipeline.read_profile(str(path), taxonomy, Month.parse(expected["as_of"]))
        result = evaluation.score(expected, [skill(s, taxonomy) for s in profile.skills])
        right, wrong, missed = right + len(result.right), wrong + len(result.wrong), missed + len(result.missed)
    assert right / (right + wrong) >= FLOORS["samples"]["precision"]
    assert right / (right + missed) >= FLOORS["samples"]["recall"]
