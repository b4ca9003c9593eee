"""Lines of a dated section in, its entries out: jobs, projects, studies, each with its dates and the lines that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from skillgap.documents.dates import DateReader, FoundRange
from skillgap.documents.lines import Line, same_row
from skillgap.model import DateRange

# A line of more words is prose, and a date in it is told, not the head of an entry.
MOST_WORDS = 14

# A title is at most so long, and at most so many lines of it stand above a date that is alone in its line.
MAX_TITLE = 70
MOST_TITLES = 3


@dataclass(frozen=True, slots=True)
class Dated:
    """A line, by its number, that stands at the head of an entry, and the entry's dates: alone in the line, or leading it."""

    line: int
    dates: DateRange
    alone: bool
    leads: bool = False


def date_of(line: Line, reader: DateReader) -> FoundRange | None:
    """Return the dates of a line that heads an entry: a range, or one date at its beginning or end."""
    if line.is_bullet and len(line.text.split()) > MOST_WORDS:
        return None
    single: FoundRange | None = None
    for found in reader.find(line.text):
        at_edge = not line.text[: found.start].strip(" (|,·•") or not line.text[found.end :].strip(" ).,|·")
        if not found.single and (at_edge or not (line.is_bullet or _is_told(line.text, found))):
            return found
        if at_edge and not line.is_bullet and not _is_sentence(line.text):
            single = found  # of two the last: "Spring 2024 hackathon, 03/2024"
    return single


def leads(line: Line, found: FoundRange) -> bool:
    """Return whether a line begins with its date."""
    return not line.text[: found.start].strip(" (")


def is_alone(line: Line, found: FoundRange) -> bool:
    """Return whether a line has nothing but its date."""
    return len(line.text.strip()) - (found.end - found.start) < 4


def entries(lines: Sequence[Line], dated: Sequence[Dated]) -> list[tuple[int, int, DateRange]]:
    """Return the first line, the line after the last, and the dates of each entry. `dated` in the order of the lines.

    Above the date of the first entry stand as many lines as it has titles there; the others of its kind have no more.
    """
    starts: list[int] = []
    most: dict[bool, int] = {}
    earliest = 0
    # Where dates stand above their titles the first line is a date.
    titles_below = bool(dated) and dated[0].line == 0 and dated[0].alone
    for head in dated:
        start = head.line if titles_below and head.alone else _start(lines, head, earliest)
        start = max(start, head.line - most.setdefault(head.alone or head.leads, head.line - start))
        starts.append(start)
        earliest = head.line + 1
    ends = [*starts, len(lines)][1:]
    return [(start, end, head.dates) for start, end, head in zip(starts, ends, dated, strict=True)]


def beside(line: Line, lines: Sequence[Line]) -> int | None:
    """Return the number of the line that stands in the same row of the page as another, the nearest where there are several."""
    if line.box is None:
        return None
    box = line.box
    mates = [i for i, other in enumerate(lines) if other.page == line.page and other.box and same_row(box, other.box)]
    return min(mates, key=lambda i: abs((lines[i].box or box)[0] - box[0]), default=None)


def _start(lines: Sequence[Line], head: Dated, earliest: int) -> int:
    """Return the line where an entry begins: titles above its date belong to it."""
    start = max(head.line, earliest)
    for i in range(head.line - 1, max(earliest, head.line - (MOST_TITLES if head.alone else MOST_TITLES - 1)) - 1, -1):
        if not _is_title(lines[i]):
            break
        start = i
    return start


def _is_sentence(text: str) -> bool:
    return len(text.split()) > MOST_WORDS or text.rstrip().endswith((".", ";"))


def _is_told(text: str, found: FoundRange) -> bool:
    """Return whether a date stands amid a sentence begun in the line before: "and from autumn 2021 into Snowflake"."""
    before, behind = text[: found.start].split(), text[found.end :].split()
    return bool(before and behind) and before[0].islower() and before[-1].isalpha() and behind[0].islower()


def _is_title(line: Line) -> bool:
    text = line.text.strip()
    return not line.is_bullet and len(text) <= MAX_TITLE and text[:1].isupper() and not text.endswith((".", ";", ",", ":"))
