"""Publications: the items of the sections that list them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from made import WORDS, document
from skillgap.profile.place import Places
from skillgap.profile.publications import find_publications

HEADINGS = replace(WORDS, headings={**WORDS.headings, "publications": ("publications",)})


def found(text: str) -> list[str]:
    return [p.text for p in find_publications(Places(document(text, HEADINGS)))]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Publications\n• On trees, a study\nin two lines, 2020\n• On leaves, 2021", ["On trees, a study", "On leaves, 2021"]),
        ("Publications\n[1] A. Bell, On trees, 2020\n[2] A. Bell, On leaves", ["A. Bell, On trees, 2020", "A. Bell, On leaves"]),
        ("Publications\nOn trees, 2020\nOn leaves, 2021", ["On trees, 2020", "On leaves, 2021"]),
        ("Publications\nOn trees, with others", ["On trees, with others"]),
        ("Publications", []),
        ("Skills\nPython 2020", []),
    ],
    ids=["marks", "numbers", "years", "neither", "empty", "no section"],
)
def test_publications(text: str, items: list[str]) -> None:
    assert found(text) == items


def test_more_than_one_section_counts() -> None:
    assert found("Publications\nOn trees, 2020\nSkills\nPython\nPublications\nOn leaves, 2021") == [
        "On trees, 2020",
        "On leaves, 2021",
    ]
