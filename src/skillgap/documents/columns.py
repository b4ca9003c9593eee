"""Lines in, the column of each out. A page has two columns where a gutter parts most of its lines and both sides have headings.

Date rows, tables of skills and lists of labels also look like columns; without headings on both sides they are none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from skillgap.documents.lines import Line
from skillgap.model import Box

# A side with fewer lines is no column.
FEWEST = 4

# Lines that cross the gutter (a name, a rule of contact data) are at most this share of the page's.
MOST_CROSSING = 0.15

# Gutters are looked for at this distance, in points; narrower ones don't part columns.
STEP = 4.0

# On a page as wide as a wall the steps are wider: it is looked at in so many places.
MOST_STEPS = 500

# A page without headings on one side goes on with the columns of an earlier page whose gutter was so near, in points.
SAME_GUTTER = 40.0


def columns(lines: Sequence[Line], headings: Collection[int]) -> list[int]:
    """Return 0 for each line of the left column, 1 for each of the right, page by page; all 0 where there is one column.

    `headings` are the numbers of the lines that are headings. A line across the gutter belongs to the wider side, and so does a
    page without a gutter in a document that has one.
    """
    parted = list(_parted(lines, headings).values())
    result = [max((p.wide for p in parted[:1]), default=0)] * len(lines)
    for sides in parted:
        for i, side in sides.of.items():
            result[i] = side
    return result


def gutters(lines: Sequence[Line], headings: Collection[int]) -> dict[int, float]:
    """Return where the gutter of each page with two columns is."""
    return {page: sides.gutter for page, sides in _parted(lines, headings).items()}


def _parted(lines: Sequence[Line], headings: Collection[int]) -> dict[int, _Sides]:
    """Return the sides of each page that has two columns."""
    parted: dict[int, _Sides] = {}
    for page, boxes in _by_page(lines).items():
        sides = _sides(boxes, headings)
        if sides and (sides.headed or any(abs(sides.gutter - p.gutter) < SAME_GUTTER for p in parted.values())):
            parted[page] = sides
    return parted


@dataclass(frozen=True, slots=True)
class _Sides:
    """The gutter of a page, which side is the wider, the side of each line by number, and whether both sides have headings."""

    gutter: float
    wide: int
    of: dict[int, int]
    headed: bool


def _by_page(lines: Sequence[Line]) -> dict[int, dict[int, Box]]:
    """Return the boxes of the lines of each page by their number, page by page."""
    pages: dict[int, dict[int, Box]] = {}
    for i, line in enumerate(lines):
        if line.box:
            pages.setdefault(line.page, {})[i] = line.box
    return dict(sorted(pages.items()))


def _sides(boxes: dict[int, Box], headings: Collection[int]) -> _Sides | None:
    gutter = _gutter(list(boxes.values()))
    if gutter is None:
        return None
    wide = _wider(gutter, list(boxes.values()))
    of = {i: _side(box, gutter, wide) for i, box in boxes.items()}
    headed = {of[i] for i in _longest_band(boxes, gutter) if i in headings} == {0, 1}
    return _Sides(gutter, wide, of, headed)


def _longest_band(boxes: dict[int, Box], gutter: float) -> list[int]:
    """Return the numbers of the lines of the part of the page that has the most lines with none across the gutter between them.

    Boxes side by side above lines over the whole width part what is below as little as a letterhead does.
    """
    bands: list[list[int]] = [[]]
    for i in sorted(boxes, key=lambda i: boxes[i][1]):
        if boxes[i][0] < gutter < boxes[i][2]:
            bands.append([])
        else:
            bands[-1].append(i)
    return max(bands, key=len)


def _gutter(boxes: list[Box]) -> float | None:
    """Return the x that parts the lines best: the fewest across, then the most to the left."""
    if len(boxes) < 2 * FEWEST:
        return None
    starts, ends = sorted(b[0] for b in boxes), sorted(b[2] for b in boxes)
    left, right = starts[0], ends[-1]
    best: tuple[float, float] | None = None
    x = left + (right - left) * 0.15
    while x < left + (right - left) * 0.85:
        before, after = bisect_right(ends, x), len(boxes) - bisect_left(starts, x)
        across = len(boxes) - before - after
        if min(before, after) >= FEWEST and across <= MOST_CROSSING * len(boxes):
            best = min(best or (across, x), (across, x))
        x += max(STEP, (right - left) / MOST_STEPS)
    return best[1] if best else None


def _wider(gutter: float, boxes: list[Box]) -> int:
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    return int(right - gutter > gutter - left)


def _side(box: Box, gutter: float, wide: int) -> int:
    if box[2] <= gutter:
        return 0
    return 1 if box[0] >= gutter else wide
