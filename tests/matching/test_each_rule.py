"""Every form that has a rule is tried both ways, in texts made from its rule: found where the rule lets it, not found elsewhere.

What a rule means is tried here for thousands of forms; whether it is the right one for a word is tried in tests/cases, by
sentences as people write them.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from made import document
from skillgap import matching
from skillgap.taxonomy import Taxonomy, locate
from skillgap.taxonomy.values import FormRule

CATEGORIES = sorted(path.stem for path in (locate.folder() / "skills").glob("*.yaml"))

# Sentences in which nothing but their gap could be a skill, or prove one.
PLAIN = "On Tuesday the aunt of the mayor said {} twice"
BESIDE = "On Tuesday the aunt of the mayor said {} as well as {} twice"
SIGNED = "On Tuesday it was signed by {} Halloway before lunch"
EMPLOYED = "Experience\nWaiter, {}, Berlin\n2019 - 2021\n- Sold tickets at the door"
LISTED = "Skills\nPython, {}, SQL"


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_form_with_a_rule_is_found_where_the_rule_lets_it(category: str, taxonomy: Taxonomy) -> None:
    missed = [
        (form, text)
        for skill, form, rule in _ruled(category, taxonomy)
        for text in _for(form, rule)
        if skill not in _found(text, taxonomy)
    ]
    assert missed == []


@pytest.mark.parametrize("category", CATEGORIES)
def test_a_form_with_a_rule_is_not_found_where_the_rule_forbids_it(category: str, taxonomy: Taxonomy) -> None:
    wrong = [
        (form, text)
        for skill, form, rule in _ruled(category, taxonomy)
        for text in _against(form, rule)
        if (skill, form.casefold()) in _found_as(text, taxonomy)
    ]
    assert wrong == []


def _ruled(category: str, taxonomy: Taxonomy) -> Iterator[tuple[str, str, FormRule]]:
    for skill in taxonomy.skills.values():
        if skill.category.partition("/")[0] == category:
            yield from ((skill.id, form.text, form.rule) for form in skill.forms if form.rule)


def _for(form: str, rule: FormRule) -> Iterator[str]:
    yield LISTED.format(form)
    for words in rule.near:
        # A phrase with the form in it, "in Go", proves the form inside it.
        yield PLAIN.format(words) if form.casefold() in words.casefold().split() else BESIDE.format(form, words)


def _against(form: str, rule: FormRule) -> Iterator[str]:
    if rule.context:
        yield PLAIN.format(form)
    if rule.keep_case:
        yield PLAIN.format(form.upper() if form.islower() else form.lower())
    if rule.name:
        yield SIGNED.format(form)
    if rule.company:
        yield EMPLOYED.format(form)
    yield from map(PLAIN.format, rule.not_in)


def _found(text: str, taxonomy: Taxonomy) -> set[str]:
    return {mention.skill for mention in matching.find(document(text, taxonomy.words), taxonomy).mentions}


def _found_as(text: str, taxonomy: Taxonomy) -> set[tuple[str, str]]:
    """Return the skills that are found with the form that they are found by: the AI in "AI/ML research" may be another form."""
    return {(m.skill, m.form.casefold()) for m in matching.find(document(text, taxonomy.words), taxonomy).mentions}
