"""Years that a résumé states, and of which skills."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgap.model import Profile

ProfileOf = Callable[..., Profile]
TABLE = "Skills\nSkill Level Years\nSQL expert 9\nPower BI / DAX advanced 3\nPython (pandas, NumPy) good 4.5\nR beginner 1\n"


def stated(profile: Profile) -> dict[str, float]:
    return {s.skill: s.stated.years for s in profile.skills if s.stated}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("SQL (9 years), Python – 6 yrs, Docker", {"sql": 9, "python": 6}),
        ("Java: 5+ years\nDocker: expert, 3 years", {"java": 5, "docker": 3}),
        ("Tableau 5 years | Power BI / DAX 3 years", {"tableau": 5, "power-bi": 3, "dax": 3}),
        ("Python (pandas, NumPy): 4 years", {"python": 4, "pandas": 4, "numpy": 4}),
        ("5+ years of Python, SQL and Spark; some Docker", {"python": 5, "sql": 5, "apache-spark": 5}),
        ("Six years' experience with Kafka. Airflow too.", {"apache-kafka": 6}),
        ("3 years Python, 7 years SQL", {"python": 3, "sql": 7}),
        ("Python, 5 years of SQL", {"sql": 5}),
        ("8 years building pipelines in Scala", {"scala": 8}),
        ("Python (3 years)\nPython for 8 years", {"python": 8}),
        ("Python (120 years), SQL (0 years)", {}),
        ("10 years as a nurse, some Python", {}),
        ("Python course two years ago", {}),
        ("A 5-year plan for Python", {}),
        ("No Python in 5 years", {}),
        ("Docker\n9 years", {}),
        ("Feeds of two years in Kafka, moved in 3 years to Python", {}),
    ],
)
def test_years_are_those_of_the_skills_beside_them(text: str, years: dict[str, float], profile_of: ProfileOf) -> None:
    assert stated(profile_of(f"Skills\n{text}\n")) == years


def test_a_column_of_years_is_read_to_the_end_of_its_section(profile_of: ProfileOf) -> None:
    years = stated(profile_of(f"{TABLE}\nExperience\nUsed Tableau for 30 stores\nDocker 12\n"))
    assert years == {"sql": 9, "power-bi": 3, "dax": 3, "python": 4.5, "pandas": 4.5, "numpy": 4.5, "r": 1}


@pytest.mark.parametrize("text", ["Skills\nSQL expert 9\n", "Skills\nSkill Level Years\nSQL 9 of 10 since 12\nPython 2019\n"])
def test_other_numbers_are_no_years(text: str, profile_of: ProfileOf) -> None:
    assert stated(profile_of(text)) == {}


def test_a_claim_says_where_it_stands_and_gives_no_months(profile_of: ProfileOf) -> None:
    profile = profile_of("Skills\nSQL (9 years)\n")
    (sql,) = profile.skills
    assert sql.months is None
    assert sql.stated is not None
    assert (sql.stated.evidence.text, sql.stated.evidence.line) == ("9 years", "SQL (9 years)")
