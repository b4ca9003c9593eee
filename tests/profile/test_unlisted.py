"""Items of skills sections that the taxonomy lacks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgap.model import Profile

ProfileOf = Callable[..., Profile]


def unlisted(profile_of: ProfileOf, text: str, heading: str = "Skills") -> list[str]:
    return [u.text for u in profile_of(f"{heading}\n{text}").unlisted]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Python, Qwertool, SQL", ["Qwertool"]),
        ("Qwertool", ["Qwertool"]),
        ("Tools: Qwertool, Asdfer", ["Qwertool", "Asdfer"]),
        ("• Qwertool\n• Asdfer Pro", ["Qwertool", "Asdfer Pro"]),
        ("Qwertool | Asdfer / Zxcver; Yxcver", ["Qwertool", "Asdfer", "Zxcver", "Yxcver"]),
        ("Qwertool.", ["Qwertool"]),
        ("(Qwertool)", ["Qwertool"]),
        ("Qwertool, QWERTOOL, qwertool", ["Qwertool"]),
        ("Qwertool 3.2, Asdf++", ["Qwertool 3.2", "Asdf++"]),
    ],
)
def test_item_is_unlisted(text: str, terms: list[str], profile_of: ProfileOf) -> None:
    assert unlisted(profile_of, text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "Python, SQL",
        "Kuberentes",
        "some of the best words",
        "Q",
        "3 years",
        "Qwertool:",
        "Xw" * 21,
    ],
    ids=["skills", "misspelled", "many words", "a letter", "a figure", "a label", "too long"],
)
def test_item_is_not_unlisted(text: str, profile_of: ProfileOf) -> None:
    assert unlisted(profile_of, text) == []


def test_item_that_was_dropped_is_known_and_so_not_unlisted(profile_of: ProfileOf) -> None:
    profile = profile_of("Skills\nPython, R&D")
    assert profile.unlisted == ()


@pytest.mark.parametrize("heading", ["Experience", "Summary", "Interests"])
def test_other_sections_have_no_unlisted_items(heading: str, profile_of: ProfileOf) -> None:
    assert unlisted(profile_of, "Qwertool, Asdfer", heading) == []


def test_heading_is_no_item(profile_of: ProfileOf) -> None:
    assert unlisted(profile_of, "Qwertool", "Technical Skills") == ["Qwertool"]


def test_item_says_where_it_stands(profile_of: ProfileOf) -> None:
    profile = profile_of("Skills\nTools: Python, Qwertool")
    (item,) = profile.unlisted
    assert profile.document.text[item.place.start : item.place.end] == "Qwertool"
