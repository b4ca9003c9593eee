"""Document in, its publications out: the items of the sections that list them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillgap.model import Place, Section, SectionKind
from skillgap.profile.place import Places

# Each item of a list begins with a mark or a number; without them, each names a year, which may stand in its second line.
_MARKED = re.compile(r"^[^\S\n]*(?:[•·∙▪●*–-]|\[?\d{1,3}[\].)])[^\S\n]+(?=\S)", re.MULTILINE)
_DATED = re.compile(r"^[^\n]*\b(?:19|20)\d\d\b(?![-/]\d)", re.MULTILINE)
_LINE = re.compile(r"[^\n]*\w[^\n]*")


def find_publications(places: Places) -> tuple[Place, ...]:
    """Return where each publication begins, in reading order; at least one in each section that has a word."""
    return tuple(p for s in places.document.sections if s.kind is SectionKind.PUBLICATIONS for p in _items(s, places))


def _items(section: Section, places: Places) -> Iterator[Place]:
    text, body = places.document.text, section.start + len(section.heading)
    marked = [m.end() for m in _MARKED.finditer(text, body, section.end)]
    dated = [m.start() for m in _DATED.finditer(text, body, section.end)]
    first = _LINE.search(text, body, section.end)
    for start in marked or dated or ([first.start()] if first else []):
        line = _LINE.search(text, start, section.end)
        if line:
            lead = len(line[0]) - len(line[0].lstrip())
            yield places.place(line.start() + lead, line.start() + len(line[0].rstrip()))
