"""Which names of the wide tier a list of known skills proves."""

from __future__ import annotations

import pytest
from spacy.vocab import Vocab

from made import WORDS, skill, taxonomy_of
from skillgap.matching.candidate import Candidate, Sifted, Surroundings
from skillgap.matching.exact import ExactMatcher
from skillgap.matching.forms import Forms
from skillgap.matching.misspelled import Speller
from skillgap.matching.steps import sift
from skillgap.matching.tokens import SkillTokenizer
from skillgap.model import Reason, Rule, Section, SectionKind
from skillgap.taxonomy.values import FormRule

WIDE = FormRule(keep_case=True, context=True, wide=True)
TOKENIZE = SkillTokenizer(Vocab())


@pytest.fixture(scope="module")
def forms() -> Forms:
    return Forms(
        taxonomy_of(
            skill("frobnix", "Frobnix", "Acme Frobnix", rules={"Frobnix": WIDE, "Acme Frobnix": WIDE}),
            skill("glimmer", "GlimmerDB", rules={"GlimmerDB": WIDE}),
            skill("nodejs", "Node.js"),
            skill("nodejs-server", "NodeJS Server", rules={"NodeJS Server": WIDE}),
            skill("python", "Python"),
            skill("sql", "SQL"),
            skill("java", "Java"),
            skill("go", "Go", rules={"Go": FormRule(keep_case=True, context=True)}),
        )
    )


def found(forms: Forms, text: str, *, skills_section: bool = False) -> Sifted:
    doc = TOKENIZE(text)
    words = [t.text.lower() for t in doc]
    matcher = ExactMatcher(forms)
    exact = matcher.find(doc, words)
    everything: tuple[Candidate, ...] = (*exact, *Speller(forms, matcher).find(doc, words, exact))
    sections = (Section(SectionKind.SKILLS, "", 0, len(text)),) if skills_section else ()
    return sift(everything, Surroundings(text, sections, WORDS))


@pytest.mark.parametrize(
    ("text", "skills_section"),
    [
        ("Python, SQL, Frobnix, Java", False),
        ("Frobnix, Python, SQL, Java", False),
        ("Python | SQL | Java | Acme Frobnix", False),
        ("Python, SQL, GlimmerDB, Frobnix, Java", False),
        ("Python, Frobnix, SQL", True),
        ("Python\nFrobnix\nSQL", True),
    ],
)
def test_name_in_a_list_of_known_skills_is_one(forms: Forms, text: str, *, skills_section: bool) -> None:
    kept = found(forms, text, skills_section=skills_section).kept
    assert "frobnix" in [c.skill for c in kept]
    assert {c.rule for c in kept} == {Rule.EXACT, Rule.WIDE}


@pytest.mark.parametrize(
    ("text", "skills_section"),
    [
        ("Python, Frobnix, SQL", False),
        ("Python, Frobnix", True),
        ("Frobnix", True),
        ("Frobnix, GlimmerDB, Frobnix, GlimmerDB", True),
        ("Python, SQL, Frobnix and Java", False),
        ("Python, SQL, the Frobnix, Java", False),
        ("Used Frobnix for Python, SQL, Java", False),
    ],
)
def test_name_elsewhere_is_dropped(forms: Forms, text: str, *, skills_section: bool) -> None:
    result = found(forms, text, skills_section=skills_section)
    assert "frobnix" not in [c.skill for c in result.kept]


@pytest.mark.parametrize("text", ["Python, SQL, frobnix, Java", "Python, SQL, Frobnxi, Java", "Python, SQL, Frobnixs, Java"])
def test_only_its_own_spelling_counts(forms: Forms, text: str) -> None:
    assert [c.skill for c in found(forms, text).kept] == ["python", "sql", "java"]


def test_a_name_without_proof_says_so(forms: Forms) -> None:
    (dropped,) = found(forms, "Python, Frobnix, SQL").dropped
    assert (dropped.skill, dropped.reason) == ("frobnix", Reason.UNPROVEN)


def test_it_proves_nothing_itself(forms: Forms) -> None:
    assert [c.skill for c in found(forms, "Frobnix, Go").kept] == []


def test_a_longer_name_takes_nothing_from_a_known_one(forms: Forms) -> None:
    kept = found(forms, "Python, SQL, Java, NodeJS Server").kept
    assert [c.text for c in kept] == ["Python", "SQL", "Java", "NodeJS"]
