"""Each entry of tests/cases/*.yaml is a test: a text, what must be found in it and what must not, and why.

An entry: {text, found: [ids], not: [ids], status: {id: status}, why, misses: [ids]}. `misses` are known misses: the test says so when they are found.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from skillgap.model import Profile

CASES = [
    pytest.param(case, id=f"{path.stem}:{number}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.yaml"))
    if path.stem != "postings"  # tests/targets/posting/test_posting_cases.py
    for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict, profile_of: Callable[..., Profile]) -> None:
    profile = profile_of(case["text"])
    shown = {s.skill: s.status for s in (*profile.skills, *profile.soft_skills, *profile.certifications)}
    why = case.get("why", "")
    assert set(case.get("found", ())) <= set(shown), why
    assert not set(case.get("not", ())) & set(shown), why
    assert {k: shown.get(k) for k in case.get("status", {})} == case.get("status", {}), why
    assert not set(case.get("misses", ())) & set(shown), "no longer missed: move it to found"
