"""Which spellings are looked for, and which of two equal ones wins."""

from __future__ import annotations

import pytest

from made import skill
from skillgap.matching.spellings import Pattern, patterns, spellings
from skillgap.matching.tokens import cut
from skillgap.model import Rule
from skillgap.taxonomy.values import FormRule, Skill

BRITISH = {"modeling": "modelling", "visualization": "visualisation"}
ENGLISH = {"windsurf", "go"}
KEEP = FormRule(keep_case=True)


def written(form: str) -> set[str]:
    return {" ".join(tokens) for tokens in spellings(cut(form), BRITISH, ENGLISH)}


def made(*skills: Skill) -> dict[str, Pattern]:
    return {" ".join(p.tokens): p for p in patterns(skills, BRITISH, ENGLISH)}


@pytest.mark.parametrize(
    ("form", "spelling"),
    [
        ("Docker", "dockers"),
        ("REST API", "rest apis"),
        ("Recovery", "recoveries"),
        ("Gateway", "gateways"),
        ("Vector databases", "vector database"),
        ("scikit-learn", "scikit learn"),
        ("scikit-learn", "scikitlearn"),
        ("Power BI", "power - bi"),
        ("Power BI", "powerbi"),
        ("Node.js", "node js"),
        ("Node.js", "nodejs"),
        ("CI/CD", "ci cd"),
        ("CI/CD", "cicd"),
        ("Data Modeling", "data modelling"),
        ("Data Modeling", "datamodelling"),
        ("Data Visualizations", "data visualizations"),
    ],
)
def test_spelling_is_looked_for(form: str, spelling: str) -> None:
    assert spelling in written(form)


@pytest.mark.parametrize(
    ("form", "spelling"),
    [
        ("Gateway", "gatewaies"),
        ("Kubernetes", "kubernete"),
        ("Business analysis", "business analysi"),
        ("Big class", "big clas"),
        ("C++", "c++s"),
        ("BI", "bis"),
        ("Wind Surf", "windsurf"),
        ("A B", "ab"),
        ("One Two Three Four", "onetwothreefour"),
        (".NET", "net"),
    ],
)
def test_spelling_is_not_looked_for(form: str, spelling: str) -> None:
    assert spelling not in written(form)


def test_form_with_marks_at_its_end_is_never_joined() -> None:
    assert written("Visual C++") == {"visual c + +"}


def test_form_is_one_of_its_own_spellings() -> None:
    assert "python" in written("Python")


def test_form_as_it_is_is_exact_and_the_others_are_variants() -> None:
    rules = {text: p.rule for text, p in made(skill("power-bi", "Power BI")).items()}
    assert rules == {"power bi": Rule.EXACT, "power - bi": Rule.VARIANT, "powerbi": Rule.VARIANT}


def test_form_that_keeps_its_case_has_no_other_spellings() -> None:
    assert set(made(skill("spark", "Spark", rules={"Spark": KEEP}))) == {"spark"}


@pytest.mark.parametrize(("form", "plural"), [("LLM", "llms"), ("GAN", "gans")])
def test_abbreviation_that_keeps_its_case_has_a_plural_that_keeps_it_too(form: str, plural: str) -> None:
    found = made(skill("it", form, rules={form: KEEP}))
    assert found[plural].spelling == form + "s"


@pytest.mark.parametrize("form", ["R", "SAS", "Go", "K8S", "A B"])
def test_no_plural_of_letters_words_and_what_ends_in_s(form: str) -> None:
    assert len(made(skill("it", form, rules={form: KEEP}))) == 1


def test_spelling_carries_the_rule_of_its_form() -> None:
    rule = FormRule(context=True, near=("dag",))
    found = made(skill("airflow", "Air flow", rules={"Air flow": rule}))
    assert {p.spec for p in found.values()} == {rule}


def test_phrase_has_no_skill() -> None:
    found = made(skill("go", "Go", rules={"Go": FormRule(not_in=("Go to market",))}))
    assert found["go to market"] == Pattern(("go", "to", "market"), None, "go to market", Rule.EXACT, against=("go",))


def test_phrase_of_two_skills_bars_both() -> None:
    rule = FormRule(not_in=("go play",))
    found = made(skill("go", "Go", rules={"Go": rule}), skill("play", "Play", rules={"Play": rule}))
    assert found["go play"].against == ("go", "play")


def test_phrase_wins_over_a_spelling() -> None:
    found = made(skill("spark", "Spark", rules={"Spark": FormRule(not_in=("Sparks",))}))
    assert found["sparks"].skill is None


def test_form_wins_over_the_spelling_of_another() -> None:
    found = made(skill("node", "Node.js"), skill("nodejs-book", "NodeJS"))
    assert found["nodejs"].skill == "nodejs-book"


def test_form_wins_over_a_phrase() -> None:
    found = made(skill("spark", "Spark", rules={"Spark": FormRule(not_in=("Adobe Spark",))}), skill("adobe", "Adobe Spark"))
    assert found["adobe spark"].skill == "adobe"


def test_each_token_sequence_comes_once() -> None:
    found = list(patterns((skill("a", "CI/CD"), skill("b", "CI CD"), skill("c", "CICD")), BRITISH, ENGLISH))
    assert len({p.tokens for p in found}) == len(found)
