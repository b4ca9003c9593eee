"""The store of patterns: looked up by their first three tokens, as they were made."""

from __future__ import annotations

import pytest

from made import skill, taxonomy_of
from skillgap.matching.forms import AT_ONCE, Forms, key_of
from skillgap.matching.spellings import patterns
from skillgap.model import Rule
from skillgap.taxonomy import locate
from skillgap.taxonomy.values import Taxonomy


def test_pattern_is_found_by_its_first_tokens(forms: Forms) -> None:
    assert [p.skill for p in forms.starting_with(["c + +"])] == ["cplusplus"]


def test_pattern_of_one_token_is_found_by_it(forms: Forms) -> None:
    assert [(p.skill, p.rule) for p in forms.starting_with(["python"])] == [("python", Rule.EXACT)]


def test_nothing_is_found_by_other_keys(forms: Forms) -> None:
    assert list(forms.starting_with(["sklearn python", "snakes"])) == []


def test_no_keys_find_nothing(forms: Forms) -> None:
    assert list(forms.starting_with([])) == []


def test_more_keys_than_a_query_takes_are_asked_in_turn(forms: Forms) -> None:
    keys = [f"a{number}" for number in range(AT_ONCE)] + ["python", "zz"]
    assert [p.skill for p in forms.starting_with(keys)] == ["python"]


def test_store_gives_the_patterns_back_as_they_were_made(tools: Taxonomy, forms: Forms) -> None:
    english = frozenset(locate.english_words().read_text(encoding="utf-8").split())
    made = list(patterns(tuple(tools.skills.values()), tools.words.british, english))
    found = list(forms.starting_with({key_of(p.tokens) for p in made}))
    assert sorted(found, key=lambda p: p.tokens) == sorted(made, key=lambda p: p.tokens)


def test_tables_in_memory_are_like_those_in_the_file(
    tools: Taxonomy, forms: Forms, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("SKILLGAP_CACHE", str(tmp_path / "file"))
    assert list(Forms(tools).starting_with(["go", "go to"])) == list(forms.starting_with(["go", "go to"])) != []


def test_two_taxonomies_keep_their_forms_apart() -> None:
    one, other = Forms(taxonomy_of(skill("perl"))), Forms(taxonomy_of(skill("ruby")))
    assert [p.skill for p in one.starting_with(["perl", "ruby"])] == ["perl"]
    assert [p.skill for p in other.starting_with(["perl", "ruby"])] == ["ruby"]


def test_english_words_are_told_from_others(forms: Forms) -> None:
    assert forms.english(["house", "kuberentes", "garden"]) == {"house", "garden"}


def test_words_of_names_are_the_longer_ones_that_begin_with_the_letter(forms: Forms) -> None:
    assert forms.words_of_names("p") == ("postgres", "postgresql", "pyspark", "python")
    assert forms.words_of_names("l") == ("learn", "learning")


@pytest.mark.parametrize(
    ("letter", "word"), [("s", "sklearns"), ("j", "js"), ("w", "word2vec")], ids=["a variant", "too short", "with a figure"]
)
def test_word_is_not_looked_for_misspelled(forms: Forms, letter: str, word: str) -> None:
    assert word not in forms.words_of_names(letter)
