"""Where results go: a file that is whole or as it was, and how text looks on a terminal."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from skillgap.cli import output
from skillgap.errors import UsageError
from skillgap.report.look import Look

COMMANDS = [
    ("analyze", "cv.txt", "-r", "de"),
    ("skills", "cv.txt"),
    ("read", "cv.txt"),
    ("roles", "list"),
    ("taxonomy", "show", "go"),
]
BEFORE = "what stood there before"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("format_", ["text", "json"])
def test_output_has_what_stdout_would_have(run, folder: Path, command: tuple[str, ...], format_: str) -> None:
    printed = run(*command, "--format", format_, *_month(command)).out
    result = run(*command, "--format", format_, "--output", "out", *_month(command))
    assert (result.code, result.out, result.err) == (0, "", "")
    assert (folder / "out").read_text(encoding="utf-8") == printed


def _month(command: tuple[str, ...]) -> tuple[str, ...]:
    return ("--as-of", "2026-11") if "cv.txt" in command else ()


def test_output_replaces_what_was_there_and_leaves_nothing_beside_it(run, folder: Path) -> None:
    (folder / "out").write_text(BEFORE, encoding="utf-8")
    run("skills", "cv.txt", "-o", "out")
    assert BEFORE not in (folder / "out").read_text(encoding="utf-8")
    assert sorted(p.name for p in folder.iterdir()) == ["cv.txt", "out"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("analyze", "cv.txt", "-r", "nope"),
        ("analyze", "missing.pdf"),
        ("skills", "cv.txt", "--as-of", "never"),
        ("roles", "show", "nope"),
        ("taxonomy", "show", "zzzz"),
    ],
    ids=" ".join,
)
def test_a_run_that_fails_leaves_the_file_as_it_was(run, folder: Path, arguments: tuple[str, ...]) -> None:
    (folder / "out").write_text(BEFORE, encoding="utf-8")
    assert run(*arguments, "-o", "out").code == 2
    assert (folder / "out").read_text(encoding="utf-8") == BEFORE
    assert sorted(p.name for p in folder.iterdir()) == ["cv.txt", "out"]


def test_a_write_that_breaks_off_leaves_the_file_as_it_was(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    (folder / "out").write_text(BEFORE, encoding="utf-8")
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(UsageError, match=r"^out: can't be written \(No space left on device\); choose another path$"):
        output.write("new", Path("out"))
    assert (folder / "out").read_text(encoding="utf-8") == BEFORE
    assert sorted(p.name for p in folder.iterdir()) == ["cv.txt", "out"]


def test_an_output_in_no_folder_exits_with_2(run) -> None:
    result = run("skills", "cv.txt", "--output", "nowhere/out.json")
    assert (result.code, result.out) == (2, "")
    assert result.err == f"{Path('nowhere/out.json')}: can't be written (No such file or directory); choose another path\n"


def test_an_output_that_is_a_folder_exits_with_2_and_leaves_it(run, folder: Path) -> None:
    (folder / "out").mkdir()
    result = run("skills", "cv.txt", "--output", "out")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("out: can't be written (")
    assert sorted(p.name for p in folder.iterdir()) == ["cv.txt", "out"]


@pytest.mark.parametrize("path", ["cv.txt/out", "", ".", "/", "a" * 255], ids=["under a file", "empty", "dot", "root", "long"])
def test_an_output_that_cannot_be_exits_with_2(run, path: str) -> None:
    result = run("skills", "cv.txt", "--output", path)
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_an_output_that_is_no_regular_file_stays_what_it_is(run, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    reading = os.open(folder / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    run("skills", "cv.txt", "--output", "pipe")
    os.close(reading)
    assert stat.S_ISFIFO((folder / "pipe").stat().st_mode)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="needs file names that aren't UTF-8")
@pytest.mark.parametrize("where", [(), ("-o", "out")], ids=["stdout", "file"])
def test_a_file_name_that_is_not_utf_8_can_be_written(run, folder: Path, where: tuple[str, ...]) -> None:
    name = os.fsdecode(b"cv\xff.txt")
    (folder / "cv.txt").rename(folder / name)
    result = run("skills", name, "--format", "json", *where)
    assert result.code == 0
    written = (folder / "out").read_text(encoding="utf-8") if where else result.out
    assert json.loads(written)["documents"][0]["source"]["file"] == "cv?.txt"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_stdout_exits_with_2(run, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        code = run("skills", "cv.txt").code
        monkeypatch.undo()
        _drop(full)
    assert code == 2


def _drop(full) -> None:
    """Let what can't be written go, so that closing the stream doesn't raise."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), full.fileno())


@pytest.mark.parametrize("name", ["cv\x1b[31m.pdf", "cv\nother.pdf: fine.pdf", "cv\u202e.pdf"], ids=["ansi", "newline", "bidi"])
def test_a_file_name_on_stderr_cannot_command_the_terminal(run, name: str) -> None:
    err = run("skills", name).err
    assert len(err.splitlines()) == 1
    assert not set(err) & set("\x1b\u202e")


# ------------------------------------------------------------- terminal


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch):
    """Return a function that makes standard output a terminal with so many columns."""
    pty, fcntl, termios = (pytest.importorskip(name) for name in ("pty", "fcntl", "termios"))
    struct = pytest.importorskip("struct")
    main, other = pty.openpty()
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")

    def make(columns: int) -> None:
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        monkeypatch.setattr(sys, "stdout", stdout)

    with os.fdopen(other, "w", encoding="utf-8") as stdout:
        yield make
    os.close(main)


def test_a_terminal_gets_colour_and_its_own_width(terminal) -> None:
    terminal(97)
    assert output.look(None) == Look(97, colour=True)


def test_a_narrow_terminal_gets_60_columns(terminal) -> None:
    terminal(10)
    assert output.look(None) == Look(60, colour=True)


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_color_and_a_dumb_terminal_get_none(terminal, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    terminal(80)
    assert output.look(None) == Look(80, colour=False)


def test_a_file_gets_no_colour_though_stdout_is_a_terminal(terminal) -> None:
    terminal(80)
    assert output.look(Path("out")) == Look()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_pipe_gets_no_escape_codes(run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    out = run(*command).out
    assert out
    assert "\x1b" not in out
