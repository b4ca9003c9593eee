"""Which words are taken for a misspelled name, and how much memory that takes."""

from __future__ import annotations

import pytest
from spacy.vocab import Vocab

from skillgap.matching import misspelled
from skillgap.matching.candidate import Candidate
from skillgap.matching.exact import ExactMatcher
from skillgap.matching.forms import Forms
from skillgap.matching.misspelled import SLIP, Speller
from skillgap.matching.tokens import SkillTokenizer
from skillgap.model import Rule

TOKENIZE = SkillTokenizer(Vocab())


def find(speller: Speller, text: str, covered: tuple[Candidate, ...] = ()) -> tuple[Candidate, ...]:
    doc = TOKENIZE(text)
    return speller.find(doc, [t.text.lower() for t in doc], covered)


@pytest.fixture
def speller(forms: Forms) -> Speller:
    return Speller(forms, ExactMatcher(forms))


@pytest.mark.parametrize(
    ("word", "skill"),
    [
        ("Kuberentes", "k8s"),
        ("kubernets", "k8s"),
        ("KUBERNATES", "k8s"),
        ("Airflowdevelloperr", "airflow-developer"),
        ("Tensorfow", "tensorflow"),
        ("Postgress", "postgresql"),
        ("BigQeury", "bigquery"),
        ("PySprak", "pyspark"),
        ("Pythom", "python"),
        ("Jenkinz", "jenkins"),
        ("Statisticz", "statistics"),
        ("scikt-learn", "scikit-learn"),
        ("machine learnign", "machine-learning"),
        ("Machne learning", "machine-learning"),
    ],
)
def test_word_with_a_slip_is_the_name(speller: Speller, word: str, skill: str) -> None:
    assert [c.skill for c in find(speller, word)] == [skill]


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("Lubernetes", "another first letter"),
        ("Kubermentas", "three slips"),
        ("BigQuarry", "two slips in a short name"),
        ("Kuberentez", "two slips in a name of ten letters"),
        ("tensors", "an English word with an ending"),
        ("jenkinz", "the name keeps its capital"),
        ("Pyspa", "two letters too few"),
        ("Goo", "too short"),
        ("macine book", "a word of a name without the rest of it"),
        ("K8ss", "figures"),
    ],
)
def test_word_is_no_name(speller: Speller, word: str, why: str) -> None:
    assert find(speller, word) == (), why


@pytest.mark.parametrize(
    ("word", "context"),
    [
        ("Kuberentes", False),
        ("PySprak", False),
        ("PySpar", True),
        ("Pyhton", False),
        ("Pythom", True),
        ("Pyton", True),
        ("Airlfow", True),
        ("Jenkinz", True),
        ("Jenknis", True),
        ("scikt-learn", False),
    ],
)
def test_short_name_and_one_with_another_meaning_need_proof(speller: Speller, word: str, *, context: bool) -> None:
    (found,) = find(speller, word)
    assert found.spec is not None
    assert (found.spec.context, found.spec.name) == (context, True)


def test_proving_words_are_those_of_the_name(speller: Speller) -> None:
    (found,) = find(speller, "Airlfow")
    assert found.spec is not None
    assert found.spec.near == ("DAG", "dbt")


def test_a_slip_costs_a_tenth(speller: Speller) -> None:
    one, two = find(speller, "Kuberentes Airflowdevelloperr")
    assert (one.score, two.score) == (1 - SLIP, 1 - 2 * SLIP)


def test_candidate_says_where_it_stands_and_how_it_was_found(speller: Speller) -> None:
    (found,) = find(speller, "on Kuberentes!")
    assert (found.start, found.end, found.text, found.form, found.rule) == (3, 13, "Kuberentes", "Kubernetes", Rule.MISSPELLED)


def test_word_that_a_form_covers_is_left_alone(speller: Speller, forms: Forms) -> None:
    doc = TOKENIZE("Postgres and Postgress")
    covered = ExactMatcher(forms).find(doc, [t.text.lower() for t in doc])
    assert [c.text for c in find(speller, "Postgres and Postgress", covered)] == ["Postgress"]


def test_first_letter_without_names_finds_nothing(speller: Speller) -> None:
    assert find(speller, "xylografhie") == ()


def test_word_is_looked_up_once(speller: Speller) -> None:
    find(speller, "Kuberentes")
    assert [c.skill for c in find(speller, "Kuberentes Kuberentes")] == ["k8s", "k8s"]
    assert len(speller._known) == 1


def test_memory_is_bounded(speller: Speller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(misspelled, "REMEMBERED", 5)
    for number in range(40):
        find(speller, f"qwert{chr(97 + number % 26)}{chr(97 + number // 26)} Kuberentes")
        assert len(speller._known) <= 5 + 2


def test_answers_stay_the_same_when_the_memory_was_emptied(speller: Speller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(misspelled, "REMEMBERED", 0)
    assert [c.skill for text in ("Kuberentes", "Tensorfow", "Kuberentes") for c in find(speller, text)] == [
        "k8s",
        "tensorflow",
        "k8s",
    ]
