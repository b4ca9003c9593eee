"""Document and mentions in, terms of skills lists that the taxonomy lacks out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillgap.model import Dropped, Found, Mention, SectionKind, Unlisted
from skillgap.profile.place import Places

# What parts the items of a list; a label ("Cloud:") is no item.
_ITEM = re.compile(r"[^,;|•·∙▪●/\n]+")
_TERM = re.compile(r"[^\W\d_][\w .+#&'’-]{1,38}$")
MOST_WORDS = 3


def find_unlisted(places: Places, found: Found) -> tuple[Unlisted, ...]:
    """Return the items of skills sections in which no candidate stands, each once, in reading order."""
    taken = _taken((*found.mentions, *found.dropped))
    seen: dict[str, Unlisted] = {}
    for start, end in _items(places):
        term = places.document.text[start:end]
        if not any(i in taken for i in range(start, end)):
            seen.setdefault(term.casefold(), Unlisted(term, places.place(start, end)))
    return tuple(seen.values())


def _taken(places: tuple[Mention | Dropped, ...]) -> frozenset[int]:
    return frozenset(i for p in places for i in range(p.start, p.end))


def _items(places: Places) -> Iterator[tuple[int, int]]:
    text = places.document.text
    for section in places.document.sections:
        if section.kind is SectionKind.SKILLS:
            body = section.start + len(section.heading)
            for match in _ITEM.finditer(text, body, section.end):
                label = match[0].rfind(":") + 1
                term = match[0][label:].strip(" .()-–")
                start = match.start() + match[0].find(term, label)
                if _TERM.match(term) and len(term.split()) <= MOST_WORDS and text[match.end() : match.end() + 1] != ":":
                    yield start, start + len(term)
