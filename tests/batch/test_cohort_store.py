"""The store: locked, whole after any stop, clear about what is wrong with it."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from skillgap.batch.outcome import Failure
from skillgap.batch.store import opened, reading
from skillgap.errors import UsageError

FAILURE = Failure("a" * 64, "damaged", "is damaged; export it again")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cohort.db"


def fill(path: Path) -> None:
    with opened(path, new=True) as store:
        store.put(FAILURE, "s", named=True)
        store.put_file("a.pdf", FAILURE.sha256)
        store.commit()


def test_what_was_committed_is_there_and_the_rest_is_not(path: Path) -> None:
    with opened(path, new=True) as store:
        store.put(FAILURE, "s", named=True)
        store.commit()
        store.put(Failure("b" * 64, "empty", "is empty"), "s", named=True)
    with opened(path) as store:
        assert (store.has("a" * 64, "s"), store.has("a" * 64, "t"), store.has("b" * 64, "s")) == (True, False, False)


@pytest.mark.skipif(os.name != "posix", reason="permissions")
def test_only_its_owner_may_read_it(path: Path) -> None:
    with opened(path, new=True):
        modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {0o600}


def test_a_store_in_use_is_named(path: Path) -> None:
    with opened(path, new=True), pytest.raises(UsageError, match=r"cohort\.db: is in use by another run"), opened(path, new=True):
        pass


def test_a_store_in_use_can_be_read_and_stays_as_it_was_for_who_reads(path: Path) -> None:
    with opened(path, new=True) as store:
        store.begin({"settings": "s"}, ["a.pdf", "b.pdf"])
        store.put(FAILURE, "s", named=True)
        store.put_file("a.pdf", FAILURE.sha256)
        store.commit()
        with reading(path) as reader:
            assert reader.unfinished() == (1, 2)
            store.put_file("b.pdf", FAILURE.sha256)
            store.commit()
            assert reader.unfinished() == (1, 2)
        store.finish("s")
    with reading(path) as reader:
        assert reader.unfinished() is None


def test_who_reads_changes_nothing(path: Path) -> None:
    fill(path)
    with reading(path) as store, pytest.raises(UsageError, match="can't be written"):
        store.put(FAILURE, "t", named=True)


def test_tables_of_who_reads_are_no_change_and_of_the_same_moment(path: Path) -> None:
    fill(path)
    with opened(path) as store, reading(path) as reader:
        before = reader.rows("SELECT count(*) FROM file")
        store.put_file("b.pdf", FAILURE.sha256)
        store.commit()
        reader.scratch("CREATE TEMP TABLE own (path TEXT); INSERT INTO own SELECT path FROM file")
        reader.scratch("INSERT INTO own VALUES (?)", [("c.pdf",)])
        assert reader.rows("SELECT count(*) - 1 FROM own") == before
        with pytest.raises(UsageError, match="can't be written"):
            reader.put(FAILURE, "t", named=True)


def test_results_of_other_settings_are_no_results_any_more(path: Path) -> None:
    fill(path)
    with opened(path) as store:
        store.begin({"settings": "t"}, ["a.pdf"])
        assert store.unfinished() == (0, 1)
        assert store.rows("SELECT * FROM current_result") == []


def test_a_store_that_is_wanted_alone_has_no_readers(path: Path) -> None:
    fill(path)
    with reading(path), pytest.raises(UsageError, match="is in use by another run"), opened(path, alone=True):
        pass


def test_a_full_disk_is_named_and_leaves_the_store_whole(path: Path) -> None:
    fill(path)
    with opened(path) as store:
        store.rows("PRAGMA max_page_count = 1")
        with pytest.raises(UsageError, match="no room left to write; make room and run again"):
            store.put(Failure("b" * 64, "damaged", "x" * 1_000_000), "s", named=True)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with opened(path) as store:
        assert store.has("a" * 64, "s")


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"no database, but long enough to be taken for one" * 30, "is no cohort"), (None, "no such file")],
)
def test_what_is_no_store_is_named(path: Path, content: bytes | None, message: str) -> None:
    if content:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=message), opened(path):
        pass


def test_another_database_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE sheep (name TEXT)")
    with pytest.raises(UsageError, match="is no cohort"), opened(path):
        pass


def test_a_store_of_another_version_is_named(path: Path) -> None:
    fill(path)
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE about SET value = '0' WHERE key = 'schema'")
    with pytest.raises(UsageError, match="another version of skillgap"), opened(path):
        pass


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="who may write everywhere")
def test_a_store_that_cannot_be_written_is_named(path: Path) -> None:
    fill(path)
    path.chmod(0o400)
    with pytest.raises(UsageError, match="check the permissions"), opened(path):
        pass


def test_a_store_in_a_folder_that_cannot_be_written_can_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with reading(path) as store:
        assert store.has("a" * 64, "s")
    assert [p.name for p in path.parent.iterdir() if "-" in p.name] == []


def test_a_folder_that_is_not_there_is_named(path: Path) -> None:
    with pytest.raises(UsageError, match="No such file or directory"), opened(path.parent / "gone" / "cohort.db", new=True):
        pass


def test_a_bug_of_ours_is_not_taken_for_the_disk(path: Path) -> None:
    with opened(path, new=True) as store, pytest.raises(sqlite3.OperationalError, match="syntax"):
        store.rows("SELEKT")


def test_what_is_forgotten_leaves_no_trace(path: Path) -> None:
    with opened(path, new=True) as store:
        for n in range(50):
            store.put(Failure(f"{n:064}", "damaged", f"secret{n} " * 20), "s", named=True)
            store.put_file(f"{n}.pdf", f"{n:064}")
        store.commit()
        store.forget([f"{7:064}"])
    data = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert (b"secret7 " in data, b"secret8 " in data) == (False, True)
