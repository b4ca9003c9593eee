"""Each entry of tests/cases/postings.yaml is a test; its comment says what an entry holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
import yaml

from skillgap.model import Level, Posting

FILE = Path(__file__).parents[2] / "cases" / "postings.yaml"
CASES = [pytest.param(case, id=str(n)) for n, case in enumerate(yaml.safe_load(FILE.read_text(encoding="utf-8")), 1)]


def groups(entries: Iterable[str | list[str]]) -> set[frozenset[str]]:
    return {frozenset([entry] if isinstance(entry, str) else entry) for entry in entries}


@pytest.mark.parametrize("case", CASES)
def test_posting_case(case: dict, posting_of: Callable[[str], Posting]) -> None:
    posting = posting_of(case["text"])
    why = case.get("why", "")
    skills = [r for r in posting.requirements if r.kind == "skill"]
    for level in Level:
        if level in case:
            assert groups(case[level]) <= {frozenset(r.any_of) for r in skills if r.level == level}, why
    assert not {s for r in skills for s in r.any_of} & set(case.get("not", ())), why
    years = {s: r.min_years for r in skills for s in r.any_of}
    assert {s: years.get(s) for s in case.get("years", {})} == case.get("years", {}), why
    at_least = {s: r.at_least for r in skills for s in r.any_of}
    assert {s: at_least.get(s) for s in case.get("at_least", {})} == case.get("at_least", {}), why
    if "degree" in case:
        assert [posting.degree_min, posting.degree_preferred] == case["degree"], why
    assert posting.min_years == case.get("total", posting.min_years), why
