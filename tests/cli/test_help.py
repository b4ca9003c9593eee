"""The program's account of itself: help of every command, version, completion."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

import pytest
import typer

from skillgap import cli
from skillgap.cli.app import app


def commands() -> Iterator[tuple[str, ...]]:
    """Yield each command and group as the words that name it."""
    waiting = [((), typer.main.get_command(app))]
    while waiting:
        words, command = waiting.pop()
        yield words
        waiting += [((*words, name), sub) for name, sub in getattr(command, "commands", {}).items()]


ALL = sorted(commands())


def test_all_commands_are_found() -> None:
    assert {("analyze",), ("skills",), ("roles", "show"), ("taxonomy", "check")} < set(ALL)


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_command_has_help(run, words: tuple[str, ...], option: str) -> None:
    result = run(*words, option)
    assert (result.code, result.err) == (0, "")
    assert f"Usage: {' '.join(('skillgap', *words))}" in result.out


@pytest.mark.parametrize("words", [w for w in ALL if w], ids=" ".join)
def test_the_help_of_every_command_says_what_it_does_and_of_every_leaf_gives_an_example(run, words: tuple[str, ...]) -> None:
    out = run(*words, "--help").out
    group = any(w[:-1] == words for w in ALL)
    assert group or f"Example:  skillgap {' '.join(words)}" in out


def test_version_is_that_of_the_package(run) -> None:
    result = run("--version")
    assert (result.code, result.out, result.err) == (0, f"skillgap {version('skillgap')}\n", "")


def test_version_needs_no_command_and_wins_over_one(run) -> None:
    assert run("--version", "analyze").out.startswith("skillgap ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_of_a_shell_is_printed(folder, capsys, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    monkeypatch.setenv("_SKILLGAP_COMPLETE", f"source_{shell}")
    assert cli.run([]) == 0
    assert "_SKILLGAP_COMPLETE" in capsys.readouterr().out


def test_completion_knows_the_commands(folder, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_SKILLGAP_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "skillgap taxonomy s")
    monkeypatch.setenv("COMP_CWORD", "2")
    cli.run([])
    assert set(capsys.readouterr().out.split()) == {"show", "search", "suggest"}
