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
        ("Tools: SQL, Qwertool, Asdfer", ["Qwertool", "Asdfer"]),
        ("• SQL\n• Qwertool\n• Python", ["Qwertool"]),
        ("Qwertool | Asdfer / SQL; Yxcver", ["Qwertool", "Asdfer", "Yxcver"]),
        ("SQL, Qwertool.", ["Qwertool"]),
        ("SQL, Octopodes, Problem Qwering", ["Octopodes", "Problem Qwering"]),
        ("SQL, (Qwertool)", ["Qwertool"]),
        ("SQL, Qwertool, QWERTOOL, Qwertool 2", ["Qwertool", "Qwertool 2"]),
        ("SQL, Qwertool 3.2, Asdf++", ["Qwertool 3.2", "Asdf++"]),
        ("Python, SQL, Qwertool\nStudio, Docker", ["Qwertool Studio"]),
        ("Python, SQL, Qwertool,\nAsdfer, Docker", ["Qwertool", "Asdfer"]),
        ("Python, SQL, Qwertool\nTools: Asdfer, Docker", ["Qwertool", "Asdfer"]),
    ],
)
def test_item_is_unlisted(text: str, terms: list[str], profile_of: ProfileOf) -> None:
    assert unlisted(profile_of, text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "Python, SQL",
        "Python, Kuberentes",
        "Python, some of the best words",
        "Python, Q",
        "Python, 3 years",
        "Python, SQL, Qwertool: Docker",
        "Python, " + "Xw" * 21,
        "Qwertool, Asdfer",
        "Python\nSQL, Docker\nQwertool",
        "Python, and qwertool, Qwertool etc",
        "Python, qwertool",
        "Python\nMORE OF THIS",
        "Python, https://qwer.example/Qwertool",
        "Python, Advanced, Technologies, SQL",
        "Python, Work Experience, SQL",
        "Python, Bachelor’s Degree, SQL",
        "Python, written and tested, SQL",
        "Python, qwertools 02, SQL",
    ],
    ids=[
        "skills",
        "misspelled",
        "many words",
        "a letter",
        "a figure",
        "a label",
        "too long",
        "nothing known in the line",
        "a line beside lists",
        "joining words",
        "small letters",
        "a heading in capitals",
        "an address",
        "frequent words",
        "a heading",
        "a degree",
        "a joining word within",
        "a year in small letters",
    ],
)
def test_item_is_not_unlisted(text: str, profile_of: ProfileOf) -> None:
    assert unlisted(profile_of, text) == []


def test_item_that_was_dropped_is_known_and_so_not_unlisted(profile_of: ProfileOf) -> None:
    profile = profile_of("Skills\nPython, R&D")
    assert profile.unlisted == ()


@pytest.mark.parametrize("heading", ["Experience", "Summary", "Interests"])
def test_other_sections_have_no_unlisted_items(heading: str, profile_of: ProfileOf) -> None:
    assert unlisted(profile_of, "Python, Qwertool, Asdfer", heading) == []


def test_heading_is_no_item(profile_of: ProfileOf) -> None:
    assert unlisted(profile_of, "Qwertool, SQL", "Technical Skills") == ["Qwertool"]


def test_item_says_where_it_stands(profile_of: ProfileOf) -> None:
    profile = profile_of("Skills\nTools: Python, Qwertool")
    (item,) = profile.unlisted
    assert profile.document.text[item.place.start : item.place.end] == "Qwertool"
