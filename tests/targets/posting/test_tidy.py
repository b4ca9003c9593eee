"""Tidied text: every character knows where it stands in the text as read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from skillgap.targets.posting.tidy import Tidied, tidy
from skillgap.taxonomy import Taxonomy, load

PIECES = (
    "Requirements",
    "Python",
    " and ",
    "\n",
    "SQL",
    "&amp;",
    "<li>",
    "• ",
    "Experience with",
    ".",
    "e.g. ",
    "3+ years",
    "-\n",
    " ",
)


def test_a_replacement_keeps_the_places_of_the_rest() -> None:
    tidied = Tidied.of("a&amp;b").edited([(1, 6, "&")])
    assert tidied.text == "a&b"
    assert [tidied.place(i, i + 1) for i in range(3)] == [(0, 1), (1, 2), (6, 7)]
    assert tidied.place(0, 3) == (0, 7)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=100, derandomize=True, deadline=None)
def test_letters_stand_where_they_stood(text: str) -> None:
    tidied = tidy(text, load().words)
    assert len(tidied.origin) == len(tidied.text) + 1
    assert list(tidied.origin) == sorted(tidied.origin)
    for word in ("Python", "SQL"):
        at = tidied.text.find(word)
        if at >= 0:
            start, end = tidied.place(at, at + len(word))
            assert text[start:end] == word


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("an under-\nstanding of data", ["an understanding of data"]),
        ("Python for data.Excellent SQL", ["Python for data.", "Excellent SQL"]),
        ("We use Node.JS, ASP.NET and e.g. Redis. Nothing else.", ["We use Node.JS, ASP.NET and e.g. Redis.", "Nothing else."]),
        ("similar)Experience with SQL", ["similar)", "Experience with SQL"]),
        ("R&amp;amp;D and C&#43;&#43;", ["R&D and C++"]),
        ("<p>One</p><ul><li>Two</li></ul>a &lt;b&gt;bold&lt;/b&gt; word", ["One", "• Two", "a bold word"]),
        ("Skills: <ORGANIZATION> uses Go", ["Skills: <ORGANIZATION> uses Go"]),
        ("What you\u2019ll do · Build \u2022Test", ["What you'll do", "• Build", "•Test"]),
        ("javaScript and typeScript", ["javaScript and typeScript"]),
    ],
)
def test_lines(text: str, lines: list[str], taxonomy: Taxonomy) -> None:
    assert [line.strip() for line in tidy(text, taxonomy.words).text.split("\n") if line.strip()] == lines


def test_lines_of_a_list_stay_apart_though_one_is_long(taxonomy: Taxonomy) -> None:
    text = "Requirements\nPython\nExperience with the orchestration of very many pipelines\nDocker"
    assert [line for line in tidy(text, taxonomy.words).text.split("\n") if line] == text.split("\n")
