"""What a posting gives besides its skills: title, seniority, role, notes, kinds, places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from skillgap import pipeline
from skillgap.model import Level, Posting, RequirementKind
from skillgap.taxonomy import Taxonomy

WHOLE = """Senior Data Engineer (m/f/x)
Ferngate Ltd

Requirements
- 5+ years with Python and Spark
- Airflow or Dagster
- Master's degree in anything
- Publications at conferences
- Teamwork
- AWS Certified Solutions Architect

Nice to have
- dbt
"""


def test_a_posting_is_a_target(posting_of: Callable[..., Posting]) -> None:
    posting = posting_of(WHOLE, "fern gate.txt")
    assert (posting.id, posting.name, posting.kind) == ("fern gate", "Senior Data Engineer", "posting")
    assert posting.source == posting.document.source
    assert (posting.seniority, posting.role, posting.counted) == ("senior", "data-engineer", "data engineer")
    assert (posting.degree_min, posting.degree_preferred, posting.min_years) == ("master", None, 5)
    assert posting.notes == ()


def test_what_is_asked_has_its_kind(posting_of: Callable[[str], Posting]) -> None:
    kinds: dict[str, set[str]] = {}
    for r in posting_of(WHOLE).requirements:
        kinds.setdefault(r.kind, set()).update(r.any_of)
    assert kinds[RequirementKind.DEGREE] == {"master"}
    assert kinds[RequirementKind.PUBLICATION] == {"publications"}
    assert kinds[RequirementKind.SOFT] == {"teamwork"}
    assert kinds[RequirementKind.CERTIFICATION] == {"aws-solutions-architect-associate"}


def test_weights_are_those_of_the_levels_and_kinds_and_requirements_come_in_the_order_of_the_text(posting_of: Callable) -> None:
    requirements = posting_of(WHOLE + "\nAbout us\nWe run Kafka.").requirements
    skills = {r.level: r.weight for r in requirements if r.kind is RequirementKind.SKILL}
    assert skills == {Level.REQUIRED: 1.0, Level.PREFERRED: 0.5, Level.MENTIONED: 0.0}
    assert {r.weight for r in requirements if r.kind is RequirementKind.DEGREE} == {0.5}
    starts = [min(e.start for places in r.evidence for e in places) for r in requirements]
    assert starts == sorted(starts)


def test_evidence_stands_in_the_text_as_read(posting_of: Callable[[str], Posting]) -> None:
    posting = posting_of("Data\n<p>Requirements</p><ul><li>Python&nbsp;or R</li><li>CI&#47;CD</li></ul>\n" + WHOLE)
    found = [e for r in posting.requirements for places in r.evidence for e in places]
    assert found
    assert all(posting.document.text[e.start : e.end] == e.text for e in found)
    assert "CI&#47;CD" in {e.text for e in found}


def test_boilerplate_only_is_noted(posting_of: Callable[[str], Posting]) -> None:
    posting = posting_of("Benefits\nA course in Python, and fruit.\n\nWe are an equal opportunity employer.")
    assert posting.requirements == ()
    assert [n.code for n in posting.notes] == ["nothing_asked"]
    assert posting.role is None


def test_a_title_that_says_something_else_is_noted(posting_of: Callable[[str], Posting]) -> None:
    text = "Data Engineer\n\nRequirements\n- Power BI\n- DAX\n- Microsoft Excel\n- Tableau\n- Dashboards\n- KPIs"
    posting = posting_of(text)
    assert posting.role == "data-analyst"
    assert [n.code for n in posting.notes] == ["title_differs"]


def test_work_of_another_kind_is_no_role_and_pages_are_nearest_to_the_full_stack(posting_of: Callable[[str], Posting]) -> None:
    text = "Front-end Developer\n\nRequirements\n- React\n- JavaScript\n- TypeScript\n- CSS\n- HTML\n- GraphQL\n- Node.js\n- Git"
    assert posting_of(text).role == "full-stack-engineer"
    assert posting_of("Bank Clerk\n\nRequirements\n- Cash handling\n- Typing\n- Kindness").role is None


@pytest.mark.parametrize(
    ("text", "title", "seniority"),
    [
        ("Job ID: 7\nTitle: Staff ML Engineer | Remote\nCompany: X", "Staff ML Engineer", "staff"),
        ("Ferngate\nJunior Data Analyst at Ferngate\n", "Junior Data Analyst", "junior"),
        (
            "Data Scientist Ferngate builds gates and has done so for forty years, in wood, iron and other things that hold.",
            "Data Scientist",
            None,
        ),
        ("We build gates, and we have done so for forty years.\nRequirements\nPython", None, None),
    ],
)
def test_title(text: str, title: str | None, seniority: str | None, posting_of: Callable[[str], Posting]) -> None:
    posting = posting_of(text)
    assert (posting.title, posting.seniority) == (title, seniority)


def test_the_same_posting_gives_the_same(posting_of: Callable[[str], Posting]) -> None:
    assert posting_of(WHOLE) == posting_of(WHOLE)


def test_several_postings_are_read_and_one_that_is_not_there_is_skipped(tmp_path: Path, taxonomy: Taxonomy) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(WHOLE, encoding="utf-8")
    files = [str(tmp_path / f"{name}.txt") for name in ("one", "none", "two")]
    postings, skipped = pipeline.read_postings(files, taxonomy)
    assert [p.id for p in postings] == ["one", "two"]
    assert [(s.file, s.code) for s in skipped] == [(files[1], "not_found")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "About the role\nWe want a **Senior Data Scientist** for our squad.\n\nRequirements\n- 5+ years as a data scientist",
            "Senior Data Scientist",
        ),
        ("Join us. We are hiring a Lead ML Engineer to ship models.\nRequirements\n- Python", "Lead ML Engineer"),
        ("Data Engineer\nWe are hiring a Chief Data Officer too.\nRequirements\n- Python", "Data Engineer"),
    ],
)
def test_the_title_may_stand_in_a_sentence(text: str, title: str, posting_of: Callable[[str], Posting]) -> None:
    assert posting_of(text).title == title
