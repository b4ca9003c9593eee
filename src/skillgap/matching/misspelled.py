"""Words that no form covers in, candidates for misspelled names out, by rapidfuzz.

Only for long words that aren't English, with the first letter right: at six letters one slip is allowed (a swap counts as
one), from nine letters on two. Shorter names have too many neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spacy.tokens import Doc, Token

from skillgap.matching.candidate import Candidate
from skillgap.matching.forms import FormTable, Pattern
from skillgap.model import Rule
from skillgap.taxonomy import locate

SHORTEST = 6
TWO_SLIPS_FROM = 9

# What one slip costs of the score.
SLIP = 0.1


@lru_cache(maxsize=1)
def _english() -> bytes:
    return b"\n" + locate.english_words().read_bytes()


class Speller:
    """Knows the long one-word names by their first letter."""

    def __init__(self, table: FormTable) -> None:
        self._names: dict[str, dict[str, Pattern]] = {}
        for pattern in table.patterns:
            name = pattern.tokens[0]
            if len(pattern.tokens) == 1 and len(name) >= SHORTEST and pattern.skill and name.isalpha():
                self._names.setdefault(name[0], {})[name] = pattern

    def find(self, doc: Doc, covered: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """Return candidates for the words that none of `covered` has, in reading order."""
        taken = {i for c in covered for i in range(c.start, c.end)}
        words = (t for t in doc if t.idx not in taken and len(t) >= SHORTEST and t.is_alpha)
        return tuple(c for c in map(self._candidate, words) if c)

    def _candidate(self, token: Token) -> Candidate | None:
        word = token.lower_
        names = self._names.get(word[0], {})
        slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
        best = process.extractOne(word, names.keys(), scorer=OSA.distance, score_cutoff=slips)
        if best is None or _is_english(word):
            return None
        name, distance, _ = best
        pattern = names[name]
        # A name that must keep its case is an ordinary word or an abbreviation: what resembles it proves nothing.
        if pattern.spelling or len(name) < SHORTEST + 3 * (int(distance) - 1):
            return None
        return Candidate(
            pattern.skill,
            token.idx,
            token.idx + len(token),
            token.text,
            pattern.form,
            Rule.MISSPELLED,
            1 - SLIP * distance,
        )


def _is_english(word: str) -> bool:
    """Return whether a word, or what is left without a usual ending, is English."""
    stems = (word, *(word[: -len(end)] for end in ("s", "es", "ed", "ing", "ly", "er") if word.endswith(end)))
    return any(b"\n" + stem.encode() + b"\n" in _english() for stem in stems)
