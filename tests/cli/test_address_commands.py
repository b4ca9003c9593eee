"""`skillgap batch` and `skillgap cohort` with addresses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import small

fsspec = pytest.importorskip("fsspec")

OPTIONS = ("--role", "model-engineer", "--taxonomy", str(small.TAXONOMY), "--as-of", "2026-11", "--workers", "1")


@pytest.fixture
def memory() -> Iterator[fsspec.AbstractFileSystem]:
    system = fsspec.filesystem("memory")
    yield system
    system.rm("/", recursive=True)


def contents(folder: Path) -> dict[str, bytes]:
    files = (p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(".") and p.suffix != ".db")
    return {str(p.relative_to(folder)): p.read_bytes() for p in files}


def behind(system: fsspec.AbstractFileSystem, root: str) -> dict[str, bytes]:
    return {name.removeprefix(f"{root}/"): system.cat(name) for name in system.find(root) if not name.endswith(".db")}


def test_a_folder_by_its_address_gives_the_report_of_its_path(run, folder: Path) -> None:
    (folder / "cv.txt").rename(folder / "é è.txt")
    assert run("batch", f"file://{folder}", *OPTIONS, "--out", f"file://{folder}/by_address").code == 0
    assert run("batch", str(folder / "é è.txt"), *OPTIONS, "--out", "by_path").code == 0
    assert f"file://{folder}/é è.txt" in (folder / "by_address" / "people.csv").read_text(encoding="utf-8")
    by_address, by_path = contents(folder / "by_address"), contents(folder / "by_path")
    assert set(by_address) == set(by_path)
    lines = by_address["results.jsonl"].decode().replace(f"file://{folder}", str(folder))
    assert lines.encode() == by_path["results.jsonl"]


def test_a_report_behind_an_address_is_that_of_a_folder(run, folder: Path, memory) -> None:
    (folder / "cvs").mkdir()
    (folder / "cv.txt").rename(folder / "cvs" / "cv.txt")
    assert run("batch", "cvs", *OPTIONS, "--out", "here").code == 0
    result = run("batch", "cvs", *OPTIONS, "--out", "memory://there/report")
    assert (result.code, result.err.splitlines()[-1]) == (0, "1 person, 0 files that can't be read: see memory://there/report")
    assert behind(memory, "/there/report") == contents(folder / "here")


def test_a_cohort_behind_an_address_is_shown_compared_exported_and_forgets(run, folder: Path, memory) -> None:
    assert run("batch", "cv.txt", *OPTIONS, "--out", "memory://report").code == 0
    assert run("cohort", "show", "memory://report").out.startswith("1 person in 1 file")
    assert run("cohort", "compare", "memory://report", "memory://report/cohort.db").out.startswith("0 people improved, 1 is")
    assert run("cohort", "export", "memory://report", "--out", "memory://copy").code == 0
    assert behind(memory, "/copy") == behind(memory, "/report")
    assert run("cohort", "forget", "memory://report", "cv.txt").code == 0
    assert run("cohort", "show", "memory://report").out.startswith("0 people in 0 files")
    assert [name for name in behind(memory, "/report") if name.startswith("people/")] == []


@pytest.mark.parametrize("place", ["memory://gone", "memory://gone/cv.txt"])
def test_an_address_that_leads_nowhere_fails(run, folder: Path, place: str) -> None:
    result = run("batch", place, *OPTIONS, "--out", "report")
    assert (result.code, result.err) == (2, f"{place}: no such file or folder; check the address\n")
    assert not Path("report").exists()


def test_nobody_in_a_cohort_is_no_success_but_its_report_is_there(run, folder: Path, memory) -> None:
    (folder / "cv.txt").write_bytes(b"")
    assert run("batch", "cv.txt", *OPTIONS, "--out", "memory://report").code == 2
    assert "errors.csv" in behind(memory, "/report")
