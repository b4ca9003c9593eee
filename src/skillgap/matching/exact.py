"""Doc in, candidates out: every spelling of every form, by spaCy's PhraseMatcher."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from skillgap.matching.candidate import Candidate
from skillgap.matching.forms import Forms
from skillgap.matching.spellings import Pattern
from skillgap.model import Rule

# A form as it is in the taxonomy is as sure as matching gets; a joined, hyphenated or inflected one is nearly so.
SCORES = {Rule.EXACT: 1.0, Rule.VARIANT: 0.97, Rule.WIDE: 0.9}

# How many words, pairs and triples are remembered as looked up before the memory is emptied.
REMEMBERED = 50_000


class ExactMatcher:
    """Finds forms in Docs of the skill tokenizer.

    The matcher grows with what it sees: a pattern is added when a text first has the pattern's first three tokens beside each
    other. Any other pattern can't match, so the result is the same, and a first answer needs a few hundred of 200,000. With two
    tokens four times as many were added, most of them in vain: "machine learning" begins hundreds.
    """

    def __init__(self, forms: Forms) -> None:
        self._forms = forms
        # A bare vocabulary: English lexical attributes of every word and pattern took more time than the matching.
        self._vocab = Vocab()
        self._asked: set[str] = set()
        self._patterns: dict[str, Pattern] = {}
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH")

    def find(self, doc: Doc, words: list[str]) -> tuple[Candidate, ...]:
        """Return all candidates of a text in reading order, overlapping ones included. `words` are its tokens in lower case."""
        found = [_candidate(doc[start:end], pattern) for pattern, start, end in self.patterns_in(words)]
        return tuple(sorted(found, key=lambda c: (c.start, -c.end)))

    def patterns_in(self, words: list[str]) -> Iterator[tuple[Pattern, int, int]]:
        """Yield the patterns among some tokens in lower case, each with where it begins and ends."""
        self._grow(words)
        # Words of a text are forgotten after it, or the vocabulary would grow with every résumé.
        with self._vocab.memory_zone():
            found = [(self._vocab.strings[key], start, end) for key, start, end in self._matcher(Doc(self._vocab, words=words))]
        return ((self._patterns[name], start, end) for name, start, end in found)

    def _grow(self, words: list[str]) -> None:
        pairs = list(map(" ".join, itertools.pairwise(words)))
        keys = {*words, *pairs, *map(" ".join, zip(pairs, words[2:], strict=False))} - self._asked
        if len(self._asked) > REMEMBERED:
            self._asked.clear()
        self._asked |= keys
        for pattern in self._forms.starting_with(keys):
            name = " ".join(pattern.tokens)
            if name not in self._patterns:
                self._patterns[name] = pattern
                self._matcher.add(name, [Doc(self._vocab, words=list(pattern.tokens))])


def _candidate(span: Span, pattern: Pattern) -> Candidate:
    return Candidate(
        skill=pattern.skill,
        start=span.start_char,
        end=span.end_char,
        text=span.text,
        form=pattern.form,
        rule=pattern.rule,
        score=SCORES[pattern.rule],
        spelling=pattern.spelling,
        spec=pattern.spec,
        against=pattern.against,
    )
