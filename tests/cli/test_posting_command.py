"""`skillgap posting` and `skillgap analyze --job`."""

from __future__ import annotations

import json

import pytest

POSTING = "Model Engineer\n\nRequirements\n- 3+ years of experience with Python or SQL\n- Dagster\n- MSc in anything\n\nNice to have\n- Docker\n"


@pytest.fixture
def job(folder):
    (folder / "job.txt").write_text(POSTING, encoding="utf-8")
    return "job.txt"


def test_posting_says_what_is_asked(run, job) -> None:
    result = run("posting", job)
    assert (result.code, result.err) == (0, "")
    assert "job.txt  Model Engineer" in result.out
    assert "Years of experience: 3 or more" in result.out
    assert "Required (" in result.out
    assert "“Dagster”" in result.out


def test_posting_as_json(run, job) -> None:
    result = run("posting", job, "--format", "json")
    (posting,) = json.loads(result.out)["postings"]
    assert posting["title"] == "Model Engineer"
    assert posting["degree"] == {"min": "master", "preferred": None}


def test_a_posting_that_is_not_there_is_named_and_the_others_are_read(run, job) -> None:
    result = run("posting", "none.txt", job)
    assert result.code == 0
    assert result.err == "none.txt: no such file; check the path\n"
    assert "Model Engineer" in result.out


def test_no_posting_that_can_be_read_is_a_failure(run) -> None:
    result = run("posting", "none.txt")
    assert (result.code, result.out) == (2, "")


def test_analyze_compares_with_a_job_and_a_role_in_one_call(run, job) -> None:
    result = run("analyze", "cv.txt", "--role", "de", "--job", job, "--job", job, "--format", "json", "--as-of", "2026-11")
    targets = [r["target"] for r in json.loads(result.out)["reports"]]
    assert [t["kind"] for t in targets] == ["role", "posting", "posting"]
    assert targets[1]["source"]["file"] == "job.txt"


def test_analyze_text_names_the_job(run, job) -> None:
    result = run("analyze", "cv.txt", "--job", job, "--as-of", "2026-11")
    assert (result.code, result.err) == (0, "")
    assert "cv.txt  against  Model Engineer" in result.out


def test_a_job_that_can_not_be_read_ends_the_run(run) -> None:
    result = run("analyze", "cv.txt", "--job", "none.txt")
    assert (result.code, result.out, result.err) == (2, "", "none.txt: no such file; check the path\n")


def test_fail_under_counts_for_jobs(run, job) -> None:
    assert run("analyze", "cv.txt", "--job", job, "--fail-under", "1").code == 1
