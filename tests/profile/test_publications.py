"""Publications: the items of the sections that list them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from made import WORDS, document
from skillgap.profile.place import Places
from skillgap.profile.publications import find_publications

HEADINGS = replace(
    WORDS,
    headings={**WORDS.headings, "publications": ("publications", "invited talks", "talks and papers")},
    published=("papers", "publications"),
    unpublished=("talks", "patent"),
)


def found(text: str) -> list[str]:
    return [p.text for p in find_publications(Places(document(text, HEADINGS)), HEADINGS)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Publications\n• On trees, a study\nin two lines, 2020\n• On leaves, 2021", ["On trees, a study", "On leaves, 2021"]),
        ("Publications\n[1] A. Bell, On trees, 2020\n[2] A. Bell, On leaves", ["A. Bell, On trees, 2020", "A. Bell, On leaves"]),
        ("Publications\nOn trees, 2020\nOn leaves, 2021", ["On trees, 2020", "On leaves, 2021"]),
        ("Publications\nOn trees, with others", ["On trees, with others"]),
        ("Publications\nOn trees\nA. Bell\nFirst Press, 2020\nOn leaves\nB. Bell, 2021", ["On trees", "On leaves"]),
        (
            "Publications\nOn trees\n10.1234/wood.2019.7 (Wood 2019)\nMay 2020\nOn leaves\n10.1234/wood.2020.8\nMay 2021",
            ["On trees", "On leaves"],
        ),
        (
            "Publications\nOn trees 10.1234/a.2019.7\nOn leaves 10.1234/a.2020.8",
            ["On trees 10.1234/a.2019.7", "On leaves 10.1234/a.2020.8"],
        ),
        ("Invited Talks\nOn trees, 2020", []),
        ("Talks and papers\nOn trees, 2020\nUS Patent 11, on leaves, 2021", ["On trees, 2020"]),
        ("Publications", []),
        ("Skills\nPython 2020", []),
    ],
    ids=[
        "marks",
        "numbers",
        "years",
        "neither",
        "year last",
        "registered",
        "only registered",
        "talks",
        "mixed",
        "empty",
        "no section",
    ],
)
def test_publications(text: str, items: list[str]) -> None:
    assert found(text) == items


def test_more_than_one_section_counts() -> None:
    assert found("Publications\nOn trees, 2020\nSkills\nPython\nPublications\nOn leaves, 2021") == [
        "On trees, 2020",
        "On leaves, 2021",
    ]
