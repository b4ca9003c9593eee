"""Text in, sections out, with the dated entries of each. Headings are in taxonomy/headings.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from skillgap.documents.dates import DateReader, FoundRange
from skillgap.model import Entry, Section, SectionKind
from skillgap.taxonomy.values import Words

# The longest heading of headings.yaml has 35 characters; "and" joins two.
MAX_HEADING = 60

# Sections whose parts are dated jobs, projects or studies.
DATED = (
    SectionKind.EXPERIENCE,
    SectionKind.PROJECTS,
    SectionKind.EDUCATION,
    SectionKind.PUBLICATIONS,
    SectionKind.AWARDS,
)

_BULLET = re.compile(r"^\s*(?:[•◦▪▸►●○■‣∙·*✓➢❖o–-])\s")
_ORNAMENT = re.compile(r"^[\W\d_]+|[\W_]+$")
_JOINT = re.compile(r"\s+and\s+|\s*[/,|+]\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text: `text[start:end]`."""

    start: int
    end: int
    text: str

    @property
    def is_bullet(self) -> bool:
        """Whether the line begins a bullet."""
        return bool(_BULLET.match(self.text))


def lines_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """Yield the lines of `text[start:end]` that have characters."""
    for match in re.compile(r"[^\n]+").finditer(text, start, len(text) if end is None else end):
        yield Line(match.start(), match.end(), match[0])


def find_sections(text: str, words: Words) -> tuple[Section, ...]:
    """Return the sections of a text in order; together they cover it."""
    table = _heading_table(tuple((k, tuple(v)) for k, v in words.headings.items()))
    headings = [(line, kind) for line in lines_of(text) if (kind := _heading_kind(line.text, table))]
    starts = [(0, 0, "", SectionKind.OTHER), *((h.start, h.end, h.text, kind) for h, kind in headings)]
    ends = [s[0] for s in starts[1:]] + [len(text)]
    reader = DateReader(words)
    return tuple(
        Section(kind, heading.strip(), start, end, _entries(text, body, end, kind, reader))
        for (start, body, heading, kind), end in zip(starts, ends, strict=True)
        if end > start
    )


@lru_cache
def _heading_table(headings: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, SectionKind]:
    return {heading: SectionKind(kind) for kind, wordings in headings for heading in wordings}


def _heading_kind(line: str, table: Mapping[str, SectionKind]) -> SectionKind | None:
    if len(line) > MAX_HEADING:
        return None
    folded = " ".join(_ORNAMENT.sub("", line).lower().replace("&", "and").split())
    if folded in table:
        return table[folded]
    if re.search(r"(?<!\S)\S(?!\S)", line):  # letter-spaced: "S K I L L S", "E XPERIENCE"
        joined = folded.replace(" ", "")
        return next((kind for heading, kind in table.items() if heading.replace(" ", "") == joined), None)
    parts = _JOINT.split(folded)
    return table.get(parts[0]) if len(parts) > 1 and all(_is_heading_part(p, table) for p in parts) else None


def _is_heading_part(part: str, table: Mapping[str, SectionKind]) -> bool:
    return part in table or part in {"training", "talks", "memberships", "other", "tools", "methods"}


def _entries(text: str, start: int, end: int, kind: SectionKind, reader: DateReader) -> tuple[Entry, ...]:
    if kind not in DATED:
        return ()
    lines = list(lines_of(text, start, end))
    dated = [(i, found) for i, line in enumerate(lines) if (found := _entry_date(line, reader))]
    starts: list[int] = []
    for i, found in dated:
        earliest = starts[-1] + 1 if starts else 0
        starts.append(_entry_start(lines, i, found, earliest))
    ends = [*(lines[s].start for s in starts), end][1:]
    return tuple(Entry(lines[s].start, e, found.dates) for s, e, (_, found) in zip(starts, ends, dated, strict=True))


def _entry_date(line: Line, reader: DateReader) -> FoundRange | None:
    """Return the dates of a line that heads an entry: a range, or one date at its beginning or end."""
    if line.is_bullet and len(line.text) > 120:
        return None
    for found in reader.find(line.text):
        at_edge = not line.text[: found.start].strip(" (|,·•") or not line.text[found.end :].strip(" ).,|·")
        if (not found.single and (not line.is_bullet or at_edge)) or (at_edge and not _is_sentence(line.text)):
            return found
    return None


def _is_sentence(text: str) -> bool:
    return len(text.split()) > 14 or text.rstrip().endswith((".", ";"))


def _entry_start(lines: list[Line], dated: int, found: FoundRange, earliest: int) -> int:
    """Return the line where the entry of a dated line begins: titles above the date belong to it."""
    alone = len(lines[dated].text.strip()) - (found.end - found.start) < 4
    start = dated
    for i in range(dated - 1, max(earliest, dated - (3 if alone else 2)) - 1, -1):
        if not _is_title(lines[i]):
            break
        start = i
    return start


def _is_title(line: Line) -> bool:
    text = line.text.strip()
    return not line.is_bullet and len(text) <= 70 and text[:1].isupper() and not text.endswith((".", ";", ",", ":"))
