"""Degrees of education sections: level and field."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgap.model import Degree, Profile

ProfileOf = Callable[..., Profile]


def degrees(profile_of: ProfileOf, text: str, heading: str = "Education") -> list[tuple[str, str | None]]:
    return [(d.level, d.field) for d in profile_of(f"{heading}\n{text}").degrees]


@pytest.mark.parametrize(
    ("text", "level", "field"),
    [
        ("B.Sc. Biology", "bachelor", "Biology"),
        ("BSc in Physics, University of Example", "bachelor", "Physics"),
        ("Bachelor of Arts", "bachelor", "Arts"),
        ("Bachelor's degree in Economics", "bachelor", "Economics"),
        ("Bachelor’s in Economics", "bachelor", "Economics"),
        ("M.Sc., Computer Science", "master", "Computer Science"),
        ("MSc (with distinction) Statistics", "master", "Statistics"),
        ("Master of Science and Technology", "master", "Science and Technology"),
        ("M.Sc. – Data & Society", "master", "Data & Society"),
        ("MBA", "master", None),
        ("Ph.D. in Physics", "phd", "Physics"),
        ("PhD thesis in Physics", "phd", "Physics"),
        ("Doctorate, 2020", "phd", None),
        ("Dr. rer. nat.", "phd", None),
        ("Diplom Informatik", "master", "Informatik"),
    ],
)
def test_degree_has_level_and_field(text: str, level: str, field: str | None, profile_of: ProfileOf) -> None:
    assert degrees(profile_of, text) == [(level, field)]


@pytest.mark.parametrize("text", ["Basic training", "BSCs", "x-MSc", "a mashup", "Example.MA"])
def test_text_names_no_degree(text: str, profile_of: ProfileOf) -> None:
    assert degrees(profile_of, text) == []


@pytest.mark.parametrize("heading", ["Experience", "Skills", "Summary"])
def test_other_sections_name_no_degree(heading: str, profile_of: ProfileOf) -> None:
    assert degrees(profile_of, "M.Sc. Biology", heading) == []


def test_degrees_come_in_reading_order(profile_of: ProfileOf) -> None:
    assert degrees(profile_of, "PhD in Physics, 2020\nM.Sc. Physics, 2016\nB.Sc. Physics, 2014") == [
        ("phd", "Physics"),
        ("master", "Physics"),
        ("bachelor", "Physics"),
    ]


def test_degree_says_where_it_stands(profile_of: ProfileOf) -> None:
    profile = profile_of("Education\nM.Sc. Biology")
    (degree,) = profile.degrees
    assert isinstance(degree, Degree)
    assert profile.document.text[degree.place.start : degree.place.end] == degree.place.text == "M.Sc."


@pytest.mark.parametrize(
    ("text", "field"), [("PhD in Physics\nUniversity of Example", "Physics"), ("MBA\nExample School of Business", None)]
)
def test_field_ends_with_its_line(text: str, field: str | None, profile_of: ProfileOf) -> None:
    assert [f for _, f in degrees(profile_of, text)] == [field]
