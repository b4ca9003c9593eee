"""Document in, its publications out: the items of the sections that list them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from skillgap.model import Place, Section, SectionKind
from skillgap.profile.place import Places
from skillgap.taxonomy.values import Words

# Each item of a list begins with a mark or a number; without them, each names a year, which may stand in its last line.
_MARKED = re.compile(r"^[^\S\n]*(?:[•·∙▪●*–-]|\[?\d{1,3}[\].)])[^\S\n]+(?=\S)", re.MULTILINE)
_DATED = re.compile(r"^[^\n]*\b(?:19|20)\d\d\b(?![-/]\d)[^\n]*", re.MULTILINE)
_LINE = re.compile(r"[^\n]*\w[^\n]*")
# The line of an item that has its number in a register, and the year of its venue, beside its own date.
_REGISTERED = re.compile(r"\b10\.\d{4,9}/\S|\barXiv:\d", re.IGNORECASE)


def find_publications(places: Places, words: Words) -> tuple[Place, ...]:
    """Return where each publication begins, in reading order; at least one in each section of them that has a word.

    Talks and patents are none, whether they have a section of their own or, in one of several things, an item says so.
    """
    sections = (s for s in places.document.sections if s.kind is SectionKind.PUBLICATIONS and _publishes(s.heading, words))
    return tuple(
        p
        for s in sections
        for p in _items(s, places)
        if not (_has(s.heading, words.unpublished) and _has(p.text, words.unpublished))
    )


def _publishes(heading: str, words: Words) -> bool:
    return _has(heading, words.published) or not _has(heading, words.unpublished)


def _has(text: str, words: Iterable[str]) -> bool:
    return not set(words).isdisjoint(re.findall(r"\w+", text.lower()))


def _items(section: Section, places: Places) -> Iterator[Place]:
    text, body = places.document.text, section.start + len(section.heading)
    first = _LINE.search(text, body, section.end) if section.heading else None
    marked = [m.end() for m in _MARKED.finditer(text, body, section.end)]
    for start in marked or _by_dates(text, (body, section.end)) or ([first.start()] if first else []):
        line = _LINE.search(text, start, section.end)
        if line:
            lead = len(line[0]) - len(line[0].lstrip())
            yield places.place(line.start() + lead, line.start() + len(line[0].rstrip()))


def _by_dates(text: str, span: tuple[int, int]) -> list[int]:
    """Return where the items begin of which each has a date: in its first line, or where the first has none there in its last."""
    every = list(_DATED.finditer(text, *span))
    dated = [m for m in every if not _REGISTERED.search(m[0])] or every
    first = _LINE.search(text, *span)
    if not first or not dated or first.end() == dated[0].end():
        return [m.start() for m in dated]
    return [first.start(), *(m.end() for m in dated[:-1])]
