"""The command line in process: what `skillgap.cli.run` returns, prints and writes, with the small taxonomy of tests/data."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import small
from skillgap import cli
from skillgap.taxonomy import locate


@dataclass(frozen=True)
class Result:
    """What a run of the program did."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(scope="module", autouse=True)
def _small_taxonomy() -> Iterator[None]:
    """Let the small taxonomy be the shipped one."""
    english = locate.english_words()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(locate, "folder", lambda: small.TAXONOMY)
        patch.setattr(locate, "english_words", lambda: english)
        small.forget_loaded()
        yield
    small.forget_loaded()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, in which cv.txt is a résumé."""
    shutil.copy(small.RESUME, tmp_path / "cv.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return the program, run in `folder`."""

    def skillgap(*arguments: str) -> Result:
        code = cli.run(list(arguments))
        printed = capsys.readouterr()
        return Result(code, printed.out, printed.err)

    return skillgap
