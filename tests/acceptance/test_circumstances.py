"""Where and how the program runs: pipes, standard input, folders that can't be written, interruptions."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

NOW = ("--as-of", "2026-11")


@pytest.fixture
def sample(samples: Path) -> Path:
    return samples / "mei_okonkwo_ml_engineer.pdf"


@pytest.mark.parametrize("kind", ["pdf", "text"])
def test_a_resume_comes_through_standard_input(program, sample: Path, data: Path, kind: str) -> None:
    content = (sample if kind == "pdf" else data / "resumes" / "ida_marlowe.txt").read_bytes()
    done = program("skills", "-", "--format", "json", *NOW, stdin=content)
    assert (done.code, done.stderr) == (0, "")
    (document,) = json.loads(done.out)["documents"]
    assert (document["source"]["file"], document["source"]["format"]) == ("-", kind)
    assert document["skills"]


def test_nothing_on_standard_input_is_an_empty_file(program) -> None:
    done = program("skills", "-")
    assert (done.code, done.stdout, done.said) == (2, b"", ["-: the file is empty; save the résumé again"])


def gone(program, *arguments: str | Path) -> tuple[int, bytes]:
    """Return exit code and stderr of the program whose reader is gone before it starts."""
    reading, writing = os.pipe()
    os.close(reading)
    process = program.start(*arguments, stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    _, said = process.communicate()
    return process.returncode, said


COMMANDS = [("roles",), ("skills", "FILE"), ("analyze", "FILE", "-f", "json"), ("skills", "FILE", "-f", "jsonl")]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_reader_that_is_gone_brings_no_traceback(program, sample: Path, words: tuple[str, ...]) -> None:
    _, said = gone(program, *(sample if w == "FILE" else w for w in words))
    assert said == b""


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_reader_that_is_gone_is_no_failure(program, sample: Path, words: tuple[str, ...]) -> None:
    code, _ = gone(program, *(sample if w == "FILE" else w for w in words))
    assert code == 0


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
@pytest.mark.parametrize(("closed", "arguments"), [("<&-", "skills -"), (">&-", "roles"), ("2>&-", "skills missing.txt")])
def test_a_closed_stream_is_no_bug(program, closed: str, arguments: str) -> None:
    command = ["sh", "-c", f'"$@" {closed}', "sh", *program.command, *arguments.split()]
    done = subprocess.run(command, env=program.variables(), cwd=program.folder, capture_output=True, check=False)
    assert done.returncode in (0, 2)
    assert b"a bug" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_an_interruption_exits_with_130_and_without_a_traceback(program) -> None:
    process = program.start("skills", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    # More than a pipe holds: when it is written, the program is reading.
    process.stdin.write(b"Python\n" * 200_000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, said = process.communicate()
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in said


def test_a_home_that_cannot_be_written_is_no_obstacle(program, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    places = {"HOME": "file", "LOCALAPPDATA": "file", "XDG_CACHE_HOME": "file/cache"}
    done = program("skills", sample, *NOW, SKILLGAP_CACHE=None, **{k: str(tmp_path / v) for k, v in places.items()})
    assert (done.code, done.stderr) == (0, "")
    assert done.stdout == program("skills", sample, *NOW).stdout
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_the_program_runs_in_any_folder(program, data: Path, tmp_path: Path) -> None:
    other = tmp_path / "some where é"
    other.mkdir()
    (other / "cv é.txt").write_bytes((data / "resumes" / "ida_marlowe.txt").read_bytes())
    done = program("skills", "cv é.txt", "--output", "out.txt", cwd=other)
    assert (done.code, done.stdout, done.stderr) == (0, b"", "")
    assert (other / "out.txt").read_text(encoding="utf-8").startswith("cv é.txt  ")


@pytest.mark.parametrize("name", ["json.py", "typing.py", "skillgap.py", "spacy.py"])
def test_a_module_that_lies_in_the_folder_is_not_imported(program, data: Path, tmp_path: Path, name: str) -> None:
    if program.command[-2:-1] == ("-m",):
        pytest.skip("`python -m` looks into the current folder first, by design")
    (tmp_path / name).write_text("raise SystemExit('imported')", encoding="utf-8")
    assert program("skills", data / "resumes" / "ida_marlowe.txt").code == 0


def test_colour_that_is_forced_does_not_reach_a_pipe(program, data: Path) -> None:
    done = program("skills", data / "resumes" / "ida_marlowe.txt", FORCE_COLOR="1", TTY_COMPATIBLE="1")
    assert b"\x1b" not in done.stdout
