"""Whole texts in which names, degrees and addresses stand beside skills."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgap.model import Profile

ProfileOf = Callable[..., Profile]


def ids(profile: Profile) -> set[str]:
    return {shown.skill for shown in profile.skills}


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


@pytest.mark.parametrize(
    "text", ["Reports in MS Excel and Python", "Moved MS SQL Server and Python jobs", "Ann Example · Boston, MA · Python"]
)
def test_letters_that_are_no_degree_drop_nothing(text: str, profile_of: ProfileOf) -> None:
    assert "python" in ids(profile_of(text))


@pytest.mark.parametrize(
    "text", ["Bachelor of Science in Data Science", "Master of Science (Data Science)", "Bachelor of Technology, Data Science"]
)
def test_field_behind_a_degree_written_out_is_no_skill(text: str, profile_of: ProfileOf) -> None:
    assert "data-science" not in ids(profile_of(f"Education\n{text}"))


def test_letter_that_ends_a_list_and_a_sentence_is_no_initial(profile_of: ProfileOf) -> None:
    assert "r" in ids(profile_of("Good at Python, SQL and R. Led a team of four."))


def test_list_of_letters_behind_a_label_is_a_list_of_languages(profile_of: ProfileOf) -> None:
    assert {"c", "r", "go"} <= ids(profile_of("Programming languages: C, R, Go"))


def test_surname_behind_a_colon_is_a_name(profile_of: ProfileOf) -> None:
    assert "jenkins" not in ids(profile_of("Reference: Paul Jenkins"))


@pytest.mark.parametrize("text", ["Jenkins, S., Lindqvist, C. (2021). On worms.", "C. Lindqvist, S. Jenkins: On worms"])
def test_surname_with_an_initial_is_a_name(text: str, profile_of: ProfileOf) -> None:
    assert "jenkins" not in ids(profile_of(f"Publications\n{text}"))


@pytest.mark.parametrize(
    ("heading", "employer"),
    [
        ("Senior Engineer, Databricks, San Francisco, CA\nJan 2021 - Present", "databricks"),
        ("Snowflake — Data Engineer\n2019-03 – 2020-12", "snowflake"),
        ("Software Engineer at MongoDB\nJan 2017 - Feb 2019", "mongodb"),
        ("Salesforce | Software Engineer | 2015 - 2016", "salesforce"),
        ("Software Engineer Jun 2021 - Dec 2022\nFigma • San Francisco, CA", "figma"),
    ],
)
def test_product_that_is_a_field_of_a_job_heading_is_the_employer(heading: str, employer: str, profile_of: ProfileOf) -> None:
    shown = ids(profile_of(f"Experience\n{heading}\n- Wrote jobs in Python\n"))
    assert employer not in shown
    assert "python" in shown


@pytest.mark.parametrize(
    "heading",
    [
        "Data Engineer (Databricks), Acme\nJan 2021 - Present",
        "Data Engineer, Acme\nJan 2021 - Present\nDatabricks, Python, SQL",
        "Data Engineer, Acme\nJan 2021 - Present\n- Databricks",
        "Data Engineer, Acme\nJan 2021 - Present\nMoved all jobs to Databricks, 2021.",
    ],
)
def test_product_that_a_job_uses_is_no_employer(heading: str, profile_of: ProfileOf) -> None:
    assert "databricks" in ids(profile_of(f"Experience\n{heading}\n"))


def test_product_in_a_list_of_skills_is_no_employer(profile_of: ProfileOf) -> None:
    assert "databricks" in ids(profile_of("Skills\nDatabricks\n2021\n"))
