"""What `skillgap.cli.run` makes of errors: an exit code and one line, never a traceback."""

from __future__ import annotations

import gc
import os
import runpy
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import pytest

from skillgap import cli, pipeline

SECRET = "SECRET TEXT OF A RESUME"

# Typer 0.29 brings its own copy of click: its exceptions are none of click's.
OWN_CLICK = "cli._run catches click's exceptions, Typer raises its own copies: usage errors end as bugs, with exit code 3"


def raising(error: BaseException) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def test_a_bug_exits_with_3_and_tells_kind_and_place_but_no_text(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "run", raising(RuntimeError(SECRET)))
    result = run("analyze", "cv.txt")
    assert (result.code, result.out, len(result.err.splitlines())) == (3, "", 1)
    assert "RuntimeError at skillgap.cli.analyze:" in result.err
    assert "report" in result.err
    assert "SECRET" not in result.err


def test_the_text_of_a_cause_is_not_told_either(run, monkeypatch: pytest.MonkeyPatch) -> None:
    error = RuntimeError(SECRET)
    error.__cause__ = ValueError(SECRET)
    error.add_note(SECRET)
    monkeypatch.setattr(pipeline, "run", raising(error))
    assert "SECRET" not in run("skills", "cv.txt").err


def test_a_bug_in_a_library_is_placed_at_the_line_of_skillgap_that_called_it(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapidfuzz.fuzz.WRatio", raising(TypeError(SECRET)))
    assert "TypeError at skillgap.taxonomy.search:" in run("taxonomy", "search", "python").err


@pytest.mark.parametrize("error", [MemoryError(SECRET), RecursionError(SECRET), UnicodeDecodeError("utf-8", b"x", 0, 1, SECRET)])
def test_every_exception_is_one_line(run, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    monkeypatch.setattr(pipeline, "run", raising(error))
    result = run("skills", "cv.txt")
    assert (result.code, len(result.err.splitlines())) == (3, 1)
    assert "SECRET" not in result.err


def test_an_interruption_exits_with_130_and_without_a_traceback(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "run", raising(KeyboardInterrupt()))
    result = run("skills", "cv.txt")
    assert (result.code, result.out, result.err) == (130, "", "")


def test_an_interruption_while_the_program_loads_exits_with_130(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_run", raising(KeyboardInterrupt()))
    assert run("skills", "cv.txt").code == 130


@contextmanager
def closed_pipe(monkeypatch: pytest.MonkeyPatch) -> Iterator[TextIO]:
    """Let standard output be a pipe that nobody reads any more."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as stdout, Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        monkeypatch.setattr(sys, "stdout", stdout)
        monkeypatch.setattr(sys, "stderr", sys.stderr)  # Typer puts wrappers in the place of both
        try:
            yield stdout
        finally:
            monkeypatch.undo()
            os.dup2(nowhere.fileno(), writing)


def test_a_closed_pipe_exits_with_0(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    resume = str(folder / "cv.txt")
    with closed_pipe(monkeypatch):
        assert cli.run(["skills", resume]) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["nope"],
        ["--nope"],
        ["analyze"],
        ["analyze", "cv.txt", "--nope"],
        ["analyze", "cv.txt", "--format", "docx"],
        ["analyze", "cv.txt", "--format"],
        ["analyze", "cv.txt", "--fail-under", "1.1"],
        ["analyze", "cv.txt", "--fail-under", "-0.1"],
        ["analyze", "cv.txt", "--fail-under", "nan"],
        ["analyze", "cv.txt", "--fail-under", "most"],
        ["analyze", "cv.txt", "--pdf-engine", "acrobat"],
        ["skills"],
        ["skills", "cv.txt", "--role", "de"],
        ["skills", "cv.txt", "--format", "xlsx"],
        ["roles", "show"],
        ["roles", "nope"],
        ["roles", "show", "de", "me"],
        ["taxonomy", "show"],
        ["taxonomy", "search"],
        ["taxonomy", "search", "go", "--limit", "0"],
        ["taxonomy", "nope"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2_and_prints_nothing_on_stdout(run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert "Error" in result.err
    assert "a bug" not in result.err


@pytest.mark.parametrize("arguments", [[], ["taxonomy"]], ids=["skillgap", "skillgap taxonomy"])
def test_a_group_without_a_command_shows_its_help_and_exits_with_2(run, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.code == 2
    assert "Usage" in result.out + result.err
    assert "a bug" not in result.err


def test_main_exits_with_the_code_of_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["skillgap", "skills", "missing.pdf"])
    monkeypatch.setattr(gc, "set_threshold", lambda *_: None)  # stays as it is for the other tests
    with pytest.raises(SystemExit) as exit_:
        cli.main()
    assert exit_.value.code == 2


def test_the_package_runs_as_a_module(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["skillgap", "--version"])
    monkeypatch.setattr(gc, "set_threshold", lambda *_: None)
    with pytest.raises(SystemExit) as exit_:
        runpy.run_module("skillgap", run_name="__main__")
    assert exit_.value.code == 0
    assert capsys.readouterr().out.startswith("skillgap ")


def test_importing_the_module_runs_nothing() -> None:
    assert runpy.run_module("skillgap.__main__", run_name="skillgap.__main__")["main"] is cli.main


def test_an_interruption_that_python_wraps_in_another_error_is_one(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrapped(*_: object, **__: object) -> None:
        raise RuntimeError from KeyboardInterrupt()

    monkeypatch.setattr("skillgap.pipeline.run", wrapped)
    assert run("skills", "cv.txt").code == 130
