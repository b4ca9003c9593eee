"""`skillgap batch` in this process, with real workers."""

from __future__ import annotations

from pathlib import Path

import pytest

import small
from skillgap.batch.run import Progress
from skillgap.cli import progress


def test_a_folder_gives_a_report(run, folder: Path) -> None:
    result = run("batch", ".", *small.BATCH)
    assert (result.code, result.out) == (0, "")
    assert result.err.splitlines()[-1] == "1 person, 0 files that can't be read: see report"
    assert (folder / "report" / "people.csv").read_text().startswith("person,name,mail,file,versions,model-engineer_overall")


def test_a_posting_is_compared_with_too(run, folder: Path) -> None:
    (folder / "job").mkdir()
    (folder / "job" / "job.txt").write_text("Requirements\n- Python\n- SQL\n", encoding="utf-8")
    assert run("batch", "cv.txt", "--job", "job/job.txt", *small.BATCH).code == 0
    assert "job.txt" in (folder / "report" / "results.jsonl").read_text()


def test_files_that_cannot_be_read_are_counted_and_fail_a_strict_run(run, folder: Path) -> None:
    (folder / "empty.pdf").write_bytes(b"")
    assert run("batch", ".", *small.BATCH, "--strict").code == 2
    assert (folder / "report" / "errors.csv").read_text().splitlines()[1:] == [
        "empty.pdf,empty,the file is empty,save the résumé again"
    ]


def test_a_cohort_of_nobody_is_no_success(run, folder: Path) -> None:
    (folder / "cv.txt").write_bytes(b"")
    result = run("batch", ".", *small.BATCH)
    assert (result.code, result.err.splitlines()[-1]) == (2, "0 people, 1 file that can't be read: see report")


def test_files_that_vanish_are_said(run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from skillgap.batch import find

    monkeypatch.setattr(find, "files", lambda *_: ("cv.txt", "gone.txt"))
    result = run("batch", ".", *small.BATCH)
    assert (result.code, result.err.splitlines()[-1]) == (
        2,
        "1 file changed or vanished during the run; run again when all is at rest",
    )


def test_a_log_has_a_line_now_and_then(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter([0.0, 0.0, 5.0, 20.0, 20.0, 20.0, 20.0])
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(now))
    with progress.shown() as show:
        show(Progress(10, 100, 0, 1))
        show(Progress(20, 100, 0, 1))
    assert capsys.readouterr().err == "20 of 100 files, 1.0 files/s, 1:20 left, 1 can't be read\n"


def test_a_run_that_has_done_nothing_yet_knows_no_rate() -> None:
    assert progress.Rate().left(Progress(0, 10, 0, 0)) == "unknown time"


def test_a_terminal_has_a_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with progress.shown() as show:
        show(Progress(10, 100, 0, 3))
    assert "10/100" in capsys.readouterr().err


def test_the_key_of_an_anonymous_cohort_is_written_where_it_is_asked_for(run, folder: Path) -> None:
    assert run("batch", "cv.txt", *small.BATCH, "--anonymize", "--key", "key.csv").code == 0
    (person,) = (line.split(",")[0] for line in (folder / "report" / "people.csv").read_text().splitlines()[1:])
    assert (folder / "key.csv").read_text() == f"person,file\n{person},cv.txt\n"
    assert [p.name for p in (folder / "report").rglob("*") if p.is_file() and b"cv.txt" in p.read_bytes()] == []


def test_a_key_needs_an_anonymous_cohort(run, folder: Path) -> None:
    assert run("batch", "cv.txt", *small.BATCH, "--key", "key.csv").err == (
        "--key: people.csv has names and files already; give it with --anonymize\n"
    )


def test_a_cluster_has_its_own_workers(run, folder: Path) -> None:
    assert run("batch", "cv.txt", *small.BATCH, "--scheduler", "tcp://127.0.0.1:1").err == (
        "--workers: with --scheduler it is the cluster that has them; start more there\n"
    )


def test_parts_are_a_clusters(run, folder: Path) -> None:
    assert run("batch", "cv.txt", *small.BATCH, "--parts-only").err == (
        "--parts-only: it is a cluster that makes parts; give its --scheduler\n"
    )


def test_a_report_may_have_no_page_for_each_person(run, folder: Path) -> None:
    assert run("batch", "cv.txt", *small.BATCH).code == 0
    assert len(list((folder / "report" / "people").iterdir())) == 1
    assert run("batch", "cv.txt", *small.BATCH, "--no-people").code == 0
    assert list((folder / "report" / "people").iterdir()) == []
    assert '"page":false' in (folder / "report" / "index.html").read_text(encoding="utf-8")


def test_a_cluster_that_is_not_there_is_said(run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    pytest.importorskip("pyarrow")
    monkeypatch.setattr("skillgap.batch.dask.ANSWER", 0.5)
    alone = [word for word in small.BATCH if word not in ("--workers", "1")]
    result = run("batch", "cv.txt", *alone, "--scheduler", "tcp://127.0.0.1:1")
    assert (result.code, result.err) == (
        2,
        "tcp://127.0.0.1:1: no scheduler answers; start `dask scheduler` and give its address\n",
    )
