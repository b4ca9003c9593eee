"""What holds for every résumé: built from pieces by hypothesis, read through the whole pipeline."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made import AS_OF, profile, requirement, shown, skill, target, taxonomy_of
from skillgap import pipeline
from skillgap.gap import find_gaps
from skillgap.model import Batch, GapReport, Level, Profile, Requirement, Status
from skillgap.report import json
from skillgap.taxonomy import Taxonomy

Read = Callable[[str], Profile]
BOUNDED = settings(max_examples=25, derandomize=True, deadline=None)

FORMS = """Python|SQL|R|C|C++|Go|Java|Rust|Julia|Swift|Excel|Spark|PySpark|Apache Spark|Airflow|dbt|Kafka|Snowflake|Tableau
Power BI|PowerBI|Kubernetes|k8s|Docker|Terraform|AWS|S3|Lambda|GCP|Azure|PyTorch|Tensorfow|scikit learn|XGBoost|Machine Learning
deep learning|NLP|CV|RAG|LLMs|LangChain|MLflow|CI/CD|Git|Linux|REST APIs|Node.js|React|Statistics|A/B testing|ETL|Data Modelling
Jenkins|Postgres|Kuberentes"""
SKILLS = [form for line in FORMS.splitlines() for form in line.split("|")]
WORDS = """built|used|with|and|in|for|the|R&D|go to market|excel in|no experience with|eager to learn|but|Smith|R. Smith|M.Sc.|MS
ann@example.com|github.com/ann|2021|v2|Jan 2020 - Mar 2021|May 2025 - present|(|)|,|;|.|:|/|•|-|&|’|é|ß|東京|ﬁ|\u200b|\u00a0"""
PIECES = SKILLS + [word for line in WORDS.splitlines() for word in line.split("|")]
HEADINGS = [
    "Experience",
    "Skills",
    "Education",
    "Projects",
    "Summary",
    "Publications",
    "Certifications",
    "Interests",
    "Unknown heading",
]

lines = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map(" ".join)
resumes = st.lists(st.one_of(lines, st.sampled_from(HEADINGS)), min_size=1, max_size=14).map("\n".join)
skill_lists = st.lists(st.sampled_from(SKILLS), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory, taxonomy: Taxonomy) -> Read:
    path = tmp_path_factory.mktemp("resumes") / "cv.txt"

    def profile_of(text: str) -> Profile:
        path.write_text(f"Ann Example\n{text}", encoding="utf-8")
        return pipeline.read_profile(str(path), taxonomy, AS_OF)

    return profile_of


def reports(of: Profile, taxonomy: Taxonomy) -> list[GapReport]:
    return [pipeline.compare(of, target(*role.requirements, counted=role.counted), taxonomy) for role in taxonomy.roles.values()]


@BOUNDED
@given(text=resumes)
def test_evidence_is_what_the_text_says_there(text: str, read: Read) -> None:
    found = read(text)
    pieces = [e for s in (*found.skills, *found.soft_skills, *found.certifications) for e in s.evidence]
    assert all(found.document.text[e.start : e.end] == e.text for e in pieces)
    assert all(found.document.text[d.start : d.end].split() == d.text.split() for d in found.dropped)


@BOUNDED
@given(text=resumes)
def test_mentions_come_in_reading_order_and_do_not_overlap(text: str, read: Read) -> None:
    found = read(text)
    groups = (found.skills, found.soft_skills, found.certifications)
    assert all([e.start for e in s.evidence] == sorted(e.start for e in s.evidence) for group in groups for s in group)
    assert all([s.evidence[0].start for s in group] == sorted(s.evidence[0].start for s in group) for group in groups)
    spans = sorted((e.start, e.end) for group in groups for s in group for e in s.evidence)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@BOUNDED
@given(text=resumes)
def test_skill_comes_once_and_with_evidence(text: str, read: Read) -> None:
    found = read(text)
    ids = [s.skill for s in (*found.skills, *found.soft_skills, *found.certifications)]
    assert len(set(ids)) == len(ids)
    assert all(s.evidence and 0 < s.confidence <= 1 for s in found.skills)


@BOUNDED
@given(text=resumes)
def test_unknown_time_is_none_and_never_0(text: str, read: Read) -> None:
    for s in read(text).skills:
        assert s.months is None or s.months > 0
        assert (s.months is None) is (s.last_used is None)


@BOUNDED
@given(text=resumes)
def test_coverage_fit_and_credit_are_between_0_and_1(text: str, read: Read, taxonomy: Taxonomy) -> None:
    for report in reports(read(text), taxonomy):
        coverage = report.coverage
        shares = [coverage.required, coverage.preferred, coverage.overall, report.fit, *(f.credit for f in report.findings)]
        assert all(0 <= share <= 1 for share in shares if share is not None)


@BOUNDED
@given(text=resumes)
def test_findings_follow_the_targets_order(text: str, read: Read, taxonomy: Taxonomy) -> None:
    for report in reports(read(text), taxonomy):
        assert tuple(f.requirement for f in report.findings) == report.target.requirements


@BOUNDED
@given(text=resumes)
def test_shown_skill_is_used_by_a_finding_or_listed_apart(text: str, read: Read, taxonomy: Taxonomy) -> None:
    found = read(text)
    for report in reports(found, taxonomy):
        used = {skill for f in report.findings for skill in f.by}
        assert used.isdisjoint(s.skill for s in report.other_skills)
        asked = used | {skill for r in report.target.requirements for skill in r.any_of}
        counted = {s.skill for s in found.skills if s.status.counts}
        assert {s.skill for s in report.other_skills} == counted - asked


@BOUNDED
@given(text=resumes)
def test_same_input_gives_the_same_json(text: str, read: Read, taxonomy: Taxonomy) -> None:
    def render() -> str:
        found = read(text)
        batch = Batch(AS_OF, taxonomy.version, taxonomy.digest, (found,), tuple(reports(found, taxonomy)), ())
        return json.render_gaps(batch, taxonomy, explain=True) + json.render_skills(batch, taxonomy, explain=True)

    assert render() == render()


@BOUNDED
@given(text=resumes, skills=skill_lists, another=st.sampled_from(SKILLS))
def test_another_skill_in_the_list_never_lowers_coverage(
    text: str, skills: list[str], another: str, read: Read, taxonomy: Taxonomy
) -> None:
    resume = "\n".join([text, "", "Skills", *(f"• {s}" for s in skills)])
    before, after = reports(read(resume), taxonomy), reports(read(f"{resume}\n• {another}"), taxonomy)
    for less, more in zip(before, after, strict=True):
        assert (more.coverage.overall or 0) >= (less.coverage.overall or 0) - 1e-9


SMALL = taxonomy_of(
    skill("a", implies=["b"], related={"c": 0.5}),
    skill("b", broader=["d"], related={"e": 0.8}),
    skill("c", related={"a": 0.5}),
    skill("d"),
    skill("e", related={"b": 0.8}, implies=["c"]),
)
WEIGHTS = {Level.REQUIRED: 0.7, Level.PREFERRED: 0.2, Level.MENTIONED: 0.0}
ids = st.sampled_from(sorted(SMALL.skills))
statuses = st.dictionaries(ids, st.sampled_from(list(Status)), max_size=4)
asked = st.builds(
    lambda any_of, level, k: requirement(
        *any_of, level=level, at_least=min(k, len(any_of)), weight=0.0 if level is Level.MENTIONED else 0.5
    ),
    st.lists(ids, min_size=1, max_size=4, unique=True),
    st.sampled_from(list(Level)),
    st.integers(1, 3),
)


@settings(max_examples=400, derandomize=True, deadline=None)
@given(
    st.lists(asked, max_size=4),
    st.dictionaries(ids, st.sampled_from(list(Status)), max_size=4),
    ids,
    st.sampled_from(list(Status)[:3]),
)
def test_another_shown_skill_never_lowers_a_credit(
    requirements: list[Requirement], skills: dict[str, Status], another: str, status: Status
) -> None:
    strongest = min(status, skills.get(another, status), key=list(Status).index)
    before, after = (
        find_gaps(profile(*(shown(k, s) for k, s in shows.items())), target(*requirements), SMALL)
        for shows in (skills, skills | {another: strongest})
    )
    assert all(more.credit >= less.credit - 1e-9 for less, more in zip(before, after, strict=True))
