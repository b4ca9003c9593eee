"""The Python API: paths in, values out, and `import skillgap` alone is light."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import skillgap
import small
from skillgap import cli
from skillgap.model import GapReport, Month, Profile
from skillgap.taxonomy import locate

RESUME = str(small.RESUME)
OPTIONS = {"as_of": "2026-11", "taxonomy": small.TAXONOMY}


def test_analyze_compares_a_resume_with_a_role() -> None:
    report = skillgap.analyze(RESUME, role="de", **OPTIONS)
    assert isinstance(report, GapReport)
    assert report.target.id == "data-engineer"
    assert report.coverage.overall == pytest.approx(0.706, abs=0.005)


def test_skills_is_what_a_resume_shows() -> None:
    profile = skillgap.skills(RESUME, **OPTIONS)
    assert isinstance(profile, Profile)
    assert profile.as_of == Month(2026, 11)
    assert "dagster" in {s.skill for s in profile.skills}


def test_paths_may_be_paths_or_text() -> None:
    assert skillgap.skills(small.RESUME, **OPTIONS) == skillgap.skills(RESUME, as_of="2026-11", taxonomy=str(small.TAXONOMY))


def test_skills_less_sure_than_asked_for_are_dropped() -> None:
    everything = {s.skill: s.confidence for s in skillgap.skills(RESUME, **OPTIONS).skills}
    least = sorted(everything.values())[len(everything) // 2] + 0.001
    sure = skillgap.skills(RESUME, min_confidence=least, **OPTIONS)
    assert [s.skill for s in sure.skills] == [skill for skill, confidence in everything.items() if confidence >= least]
    report = skillgap.analyze(RESUME, role="de", min_confidence=least, **OPTIONS)
    assert report.profile.skills == sure.skills


def test_present_is_this_month_where_none_is_given() -> None:
    before = Month.current()
    profile = skillgap.skills(RESUME, taxonomy=small.TAXONOMY)
    assert before <= profile.as_of <= Month.current()


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: skillgap.skills("missing.pdf", **OPTIONS), "UnreadableFile", "missing.pdf: no such file"),
        (lambda: skillgap.analyze(RESUME, role="nope", **OPTIONS), "UnknownTarget", "nope: no such role; try"),
        (lambda: skillgap.skills(RESUME, as_of="soon", taxonomy=small.TAXONOMY), "UsageError", "soon: not a month"),
        (lambda: skillgap.skills(RESUME, taxonomy="nowhere"), "TaxonomyError", "skills.yaml: No such file"),
    ],
    ids=["file", "role", "month", "taxonomy"],
)
def test_every_error_is_a_skillgap_error_that_says_what_is_wrong(call, error: str, message: str) -> None:
    with pytest.raises(skillgap.SkillgapError) as raised:
        call()
    assert type(raised.value).__name__ == error
    assert message in str(raised.value)


def test_to_json_of_a_report_is_what_analyze_prints(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    printed = _printed(capsys, monkeypatch, "analyze", RESUME, "--role", "de")
    assert skillgap.to_json(skillgap.analyze(RESUME, role="de", **OPTIONS), taxonomy=small.TAXONOMY) == printed


def test_to_json_of_a_profile_is_what_skills_prints(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    printed = _printed(capsys, monkeypatch, "skills", RESUME)
    assert skillgap.to_json(skillgap.skills(RESUME, **OPTIONS), taxonomy=small.TAXONOMY) == printed


def _printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str, format_: str = "json") -> str:
    """Return what the program prints as JSON with the small taxonomy."""
    english = locate.english_words()
    monkeypatch.setattr(locate, "folder", lambda: small.TAXONOMY)
    monkeypatch.setattr(locate, "english_words", lambda: english)
    small.forget_loaded()
    assert cli.run([*arguments, "--as-of", "2026-11", "--format", format_]) == 0
    monkeypatch.undo()
    small.forget_loaded()
    return capsys.readouterr().out


def test_to_json_knows_the_taxonomy_of_a_report() -> None:
    report = skillgap.analyze(RESUME, role="de", **OPTIONS)
    assert skillgap.to_json(report) == skillgap.to_json(report, taxonomy=small.TAXONOMY)
    assert skillgap.to_json(report.profile) == skillgap.to_json(report.profile, taxonomy=small.TAXONOMY)


# ------------------------------------------------------------- the module


def test_all_lists_names_that_are_there() -> None:
    assert all(getattr(skillgap, name) is not None for name in skillgap.__all__)
    assert sorted(skillgap.__all__) == skillgap.__all__


def test_public_types_are_those_of_the_model() -> None:
    assert (skillgap.GapReport, skillgap.Profile) == (GapReport, Profile)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'skillgap' has no attribute 'nope'"):
        _ = skillgap.nope


HEAVY = {"numpy", "pdfplumber", "pydantic", "pypdfium2", "rapidfuzz", "rich", "spacy", "typer", "yaml"}


@pytest.mark.parametrize("code", ["import skillgap", "import skillgap; skillgap.__all__; skillgap.SkillgapError"])
def test_import_alone_loads_nothing_heavy(code: str) -> None:
    assert not _loaded_by(code) & HEAVY


def test_what_is_heavy_is_loaded_when_it_is_used() -> None:
    assert _loaded_by("import skillgap; skillgap.analyze; import skillgap.matching") & HEAVY


def _loaded_by(code: str) -> set[str]:
    """Return the top-level modules that a new Python has loaded after running some code."""
    command = [sys.executable, "-c", f"import sys; {code}; print(*sorted({{m.partition('.')[0] for m in sys.modules}}))"]
    return set(subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parent).stdout.split())


def test_posting_and_analyze_with_a_job(tmp_path: Path) -> None:
    job = tmp_path / "job.txt"
    job.write_text("Requirements\n- Dagster\n", encoding="utf-8")
    posting = skillgap.posting(job, taxonomy=small.TAXONOMY)
    assert [r.any_of for r in posting.requirements] == [("dagster",)]
    report = skillgap.analyze(RESUME, job=job, **OPTIONS)
    assert report.target == posting
    assert report.findings[0].status == "met"


def test_to_json_of_a_posting_is_what_the_command_prints(tmp_path: Path) -> None:
    import json

    job = tmp_path / "job.txt"
    job.write_text("Requirements\n- Dagster\n", encoding="utf-8")
    printed = json.loads(skillgap.to_json(skillgap.posting(job, taxonomy=small.TAXONOMY), taxonomy=small.TAXONOMY))
    assert printed["postings"][0]["requirements"][0]["any_of"][0]["id"] == "dagster"


@pytest.mark.parametrize("both", [{}, {"role": "de", "job": "job.txt"}])
def test_analyze_wants_a_role_or_a_job(both: dict) -> None:
    with pytest.raises(skillgap.SkillgapError, match="give a role or a job"):
        skillgap.analyze(RESUME, **both, **OPTIONS)


SAMPLE = Path(__file__).parents[1] / "samples" / "anton_brezina_data_analyst.pdf"


@pytest.mark.parametrize(("format_", "to"), [("markdown", "to_markdown"), ("html", "to_html")])
def test_reports_are_what_analyze_prints(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, format_: str, to: str
) -> None:
    printed = _printed(capsys, monkeypatch, "analyze", str(SAMPLE), "--role", "de", format_=format_)
    report = skillgap.analyze(SAMPLE, role="de", pictures=True, **OPTIONS)
    assert getattr(skillgap, to)(report).replace(str(small.TAXONOMY), "") == printed


def test_html_has_pictures_text_or_neither() -> None:
    drawn, read = (skillgap.analyze(SAMPLE, role="de", pictures=p, **OPTIONS) for p in (True, False))
    assert [skillgap.to_html(r).count("<img") for r in (drawn, read)] == [1, 0]
    assert 'class="text"' in skillgap.to_html(read)
    assert '<aside class="pages"' not in skillgap.to_html(drawn, pages=False)


def test_annotate_gives_a_copy_of_the_pdf() -> None:
    report = skillgap.analyze(SAMPLE, role="de", **OPTIONS)
    assert b"/Highlight" in skillgap.annotate(report)
    with pytest.raises(skillgap.SkillgapError, match="is no PDF"):
        skillgap.annotate(skillgap.analyze(RESUME, role="de", **OPTIONS))
