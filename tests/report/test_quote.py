"""Evidence -> the words that a report quotes."""

from __future__ import annotations

from dataclasses import replace

import pytest

import made
from skillgap.report.quote import QUOTE, Quote, quote


def quoted(line: str, text: str = "Python") -> Quote:
    return quote(replace(made.evidence(line=line), text=text))


def test_a_short_line_is_quoted_whole_and_the_mention_told_from_it() -> None:
    assert quoted("Wrote Python daily") == ("Wrote ", "Python", " daily")


@pytest.mark.parametrize("before", [0, 3, 200])
def test_a_long_line_is_cut_around_the_mention(before: int) -> None:
    cut = quoted(f"{'so ' * before}Python{' on' * 200}")
    assert cut.found == "Python"
    assert len(str(cut)) <= QUOTE + 2
    assert str(cut).startswith("…") is (before == 200)
    assert str(cut).endswith("…")


def test_a_mention_over_two_lines_is_told_by_single_spaces() -> None:
    assert quoted("in machine learning", "machine\nlearning") == ("in ", "machine learning", "")


def test_a_mention_that_the_line_lacks_is_not_told() -> None:
    assert quoted("nothing here") == ("nothing here", "", "")
    assert quoted("nothing here", "") == ("nothing here", "", "")


def test_what_a_terminal_could_take_for_a_command_is_replaced() -> None:
    assert str(quoted("\x1b[31mPython\u202e")) == "\ufffd[31mPython\ufffd"
