"""Each entry of tests/cases/*.yaml about a résumé is a test; casework.py says what an entry holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from casework import cases, problems
from skillgap.model import Profile


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{file}:{number}") for file, number, case in cases()])
def test_case(case: dict, profile_of: Callable[..., Profile]) -> None:
    assert problems(case, profile_of(case["text"])) == [], case.get("why", "")


def test_each_kind_of_problem_is_told(profile_of: Callable[..., Profile]) -> None:
    case = {"found": ["rust"], "not": ["python"], "status": {"sql": "negated"}, "misses": ["docker"]}
    assert problems(case, profile_of("Wrote Python, SQL and Docker.")) == [
        "rust isn't found",
        "python is found",
        "sql is listed",
        "docker is no longer missed: move it to found",
    ]
