"""`skillgap cohort` over the store of a run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import small
from skillgap.report import schema


@pytest.fixture
def report(run, folder: Path) -> Path:
    assert run("batch", "cv.txt", *small.BATCH).code == 0
    return folder / "report"


def test_show_tells_of_a_store_or_its_folder(run, report: Path) -> None:
    by_folder, by_file = run("cohort", "show", "report"), run("cohort", "show", "report/cohort.db")
    assert by_folder == by_file
    assert by_folder.out.startswith("1 person in 1 file")


def test_show_gives_json(run, report: Path) -> None:
    record = json.loads(run("cohort", "show", "report", "--format", "json").out)
    Draft202012Validator(json.loads(schema("cohort"))).validate(record)
    assert (record["people"], len(record["targets"])) == (1, 1)


def test_export_writes_all_again_here_or_elsewhere(run, report: Path) -> None:
    before = (report / "people.csv").read_bytes()
    (report / "people.csv").unlink()
    assert run("cohort", "export", "report").code == 0
    assert run("cohort", "export", "report", "--out", "elsewhere").code == 0
    assert (report / "people.csv").read_bytes() == before == Path("elsewhere/people.csv").read_bytes()


def test_export_writes_parquet_where_it_is_wanted(run, report: Path) -> None:
    pytest.importorskip("pyarrow")
    assert list(report.glob("*.parquet")) == []
    assert run("cohort", "export", "report", "--parquet").code == 0
    assert {p.stem for p in report.glob("*.parquet")} == {p.stem for p in report.glob("*.csv")}


def test_parquet_without_its_extra_fails_before_anything_is_done(run, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skillgap.batch.exports.parquet.find_spec", lambda _: None)
    said = "--parquet: needs pyarrow; pip install 'skillgap[parquet]'\n"
    for words in (("cohort", "export", "report"), ("batch", "cv.txt", *small.BATCH, "--out", "new")):
        result = run(*words, "--parquet")
        assert (result.code, result.err) == (2, said)
    assert not Path("new").exists()


def test_forget_takes_somebody_out(run, report: Path) -> None:
    result = run("cohort", "forget", "report", "cv.txt")
    assert result.code == 0
    assert "is forgotten" in result.err
    assert run("cohort", "show", "report").out.startswith("0 people in 0 files")
    assert list((report / "people").iterdir()) == []


def test_compare_tells_what_changed(run, report: Path) -> None:
    shutil.copytree(report, "later")
    result = run("cohort", "compare", "report", "later")
    assert (result.code, result.out) == (0, "0 people improved, 1 is unchanged, 0 are new, 0 are gone\n")


def test_what_is_no_store_is_said(run, folder: Path) -> None:
    result = run("cohort", "show", "cv.txt")
    assert (result.code, result.err) == (2, "cv.txt: is no cohort; name the cohort.db that `skillgap batch` wrote\n")
