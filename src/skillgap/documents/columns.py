"""Lines in, the column of each out. A page has two columns where a gutter parts most of its lines and both sides have headings.

Date rows, tables of skills and lists of labels also look like columns; without headings on both sides they are none.
"""

from __future__ import annotations

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


# A page without headings on one side goes on with the columns of an earlier page whose gutter was so near, in points.
SAME_GUTTER = 40.0


def columns(lines: Sequence[Line], headings: Collection[int]) -> list[int]:
    """Return 0 for each line of the left column, 1 for each of the right, page by page; all 0 where there is one column.

    `headings` are the numbers of the lines that are headings. A line across the gutter belongs to the wider side, and so does a
    page without a gutter in a document that has one.
    """
    pages = {page: _sides(lines, page) for page in sorted({line.page for line in lines})}
    parted: list[_Sides] = []
    for sides in pages.values():
        if sides and (sides.have_all(headings) or any(abs(sides.gutter - p.gutter) < SAME_GUTTER for p in parted)):
            parted.append(sides)
    result = [max((p.wide for p in parted[:1]), default=0)] * len(lines)
    for sides in parted:
        for i, side in sides.of.items():
            result[i] = side
    return result


@dataclass(frozen=True, slots=True)
class _Sides:
    """The gutter of a page, which side is the wider, and the side of each line by number."""

    gutter: float
    wide: int
    of: dict[int, int]

    def have_all(self, lines: Collection[int]) -> bool:
        """Return whether both sides have some of these lines."""
        return {side for i, side in self.of.items() if i in lines} == {0, 1}


def _sides(lines: Sequence[Line], page: int) -> _Sides | None:
    on_page = [(i, line.box) for i, line in enumerate(lines) if line.page == page and line.box]
    boxes = [box for _, box in on_page]
    gutter = _gutter(boxes)
    if gutter is None:
        return None
    wide = _wider(gutter, boxes)
    return _Sides(gutter, wide, {i: _side(box, gutter, wide) for i, box in on_page})


def _gutter(boxes: list[Box]) -> float | None:
    """Return the x that parts the lines best: the fewest across, then the most even."""
    if len(boxes) < 2 * FEWEST:
        return None
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    best: tuple[float, float] | None = None
    x = left + (right - left) * 0.15
    while x < left + (right - left) * 0.85:
        before, after = sum(b[2] <= x for b in boxes), sum(b[0] >= x for b in boxes)
        across = len(boxes) - before - after
        if min(before, after) >= FEWEST and across <= MOST_CROSSING * len(boxes):
            best = min(best or (across, x), (across, x))
        x += STEP
    return best[1] if best else None


def _wider(gutter: float, boxes: list[Box]) -> int:
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    return int(right - gutter > gutter - left)


def _side(box: Box, gutter: float, wide: int) -> int:
    if box[2] <= gutter:
        return 0
    return 1 if box[0] >= gutter else wide
