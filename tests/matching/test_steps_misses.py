"""Known misses of the steps: each says what is right, and fails when it has become so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgap.model import Profile

ProfileOf = Callable[..., Profile]


def ids(profile: Profile) -> set[str]:
    return {shown.skill for shown in profile.skills}


@pytest.mark.xfail(strict=True, reason="what ends in .js or .NET, or in a version, is taken for a host when a slash follows")
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Services in Node.js/Express", {"nodejs", "express"}),
        ("Pages in ASP.NET/C#", {"asp-net", "csharp"}),
        ("Nets in TensorFlow 2.x/Keras", {"tensorflow", "keras"}),
        ("Angular 2.0/TypeScript", {"angular", "typescript"}),
    ],
)
def test_name_with_a_dot_before_a_slash_is_no_address(text: str, found: set[str], profile_of: ProfileOf) -> None:
    assert found <= ids(profile_of(text))


@pytest.mark.xfail(strict=True, reason="MS, BE and MA are taken for degrees wherever they stand")
@pytest.mark.parametrize(
    "text", ["Reports in MS Excel and Python", "Moved MS SQL Server and Python jobs", "Ann Example · Boston, MA · Python"]
)
def test_letters_that_are_no_degree_drop_nothing(text: str, profile_of: ProfileOf) -> None:
    assert "python" in ids(profile_of(text))


@pytest.mark.xfail(strict=True, reason="'Bachelor of Science in' has two prepositions, and only one is looked for")
@pytest.mark.parametrize(
    "text", ["Bachelor of Science in Data Science", "Master of Science (Data Science)", "Bachelor of Technology, Data Science"]
)
def test_field_behind_a_degree_written_out_is_no_skill(text: str, profile_of: ProfileOf) -> None:
    assert "data-science" not in ids(profile_of(f"Education\n{text}"))


@pytest.mark.xfail(strict=True, reason="a letter at the end of a sentence is taken for an initial when a capital follows")
def test_letter_that_ends_a_list_and_a_sentence_is_no_initial(profile_of: ProfileOf) -> None:
    assert "r" in ids(profile_of("Good at Python, SQL and R. Led a team of four."))


@pytest.mark.xfail(strict=True, reason="forms that all need proof don't prove each other, however many stand in a list")
def test_list_of_letters_behind_a_label_is_a_list_of_languages(profile_of: ProfileOf) -> None:
    assert {"c", "r", "go"} <= ids(profile_of("Programming languages: C, R, Go"))


@pytest.mark.xfail(strict=True, reason="a given name at the beginning of a line or behind a colon isn't seen")
def test_surname_behind_a_colon_is_a_name(profile_of: ProfileOf) -> None:
    assert "jenkins" not in ids(profile_of("Reference: Paul Jenkins"))


@pytest.mark.xfail(strict=True, reason="an initial behind a comma isn't taken for a sign of a surname")
@pytest.mark.parametrize("text", ["Jenkins, S., Lindqvist, C. (2021). On worms.", "C. Lindqvist, S. Jenkins: On worms"])
def test_surname_with_an_initial_is_a_name(text: str, profile_of: ProfileOf) -> None:
    assert "jenkins" not in ids(profile_of(f"Publications\n{text}"))
