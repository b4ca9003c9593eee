"""Words that no form covers in, candidates for misspelled names out, by rapidfuzz.

A word that isn't English, with the first letter right, is put right and the names with it are looked for anew: "scikt-learn"
is one of them. One slip is allowed (a swap counts as one), from twelve letters on two. A short name, and one that keeps its
case, has too many neighbours: what resembles it must be proven by what stands around it, unless two letters are swapped or one is
there twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spacy.tokens import Doc

from skillgap.matching.candidate import Candidate
from skillgap.matching.exact import ExactMatcher
from skillgap.matching.forms import SHORTEST_MISSPELLED, Forms
from skillgap.matching.spellings import Pattern
from skillgap.model import Rule
from skillgap.taxonomy.values import FormRule

TWO_SLIPS_FROM = 12

# Names of five letters have so many neighbours that only two swapped letters, or one twice, are taken for a slip.
ANY_SLIP_FROM = 6
# Names of so many letters have few neighbours: XML Infoset isn't about InfoSec.
FEW_NEIGHBOURS = 8

# Names have no more words than this on either side of the misspelled one.
REACH = 5

# What one slip costs of the score.
SLIP = 0.1

# How many words are remembered before the memory is emptied, so that a million résumés need no more of it than one.
REMEMBERED = 50_000

# Endings without which a word may be English although it isn't in the list.
_ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er")


@dataclass(frozen=True, slots=True)
class Meant:
    """What a misspelled word may be, and in how many slips."""

    word: str
    slips: int


class Speller:
    """Looks up words among those of the names, and remembers the words that it has looked up."""

    def __init__(self, forms: Forms, exact: ExactMatcher) -> None:
        self._forms = forms
        self._exact = exact
        self._parts: dict[str, tuple[str, ...]] = {}
        self._known: dict[str, tuple[Meant, ...]] = {}

    def find(self, doc: Doc, words: list[str], covered: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """Return candidates for the words that none of `covered` has, in reading order. `words` are the tokens in lower case."""
        taken = {i for c in covered for i in range(c.start, c.end)}
        long = [i for i, word in enumerate(words) if len(word) >= SHORTEST_MISSPELLED and word.isalpha()]
        free = [i for i in long if doc[i].idx not in taken]
        if len(self._known) > REMEMBERED:
            self._known.clear()
        self._look_up({words[i] for i in free} - self._known.keys())
        return tuple(c for i in free for meant in self._known[words[i]] for c in self._named(doc, words, i, meant))

    def _look_up(self, words: set[str]) -> None:
        stems = {word: {word, *(word[: -len(end)] for end in _ENDINGS if word.endswith(end))} for word in words}
        english = self._forms.english({stem for some in stems.values() for stem in some})
        self._known |= {word: () if stems[word] & english else self._nearest(word) for word in words}

    def _nearest(self, word: str) -> tuple[Meant, ...]:
        """Return the words of names that are nearest to a word."""
        if word[0] not in self._parts:
            self._parts[word[0]] = self._forms.words_of_names(word[0])
        slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
        found = process.extract(word, self._parts[word[0]], scorer=OSA.distance, score_cutoff=slips, limit=None)
        near = [Meant(other, int(away)) for other, away, _ in found if _is_likely(word, other, int(away))]
        return tuple(meant for meant in near if meant.slips == near[0].slips)

    def _named(self, doc: Doc, words: list[str], at: int, meant: Meant) -> Iterator[Candidate]:
        """Yield the names with a word that is meant in the place of another."""
        first = max(0, at - REACH)
        around = [*words[first:at], meant.word, *words[at + 1 : at + 1 + REACH]]
        for pattern, start, end in self._exact.patterns_in(around):
            if start <= at - first < end and _can_be(pattern, doc[at].text):
                span = doc[first + start : first + end]
                rule = _rule(pattern, words[at], meant)
                score = 1 - SLIP * meant.slips
                yield Candidate(
                    pattern.skill, span.start_char, span.end_char, span.text, pattern.form, Rule.MISSPELLED, score, None, rule
                )


def _is_likely(word: str, other: str, slips: int) -> bool:
    if len(other) < ANY_SLIP_FROM:
        return _is_mistyped(word, other)
    return slips == 1 or len(other) >= TWO_SLIPS_FROM


def _is_mistyped(word: str, other: str) -> bool:
    """Return whether a word has two letters of another swapped, or one twice: slips that hardly make one name of another."""
    if len(word) == len(other):
        return sorted(word) == sorted(other)
    return any(a == b and word[:i] + word[i + 1 :] == other for i, (a, b) in enumerate(pairwise(word)))


def _can_be(pattern: Pattern, text: str) -> bool:
    """Return whether a misspelled word may stand for a name: a single word as it is in the taxonomy, with its capital."""
    whole = len(pattern.tokens) > 1 or pattern.rule is Rule.EXACT
    kept = pattern.spelling is None or pattern.spelling[0].islower() or text[0].isupper()
    return whole and kept and pattern.skill is not None


def _rule(pattern: Pattern, word: str, meant: Meant) -> FormRule:
    """Return the rule of what resembles a name. In another name ("Openlake Academy") it is part of that."""
    spec = pattern.spec or FormRule()
    enough = ANY_SLIP_FROM if _is_mistyped(word, meant.word) else FEW_NEIGHBOURS
    short = min(len(word), len(meant.word)) < enough
    weak = pattern.spelling is not None or (len(pattern.tokens) == 1 and short)
    return FormRule(context=spec.context or weak, name=True, near=spec.near, company=spec.company)
