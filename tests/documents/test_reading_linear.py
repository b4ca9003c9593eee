"""A hostile text costs time in proportion to its length: four times as long, less than nine times as slow. Squares would be sixteen."""

from __future__ import annotations

import re
import time

import pytest

from skillgap.documents.notices import notices
from skillgap.documents.quality import quality
from skillgap.documents.sections import find_sections
from skillgap.documents.untangle import untangle
from skillgap.documents.words import LINE, SPACE, RawWord, assemble
from skillgap.taxonomy.values import Words

SIZE = 5_000

UNITS = [
    "a",
    "aB",
    "aaaAaaaa",
    "aaa.",
    "a,",
    "1",
    "1/",
    "2019 ",
    "2019-",
    "2019 – ",
    "Jan ",
    "Jan 19 - ",
    "1 Jan 2019, ",
    "+49 ",
    "from ",
    "S K ",
    "skills and ",
    "skills, ",
    "• ",
    "(",
    "--- ",
    "Experience\n",
    "2019\n",
    "Acme\n2019\n",
    "ﬁ\u200b",
]


def cost(text: str, words: Words) -> float:
    """Return how long it takes to take a text apart: its quality, lines, headings, dates, entries and warnings."""
    pieces = re.split(r"(\s)", text)
    raw = [
        RawWord(word, 1, (40.0, float(i % 700), 80.0, i % 700 + 12.0), LINE if i and pieces[2 * i - 1] == "\n" else SPACE)
        for i, word in enumerate(pieces[::2])
    ]
    start = time.process_time()
    quality(raw)
    whole, placed = assemble(raw)
    untangle(whole, placed, words)
    list(notices(whole, placed, find_sections(whole, words, placed), (), words))
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_time_grows_with_the_length_of_the_text(unit: str, words: Words) -> None:
    text = unit * (SIZE // len(unit))
    cost(unit, words)  # what is looked up once
    assert min(cost(text * 4, words) for _ in range(2)) < 9 * max(cost(text, words) for _ in range(2)) + 0.05
