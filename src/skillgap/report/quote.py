"""Evidence -> the words of its line that a report quotes; every format quotes the same."""

from __future__ import annotations

import re
from typing import NamedTuple

from skillgap.model import Evidence
from skillgap.report.look import safe

# How much of the line a report quotes around a mention.
QUOTE = 90

# A line is quoted without the bullet that it begins with.
_BULLET = re.compile(r"^[•◦▪▸►●○■∙·‣*✓➢❖–-]\s+")


class Quote(NamedTuple):
    """A quotation: the mention and what is around it. `found` is "" where the mention can't be found in the line."""

    before: str
    found: str
    after: str

    def __str__(self) -> str:
        return self.before + self.found + self.after


def quote(evidence: Evidence) -> Quote:
    """Return the line of a mention, cut around it where it is long, with nothing in it that could be taken for a command."""
    line = _BULLET.sub("", safe(evidence.line))
    found = safe(" ".join(evidence.text.split()))
    at = line.find(found)
    left, right = _cut(line, max(at, 0))
    lead, tail = "…" if left else "", "…" if right < len(line) else ""
    whole = lead + line[left:right].strip() + tail
    at = whole.find(found)
    return Quote(whole[:at], found, whole[at + len(found) :]) if found and at >= 0 else Quote(whole, "", "")


def _cut(line: str, at: int) -> tuple[int, int]:
    """Return from where to where a line is quoted."""
    if len(line) <= QUOTE:
        return 0, len(line)
    left = max(0, min(at - QUOTE // 2, len(line) - QUOTE))
    return left, left + QUOTE
