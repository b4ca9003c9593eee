"""The program's account of itself, and that it doesn't load half the world for it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import replace

import pytest

# Not pydantic: Typer 0.29 imports it by itself for a command with parameters.
HEAVY = {"numpy", "pdfplumber", "pypdfium2", "rapidfuzz", "spacy", "yaml"}


def commands(program) -> Iterator[tuple[str, ...]]:
    """Yield each command and group as the words that name it, as completion knows them."""
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        words = waiting.pop()
        yield words
        line = " ".join(("skillgap", *words, ""))
        completed = program(_SKILLGAP_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(words) + 1))
        waiting += [(*words, word) for word in completed.out.split() if re.fullmatch(r"[a-z]+", word)]


def test_help_of_every_command_works(program) -> None:
    found = sorted(commands(program))
    assert {(), ("analyze",), ("skills",), ("roles", "show"), ("taxonomy", "check")} <= set(found)
    for words in found:
        done = program(*words, "--help")
        assert (done.code, done.stderr) == (0, ""), words
        assert f"Usage: {' '.join(('skillgap', *words))}" in done.out


@pytest.mark.skipif("SKILLGAP" in os.environ, reason="only the Python that runs the tests can be asked what it imports")
@pytest.mark.parametrize("words", [(), ("analyze",), ("skills",), ("roles",), ("taxonomy", "check")], ids=" ".join)
def test_help_loads_nothing_heavy(program, words: tuple[str, ...]) -> None:
    timed = replace(program, command=(sys.executable, "-X", "importtime", "-m", "skillgap"))
    done = timed(*words, "--help")
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.said}
    assert "skillgap" in loaded
    assert not loaded & HEAVY


@pytest.mark.skipif("SKILLGAP" in os.environ, reason="only the Python that runs the tests can be asked what it imports")
def test_help_of_the_program_does_not_load_pydantic_either(program) -> None:
    timed = replace(program, command=(sys.executable, "-X", "importtime", "-m", "skillgap"))
    assert "pydantic" not in timed("--help").stderr


def test_version_is_name_and_number(program) -> None:
    done = program("--version")
    assert (done.code, done.stderr) == (0, "")
    assert re.fullmatch(r"skillgap \d+\.\d+\.\d+\S*\n", done.out.replace("\r\n", "\n"))


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_can_be_printed_for_a_shell(program, shell: str) -> None:
    done = program(_SKILLGAP_COMPLETE=f"source_{shell}")
    assert (done.code, done.stderr) == (0, "")
    assert "_SKILLGAP_COMPLETE" in done.out


def test_completion_knows_commands_and_options(program) -> None:
    done = program(_SKILLGAP_COMPLETE="complete_bash", COMP_WORDS="skillgap analyze --r", COMP_CWORD="2")
    assert done.out.split() == ["--role"]


@pytest.mark.parametrize("arguments", [["nope"], ["analyze"], ["analyze", "--nope"], ["skills", "x", "-f", "docx"]], ids=" ".join)
def test_wrong_usage_exits_with_2_and_says_what_is_wrong(program, arguments: list[str]) -> None:
    done = program(*arguments)
    assert (done.code, done.stdout) == (2, b"")
    assert "Usage: skillgap" in done.stderr
    assert "Traceback" not in done.stderr
