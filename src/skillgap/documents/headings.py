"""A line in, the kind of the section that it heads out, or None. The wordings are in taxonomy/headings.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from skillgap.model import SectionKind
from skillgap.taxonomy.values import Words

# The longest heading of headings.yaml has 35 characters; "and", in any of the languages, joins two.
MAX_HEADING = 60

_ORNAMENT = re.compile(r"^[\W\d_]+|[\W_]+$")
_JOINT = re.compile(r"\s+(?:and|und|et|y)\s+|\s*[/,|+]\s*")
# An item of a list is no heading.
_ITEM = re.compile(r"\s*(?:[•◦▪●○·∙‣*]|[-–]\s)")
# Nor is what stands in brackets; behind a heading it is a remark: "Publications (selected)".
_BRACKETED = re.compile(r"\s*\(.*\)\s*")
_REMARK = re.compile(r"\s*\([^()]*\)\s*:?\s*$")
_SINGLE = re.compile(r"(?<!\S)\S(?!\S)")


def heading_kind(line: str, words: Words) -> SectionKind | None:
    """Return the kind of section that a line heads."""
    if len(line) > MAX_HEADING or is_item(line) or _BRACKETED.fullmatch(line):
        return None
    line = _REMARK.sub("", line)
    table = _table_of(words)
    folded = _folded(line)
    if kind := _named(folded, table, words):
        return kind
    if _SINGLE.search(line):  # letter-spaced: "S K I L L S", "E XPERIENCE"
        joined = folded.replace(" ", "")
        spaced = next((kind for heading, kind in table.items() if heading.replace(" ", "") == joined), None)
        if spaced:
            return spaced
    kinds = [_named(part, table, words) for part in _JOINT.split(folded)]
    return kinds[0] if len(kinds) > 1 and all(kinds) else None


def likely_kind(line: str, words: Words) -> SectionKind:
    """Return the kind of section that a line heads which is known for a heading by its look.

    Of several words one may say it: "Machine learning projects", "Experience in the cloud", "Certificates and plans".
    """
    if kind := heading_kind(line, words):
        return kind
    table = _table_of(words)
    parts = [part.split() for part in _JOINT.split(_folded(_REMARK.sub("", line)))]
    ends = (" ".join(part[i:]) for part in parts for i in range(len(part)))
    beginnings = (" ".join(part[:i]) for part in parts for i in range(len(part) - 1, 0, -1))
    return next((table[said] for said in (*ends, *beginnings) if said in table), SectionKind.OTHER)


def is_item(line: str) -> bool:
    """Return whether a line is an item of a list, which is no heading, whatever it says."""
    return bool(_ITEM.match(line))


def _folded(line: str) -> str:
    return " ".join(_ORNAMENT.sub("", line).lower().replace("&", " and ").replace("’", "'").split())


def _named(text: str, table: Mapping[str, SectionKind], words: Words) -> SectionKind | None:
    """Return the kind that a heading names, without the words that qualify it: "my relevant skills", "proyectos recientes"."""
    while (kind := table.get(text)) is None:
        first, _, behind = text.partition(" ")
        before, _, last = text.rpartition(" ")
        if first in words.qualifying:
            text = behind
        elif last in words.qualifying:
            text = before
        else:
            return None
    return kind


def _table_of(words: Words) -> Mapping[str, SectionKind]:
    return _table(tuple((kind, tuple(wordings)) for kind, wordings in words.headings.items()))


@lru_cache
def _table(headings: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, SectionKind]:
    return {heading: SectionKind(kind) for kind, wordings in headings for heading in wordings}
