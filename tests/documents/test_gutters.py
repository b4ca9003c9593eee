"""Columns side by side in a text are put one under the other; tables and everything else stay as they are."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from skillgap.documents.content import Content
from skillgap.documents.gutters import BOTH, in_order
from skillgap.documents.plain import read

LEFT = [f"skill {n}" for n in range(BOTH + 2)]
RIGHT = ["Engineer, Acme, 2019 - 2021", *(f"* built thing {n}" for n in range(BOTH - 1)), "  and so on", "", "  the end", "last"]


def beside(left: list[str], right: list[str], gutter: str = "     ") -> list[str]:
    """Return two columns side by side, as programs write them that keep the look of a page."""
    return [f"{a:<20}{gutter}{b}".rstrip() for a, b in itertools.zip_longest(left, right, fillvalue="")]


def words(lines: list[str]) -> list[list[str]]:
    return [line.split() for line in lines if line.strip()]


def test_columns_are_put_one_under_the_other() -> None:
    assert words(in_order(beside(LEFT, RIGHT))) == words([*LEFT, *RIGHT])


def test_what_stands_above_and_below_stays_there() -> None:
    above, below = "Somebody who has a line over the whole of the page", "and another one below, as wide as the first"
    assert words(in_order([above, *beside(LEFT, RIGHT), below])) == words([above, *LEFT, *RIGHT, below])


def test_columns_with_a_ragged_bar_between_them() -> None:
    left = [f"text that ends{' so' * (n % 3)}" if n > 1 else "" for n in range(BOTH + 5)]
    lines = [f"{a} | {b}".rstrip() for a, b in itertools.zip_longest(left, LEFT, fillvalue="")]
    assert words(in_order(lines)) == words([*left, *LEFT])


def test_tables_and_dates_at_the_edge_stay_as_they_are() -> None:
    table = beside([f"Label {n}" for n in range(20)], [f"value {n}" for n in range(20)])
    wrapped = [line for pair in zip(table, [" " * 25 + "goes on"] * 20, strict=True) for line in pair]
    dates = [
        f"A company with a name that is long enough {n}        2019 - 2021\nand what was done there, told in a whole line"
        for n in range(20)
    ]
    marked = [f"| Language | Python {n} | daily |" for n in range(20)]
    for lines in (table, wrapped, "\n".join(dates).split("\n"), marked, [], [""]):
        assert in_order(lines) == lines


@given(st.lists(st.text(alphabet="ab |*", max_size=60), max_size=60))
def test_no_word_is_lost(lines: list[str]) -> None:
    def bare(some: list[str]) -> list[str]:
        return sorted(word for line in some for word in line.replace("|", " ").split())

    assert bare(in_order(lines)) == bare(lines)


def test_a_text_with_headings_of_markdown_is_markdown_whatever_it_is_called() -> None:
    def looks(text: str) -> list[tuple[str, bool]]:
        return [(w.text, bool(w.look)) for w in read(Content("cv.txt", "text", text.encode())).words]

    assert looks("## Kit\nPython\n## Life\nHiking\n# Work") == [
        ("Kit", True),
        ("Python", False),
        ("Life", True),
        ("Hiking", False),
        ("Work", True),
    ]
    assert looks("# a comment\nPython")[0] == ("#", False)
