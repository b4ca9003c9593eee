"""Lines of a text in, the same out with columns that stood side by side one under the other, the left one first.

Programs that keep the look of a page when they write text do that. A table is left alone: in it each line has both sides, while
columns end their lines without regard to each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Columns side by side have so many lines with both, and so many with one side alone.
BOTH = 10
ALONE = 2

# Where a gutter may be, in characters, and how wide it is at least.
FIRST, LAST, WIDE = 12, 110, 2

# A longer text wasn't written to look like a page.
MOST_LINES = 2000

_BULLET = re.compile(r"[•·∙▪●*–-] ")
_BAR = re.compile(r"\s+\|(?:\s+|$)")

Sides = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines from `first` up to `last`, each with its two sides."""

    first: int
    last: int
    sides: tuple[Sides, ...]

    @property
    def both(self) -> int:
        return sum(bool(left and right) for left, right in self.sides)

    @property
    def is_columns(self) -> bool:
        left, right = (sum(bool(s[a]) and not s[b] for s in self.sides) for a, b in ((0, 1), (1, 0)))
        # No table has bullets in its second column.
        bullets = sum(_BULLET.match(side) is not None for _, side in self.sides)
        return self.both >= BOTH and right >= ALONE and max(left, bullets) >= ALONE


def in_order(lines: Sequence[str]) -> list[str]:
    """Return the lines with columns put in order."""
    if len(lines) > MOST_LINES:
        return list(lines)
    plain = [line.expandtabs() for line in lines]
    runs = [run for at in (None, *range(FIRST, LAST)) for run in _runs(plain, at) if run.is_columns]
    if not runs:
        return list(lines)
    best = max(runs, key=lambda run: (run.both, -run.first))
    columns = [side for n in (0, 1) for sides in best.sides for side in (sides[n],)]
    return [*in_order(lines[: best.first]), *columns, *in_order(lines[best.last :])]


def _runs(lines: Sequence[str], at: int | None) -> list[_Run]:
    """Return the longest runs of lines that can be cut at a place, or at a bar where there is none."""
    runs, sides = [], []
    for number, line in enumerate([*lines, None]):
        cut = None if line is None else _cut(line, at)
        if cut is not None:
            sides.append(cut)
        elif sides:
            runs.append(_Run(number - len(sides), number, tuple(sides)))
            sides = []
    return runs


def _cut(line: str, at: int | None) -> Sides | None:
    """Return the sides of a line, None where its text goes over the place."""
    if at is None:
        bars = _BAR.split(line.rstrip())
        return (bars[0].rstrip(), bars[1].strip()) if len(bars) == 2 and "|" not in bars[0] else None
    if line[at - WIDE : at].strip():
        return None
    return line[:at].rstrip(), line[at:].strip()
