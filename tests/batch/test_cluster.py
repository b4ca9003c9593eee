"""`skillgap batch --scheduler` over a real scheduler and workers that are killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from cluster import Cluster, until

import small
from skillgap.batch import dask, find
from skillgap.batch.outcome import Setup
from skillgap.batch.run import Progress
from skillgap.batch.store import Store
from skillgap.documents.limits import Limits
from skillgap.errors import UsageError
from skillgap.taxonomy import Taxonomy

pytest.importorskip("distributed")
pytest.importorskip("pyarrow")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")

OPTIONS = ("--role", "model-engineer", "--taxonomy", str(small.TAXONOMY), "--as-of", "2026-11")
PERSON = "{name}\n{mail}\n\nExperience\nEngineer, Jan 2021 - Present\nBuilt pipelines with {first} and {second}\n"
HANGS = Path(__file__).parents[1] / "data" / "hostile" / "form_exponential_2^30.pdf"
# Which of the limits it meets first depends on how fast the machine is.
LIMITS = ("timeout", "out_of_memory")
SKILLS = ("Python", "SQL", "Docker", "PyTorch")
FILES = 48


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory, cache_folder: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("cluster"), cache_folder)
    try:
        made.start()
        yield made
    finally:
        made.stop()


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of résumés, among them a duplicate, a second version, one that can't be read and a name that is no ASCII."""
    folder = tmp_path_factory.mktemp("crowd")
    for n in range(FILES):
        name, mail = f"Quinn Example{chr(97 + n % 26)}{chr(97 + n // 26)}", f"person{n}@example.org"
        text = PERSON.format(name=name, mail=mail, first=SKILLS[n % 4], second=SKILLS[n // 4 % 4])
        (folder / f"{n:02}.txt").write_text(text, encoding="utf-8")
    (folder / "é copy.txt").write_bytes((folder / "00.txt").read_bytes())
    (folder / "zz newer.txt").write_text((folder / "01.txt").read_text() + "And Docker\n", encoding="utf-8")
    (folder / "none.pdf").write_bytes(b"%PDF-1.7")
    return folder


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "skillgap", "batch", *map(str, arguments), *OPTIONS]


def done(cluster: Cluster, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), capture_output=True, text=True, env=cluster.environment, check=False)


def exports(out: Path) -> dict[str, bytes]:
    found = {str(p.relative_to(out)): p for p in out.rglob("*") if p.is_file()}
    return {name: p.read_bytes() for name, p in found.items() if not name.startswith(("parts/", "cohort.db", "."))}


@pytest.fixture(scope="module")
def alone(cluster: Cluster, crowd: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what a run of this machine alone writes."""
    out = tmp_path_factory.mktemp("alone")
    assert done(cluster, crowd, "--out", out, "--workers", "1").returncode == 0
    return exports(out)


def test_a_cluster_of_which_a_worker_is_killed_gives_what_one_machine_does(
    cluster: Cluster, crowd: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    out = tmp_path / "report"
    doomed, _ = cluster.worker("--no-nanny"), cluster.worker("--nanny")
    run = subprocess.Popen(
        command(crowd, "--out", out, "--scheduler", cluster.address, "--part-size", "2"),
        stderr=subprocess.PIPE,
        env=cluster.environment,
    )
    until(lambda: run.poll() is not None or len(list(out.glob("parts/*.parquet"))) >= 2)
    doomed.send_signal(signal.SIGKILL)
    parts = len(list(out.glob("parts/*.parquet")))
    cluster.worker("--no-nanny")
    _, said = run.communicate()
    assert (run.returncode, said.decode().splitlines()[-1]) == (0, f"48 people, 1 file that can't be read: see {out}")
    assert parts < len(list(out.glob("parts/*.parquet"))), "it was over before the worker was killed"
    assert exports(out) == alone


def test_ctrl_c_ends_it_and_leaves_the_workers(cluster: Cluster, crowd: Path, tmp_path: Path) -> None:
    worker = cluster.staff()
    words = command(crowd, "--out", tmp_path, "--scheduler", cluster.address, "--part-size", "1")
    run = subprocess.Popen(words, stderr=subprocess.PIPE, env=cluster.environment)
    until(lambda: run.poll() is not None or list(tmp_path.glob("parts/*.parquet")))
    run.send_signal(signal.SIGINT)
    _, said = run.communicate()
    assert (run.returncode, b"Traceback" in said, worker.poll()) == (130, False, None)


def test_addresses_in_and_out_and_nobodys_name(cluster: Cluster, crowd: Path, tmp_path: Path) -> None:
    cluster.worker()
    there, here = tmp_path / "there", tmp_path / "here"
    given = f"file://{crowd}", "--anonymize"
    over = done(cluster, *given, "--out", f"file://{there}", "--scheduler", cluster.address, "--parquet")
    assert (over.returncode, over.stderr.splitlines()[-1]) == (0, f"48 people, 1 file that can't be read: see file://{there}")
    assert done(cluster, *given, "--out", here, "--workers", "1", "--parquet").returncode == 0
    assert exports(there) == exports(here)
    assert [
        p.name for p in there.rglob("*") if p.is_file() and (b"Quinn" in p.read_bytes() or b"person1" in p.read_bytes())
    ] == []


def test_parts_alone_are_made_and_the_report_later(
    cluster: Cluster, crowd: Path, alone: dict[str, bytes], tmp_path: Path
) -> None:
    cluster.staff()
    out = tmp_path / "report"
    given = crowd, "--out", out, "--part-size", "8", "--scheduler"
    made = done(cluster, *given, cluster.address, "--parts-only")
    count = len(list((out / "parts").glob("*.parquet")))
    assert (made.returncode, made.stderr.splitlines()[-1]) == (0, f"{FILES + 3} files in {count} parts: see {out}")
    assert sorted(p.name for p in out.iterdir()) == ["parts"]
    about = json.loads((out / "parts" / "about.json").read_text(encoding="utf-8"))
    assert (about["as_of"], about["targets"][0]["id"]) == ("2026-11", "model-engineer")
    assert set(about["targets"][0]["requirements"][0]) == {"label", "kind", "level", "weight"}
    assert done(cluster, *given, "tcp://127.0.0.1:1").returncode == 0
    assert exports(out) == alone


Over = Callable[..., int]


@pytest.fixture
def over(known: Taxonomy, setup: Setup, tmp_path: Path) -> Over:
    """Return a function that brings a store up to date with some files by a cluster."""

    def bring(
        store: Store,
        address: str,
        *paths: Path,
        gone: Iterable[str] = (),
        seconds: float = 10,
        own: str | None = setup.own,
        retry: bool = False,
        show: Callable[[Progress], None] = lambda _: None,
    ) -> int:
        marks = find.marks(map(str, paths), tmp_path / "report") | dict.fromkeys(gone, "")
        where, limits = dask.Cluster(address, str(tmp_path / "report"), 4), Limits(seconds=seconds)
        request = dask.Request(replace(setup, own=own), known, where, limits, lambda: nullcontext(show), retry)
        return dask.run(store, marks, request)

    return bring


def parts(folder: Path) -> dict[str, int]:
    return {p.name: p.stat().st_mtime_ns for p in (folder / "report" / "parts").glob("*.parquet")}


@pytest.fixture
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask, "ANSWER", 2.0)


@pytest.mark.usefixtures("_impatient")
def test_parts_that_are_there_are_not_made_again(cluster: Cluster, crowd: Path, opening, over: Over, tmp_path: Path) -> None:
    nowhere = "tcp://127.0.0.1:1"
    cluster.staff()
    with opening() as store:
        seen: list[Progress] = []
        assert over(store, cluster.address, crowd, show=seen.append) == 0
        assert (seen[-1].done, seen[-1].total, seen[-1].failed) == (FILES + 3, FILES + 3, 1)
        before = parts(tmp_path)
        assert over(store, nowhere, crowd) == 0
        assert parts(tmp_path) == before

        damaged, lost, *_ = sorted(before)
        (tmp_path / "report" / "parts" / damaged).write_bytes(b"PAR1")
        (tmp_path / "report" / "parts" / lost).unlink()
        with pytest.raises(UsageError, match=r"tcp://127.0.0.1:1: no scheduler answers; start `dask scheduler`"):
            over(store, nowhere, crowd)
        assert over(store, cluster.address, crowd) == 0
        again = parts(tmp_path)
        assert {name for name in again if again[name] != before[name]} == {damaged, lost}

        (crowd / "05.txt").rename(crowd / "05 moved.txt")
        try:
            assert over(store, cluster.address, crowd) == 0
        finally:
            (crowd / "05 moved.txt").rename(crowd / "05.txt")
        assert 1 <= len(set(parts(tmp_path)) - set(again)) <= 4
        assert len(set(again) - set(parts(tmp_path))) >= 1


def test_a_file_that_hangs_costs_no_worker_of_the_cluster(
    cluster: Cluster, crowd: Path, opening, over: Over, tmp_path: Path
) -> None:
    worker = cluster.staff()
    with opening() as store:
        assert over(store, cluster.address, HANGS, crowd / "00.txt", gone=["gone.txt"], seconds=3) == 1
        codes = store.rows("SELECT coalesce(file.code, result.code) FROM file LEFT JOIN result USING (sha256) ORDER BY path")
        assert sorted(codes, key=str) in ([("not_found",), (limit,), (None,)] for limit in LIMITS)
        before = parts(tmp_path)
        assert over(store, cluster.address, HANGS, crowd / "00.txt", gone=["gone.txt"], seconds=3, retry=True) == 1
        assert parts(tmp_path) != before
    assert worker.poll() is None


def test_a_worker_with_another_version_is_named(
    cluster: Cluster, crowd: Path, opening, over: Over, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster.staff()
    monkeypatch.setattr(dask, "version", lambda _: "9.9.9")
    said = r"tcp://.*: a worker has skillgap .*, this machine 9\.9\.9; install the same everywhere"
    with opening() as store, pytest.raises(UsageError, match=said):
        over(store, cluster.address, crowd)


def test_what_fails_on_every_worker_is_said(cluster: Cluster, crowd: Path, opening, over: Over) -> None:
    cluster.staff()
    with opening() as store, pytest.raises(UsageError, match=r"tcp://.*: nowhere\.yaml: no such file"):
        over(store, cluster.address, crowd / "00.txt", own="nowhere.yaml")


class Ticks:
    """Does something once nothing was done for some looks at how far all is."""

    def __init__(self, deed: Callable[[], object]) -> None:
        self._deed = deed
        self._count = 0

    def __call__(self, now: Progress) -> None:
        self._count += now.done == 0 and now.total > 0
        if self._count == 3:
            self._deed()


def test_workers_and_schedulers_that_go(
    cache_folder: Path, tmp_path: Path, opening, over: Over, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Dask gives a chunk up with the first worker that dies of it.
    monkeypatch.setenv("DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES", "0")
    monkeypatch.setattr(dask, "FIRST_WORKER", 0.5)
    fragile = Cluster(tmp_path, cache_folder)
    try:
        address = fragile.start()
        with opening() as store:
            with pytest.raises(UsageError, match=rf"{address}: has no workers; start some: dask worker {address}"):
                over(store, address, HANGS)
            monkeypatch.setattr(dask, "FIRST_WORKER", 60.0)
            worker = fragile.worker("--no-nanny")

            def exchange() -> None:
                fragile.worker("--no-nanny")
                worker.kill()

            assert over(store, address, HANGS, seconds=4, show=Ticks(exchange)) == 0
            assert store.rows("SELECT code FROM result") in ([(limit,)] for limit in LIMITS)
            for part in parts(tmp_path):
                (tmp_path / "report" / "parts" / part).unlink()
            with pytest.raises(UsageError, match=rf"{address}: the scheduler is gone; start it and run again"):
                over(store, address, HANGS, seconds=60, show=Ticks(fragile.processes[0].kill))
    finally:
        fragile.stop()


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dask, "find_spec", lambda name: None if name == "distributed" else name)
    with pytest.raises(UsageError, match=r"--scheduler: needs distributed; pip install 'skillgap\[dask\]'"):
        dask.require()
