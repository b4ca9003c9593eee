"""The same input gives the same bytes: whatever the hash seed, the day, the cache, the folder and the locale."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

Arguments = tuple[str | Path, ...]


@pytest.fixture(scope="module")
def arguments(samples: Path) -> Arguments:
    resumes = (samples / "mei_okonkwo_ml_engineer.pdf", samples / "nora_fenwick_data_engineer.pdf")
    return ("analyze", *resumes, "--explain", "--as-of", "2026-11", "--format", "json")


@pytest.fixture(scope="module")
def usual(steady, arguments: Arguments) -> bytes:
    """Return what the program gives."""
    done = steady(*arguments, PYTHONHASHSEED="0")
    assert (done.code, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture(scope="module")
def first_run(steady, arguments: Arguments, tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, Path, Path]:
    """Return what the program gives when it runs for the first time, its cache and its home."""
    home, cache = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("cache") / "deep" / "cache"
    done = steady(*arguments, HOME=str(home), XDG_CACHE_HOME=str(home), SKILLGAP_CACHE=str(cache))
    assert (done.code, done.stderr) == (0, "")
    return done.stdout, cache, home


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_another_hash_seed_changes_nothing(program, arguments: Arguments, usual: bytes, seed: str) -> None:
    assert program(*arguments, PYTHONHASHSEED=seed).stdout == usual


def test_another_day_changes_nothing(program, arguments: Arguments, usual: bytes) -> None:
    # These two zones are 26 hours apart: there it is never the same day.
    days = [program(*arguments, TZ=zone).stdout for zone in ("Etc/GMT+12", "Etc/GMT-14")]
    assert days == [usual, usual]


def test_the_first_run_gives_what_a_later_one_gives(usual: bytes, first_run: tuple[bytes, Path, Path]) -> None:
    assert first_run[0] == usual


def test_the_first_run_writes_its_cache_where_it_is_told_and_nothing_else(first_run: tuple[bytes, Path, Path]) -> None:
    _, cache, home = first_run
    assert any(cache.iterdir())
    assert list(home.iterdir()) == []


def test_a_damaged_cache_changes_nothing(
    program, arguments: Arguments, usual: bytes, first_run: tuple[bytes, Path, Path], tmp_path: Path
) -> None:
    damaged = Path(shutil.copytree(first_run[1], tmp_path / "cache"))
    for path in damaged.iterdir():
        path.write_bytes(path.read_bytes()[:100])
    assert program(*arguments, SKILLGAP_CACHE=str(damaged)).stdout == usual


def test_another_folder_and_another_locale_change_nothing(program, arguments: Arguments, usual: bytes, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    assert program(*arguments, cwd=other, LC_ALL="C", PYTHONUTF8=None).stdout == usual


def test_a_file_in_output_has_the_same_bytes(program, arguments: Arguments, usual: bytes, tmp_path: Path) -> None:
    assert program(*arguments, "--output", tmp_path / "out.json").stdout == b""
    assert (tmp_path / "out.json").read_bytes() == usual


def test_text_in_a_pipe_is_the_same_whatever_the_terminal(program, samples: Path) -> None:
    command = ("analyze", samples / "mei_okonkwo_ml_engineer.pdf", "--as-of", "2026-11")
    one, other = (program(*command, PYTHONHASHSEED=seed, COLUMNS=columns) for seed, columns in (("1", "40"), ("2", "300")))
    assert one.stdout == other.stdout != b""
