"""Forms in a text: all of them, in order, whatever was seen before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.vocab import Vocab

from skillgap.matching import exact
from skillgap.matching.candidate import Candidate
from skillgap.matching.exact import SCORES, ExactMatcher
from skillgap.matching.forms import Forms
from skillgap.matching.tokens import SkillTokenizer
from skillgap.model import Rule

Find = Callable[[str], tuple[Candidate, ...]]

PIECES = [
    "Python",
    "Apache",
    "Airflow",
    "machine",
    "learning",
    "Go",
    "to",
    "market",
    "-",
    "scikit",
    "learn",
    "C",
    "+",
    "Book",
    "\n",
]


TOKENIZE = SkillTokenizer(Vocab())


def find(matcher: ExactMatcher, text: str) -> tuple[Candidate, ...]:
    doc = TOKENIZE(text)
    return matcher.find(doc, [t.text.lower() for t in doc])


def test_candidate_says_where_it_stands_and_how_it_was_found(candidates: Find) -> None:
    (found,) = candidates("with scikit learn")
    assert (found.skill, found.start, found.end, found.text) == ("scikit-learn", 5, 17, "scikit learn")
    assert (found.form, found.rule, found.score) == ("scikit-learn", Rule.VARIANT, SCORES[Rule.VARIANT])


def test_case_makes_no_difference(candidates: Find) -> None:
    assert [c.skill for c in candidates("PYTHON python")] == ["python", "python"]


def test_name_goes_on_in_the_next_line(candidates: Find) -> None:
    assert [c.skill for c in candidates("machine\nlearning")] == ["machine-learning"]


def test_candidates_come_in_reading_order_the_longer_first(candidates: Find) -> None:
    found = candidates("Apache Airflow and Python Book")
    assert [c.text for c in found] == ["Apache Airflow", "Airflow", "Python Book", "Python"]


def test_phrase_is_a_candidate_without_a_skill(candidates: Find) -> None:
    assert [(c.skill, c.text) for c in candidates("a Go to market plan")] == [(None, "Go to market"), ("go", "Go")]


def test_candidate_carries_the_rule_of_its_form(candidates: Find) -> None:
    (found,) = candidates("Go")
    assert found.spec is not None
    assert found.spec.context
    assert found.spelling == "Go"


def test_text_without_forms_has_no_candidates(candidates: Find) -> None:
    assert candidates("nothing of that kind") == candidates("") == ()


@settings(max_examples=60, derandomize=True, deadline=None)
@given(texts=st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join), min_size=1, max_size=4))
def test_what_was_seen_before_changes_nothing(forms: Forms, texts: list[str]) -> None:
    grown = ExactMatcher(forms)
    for text in texts:
        assert find(grown, text) == find(ExactMatcher(forms), text)


def test_pairs_that_were_looked_up_are_forgotten_above_the_limit(forms: Forms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact, "REMEMBERED", 3)
    matcher = ExactMatcher(forms)
    texts = ["Python in a small example", "machine learning with Go", "Python again"]
    assert [find(matcher, t) for t in texts] == [find(ExactMatcher(forms), t) for t in texts]
    assert matcher._asked == {"python", "again", "python again"}
