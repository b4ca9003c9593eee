"""The cases of tests/cases/*.yaml about résumés: one text each, what must be found in it and what must not, and why.

An entry: {text, found: [ids], not: [ids], status: {id: status}, why, misses: [ids]}. `misses` are known misses: that they are found is a problem too.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml

from skillgap.model import Profile

FOLDER = Path(__file__).parent / "cases"
# The cases about postings are those of tests/targets/posting/test_posting_cases.py.
OTHERS = ("postings",)


def cases() -> Iterator[tuple[str, int, dict]]:
    """Yield the cases, each with the name of its file and its number there."""
    for path in sorted(FOLDER.glob("*.yaml")):
        if path.stem not in OTHERS:
            for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1):
                yield path.stem, number, case


def problems(case: dict, profile: Profile) -> list[str]:
    """Return what is wrong with the profile of a case's text."""
    shown = {s.skill: s.status for s in (*profile.skills, *profile.soft_skills, *profile.certifications)}
    return [
        *(f"{skill} isn't found" for skill in case.get("found", ()) if skill not in shown),
        *(f"{skill} is found" for skill in case.get("not", ()) if skill in shown),
        *(f"{skill} is {shown.get(skill)}" for skill, status in case.get("status", {}).items() if shown.get(skill) != status),
        *(f"{skill} is no longer missed: move it to found" for skill in case.get("misses", ()) if skill in shown),
    ]
