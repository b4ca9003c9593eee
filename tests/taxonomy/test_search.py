"""Finding skills by what a person types."""

from __future__ import annotations

import pytest

from skillgap.taxonomy import Taxonomy
from skillgap.taxonomy.search import named, search


@pytest.fixture
def small(folder) -> Taxonomy:
    return folder.taxonomy()


def found(words: str, taxonomy: Taxonomy, limit: int = 10) -> list[str]:
    return [skill.id for skill in search(words, taxonomy, limit=limit)]


@pytest.mark.parametrize("words", ["Python", "python", "PYTHON", "CPython", "c-python", "Python 3", "python3"])
def test_a_form_written_anyhow_comes_first(small, words):
    assert found(words, small)[0] == "python"


@pytest.mark.parametrize(
    ("words", "skill"), [("pyhton", "python"), ("PySprak", "pyspark"), ("golnag", "go"), ("workng togehter", "working-together")]
)
def test_a_misspelled_form_is_found(small, words, skill):
    assert found(words, small)[0] == skill


def test_words_of_the_description_find_the_skill(small):
    assert found("Large Clusters", small) == ["pyspark"]


def test_the_likest_form_goes_before_a_description(small):
    assert found("python", small)[:2] == ["python", "pyspark"]


def test_nothing_like_it_finds_nothing(small):
    assert found("zzzz qqqq", small) == []


@pytest.mark.parametrize("limit", [1, 2])
def test_no_more_than_the_limit_are_found(small, limit):
    assert len(found("python", small, limit)) == limit


def test_skills_that_are_equally_like_come_by_id(folder):
    folder.change("skills/language.yaml", "about: Compiled language with goroutines.", "about: Tasty vegetable soup.")
    folder.change("skills/language.yaml", "about: Dynamic language, read easily.", "about: Tasty vegetable soup.")
    assert found("tasty vegetable soup", folder.taxonomy()) == ["go", "python"]


@pytest.mark.parametrize(
    ("name", "skill"),
    [
        ("go", "go"),
        ("coaching-people", "coaching-people"),
        ("Coaching People", "coaching-people"),
        ("GOLANG", "go"),
        ("spark_python", "pyspark"),
        ("Working-Together", "working-together"),
    ],
)
def test_a_skill_is_named_by_id_name_or_alias_written_anyhow(small, name, skill):
    assert named(name, small).id == skill


def test_an_id_goes_before_a_form_of_another_skill(folder):
    folder.change("skills/language.yaml", "aliases: [Golang]", "aliases: [Golang, working-together-x]")
    folder.change("skills/soft.yaml", "- id: working-together\n", "- id: working-together-x\n")
    folder.change("skills/soft.yaml", "broader: [working-together]", "broader: [working-together-x]")
    folder.change("roles/data-developer.yaml", "[working-together]", "[working-together-x]")
    assert named("working-together-x", folder.taxonomy()).id == "working-together-x"
    assert named("Working Together X", folder.taxonomy()).id == "go"


@pytest.mark.parametrize("name", ["pyhton", "Pyth", "", "rust"])
def test_what_names_no_skill_is_none(small, name):
    assert named(name, small) is None


@pytest.mark.parametrize("words", ["", " "])
def test_no_words_find_nothing(small, words):
    assert found(words, small) == []


@pytest.mark.parametrize("name", ["Ω ", " Ω"])
def test_space_around_a_short_name_does_not_matter(folder, name):
    folder.change("skills/language.yaml", "Golang]", "Ω, Golang]")
    folder.change("skills/language.yaml", "    Go: {", "    Ω: {safe: x}\n    Go: {")
    assert named(name, folder.taxonomy()) is not None
