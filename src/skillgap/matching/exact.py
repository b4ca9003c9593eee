"""Doc in, candidates out: every spelling of every form, by spaCy's PhraseMatcher."""

from __future__ import annotations

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from skillgap.matching.candidate import Candidate
from skillgap.matching.forms import FormTable, Pattern
from skillgap.model import Rule

# A spelled-out form is as sure as matching gets; a joined, hyphenated or inflected one is nearly so.
SCORES = {Rule.EXACT: 1.0, Rule.VARIANT: 0.97}


class ExactMatcher:
    """Finds forms in Docs of the skill tokenizer.

    The matcher grows with what it sees: a pattern is added when a text first has the pattern's first token. A pattern whose
    first token isn't there can't match, so the result is the same, and a first answer needs a few hundred of 20,000 patterns.
    """

    def __init__(self, table: FormTable, vocab: Vocab) -> None:
        self._table = table
        self._vocab = vocab
        self._waiting = table.by_first_token()
        self._matcher = PhraseMatcher(vocab, attr="LOWER")

    def find(self, doc: Doc) -> tuple[Candidate, ...]:
        """Return all candidates of a text in reading order, overlapping ones included."""
        self._grow(doc)
        found = [self._candidate(doc, key, start, end) for key, start, end in self._matcher(doc)]
        return tuple(sorted(found, key=lambda c: (c.start, -c.end)))

    def _grow(self, doc: Doc) -> None:
        for first in {token.lower_ for token in doc}:
            for number in self._waiting.pop(first, ()):
                pattern = self._table.patterns[number]
                self._matcher.add(str(number), [Doc(self._vocab, words=list(pattern.tokens))])

    def _candidate(self, doc: Doc, key: int, start: int, end: int) -> Candidate:
        pattern: Pattern = self._table.patterns[int(self._vocab.strings[key])]
        span = doc[start:end]
        spec = self._table.rules.get((pattern.skill, pattern.form)) if pattern.skill else None
        return Candidate(
            skill=pattern.skill,
            start=span.start_char,
            end=span.end_char,
            text=span.text,
            form=pattern.form,
            rule=pattern.rule,
            score=SCORES[pattern.rule],
            spelling=pattern.spelling,
            spec=spec,
        )
