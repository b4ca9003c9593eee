"""Phrases of the taxonomy in, regular expressions out."""

from __future__ import annotations

import re
from functools import lru_cache


def alternatives(phrases: tuple[str, ...]) -> str:
    """Return what matches any of some phrases, the longest first, whatever spaces are between their words."""
    if not phrases:
        return "(?!)"  # matches nothing
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in longest_first)


@lru_cache(maxsize=256)
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches any of some phrases as whole words, in any case."""
    return re.compile(rf"(?<![\w-])(?:{alternatives(phrases)})(?![\w-])", re.IGNORECASE)
