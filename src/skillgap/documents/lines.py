"""Text and words in, lines out: where each stands in the text and, where the reader says so, on the page."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from skillgap.model import Box, Word

_BULLET = re.compile(r"^\s*(?:[•◦▪▸►●○■∙·‣*✓➢❖o–-])\s")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: `text[start:end]`. `box` is None where the reader knows no places.

    `look` is that of its words; "" where they have several, or none is known.
    """

    start: int
    end: int
    text: str
    page: int = 1
    box: Box | None = None
    look: str = ""

    @property
    def is_bullet(self) -> bool:
        """Whether the line begins a bullet."""
        return bool(_BULLET.match(self.text))


def lines_of(text: str, words: Sequence[Word] = ()) -> Iterator[Line]:
    """Yield the lines of a text that have characters."""
    starts = [w.start for w in words]
    for match in _LINE.finditer(text):
        inside = words[bisect_left(starts, match.start()) : bisect_left(starts, match.end())]
        page = inside[0].page if inside else 1
        yield Line(match.start(), match.end(), match[0], page, around(w.box for w in inside), look_of(inside))


def look_of(words: Sequence[Word]) -> str:
    """Return the look of words, where those that have one have it in common; else "".

    Small capitals are letters of one font in two sizes: the first is that of the look.
    """
    looks = [w.look for w in words if w.look]
    return looks[0] if len({look.rpartition(" ")[0] for look in looks}) == 1 else ""


def around(of_words: Iterable[Box | None]) -> Box | None:
    """Return the box around those of words; None where they have none."""
    boxes = [box for box in of_words if box]
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)


def same_row(a: Box, b: Box) -> bool:
    """Return whether two boxes stand beside each other: half of the lower one's height in common, and nothing across."""
    common = min(a[3], b[3]) - max(a[1], b[1])
    return common > min(a[3] - a[1], b[3] - b[1]) / 2 and (a[2] <= b[0] + 1 or b[2] <= a[0] + 1)
