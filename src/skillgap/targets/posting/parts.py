"""Tidied text in, its lines out, each with the kind of part of the posting that it belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from skillgap.targets.posting.headings import Heading, PartKind, inside, whole_line
from skillgap.targets.posting.phrases import pattern
from skillgap.taxonomy.values import Words

# The longest sentence that leads in to a list, in words.
LONGEST_LEAD = 20


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the tidied text without its heading and bullet: `text[start:end]`."""

    start: int
    end: int
    kind: PartKind
    heading: str = ""


_BULLET = re.compile(r"[ \t]*(?:[•*]|[-–—](?=\s)|\(?\d{1,2}[.)](?=\s))?[ \t]*")

# A list begins in the next line.
_LISTED = re.compile(r"\n+[ \t]*(?:[•*]|[-–—] )")
# Tags of a board: "#python #hiring".
_TAGS = re.compile(r"\s*(?:#\w+\s*){2,}")


def lines_of(text: str, words: Words) -> tuple[Line, ...]:
    """Return the lines of a text that aren't headings, in order."""
    found = tuple(_lines(text, words))
    return tuple(line for line in found if text[line.start : line.end].strip())


def _lines(text: str, words: Words) -> Iterator[Line]:
    kind, heading = PartKind.OPENING, ""
    for raw in re.finditer(r"[^\n]+", text):
        at = raw.start()
        whole = whole_line(raw[0], words, listed=bool(_LISTED.match(text, raw.end())))
        if whole is not None:
            kind, heading = whole, raw[0].strip()
            continue
        lead = _lead_in(text, raw, kind, words)
        if lead is not None:
            yield _line(text, (at, lead.end), kind, heading, words)
            kind, at = lead.kind, lead.end
        for found in inside(text, at, raw.end(), words):
            yield _line(text, (at, found.start), kind, heading, words)
            kind, heading, at = found.kind, text[found.start : found.end], found.end
        boilerplate = pattern(words.posting_cues["boilerplate"]).search(text, at, raw.end()) if kind.asks else None
        if boilerplate:
            yield _line(text, (at, boilerplate.start()), kind, heading, words)
            kind, at = PartKind.COMPANY, boilerplate.start()
        yield _line(text, (at, raw.end()), kind, heading, words)
        if kind.is_boilerplate is False and _unknown_heading(raw[0], kind):
            kind = PartKind.COMPANY


def _line(text: str, span: tuple[int, int], kind: PartKind, heading: str, words: Words) -> Line:
    start, end = span
    bullet = _BULLET.match(text, start, end)
    begin = bullet.end() if bullet else start
    begin += len(text[begin:end]) - len(text[begin:end].lstrip(" :\t"))
    legal = (*words.posting_cues["legal"], *words.posting_cues["boilerplate"])
    if not kind.asks and pattern(legal).search(text, begin, end):
        kind = PartKind.LEGAL
    if _TAGS.fullmatch(text, start, end):
        kind = PartKind.PROCESS
    return Line(begin, max(begin, end), kind, heading)


def _unknown_heading(line: str, kind: PartKind) -> bool:
    """Return whether a line in capitals or a short question is a heading nobody listed, below which nothing is asked for."""
    bare = line.strip()
    return kind.asks and bool(re.fullmatch(r"[A-Z][A-Z '&]{9,50}", bare)) and len(bare.split()) >= 3


def _lead_in(text: str, raw: re.Match[str], kind: PartKind, words: Words) -> Heading | None:
    """Return the sentence at the beginning of a line that leads in to what is asked for: "You should have the following:"."""
    colon = text.find(":", raw.start(), raw.end())
    lead = text[raw.start() : colon] if colon >= 0 else ""
    if not lead or len(lead.split()) > LONGEST_LEAD or "(" in lead:
        return None
    if pattern(words.posting_cues["leads_preferred"]).search(lead):
        return Heading(PartKind.PREFERRED, raw.start(), colon + 1)
    if not kind.asks and pattern(words.posting_cues["leads_required"]).search(lead):
        return Heading(PartKind.REQUIRED, raw.start(), colon + 1)
    return None


def line_at(lines: tuple[Line, ...], offset: int) -> Line | None:
    """Return the line in which an offset lies."""
    at = bisect_right(lines, offset, key=lambda line: line.start) - 1
    return lines[at] if at >= 0 and offset < lines[at].end else None
