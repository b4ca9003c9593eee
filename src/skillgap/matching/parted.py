"""Pairs of words in, candidates for names that are one word out: "Elastic Search", "Snow Flake", "My SQL".

Both words have a capital. Where both are English, or the name is (airflow), or one part is very short, the pair may as well mean
what it says, and a list or a proving word must show that the name is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from skillgap.matching.candidate import Candidate
from skillgap.matching.exact import SCORES, ExactMatcher
from skillgap.matching.forms import Forms
from skillgap.matching.spellings import Pattern
from skillgap.model import Rule
from skillgap.taxonomy.values import FormRule

# A part has two letters at least, or one joins the S of "Lambda S3"; all have five at least: "No De" is made of any two words.
_PAIR = re.compile(r"(?<!\w)(?=[A-Za-z ]{6})([A-Z][A-Za-z]+)(?= ([A-Z][A-Za-z]+)(?!\w))")
# A shorter part proves nothing by itself: My SQL.
SHORT_PART = 3


class Parted:
    """Looks up pairs of words as one."""

    def __init__(self, forms: Forms, exact: ExactMatcher) -> None:
        self._forms = forms
        self._exact = exact

    def find(self, text: str) -> Iterator[Candidate]:
        """Yield the candidates of a text in reading order."""
        pairs = list(_PAIR.finditer(text))
        joined = ["".join(pair.groups()).lower() for pair in pairs]
        found = [(p, pairs[start]) for p, start, end in self._exact.patterns_in(joined) if end - start == 1 and _is_name(p)]
        english = self._forms.english({word for p, pair in found for word in (*p.tokens, *_words(pair))})
        for pattern, pair in found:
            words = _words(pair)
            plain = pattern.tokens[0] in english or english.issuperset(words)
            yield _candidate(pair, pattern, text, weak=plain or min(map(len, words)) < SHORT_PART)


def _words(pair: re.Match[str]) -> tuple[str, str]:
    return pair[1].lower(), pair[2].lower()


def _is_name(pattern: Pattern) -> bool:
    return pattern.skill is not None and pattern.rule is Rule.EXACT


def _candidate(pair: re.Match[str], pattern: Pattern, text: str, *, weak: bool) -> Candidate:
    start, end = pair.start(1), pair.end(2)
    spec = pattern.spec or FormRule()
    return Candidate(
        skill=pattern.skill,
        start=start,
        end=end,
        text=text[start:end],
        form=pattern.form,
        rule=Rule.VARIANT,
        score=SCORES[Rule.VARIANT],
        spec=replace(spec, context=spec.context or weak),
    )
