"""Words of a page in, the same with letter-spaced ones joined out: "S K I L L S" is one word, "W O R K  H E R E" are two.

Where a space between words is set, its gap is at least twice as wide as that between letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from skillgap.documents.lines import around
from skillgap.documents.words import SPACE, RawWord

# A line is letter-spaced that has so many pieces, none longer than this, most single letters ("C E R T I F I C AT I O N").
FEWEST = 4
LONGEST = 2

# In gaps between letters, by the middle one: a gap so wide parts words.
WIDE = 1.6


def joined(words: Sequence[RawWord]) -> Iterator[RawWord]:
    """Yield the words with those of letter-spaced lines put together. Each line begins with another gap than a space."""
    starts = [i for i, word in enumerate(words) if i == 0 or word.gap != SPACE]
    for start, end in pairwise([*starts, len(words)]):
        line = words[start:end]
        yield from _whole(line) if end - start >= FEWEST and _is_spaced(line) else line


def _is_spaced(line: Sequence[RawWord]) -> bool:
    if len(line[0].text) > LONGEST or any(
        len(word.text) > LONGEST or word.box is None or not word.text.isalpha() for word in line
    ):
        return False
    return sum(len(word.text) == 1 for word in line) > len(line) / 2 and all(a.hidden == b.hidden for a, b in pairwise(line))


def _whole(line: Sequence[RawWord]) -> Iterator[RawWord]:
    gaps = [b.box[0] - a.box[2] if a.box and b.box else 0.0 for a, b in pairwise(line)]
    wide = WIDE * max(median(gaps), 0.1)
    cuts = [i for i, gap in enumerate(gaps, 1) if gap > wide]
    for start, end in pairwise((0, *cuts, len(line))):
        part = line[start:end]
        yield replace(part[0], text="".join(word.text for word in part), box=around(word.box for word in part))
