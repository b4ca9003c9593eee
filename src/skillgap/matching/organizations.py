"""The step that drops what is part of the name of a club, a school, a café: "Spark After-School Club", "Redis Coffee"."""

from __future__ import annotations

import re
from functools import lru_cache

from skillgap.matching.candidate import Candidate, Sifted, Surroundings, split
from skillgap.model import Reason


def without_organizations(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Drop a form with a capital before up to two such words and one of an organisation. What covers that word too is kept."""
    pattern = _pattern(where.words.organizations)
    return split(candidates, Reason.NAME, lambda c: c.text[0].isupper() and pattern.match(where.text, c.end) is not None)


@lru_cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(word.title()) for word in words)
    return re.compile(rf"(?:[ -][A-Z][\w’'-]+){{0,2}} (?:{names or '(?!)'})(?!\w)")
