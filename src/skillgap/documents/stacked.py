"""Lines in, the dates out that go over several of them: in a narrow column "2020 –" stands above "2022"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from skillgap.documents.dates import DateReader, FoundRange
from skillgap.documents.lines import Line

# A line of a date in a narrow column is no longer, and there are at most so many.
LONGEST = 24
MOST_LINES = 3

# In points: the lines of a date begin so near each other; in heights of a line, they follow each other so closely.
ALIGNED = 4.0
CLOSE = 1.0

# What may stand beside the date: a word before it, a bracket.
BESIDE = 4


def stacked_dates(lines: Sequence[Line], reader: DateReader) -> Mapping[int, tuple[int, FoundRange]]:
    """Return the ranges that begin in a line and end in one below, by the number of the first: the last's, and the range."""
    found: dict[int, tuple[int, FoundRange]] = {}
    taken = -1
    for first, line in enumerate(lines):
        if first > taken and _is_short(line) and any(c.isdigit() for c in line.text) and (one := _dates(lines, first, reader)):
            taken = one[0]
            found[first] = one
    return found


def _dates(lines: Sequence[Line], first: int, reader: DateReader) -> tuple[int, FoundRange] | None:
    if any(not one.single and one.dates.until for one in reader.find(lines[first].text)):
        return None
    text = lines[first].text.strip()
    longest: tuple[int, FoundRange] | None = None
    for last in range(first + 1, min(first + MOST_LINES, len(lines))):
        if not (_is_short(lines[last]) and _is_below(lines[last - 1], lines[last])):
            break
        text = f"{text} {lines[last].text.strip()}"
        whole = next((one for one in reader.find(text) if not one.single and len(text) - (one.end - one.start) < BESIDE), None)
        if whole and whole.end == len(text.rstrip(" )")):
            longest = last, whole
    return longest


def _is_short(line: Line) -> bool:
    return len(line.text.strip()) <= LONGEST


def _is_below(line: Line, other: Line) -> bool:
    """Return whether a line stands just below another; of lines without places, always."""
    a, b = line.box, other.box
    if a is None or b is None:
        return a is b
    return line.page == other.page and abs(a[0] - b[0]) <= ALIGNED and -1 <= b[1] - a[3] <= CLOSE * (a[3] - a[1])
