"""The cache: built once, built again where it is damaged, in memory where nothing can be written."""

from __future__ import annotations

import gc
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.taxonomy import load, store
from skillgap.taxonomy.store import open_store

# Apart from the tests, for a process with threads mustn't be forked.
FORK = """
import os
from skillgap.taxonomy.store import open_store

def build(connection):
    print("built", flush=True)
    connection.execute("CREATE TABLE word AS SELECT 'child' AS word")

opened = open_store("a", build)
before = opened._open()
child = os.fork()
if not child:
    ((word,),) = opened.rows("SELECT word FROM word")
    print(word, "reads for", "itself" if opened._open() is not before else "all", flush=True)
    os._exit(0)
os.waitpid(child, 0)
print("parent goes", "on" if opened._open() is before else "back")
"""

ROWS = [("one", "1"), ("two", "2")]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SKILLGAP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def builds(cache: Path) -> list[str]:
    return []


@pytest.fixture
def build(builds: list[str]) -> Callable[[sqlite3.Connection], None]:
    """Return a build of one table, enough to fill several pages, that notes each run in `builds`."""

    def fill(connection: sqlite3.Connection) -> None:
        builds.append("built")
        connection.execute("CREATE TABLE word (word, number)")
        connection.executemany("INSERT INTO word VALUES (?, ?)", ROWS)
        connection.execute("CREATE TABLE long (text)")
        connection.executemany("INSERT INTO long VALUES (?)", [(str(n) * 900,) for n in range(20)])

    return fill


def words(opened: store.Store) -> list[tuple[str, ...]]:
    return opened.rows("SELECT word, number FROM word")


def test_a_store_is_built_once(build, builds):
    assert words(open_store("a", build)) == ROWS
    assert words(open_store("a", build)) == ROWS
    assert builds == ["built"]


def test_a_store_has_a_file_of_its_name_and_nothing_else(build, cache):
    open_store("a", build)
    assert [path.name for path in cache.iterdir()] == ["a.sqlite"]


def test_values_are_looked_up_by_parameters(build):
    assert open_store("a", build).rows("SELECT number FROM word WHERE word = ?", ("two",)) == [("2",)]


def test_stores_of_different_names_are_different(build, builds):
    open_store("a", build)
    open_store("b", build)
    assert len(builds) == 2


def test_what_is_stored_cannot_be_changed(build):
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        open_store("a", build).rows("DELETE FROM word")


@pytest.mark.parametrize("content", [b"", b"[]", b"no database" * 1000, b"SQLite format 3\0", b"SQLite format 3\0" + bytes(8176)])
def test_a_file_that_is_no_store_is_built_again(build, builds, cache, content):
    open_store("a", build)
    whole = (cache / "a.sqlite").read_bytes()
    (cache / "a.sqlite").write_bytes(content)
    assert words(open_store("a", build)) == ROWS
    assert len(builds) == 2
    assert (cache / "a.sqlite").read_bytes() == whole


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_file_cut_short_anywhere_is_built_again(build, cache, share):
    open_store("a", build)
    whole = (cache / "a.sqlite").read_bytes()
    (cache / "a.sqlite").write_bytes(whole[: int(share * len(whole))])
    assert words(open_store("a", build)) == ROWS
    assert (cache / "a.sqlite").read_bytes() == whole


def test_a_store_whose_build_was_stopped_is_built_again(build, builds, cache):
    cache.mkdir()
    connection = sqlite3.connect(cache / "a.sqlite")
    connection.execute("CREATE TABLE word (word, number)")
    connection.close()
    assert words(open_store("a", build)) == ROWS
    assert builds == ["built"]


def test_a_file_in_place_of_the_folder_only_costs_time(build, builds, cache):
    cache.write_text("in the way", encoding="utf-8")
    opened = open_store("a", build)
    assert (words(opened), words(opened)) == (ROWS, ROWS)
    assert builds == ["built"]
    assert cache.read_text(encoding="utf-8") == "in the way"


def test_a_folder_in_place_of_the_file_only_costs_time(build, cache):
    (cache / "a.sqlite").mkdir(parents=True)
    assert words(open_store("a", build)) == ROWS
    assert list(cache.iterdir()) == [cache / "a.sqlite"], "the file beside it is gone"


def test_a_file_left_by_a_process_with_the_same_number_is_no_obstacle(build, cache):
    cache.mkdir()
    (cache / f"a.sqlite.{os.getpid()}").write_bytes(b"left")
    assert words(open_store("a", build)) == ROWS
    assert [path.name for path in cache.iterdir()] == ["a.sqlite"]


def test_an_error_of_the_build_comes_through_and_leaves_nothing(cache):
    def broken(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE word (word)")
        raise ValueError("bad data")

    with pytest.raises(ValueError, match="bad data"):
        open_store("a", broken)
    assert list(cache.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")
def test_a_child_process_reads_for_itself(cache):
    answer = subprocess.run([sys.executable, "-c", FORK], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["built", "child", "reads", "for", "itself", "parent", "goes", "on"]


def test_a_store_that_is_sent_elsewhere_opens_the_file_again(build, builds):
    opened = open_store("a", build)
    path, kept = opened.__getstate__()
    sent = store.Store.__new__(store.Store)
    sent.__setstate__((path, kept))
    assert words(sent) == ROWS
    assert builds == ["built"]


def old(path: Path, seconds: float) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.touch()
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))
    return path


def test_stores_that_nobody_opened_for_long_go_when_one_is_written(build, cache):
    forgotten = old(cache / "taxonomy-1-abc.sqlite", store.KEEP_SECONDS + 60)
    recent = old(cache / "taxonomy-2-abc.sqlite", store.KEEP_SECONDS - 600)
    open_store("taxonomy-3-abc", build)
    assert sorted(cache.iterdir()) == [recent, cache / "taxonomy-3-abc.sqlite"]
    assert not forgotten.exists()


def test_nothing_is_removed_when_a_store_is_only_read(build, cache):
    open_store("taxonomy-3-abc", build)
    kept = old(cache / "taxonomy-1-abc.sqlite", store.KEEP_SECONDS + 60)
    open_store("taxonomy-3-abc", build)
    assert kept.exists()


@pytest.mark.parametrize("chosen", [None, ""])
def test_without_a_choice_the_cache_is_in_the_persons_cache_folder(monkeypatch, chosen):
    monkeypatch.delenv("SKILLGAP_CACHE")
    if chosen is not None:
        monkeypatch.setenv("SKILLGAP_CACHE", chosen)
    assert store.folder().is_absolute()
    assert "skillgap" in store.folder().parts


def test_a_relative_cache_folder_is_used(build, builds, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SKILLGAP_CACHE", "near")
    assert words(open_store("a", build)) == words(open_store("a", build)) == ROWS
    assert builds == ["built"]


@pytest.mark.skipif(sys.version_info < (3, 13), reason="earlier Pythons don't tell of connections that nobody closed")
def test_connections_are_closed(folder, cache):
    script = "import sys; from pathlib import Path; from skillgap.taxonomy import load; load(Path(sys.argv[1]))"
    command = [sys.executable, "-W", "error::ResourceWarning", "-c", script, str(folder.path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stderr == ""


def test_a_database_that_is_not_of_skillgap_is_left_alone(build, cache):
    cache.mkdir()
    mine = cache / "my-cohort.sqlite"
    mine.write_bytes(b"years of work")
    os.utime(mine, (0, 0))
    open_store("taxonomy-9-abc", build)
    assert mine.exists()


@pytest.mark.parametrize("where", ["coaching people", "developer of data"], ids=["a skill", "the roles"])
def test_a_store_damaged_inside_is_compiled_again(make_folder, cache, where):
    one, other = make_folder("one"), make_folder("other")
    whole = dict(load(one.path).skills)
    (file,) = cache.iterdir()
    content = file.read_bytes()
    start = content.index(where.encode())
    file.write_bytes(content[:start] + b"\0" * 400 + content[start + 400 :])
    assert dict(load(other.path).skills) == whole


def test_a_store_with_other_tables_is_compiled_again(make_folder, build, cache):
    one, other = make_folder("one"), make_folder("other")
    digest = load(one.path).digest
    (file,) = cache.iterdir()
    file.unlink()
    open_store(file.stem, build)
    assert load(other.path).digest == digest


@pytest.mark.parametrize("was_on", [True, False])
def test_the_search_for_garbage_is_held_back_while_building_and_then_as_before(cache, was_on):
    during = []
    before = gc.isenabled()
    try:
        (gc.enable if was_on else gc.disable)()
        open_store("thing", lambda _: during.append(gc.isenabled()))
        assert (during, gc.isenabled()) == ([False], was_on)
    finally:
        (gc.enable if before else gc.disable)()
