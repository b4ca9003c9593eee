"""Text in, sections out, with the dated entries of each.

A line belongs to the last heading before it in its column; a column goes on over the page. Where the headings of a page come
in a heap before what they head (some templates draw them first), a line belongs to the heading nearest above it. A date that
stands beside a line of a job, in a column of its own, is the job's.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from skillgap.documents.columns import columns
from skillgap.documents.dates import DateReader, FoundRange
from skillgap.documents.entries import Dated, beside, date_of, entries, is_alone, leads
from skillgap.documents.headlines import DATED, headings_of
from skillgap.documents.lines import Line
from skillgap.documents.rows import rows_of
from skillgap.documents.stacked import stacked_dates
from skillgap.model import Box, Entry, Section, SectionKind, Word
from skillgap.taxonomy.values import Words

# So many headings in a row without a line between are a heap.
HEAP = 3

# The number of the heading that lines before the first heading have.
NONE = -1


@dataclass(frozen=True, slots=True)
class _Layout:
    """The lines of a document, the kinds of those that are headings, and for each line the heading it belongs to."""

    lines: tuple[Line, ...]
    kinds: dict[int, SectionKind]
    heading: tuple[int, ...]

    def kind(self, line: int) -> SectionKind:
        return self.kinds.get(self.heading[line], SectionKind.OTHER)


def find_sections(text: str, words: Words, placed: Sequence[Word] = ()) -> tuple[Section, ...]:
    """Return the sections of a text in order; together they cover it. One that goes on elsewhere has parts without heading."""
    lines = tuple(rows_of(text, placed, words))
    if not lines:
        return ()
    kinds = headings_of(lines, words)
    layout = _Layout(lines, kinds, tuple(_headings_of(lines, kinds)))
    found = _entries(layout, DateReader(words))
    return tuple(_section(layout, first, last, found, text) for first, last in _runs(layout.heading))


def _headings_of(lines: tuple[Line, ...], kinds: dict[int, SectionKind]) -> list[int]:
    """Return for each line the number of the heading it belongs to."""
    column = columns(lines, kinds)
    heaps = {lines[i].page for i in kinds if all(i + k in kinds and lines[i + k].page == lines[i].page for k in range(HEAP))}
    named = column[_largest(lines)]
    current: dict[int, int] = {}
    last = NONE
    result = []
    for i, line in enumerate(lines):
        if i in kinds:
            current[column[i]] = last = i
        # A column goes on with the section of the one before it, but not where it begins with the name.
        own = current.get(column[i], NONE if column[i] == named and line.page == lines[0].page else last)
        above = _nearest_above(i, lines, kinds, column) if line.page in heaps and i not in kinds else None
        result.append(own if above is None else above)
    return result


def _largest(lines: Sequence[Line]) -> int:
    """Return the number of the line of the first page with the largest letters: the name."""
    return max(range(len(lines)), key=lambda i: (lines[i].page == lines[0].page, _height(lines[i].box)))


def _height(box: Box | None) -> float:
    return box[3] - box[1] if box else 0.0


def _nearest_above(line: int, lines: tuple[Line, ...], kinds: dict[int, SectionKind], column: list[int]) -> int | None:
    box = lines[line].box
    if box is None:
        return None
    above = [
        (other[3], i)
        for i in kinds
        if lines[i].page == lines[line].page and column[i] == column[line] and (other := lines[i].box) and other[1] <= box[1] + 2
    ]
    return max(above)[1] if above else None


def _entries(layout: _Layout, reader: DateReader) -> dict[int, Entry]:
    """Return the entry of each line that has one; an entry begins and ends with a line and may have several parts."""
    dates = {i: found for i, line in enumerate(layout.lines) if i not in layout.kinds and (found := date_of(line, reader))}
    lone = {i for i, found in dates.items() if is_alone(layout.lines[i], found)}
    for first, (last, found) in stacked_dates(layout.lines, reader).items():
        dates[first] = found
        lone.add(first)
        for i in range(first + 1, last + 1):
            dates.pop(i, None)
    strays = [i for i in dates if i in lone and layout.kind(i) not in DATED]
    result: dict[int, Entry] = {}
    for heading, members in _members(layout).items():
        if layout.kinds[heading] in DATED:
            near = sorted({*strays, *(i for i in members if i in dates)})
            lines = [layout.lines[i] for i in members]
            for first, end, range_ in entries(lines, _heads(layout.lines, members, {i: dates[i] for i in near}, lone)):
                for n in range(first, end):
                    result[members[n]] = Entry(lines[first].start, lines[n].end, range_)
    return result


def _members(layout: _Layout) -> dict[int, list[int]]:
    """Return the lines of each heading, without itself."""
    result: dict[int, list[int]] = {}
    for i, heading in enumerate(layout.heading):
        if heading not in (i, NONE):
            result.setdefault(heading, []).append(i)
    return result


def _heads(lines: tuple[Line, ...], members: Sequence[int], dates: dict[int, FoundRange], lone: Collection[int]) -> list[Dated]:
    """Return the heads of the entries of one heading's lines: lines with dates, or beside which a date stands alone."""
    number = {i: n for n, i in enumerate(members)}
    rows = [i for i in members if i not in lone]
    placed = [lines[i] for i in rows]
    heads: dict[int, Dated] = {}
    for i, found in dates.items():
        mate = beside(lines[i], placed) if i in lone else None
        if mate is not None:
            heads[number[rows[mate]]] = Dated(number[rows[mate]], found.dates, alone=False)
        elif i in number:
            heads.setdefault(number[i], Dated(number[i], found.dates, alone=i in lone, leads=leads(lines[i], found)))
    return [heads[n] for n in sorted(heads)]


def _runs(heading: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return the first and last number of each run of lines with one heading."""
    starts = [i for i, h in enumerate(heading) if i == 0 or h != heading[i - 1]]
    return [(start, end - 1) for start, end in zip(starts, [*starts[1:], len(heading)], strict=True)]


def _section(layout: _Layout, first: int, last: int, found: dict[int, Entry], text: str) -> Section:
    lines = layout.lines
    own = layout.heading[first] == first
    end = lines[last + 1].start if last + 1 < len(lines) else len(text)
    start = lines[first].start if first else 0
    return Section(
        layout.kind(first), lines[first].text.strip() if own else "", start, end, _parts(lines, first, last, found, end)
    )


def _parts(lines: tuple[Line, ...], first: int, last: int, found: dict[int, Entry], end: int) -> tuple[Entry, ...]:
    """Return the entries of a run of lines, each cut to the run."""
    parts: list[Entry] = []
    keys: list[int] = []
    for i in range(first, last + 1):
        entry = found.get(i)
        if entry is None:
            continue
        stop = lines[i + 1].start if i < last else end
        if keys and keys[-1] == entry.start:
            parts[-1] = replace(parts[-1], end=stop)
        else:
            parts.append(Entry(lines[i].start, stop, entry.dates))
            keys.append(entry.start)
    return tuple(parts)
