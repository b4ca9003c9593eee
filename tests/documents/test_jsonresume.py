"""JSON Resume: the text that is made of it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.documents import jsonresume, read
from skillgap.documents.content import Content
from skillgap.documents.headings import heading_kind
from skillgap.documents.words import assemble
from skillgap.model import SectionKind
from skillgap.taxonomy.values import Words

RESUME = {
    "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    "basics": {
        "name": "Ida Marlowe",
        "label": "Data Engineer",
        "image": "ida.png",
        "email": "ida.marlowe@example.org",
        "phone": "+49 30 5550 1177",
        "url": "https://example.org",
        "summary": "Pipelines\nthat don't wake anybody.",
        "location": {"city": "Berlin"},
        "profiles": [{"network": "GitHub", "username": "ida"}],
    },
    "work": [
        {
            "name": "Acme",
            "position": "Data Engineer",
            "startDate": "2021-06-15",
            "summary": "Nightly jobs.",
            "highlights": ["Moved to Airflow", "Wrote it in Python"],
        },
        {"company": "Sample Ltd", "position": "Analyst", "startDate": "2019-03", "endDate": "2021-05-31"},
    ],
    "volunteer": [{"organization": "Food Bank", "position": "Driver", "startDate": "2018", "endDate": "2019"}],
    "education": [
        {
            "institution": "University of Nowhere",
            "area": "Statistics",
            "studyType": "BSc",
            "startDate": "2014-10",
            "endDate": "2017-09",
            "courses": ["Java"],
        }
    ],
    "awards": [{"title": "Best Poster", "date": "2017-05-01", "awarder": "Society"}],
    "certificates": [{"name": "Spark Developer", "date": "2022-01", "issuer": "Example Academy"}],
    "publications": [{"name": "On Jobs", "publisher": "Journal", "releaseDate": "2020-02-02", "summary": "A study."}],
    "skills": [{"name": "Databases", "level": "Master", "keywords": ["Postgres", "SQLite"]}, {"name": "Docker"}],
    "languages": [{"language": "German", "fluency": "Native speaker"}],
    "interests": [{"name": "Chess", "keywords": ["Endgames"]}],
    "references": [{"name": "R. Smith", "reference": "Worked well."}],
    "projects": [{"name": "Tide", "description": "Forecasts.", "keywords": ["R"], "startDate": "2020", "endDate": "2020"}],
}
TEXT = """Ida Marlowe
Data Engineer
ida.marlowe@example.org | +49 30 5550 1177

Summary
Pipelines that don't wake anybody.

Experience
Data Engineer, Acme
2021-06 – present
Nightly jobs.
• Moved to Airflow
• Wrote it in Python
Analyst, Sample Ltd
2019-03 – 2021-05

Projects
Tide
2020 – 2020
Forecasts.
R

Education
BSc Statistics, University of Nowhere
2014-10 – 2017-09
• Java

Skills
Databases: Postgres, SQLite
Docker

Certificates
Spark Developer, Example Academy, 2022-01

Publications
On Jobs, Journal, 2020-02
A study.

Languages
German: Native speaker

Volunteer
Driver, Food Bank
2018 – 2019

Awards
Best Poster, Society, 2017-05

Interests
Chess: Endgames

References
R. Smith: Worked well."""


def text_of(resume: object) -> str:
    reading = jsonresume.read(Content("cv.json", "json", json.dumps(resume).encode()))
    return assemble(reading.words)[0]


def test_all_of_the_schema_becomes_a_text() -> None:
    assert text_of(RESUME) == TEXT


def test_each_heading_is_one_that_the_taxonomy_knows(words: Words) -> None:
    headings = ["Summary", *(heading for _, heading, _ in jsonresume.SECTIONS)]
    assert [h for h in headings if heading_kind(h, words) is None] == []


def test_dates_and_sections_are_found(words: Words, write: Callable[[str, bytes], str]) -> None:
    document = read(write("cv.json", json.dumps(RESUME).encode()), words)
    (work,) = [s for s in document.sections if s.heading == "Experience"]
    assert work.kind is SectionKind.EXPERIENCE
    assert [(str(e.dates.since), e.dates.until and str(e.dates.until)) for e in work.entries] == [
        ("2021-06", None),
        ("2019-03", "2021-05"),
    ]


@pytest.mark.parametrize(
    ("job", "dates"),
    [
        ({"startDate": "2019-03-01", "endDate": ""}, "2019-03 – present"),
        ({"startDate": "2019-03", "endDate": None}, "2019-03 – present"),
        ({"startDate": "March 2019", "endDate": "Present"}, "March 2019 – Present"),
        ({"endDate": "2020-01"}, "2020-01"),
        ({"startDate": 2019}, ""),
    ],
)
def test_dates_are_as_a_person_writes_them(job: dict[str, object], dates: str) -> None:
    assert text_of({"work": [{"position": "Engineer", **job}]}) == f"Experience\nEngineer\n{dates}".strip()


@pytest.mark.parametrize(
    "wrong",
    [
        {"work": "Acme"},
        {"work": [1, None, "x", ["y"], {"position": 3, "highlights": "no list"}]},
        {"skills": {"name": "Python"}},
        {"skills": [{"name": ["Python"], "keywords": [{"a": 1}, None, 3]}]},
        {"basics": ["Ida"]},
        {"basics": {"name": {"first": "Ida"}, "summary": 3}},
    ],
)
def test_what_has_another_type_is_left_out(wrong: dict[str, object]) -> None:
    assert text_of(wrong) == ""
    assert text_of({"languages": [{"language": "German"}], **wrong}) == "Languages\nGerman"


def test_half_a_character_does_no_harm() -> None:
    assert text_of({"skills": [{"name": "\ud800 Python"}]}) == "Skills\n? Python"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["2019-03-01", "present"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "keywords", "startDate"]), inner),
)


@given(resume=st.dictionaries(st.sampled_from(sorted(RESUME)), VALUES | st.lists(VALUES)))
@settings(deadline=None)
def test_any_values_are_a_text(resume: dict[str, object]) -> None:
    assert isinstance(text_of(resume), str)
