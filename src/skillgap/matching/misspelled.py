"""Words that no form covers in, candidates for misspelled names out, by rapidfuzz.

Only for long words that aren't English, with the first letter right: at six letters one slip is allowed (a swap counts as
one), from twelve letters on two. Shorter names have too many neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spacy.tokens import Doc

from skillgap.matching.candidate import Candidate
from skillgap.matching.forms import SHORTEST_MISSPELLED, Forms
from skillgap.matching.spellings import Pattern
from skillgap.model import Rule
from skillgap.taxonomy.values import FormRule

TWO_SLIPS_FROM = 12

# What one slip costs of the score.
SLIP = 0.1

# How many words are remembered before the memory is emptied, so that a million résumés need no more of it than one.
REMEMBERED = 50_000

# Endings without which a word may be English although it isn't in the list.
_ENDINGS = ("s", "es", "ed", "ing", "ly", "er")


class Speller:
    """Looks up words among the long names, and remembers the words that it has looked up."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        self._names: dict[str, tuple[str, ...]] = {}
        self._known: dict[str, tuple[Pattern, int] | None] = {}

    def find(self, doc: Doc, words: list[str], covered: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """Return candidates for the words that none of `covered` has, in reading order. `words` are the tokens in lower case."""
        taken = {i for c in covered for i in range(c.start, c.end)}
        long = [i for i, word in enumerate(words) if len(word) >= SHORTEST_MISSPELLED and word.isalpha()]
        free = [(start, words[i], i) for i in long if (start := doc[i].idx) not in taken]
        if len(self._known) > REMEMBERED:
            self._known.clear()
        self._look_up({word for _, word, _ in free} - self._known.keys())
        return tuple(_candidate(doc[i].text, start, *near) for start, word, i in free if (near := self._known[word]))

    def _look_up(self, words: set[str]) -> None:
        stems = {word: {word, *(word[: -len(end)] for end in _ENDINGS if word.endswith(end))} for word in words}
        english = self._forms.english({stem for some in stems.values() for stem in some})
        for word in sorted(words):
            self._known[word] = None if stems[word] & english else self._nearest(word)

    def _nearest(self, word: str) -> tuple[Pattern, int] | None:
        if word[0] not in self._names:
            self._names[word[0]] = self._forms.long_names(word[0])
        names = self._names[word[0]]
        slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
        best = process.extractOne(word, names, scorer=OSA.distance, score_cutoff=slips)
        if best is None or (best[1] > 1 and len(best[0]) < TWO_SLIPS_FROM):
            return None
        return self._forms.named(best[0]), int(best[1])


def _candidate(text: str, start: int, pattern: Pattern, slips: int) -> Candidate:
    # What resembles a name and stands in another ("Openlake Academy") is part of that other name.
    spec = FormRule(name=True)
    return Candidate(pattern.skill, start, start + len(text), text, pattern.form, Rule.MISSPELLED, 1 - SLIP * slips, None, spec)
