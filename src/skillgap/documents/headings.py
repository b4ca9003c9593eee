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
# An item of a list is no heading, whatever it says.
_ITEM = re.compile(r"\s*(?:[•◦▪●○·∙‣*]|[-–]\s)")
# Nor is what stands in brackets; behind a heading it is a remark: "Publications (selected)".
_BRACKETED = re.compile(r"\s*\(.*\)\s*")
_REMARK = re.compile(r"\s*\([^()]*\)\s*:?\s*$")
_SINGLE = re.compile(r"(?<!\S)\S(?!\S)")

# Words that a heading may have beside another heading.
_BESIDE = frozenset({"training", "talks", "memberships", "other", "tools", "methods"})


def heading_kind(line: str, words: Words) -> SectionKind | None:
    """Return the kind of section that a line heads."""
    if len(line) > MAX_HEADING or _ITEM.match(line) or _BRACKETED.fullmatch(line):
        return None
    line = _REMARK.sub("", line)
    table = _table(tuple((kind, tuple(wordings)) for kind, wordings in words.headings.items()))
    folded = " ".join(_ORNAMENT.sub("", line).lower().replace("&", " and ").replace("’", "'").split())
    if folded in table:
        return table[folded]
    if _SINGLE.search(line):  # letter-spaced: "S K I L L S", "E XPERIENCE"
        joined = folded.replace(" ", "")
        spaced = next((kind for heading, kind in table.items() if heading.replace(" ", "") == joined), None)
        if spaced:
            return spaced
    parts = _JOINT.split(folded)
    return table.get(parts[0]) if len(parts) > 1 and all(p in table or p in _BESIDE for p in parts) else None


@lru_cache
def _table(headings: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, SectionKind]:
    return {heading: SectionKind(kind) for kind, wordings in headings for heading in wordings}
