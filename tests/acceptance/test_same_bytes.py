"""The same input gives the same bytes: whatever the hash seed, the day, the cache and the folder."""

from __future__ import annotations

from pathlib import Path

import pytest

NOW = ("--as-of", "2026-11", "--format", "json")


@pytest.fixture
def arguments(samples: Path) -> tuple[str | Path, ...]:
    return "analyze", samples / "mei_okonkwo_ml_engineer.pdf", samples / "nora_fenwick_data_engineer.pdf", "--explain", *NOW


@pytest.fixture
def usual(program, arguments: tuple[str | Path, ...]) -> bytes:
    """Return what the program gives."""
    done = program(*arguments, PYTHONHASHSEED="0")
    assert (done.code, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("seed", ["1", "4242"])
def test_another_hash_seed_changes_nothing(program, arguments, usual: bytes, seed: str) -> None:
    assert program(*arguments, PYTHONHASHSEED=seed).stdout == usual


def test_another_day_changes_nothing(program, arguments, usual: bytes) -> None:
    # These two zones are 26 hours apart: there it is never the same day.
    days = [program(*arguments, TZ=zone).stdout for zone in ("Etc/GMT+12", "Etc/GMT-14")]
    assert days == [usual, usual]


def test_an_empty_cache_changes_nothing(program, arguments, usual: bytes, tmp_path: Path) -> None:
    cold = [program(*arguments, SKILLGAP_CACHE=str(tmp_path / "cache")).stdout for _ in range(2)]
    assert cold == [usual, usual]


def test_a_damaged_cache_changes_nothing(program, arguments, usual: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    program(*arguments, SKILLGAP_CACHE=str(folder))
    stored = [path for path in folder.rglob("*") if path.is_file()]
    assert stored
    for path in stored:
        path.write_bytes(path.read_bytes()[:100])
    assert program(*arguments, SKILLGAP_CACHE=str(folder)).stdout == usual


def test_another_folder_and_another_locale_change_nothing(program, arguments, usual: bytes, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    assert program(*arguments, cwd=other, LC_ALL="C", PYTHONUTF8=None).stdout == usual


def test_a_file_in_output_has_the_same_bytes(program, arguments, usual: bytes, tmp_path: Path) -> None:
    assert program(*arguments, "--output", tmp_path / "out.json").stdout == b""
    assert (tmp_path / "out.json").read_bytes() == usual


def test_text_is_the_same_too(program, samples: Path) -> None:
    sample = samples / "mei_okonkwo_ml_engineer.pdf"
    outputs = {
        program("analyze", sample, "--as-of", "2026-11", PYTHONHASHSEED=s, COLUMNS=c).stdout
        for s, c in (("1", "40"), ("2", "300"))
    }
    assert len(outputs) == 1
