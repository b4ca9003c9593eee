"""`skillgap analyze`, `skills` and `read`, option by option."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

import small

NOW = ("--as-of", "2026-11")


def test_analyze_prints_a_report_against_a_role(run) -> None:
    result = run("analyze", "cv.txt", "--role", "data-engineer", *NOW)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("cv.txt  against  Data Engineer")


@pytest.mark.parametrize("name", ["de", "DE", "Data Engineer", "data_engineer", "pipeline-engineer"])
def test_role_is_named_by_id_name_or_alias_written_anyhow(run, name: str) -> None:
    assert "against  Data Engineer" in run("analyze", "cv.txt", "-r", name).out


def test_several_roles_give_reports_in_their_order(run) -> None:
    out = json.loads(run("analyze", "cv.txt", "-r", "me", "-r", "de", "-f", "json").out)
    assert [r["target"]["id"] for r in out["reports"]] == ["model-engineer", "data-engineer"]


def test_without_a_role_all_are_ranked_by_fit(run) -> None:
    out = json.loads(run("analyze", "cv.txt", "--format", "json").out)
    fits = [r["fit"] for r in out["reports"]]
    assert len(fits) == 3
    assert fits == sorted(fits, reverse=True)
    assert "against all roles, by fit" in run("analyze", "cv.txt").out


@pytest.mark.parametrize("command", ["analyze", "skills"])
def test_explain_shows_what_was_not_taken(run, command: str) -> None:
    explained, plain = run(command, "cv.txt", "--explain").out, run(command, "cv.txt").out
    assert "inside a phrase that isn't the skill (go to market)" in explained
    assert "not taken" not in plain


@pytest.mark.parametrize(("command", "key"), [("analyze", "reports"), ("skills", "documents")])
def test_json_has_dropped_only_with_explain(run, command: str, key: str) -> None:
    explained = json.loads(run(command, "cv.txt", "-f", "json", "--explain").out)[key][0]
    plain = json.loads(run(command, "cv.txt", "-f", "json").out)[key][0]
    assert {d["id"] for d in explained["dropped"]} == {"go", "apache-spark"}
    assert "dropped" not in plain


def test_as_of_is_in_the_output_and_is_what_present_stands_for(run) -> None:
    early, late = (json.loads(run("skills", "cv.txt", "-f", "json", "--as-of", month).out) for month in ("2022-03", "2023-03"))
    months = [next(s["months"] for s in d["documents"][0]["skills"] if s["id"] == "dagster") for d in (early, late)]
    assert [early["as_of"], late["as_of"]] == ["2022-03", "2023-03"]
    assert months == [13, 25]


def test_skills_as_jsonl_is_a_document_a_line(run) -> None:
    lines = run("skills", "cv.txt", "cv.txt", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["source"]["file"] for line in lines] == ["cv.txt", "cv.txt"]


def test_skills_prints_no_target(run) -> None:
    result = run("skills", "cv.txt", *NOW)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("cv.txt  6 skills")


@pytest.mark.parametrize(("engine", "read_by"), [("auto", "pdfium"), ("pdfium", "pdfium"), ("pdfplumber", "pdfplumber")])
def test_pdf_engine_chooses_the_reader(run, engine: str, read_by: str) -> None:
    pdf = str(small.DATA / "hostile" / "ok_simple.pdf")
    out = json.loads(run("skills", pdf, "-f", "json", "--pdf-engine", engine).out)
    assert out["documents"][0]["reading"]["engine"] == read_by


def test_pdf_engine_chooses_the_reader_of_read_too(run) -> None:
    assert "read by pdfplumber" in run("read", str(small.DATA / "hostile" / "ok_simple.pdf"), "--pdf-engine", "pdfplumber").out


@pytest.mark.parametrize(("option", "marked"), [("--hidden-check", 4), ("--no-hidden-check", 0)])
def test_words_that_can_not_be_seen_are_looked_for_unless_told_not_to(run, tmp_path: Path, option: str, marked: int) -> None:
    sound = (small.DATA / "hostile" / "ok_simple.pdf").read_bytes()
    tiny = tmp_path / "tiny.pdf"
    tiny.write_bytes(sound.replace(b"/F1 12", b"/F1  1"))
    out = json.loads(run("read", str(tiny), "-f", "json", option).out)
    assert len(out["documents"][0]["hidden"]) == marked


def test_read_prints_the_text_with_sections_and_dates(run) -> None:
    result = run("read", "cv.txt")
    assert (result.code, result.err) == (0, "")
    assert "[experience] Experience\n  (2021-03 to present)\n  Data Engineer, Example Works" in result.out


def test_read_as_json_says_the_month_though_it_changes_nothing(run) -> None:
    early, late = (json.loads(run("read", "cv.txt", "-f", "json", "--as-of", month).out) for month in ("2020-01", "2026-11"))
    assert (early["as_of"], late["as_of"]) == ("2020-01", "2026-11")
    assert early["documents"] == late["documents"]


def test_dash_is_standard_input(run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((folder / "cv.txt").read_bytes())))
    out = json.loads(run("skills", "-", "--format", "json").out)
    assert out["documents"][0]["source"]["file"] == "-"
    assert len(out["documents"][0]["skills"]) == 8


def test_empty_standard_input_is_named_as_dash(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert run("skills", "-").err == "-: the file is empty; save the résumé again\n"


@pytest.mark.parametrize(("least", "code"), [("0.70", 0), ("0.72", 1), ("0", 0), ("1", 1)])
def test_fail_under_exits_with_1_only_below_the_share(run, least: str, code: int) -> None:
    result = run("analyze", "cv.txt", "-r", "de", *NOW, "--fail-under", least)
    assert (result.code, result.err) == (code, "")
    assert "Coverage 71%" in result.out


def test_fail_under_looks_at_every_report(run) -> None:
    assert run("analyze", "cv.txt", "-r", "de", "-r", "me", *NOW, "--fail-under", "0.7").code == 1
    assert run("analyze", "cv.txt", *NOW, "--fail-under", "0.7").code == 1


@pytest.mark.parametrize("command", ["analyze", "skills", "read"])
def test_a_file_that_cannot_be_read_is_skipped_and_named_and_the_others_go_on(run, command: str) -> None:
    result = run(command, "missing.pdf", "cv.txt", ".", "--format", "json")
    out = json.loads(result.out)
    assert result.code == 0
    assert [(s["source"]["file"], s["code"]) for s in out["skipped"]] == [("missing.pdf", "not_found"), (".", "not_a_file")]
    assert {d["source"]["file"] for d in out.get("documents", out.get("reports"))} == {"cv.txt"}
    assert result.err.splitlines() == [
        "missing.pdf: no such file; check the path",
        ".: is a folder; give the files in it",
    ]


def test_skipped_files_are_named_on_stderr_and_not_in_text(run) -> None:
    result = run("skills", "missing.pdf", "cv.txt")
    assert "missing.pdf" not in result.out
    assert result.err == "missing.pdf: no such file; check the path\n"


@pytest.mark.parametrize("command", ["analyze", "skills", "read"])
def test_nothing_that_can_be_read_exits_with_2_and_json_says_so(run, command: str) -> None:
    text, as_json = run(command, "a.pdf", "b.pdf"), run(command, "a.pdf", "b.pdf", "-f", "json")
    assert (text.code, text.out, len(text.err.splitlines())) == (2, "", 2)
    assert (as_json.code, len(json.loads(as_json.out)["skipped"])) == (2, 2)


def test_nothing_that_can_be_read_gives_no_jsonl(run) -> None:
    result = run("skills", "a.pdf", "--format", "jsonl")
    assert (result.code, result.out) == (2, "")


def test_an_unknown_role_is_told_before_any_file_is_read(run) -> None:
    result = run("analyze", "missing.pdf", "--role", "dataengineerr")
    assert (result.code, result.out) == (2, "")
    assert result.err == "dataengineerr: no such role; try data-engineer, model-engineer, or see `skillgap roles`\n"


def test_a_role_like_none_gets_all_named(run) -> None:
    assert "try all-required, data-engineer, model-engineer, or" in run("analyze", "cv.txt", "-r", "zzz").err


@pytest.mark.parametrize("command", ["analyze", "skills", "read"])
@pytest.mark.parametrize("month", ["2026", "2026-13", "2026-00", "11/2026", "2026-1", "now"])
def test_a_bad_month_exits_with_2(run, command: str, month: str) -> None:
    result = run(command, "cv.txt", "--as-of", month)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"--as-of {month}: not a month; write it as YYYY-MM, such as 2026-11\n"


def test_an_empty_month_exits_with_2(run) -> None:
    assert run("skills", "cv.txt", "--as-of", "").code == 2


def test_a_month_in_other_digits_exits_with_2(run) -> None:
    assert run("skills", "cv.txt", "--as-of", "٢٠٢٦-11").code == 2


def test_with_supposes_skills_by_name_or_id(run) -> None:
    result = run("analyze", "cv.txt", "-r", "de", *NOW, "--with", "Apache Flink, docker")
    assert (result.code, result.err) == (0, "")
    assert "What if: Docker, Apache Flink taken as in use" in result.out
    assert "Apache Flink is supposed" in result.out


def test_with_names_the_nearest_of_an_unknown_skill(run) -> None:
    result = run("analyze", "cv.txt", "-r", "de", *NOW, "--with", "apache-flnk")
    assert result.code == 2
    assert result.err.startswith("apache-flnk: no such skill; try apache-flink")


@pytest.mark.parametrize(
    ("most", "title"),
    [
        ("1", "Learn 1 skill, +17.5 points in all (by search: no others gain more)"),
        ("2", "Learn 2 skills, +24.6 points in all (by search: no others gain more)"),
        ("9", "Learn 3 skills, +26.1 points in all (chosen one by one)"),
    ],
)
def test_budget_plans_so_many_skills_and_says_how(run, most: str, title: str) -> None:
    result = run("analyze", "cv.txt", "-r", "de", *NOW, "--budget", most)
    assert title in result.out


def test_budget_of_nothing_is_refused(run) -> None:
    assert run("analyze", "cv.txt", "-r", "de", *NOW, "--budget", "0").code == 2
