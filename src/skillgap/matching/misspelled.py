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

# How many words are remembered before the memory is emptied, so that a million résumés need no more of it than one.
REMEMBERED = 50_000


class Speller:
    """Knows the long one-word names by their first letter, and remembers the words that it has looked up."""

    def __init__(self, table: FormTable) -> None:
        self._names: dict[str, dict[str, Pattern]] = {}
        self._known: dict[str, tuple[Pattern, int] | None] = {}
        for pattern in table.patterns:
            name = pattern.tokens[0]
            if len(pattern.tokens) == 1 and len(name) >= SHORTEST and _can_be_misspelled(pattern):
                self._names.setdefault(name[0], {})[name] = pattern

    def find(self, doc: Doc, covered: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """Return candidates for the words that none of `covered` has, in reading order."""
        taken = {i for c in covered for i in range(c.start, c.end)}
        words = (t for t in doc if len(t) >= SHORTEST and t.idx not in taken and t.is_alpha)
        return tuple(c for c in map(self._candidate, words) if c)

    def _candidate(self, token: Token) -> Candidate | None:
        word = token.lower_
        if word not in self._known:
            self._remember(word)
        if (found := self._known[word]) is None:
            return None
        pattern, slips = found
        end = token.idx + len(token)
        return Candidate(pattern.skill, token.idx, end, token.text, pattern.form, Rule.MISSPELLED, 1 - SLIP * slips)

    def _remember(self, word: str) -> None:
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        self._known[word] = None if _is_english(word) else self._nearest(word)

    def _nearest(self, word: str) -> tuple[Pattern, int] | None:
        names = self._names.get(word[0], {})
        slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
        best = process.extractOne(word, names.keys(), scorer=OSA.distance, score_cutoff=slips)
        if best is None or (best[1] > 1 and len(best[0]) < TWO_SLIPS_FROM):
            return None
        return names[best[0]], int(best[1])


def _can_be_misspelled(pattern: Pattern) -> bool:
    """Return whether what resembles a pattern may be it: not where the name is an ordinary word or an abbreviation."""
    name = pattern.tokens[0]
    return (
        pattern.skill is not None
        and pattern.rule is Rule.EXACT
        and not pattern.spelling
        and name.isalpha()
        and name not in _english()
    )


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    return frozenset(locate.english_words().read_text(encoding="utf-8").split())


def _is_english(word: str) -> bool:
    """Return whether a word, or what is left without a usual ending, is English."""
    stems = (word, *(word[: -len(end)] for end in ("s", "es", "ed", "ing", "ly", "er") if word.endswith(end)))
    return any(stem in _english() for stem in stems)
