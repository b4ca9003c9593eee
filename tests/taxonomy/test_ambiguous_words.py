"""Words that mean something else as well: each has a sentence where it is the skill and one where it isn't, which test_cases.py tries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from made import document
from skillgap import matching
from skillgap.taxonomy import Taxonomy

HERE = Path(__file__).parent
WORDS = yaml.safe_load((HERE / "ambiguous_words.yaml").read_text(encoding="utf-8"))
CASES = [
    case
    for path in sorted((HERE.parent / "cases").glob("*.yaml"))
    if path.stem != "postings"
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def owners(taxonomy: Taxonomy) -> dict[str, str]:
    """Return the skill of each form in lower case."""
    return {form.text.lower(): skill.id for skill in taxonomy.skills.values() for form in skill.forms}


@pytest.fixture(scope="module")
def skills(owners: dict[str, str]) -> dict[str, str | None]:
    """Return the skill that each word is, or is a part of."""
    return {word: owners.get(word.lower()) for word in WORDS["forms"]} | WORDS["longer"]


def test_each_word_is_a_form_or_belongs_to_a_skill(skills, taxonomy):
    assert [word for word, skill in skills.items() if skill not in taxonomy.skills] == []


def test_each_word_has_a_sentence_in_which_it_is_the_skill(skills):
    lacking = [
        word for word, skill in skills.items() if not any(skill in case.get("found", ()) for case in CASES if _has(word, case))
    ]
    assert lacking == []


def test_each_word_has_a_sentence_in_which_it_is_not_the_skill(skills):
    lacking = [
        word
        for word, skill in skills.items()
        if not any(skill in case.get("not", ()) for case in CASES if _has(WORDS["look_like"].get(word, word), case))
    ]
    assert lacking == []


def test_a_longer_name_is_needed_where_a_word_is_no_form(owners):
    assert [word for word in (*WORDS["longer"], *WORDS["none"]) if word.lower() in owners] == []


@pytest.mark.parametrize("word", [*WORDS["longer"], *WORDS["none"]])
def test_a_word_that_is_no_form_shows_nothing(word, taxonomy):
    listed = document(f"Skills\nPython, SQL, {word}", taxonomy.words)
    assert {mention.skill for mention in matching.find(listed, taxonomy).mentions} == {"python", "sql"}


def _has(word: str, case: dict) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", case["text"], re.IGNORECASE))
