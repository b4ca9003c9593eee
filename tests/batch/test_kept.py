"""Reports behind addresses are made here, and a run that is killed leaves its store to the next one."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import small
from skillgap.batch import kept, place
from skillgap.errors import UsageError

fsspec = pytest.importorskip("fsspec")

# A kind of address of its own, whose files outlive a process; each result is there at once.
PROGRAM = """
import sys
from fsspec import register_implementation
from fsspec.implementations.local import LocalFileSystem
class Far(LocalFileSystem):
    protocol = ("far",)
    @classmethod
    def _strip_protocol(cls, path):
        return super()._strip_protocol(path.removeprefix("far://"))
register_implementation("far", Far)
import skillgap.batch.run as filling
filling.COMMIT_EVERY = 0.0
from skillgap.cli import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """Return an address in the memory of this process, with a store; what is unfinished is kept in a folder of the test."""
    monkeypatch.setenv("SKILLGAP_STATE", str(tmp_path / "state"))
    system = fsspec.filesystem("memory")
    system.pipe({"/out/cohort.db": b"old"})
    yield "memory://out"
    system.rm("/", recursive=True)


def killed(address: str, store: bytes = b"half") -> Path:
    """Leave what a killed run leaves, and return its folder."""
    run = place.report_at(address)
    folder = run.__enter__()
    (folder / "cohort.db").write_bytes(store)
    (folder / "cohort.db-wal").write_bytes(b"more")
    (folder / "skills.parquet").write_bytes(b"old")
    (folder / "people").mkdir()
    left = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    run.__exit__(None, None, None)
    fsspec.filesystem("memory").pipe({"/out/cohort.db": b"old"})
    (folder / "people").mkdir(parents=True)
    for path, content in left.items():
        path.write_bytes(content)
    (folder / ".fetched").write_text(kept.addresses.mark(f"{address}/cohort.db"), encoding="utf-8")
    return folder


def test_the_store_of_a_killed_run_is_found_again_and_no_export_of_it(there: str) -> None:
    left = killed(there)
    with place.report_at(there) as folder:
        assert folder == left
        assert {p.name for p in folder.iterdir() if not p.name.startswith(".")} == {"cohort.db", "cohort.db-wal"}
        assert (folder / "cohort.db").read_bytes() == b"half"
    assert not folder.exists()


def test_a_store_that_another_machine_brought_on_meanwhile_is_taken(there: str) -> None:
    killed(there)
    fsspec.filesystem("memory").pipe({"/out/cohort.db": b"newer"})
    with place.report_at(there) as folder:
        assert (folder / "cohort.db").read_bytes() == b"newer"
        assert not (folder / "cohort.db-wal").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such permissions")
def test_only_the_owner_may_look_into_it(there: str) -> None:
    with place.report_at(there) as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        assert {path.stat().st_mode & 0o777 for path in folder.iterdir() if path.is_file()} == {0o600}


def test_a_second_run_waits_its_turn_and_leaves_the_first_alone(there: str) -> None:
    with place.report_at(there) as folder:
        with pytest.raises(UsageError, match=r"memory://out: is in use by another run"), place.report_at(there):
            pass
        assert (folder / "cohort.db").read_bytes() == b"old"


def test_each_address_has_a_folder_of_its_own(there: str) -> None:
    with place.report_at(there) as one, place.report_at(f"{there}/below") as other:
        assert one != other


def test_without_a_place_to_keep_it_the_folder_is_a_temporary_one(there: str, tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"")
    with place.report_at(there) as folder:
        assert (folder / "cohort.db").read_bytes() == b"old"
    assert not folder.exists()


def test_who_is_forgotten_is_in_no_store_that_was_left(there: str) -> None:
    left = killed(there)
    kept.forget(there)
    kept.forget("memory://another")
    assert not left.exists()


def results(folder: Path) -> int:
    """Return how many results the store in some folder below has by now."""
    for store in folder.glob("*/cohort.db"):
        with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True)) as connection:
            try:
                return int(connection.execute("SELECT count(*) FROM result").fetchone()[0])
            except sqlite3.OperationalError:  # it has no tables yet
                return 0
    return 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_a_run_that_is_killed_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state, out, crowd = tmp_path / "state", tmp_path / "out", tmp_path / "crowd"
    monkeypatch.setenv("SKILLGAP_STATE", str(state))
    crowd.mkdir()
    for n in range(60):
        text = f"Ada Bartok{'abcdefgh'[n % 8]}\nada{n}@example.org\n\nExperience\nBuilt pipelines with Python, {n} times\n"
        (crowd / f"{n}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", PROGRAM, "batch", str(crowd), *small.BATCH, "--out", f"far://{out}", "--no-people"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    while not results(state) and process.poll() is None:
        time.sleep(0.02)
    process.kill()
    process.wait()
    assert not (out / "cohort.db").exists(), "it came to its end before it could be killed"
    (store,) = state.glob("*/cohort.db")
    with closing(sqlite3.connect(store)) as connection, connection:
        kept_ones = connection.execute("UPDATE result SET mail = 'kept@example.org'").rowcount
    again = subprocess.run(command, capture_output=True, text=True, check=True)
    assert again.stderr.splitlines()[-1].startswith("60 people, 0 files that can't be read")
    assert (out / "people.csv").read_text(encoding="utf-8").count("kept@example.org") == kept_ones > 0
    assert list(state.iterdir()) == []
