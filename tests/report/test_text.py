"""Batch -> text: golden files, colour, width, and what is said of what."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from skillgap.model import Batch, Coverage, FindingStatus, ReadingWarning
from skillgap.report import text
from skillgap.report.look import PLAIN, Look
from skillgap.report.quote import QUOTE
from skillgap.taxonomy import Taxonomy

BatchOf = Callable[..., Batch]

ANSI = re.compile(r"\x1b\[[\d;]*m")
LONG = "experience " * 300


def rendered(batch: Batch, taxonomy: Taxonomy, look: Look = PLAIN, *, explain: bool = True) -> str:
    """Return the profile and the reports of a batch."""
    return "".join(render(batch, taxonomy, look, explain=explain) for render in (text.render_skills, text.render_gaps))


# ------------------------------------------------------------- golden files


@pytest.mark.parametrize("explain", [False, True])
@pytest.mark.parametrize(("kind", "roles"), [("analyze", ["de"]), ("analyze_two", ["de", "me"]), ("ranking", [])])
def test_reports_are_as_they_were(
    golden, batch_of: BatchOf, small: Taxonomy, kind: str, roles: list[str], *, explain: bool
) -> None:
    printed = text.render_gaps(batch_of(roles=roles), small, explain=explain)
    golden(f"{kind}_explained" if explain else kind, printed)


@pytest.mark.parametrize("explain", [False, True])
def test_skills_are_as_they_were(golden, batch_of: BatchOf, small: Taxonomy, *, explain: bool) -> None:
    golden("skills_explained" if explain else "skills", text.render_skills(batch_of(), small, explain=explain))


def test_a_narrow_report_is_as_it_was(golden, batch_of: BatchOf, small: Taxonomy) -> None:
    golden("analyze_narrow", text.render_gaps(batch_of(roles=["de"]), small, Look(60)))


# ------------------------------------------------------------- colour and width


def test_plain_text_has_no_escape_codes(batch_of: BatchOf, small: Taxonomy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in rendered(batch_of(roles=["de"]), small)


def test_coloured_text_says_the_same_as_plain(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of(roles=["de"])
    coloured = rendered(batch, small, Look(100, colour=True))
    assert ANSI.search(coloured)
    stripped = [line.rstrip() for line in ANSI.sub("", coloured).splitlines()]
    assert stripped == rendered(batch, small, Look(100)).splitlines()


@pytest.mark.parametrize("roles", [["de"], []], ids=["report", "ranking"])
@pytest.mark.parametrize("width", [60, 80, 160, 400])
def test_no_line_is_wider_than_asked(batch_of: BatchOf, small: Taxonomy, width: int, roles: list[str]) -> None:
    batch = batch_of(f"Skills\nPython, SQL, {'x' * 900}\nExperience\n{LONG} Python {LONG}\n", roles=roles, name="long" * 40)
    assert max(map(cell_len, rendered(batch, small, Look(width)).splitlines())) <= width


def test_no_line_ends_in_a_space(batch_of: BatchOf, small: Taxonomy) -> None:
    lines = rendered(batch_of(roles=["de"]), small, Look(60)).splitlines()
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_pipe_gets_unbroken_lines(batch_of: BatchOf, small: Taxonomy) -> None:
    terms = ", ".join(f"Frobnicator{chr(97 + n)}" for n in range(26))
    assert terms in text.render_skills(batch_of(f"Skills\n{terms}, Python\n"), small)


def test_a_long_line_is_cut_around_the_mention(batch_of: BatchOf, small: Taxonomy) -> None:
    out = text.render_skills(batch_of(f"Experience\n{LONG} PySpark {LONG}\n"), small)
    (quote,) = re.findall("“(.*)”", out)
    assert quote.startswith("…")
    assert quote.endswith("…")
    assert "PySpark" in quote
    assert len(quote) <= QUOTE + 2


@pytest.mark.parametrize(("line", "ends"), [(f"PySpark {LONG}", "P…"), (f"{LONG} PySpark", "…k")], ids=["first", "last"])
def test_a_long_line_is_cut_only_where_something_is_left_out(batch_of: BatchOf, small: Taxonomy, line: str, ends: str) -> None:
    (quote,) = re.findall("“(.*)”", text.render_skills(batch_of(f"Experience\n{line}\n"), small))
    assert quote[0] + quote[-1] == ends


# ------------------------------------------------------------- what is said


def test_a_role_that_prefers_nothing_says_so(batch_of: BatchOf, small: Taxonomy) -> None:
    assert "preferred not asked" in text.render_gaps(batch_of(roles=["all-required"]), small)


def test_a_target_without_requirements_has_no_coverage_and_no_findings(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of(roles=["de"])
    (report,) = batch.reports
    empty = replace(report, findings=(), plan=(), other_skills=(), target=replace(report.target, postings=0))
    assert empty.coverage == Coverage(None, None, None)
    out = text.render_gaps(replace(batch, reports=(empty,)), small)
    assert out.splitlines()[:2] == [
        "cv.txt  against  Data Engineer",
        f"Coverage not asked  {'░' * text.BAR}  required not asked, preferred not asked; 0 met, 0 partly, 0 missing",
    ]
    assert "Learn first" not in out


def test_a_long_plan_is_cut_and_says_how_much_is_left(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of(roles=["de"])
    (report,) = batch.reports
    long = replace(report, plan=report.plan[:1] * (text.MOST_STEPS + 2))
    out = text.render_gaps(replace(batch, reports=(long,)), small)
    assert "Learn first (and 2 more, see --format json)" in out
    assert f"\n{text.MOST_STEPS}." in out
    assert f"\n{text.MOST_STEPS + 1}." not in out


def test_a_step_says_what_comes_before_it(batch_of: BatchOf, small: Taxonomy) -> None:
    out = text.render_gaps(batch_of("Skills\nRust\n", roles=["de"]), small)
    assert re.search(r"Apache Airflow .* after Python", out)


def test_findings_of_a_status_come_by_weight(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of("Skills\nRust\n", roles=["de"])
    (report,) = batch.reports
    turned = replace(report, findings=report.findings[::-1])
    assert {f.status for f in report.findings} == {FindingStatus.MISSING}
    printed = [text.render_gaps(replace(batch, reports=(r,)), small) for r in (report, turned)]
    assert printed[0] == printed[1]


def test_an_uncounted_requirement_names_no_share(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of(roles=["all-required"])
    (report,) = batch.reports
    findings = tuple(replace(f, requirement=replace(f.requirement, share=None)) for f in report.findings)
    out = text.render_gaps(replace(batch, reports=(replace(report, findings=findings, plan=()),)), small)
    assert "% of postings" not in out


def test_warnings_of_reading_are_noted(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of()
    (profile,) = batch.profiles
    document = replace(profile.document, warnings=(ReadingWarning("second_reader", "check the text"),))
    out = text.render_skills(replace(batch, profiles=(replace(profile, document=document),)), small)
    assert "Note: check the text\n" in out


def test_a_resume_without_skills_has_none(batch_of: BatchOf, small: Taxonomy) -> None:
    out = text.render_skills(batch_of("Nobody in particular\n"), small, explain=True)
    assert "0 skills" in out
    assert not any(title in out for title in ("Soft skills", "Certifications", "not taken", "not in the taxonomy"))


def test_skills_come_by_status_then_months(batch_of: BatchOf, small: Taxonomy) -> None:
    rows = text.render_skills(batch_of(), small).splitlines()[2:10]
    assert [row.split()[0] for row in rows] == ["Dagster", "Python", "PostgreSQL", "SQL", "Docker", "Java", "Scala", "Rust"]


def test_each_file_of_a_batch_has_its_own_reports(batch_of: BatchOf, small: Taxonomy) -> None:
    one, two = batch_of(roles=["de"]), batch_of("Skills\nRust\n", roles=["de"], name="other.txt")
    both = replace(one, profiles=one.profiles + two.profiles, reports=one.reports + two.reports)
    assert text.render_gaps(both, small) == text.render_gaps(one, small) + text.render_gaps(two, small)


def test_one_page_is_a_page_and_one_skill_a_skill(batch_of: BatchOf, small: Taxonomy) -> None:
    assert "1 skill on 1 page\n" in text.render_skills(batch_of("Skills\nPython\n"), small)
    assert "2 skills on 2 pages\n" in text.render_skills(batch_of("Skills\nPython\n\fSQL"), small)


@pytest.mark.parametrize(
    ("change", "basis"),
    [
        ({}, "(from 120 postings of 90 employers)"),
        ({"postings": 59}, "(low evidence: from 59 postings of 90 employers)"),
        ({"postings": 0, "borrowed": True}, "(low evidence: no postings counted; from data engineer)"),
    ],
)
def test_a_report_says_what_stands_behind_its_role(
    batch_of: BatchOf, small: Taxonomy, change: dict[str, object], basis: str
) -> None:
    batch = batch_of(roles=["data-engineer"])
    report = replace(batch.reports[0], target=replace(batch.reports[0].target, **change))
    first = text.render_gaps(replace(batch, reports=(report,)), small).splitlines()[0]
    assert first.endswith(basis)
