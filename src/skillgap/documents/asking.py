"""Text in, whether it asks instead of telling out: a job posting that was handed in as a résumé."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from skillgap.model import Section, SectionKind
from skillgap.taxonomy.values import Words

# What an employer says must stand in it so often; once is enough where this share of the words speaks to the reader.
# Of the development texts no résumé of 167 has both, and 80 of 80 postings have one or the other.
OFFERS = 3
SHARE = 0.004


def is_asking(text: str, sections: Sequence[Section], words: Words) -> bool:
    """Return whether a text reads like a job posting. What has dated jobs is a résumé, whatever it says."""
    if any(s.entries for s in sections if s.kind is SectionKind.EXPERIENCE):
        return False
    offers = _times(words.posting_cues.get("offers", ()), text)
    if not offers:
        return False
    return offers >= OFFERS or _times(words.posting_cues.get("you", ()), text) >= SHARE * len(text.split())


def _times(phrases: tuple[str, ...], text: str) -> int:
    return sum(1 for _ in _pattern(phrases).finditer(text)) if phrases else 0


@lru_cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(re.escape(p).replace(r"\ ", r"\s+").replace("'", "['’]") for p in phrases)
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)
