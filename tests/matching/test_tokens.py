"""How text is cut into tokens, and that nothing of it gets lost."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.vocab import Vocab

from skillgap import matching
from skillgap.matching.tokens import OURS, SkillTokenizer, cut
from small import TAXONOMY

TOKENIZE = SkillTokenizer(Vocab())


def labels(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    return [span.label_ for span in doc.spans["skillgap"]]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Python3.11", ["Python", "3", ".", "11"]),
        ("•Python•SQL|Docker", ["•", "Python", "•", "SQL", "|", "Docker"]),
        ("CI/CD", ["CI", "/", "CD"]),
        ("C++ and k8s", ["C", "+", "+", "and", "k", "8", "s"]),
        ("snake_case", ["snake", "_", "case"]),
        ("Résumé über", ["Résumé", "über"]),
    ],
)
def test_letters_digits_and_marks_are_tokens(text: str, tokens: list[str]) -> None:
    assert [t.text for t in TOKENIZE(text)] == tokens


@pytest.mark.parametrize("gap", [" ", "\n", "\t", "\r", "\u00a0"])
def test_single_break_counts_as_space(gap: str) -> None:
    assert [t.text for t in TOKENIZE(f"machine{gap}learning")] == ["machine", "learning"]


@pytest.mark.parametrize("gap", ["\n\n", "  ", "\r\n"])
def test_wider_gap_leaves_a_token_between_the_words(gap: str) -> None:
    assert [t.text for t in TOKENIZE(f"machine{gap}learning")] == ["machine", " ", "learning"]


def test_text_keeps_its_length_and_its_characters() -> None:
    text = "  Big\nQuery,\tdbt\n\nGo "
    doc = TOKENIZE(text)
    assert doc.text == "  Big Query, dbt  Go "


def test_empty_text_has_no_tokens() -> None:
    assert len(TOKENIZE("")) == 0


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.text(max_size=80))
def test_tokens_cover_any_text(text: str) -> None:
    doc = TOKENIZE(text)
    assert len(doc.text) == len(text)
    assert "".join(doc.text.split()) == "".join(text.split())
    assert all(doc.text[t.idx : t.idx + len(t)] == t.text for t in doc)
    assert sum(len(t.text_with_ws) for t in doc) == len(text)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(max_size=40))
def test_form_is_cut_as_the_tokenizer_cuts_it(form: str) -> None:
    assert cut(form) == tuple(t.text.lower() for t in TOKENIZE(form) if not t.text.isspace())


def test_form_is_cut_in_lower_case() -> None:
    assert cut("Node.js on C++") == ("node", ".", "js", "on", "c", "+", "+")


def test_doc_says_whose_tokens_it_has() -> None:
    assert TOKENIZE("Python").user_data[OURS]


def test_bytes_round_trip_gives_an_equal_tokenizer() -> None:
    again = SkillTokenizer(Vocab()).from_bytes(TOKENIZE.to_bytes())
    assert [t.text for t in again("CI/CD")] == ["CI", "/", "CD"]


def test_pipeline_comes_back_from_disk(tmp_path: Path) -> None:
    nlp = matching.pipeline(str(TAXONOMY))
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    text = "Jobs in PySpark, Python and Airflow"
    assert isinstance(again.tokenizer, SkillTokenizer)
    assert labels(again, text) == labels(nlp, text) == ["apache-spark", "python", "apache-airflow"]


def test_pipeline_comes_back_from_bytes() -> None:
    nlp = matching.pipeline(str(TAXONOMY))
    again = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "skillgap.tokenizer.v1"}}})
    again.add_pipe("skillgap_skills", config={"taxonomy": str(TAXONOMY)})
    again.add_pipe("skillgap_cues", config={"taxonomy": str(TAXONOMY)})
    again.from_bytes(nlp.to_bytes())
    assert labels(again, "Python3") == ["python"]
