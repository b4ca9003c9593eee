"""What a worker does with a file, here in this process."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from skillgap.batch import worker
from skillgap.batch.outcome import Failure, Result, Setup, mark
from skillgap.documents.limits import ScanFound
from skillgap.errors import UnreadableFile


@pytest.fixture(autouse=True)
def _ready(setup: Setup) -> Iterator[None]:
    worker._setups[:] = [setup]
    yield
    worker._setups.clear()


def result(file: Path) -> Result:
    outcome = worker.examine(str(file), patient=True)
    assert isinstance(outcome, Result)
    return outcome


def test_a_file_gives_its_reports_skills_and_page(resumes: Path, setup: Setup) -> None:
    found = result(resumes / "ada.txt")
    (record,) = (json.loads(line) for line in zlib.decompress(found.records).decode().splitlines())
    assert (found.identity.name, found.newest) == ("Ada Bartok", "2021-01")
    assert record["source"]["file"] == mark(found.sha256)
    assert record["coverage"]["overall"] == found.reports[0].overall
    assert len(found.reports[0].findings) == len(setup.targets[0].requirements)
    assert mark(found.sha256) in zlib.decompress(found.page or b"").decode()
    assert {s.skill for s in found.skills} >= {"python", "sql"}


def test_an_anonymous_result_names_nobody(resumes: Path, setup: Setup) -> None:
    worker._setups[:] = [replace(setup, anonymize=True)]
    found = result(resumes / "ada.txt")
    kept = zlib.decompress(found.records) + zlib.decompress(found.page or b"")
    assert (b"Bartok" in kept, b"ada" in kept.lower()) == (False, False)


def test_a_page_is_made_where_it_is_wanted(resumes: Path, setup: Setup) -> None:
    worker._setups[:] = [replace(setup, pages=False)]
    assert result(resumes / "ada.txt").page is None


def test_why_a_file_cannot_be_read_is_an_outcome(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 and nothing")
    damaged, gone = (worker.examine(str(tmp_path / name), patient=True) for name in ("a.pdf", "gone.pdf"))
    assert isinstance(damaged, Failure)
    assert (damaged.code, len(damaged.sha256 or "")) == ("damaged", 64)
    assert isinstance(gone, Failure)
    assert (gone.code, gone.sha256) == ("not_found", None)


def test_a_scan_is_left_to_a_patient_worker(resumes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(content: object, words: object, *, patient: bool, **options: object) -> None:
        raise (UnreadableFile if patient else ScanFound)("no_text_layer", "a.pdf", "is a scan")

    monkeypatch.setattr(worker.documents, "read_content", read)
    with pytest.raises(ScanFound):
        worker.examine(str(resumes / "ada.txt"), patient=False)
    assert isinstance(worker.examine(str(resumes / "ada.txt"), patient=True), Failure)


def test_a_bug_that_a_file_brings_out_is_its_error_and_quotes_nothing(resumes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("Ada Bartok")

    monkeypatch.setattr(worker.documents, "read_content", fail)
    outcome = worker.examine(str(resumes / "ada.txt"), patient=True)
    assert isinstance(outcome, Failure)
    assert (outcome.code, len(outcome.sha256 or "")) == ("bug", 64)
    assert "KeyError at skillgap.batch.worker:" in outcome.message
    assert "Ada" not in outcome.message


def test_a_lack_of_memory_is_the_pools_matter(resumes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def eat(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(worker.documents, "read_content", eat)
    with pytest.raises(MemoryError):
        worker.examine(str(resumes / "ada.txt"), patient=True)
