"""A taxonomy of a few tools, its forms, and a function that gives the candidates of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.vocab import Vocab

from made import skill, taxonomy_of
from skillgap.matching.candidate import Candidate
from skillgap.matching.exact import ExactMatcher
from skillgap.matching.forms import Forms
from skillgap.matching.tokens import SkillTokenizer
from skillgap.taxonomy.values import FormRule, Taxonomy

LETTER = FormRule(keep_case=True, context=True, near=("tidyverse", "firmware"), not_in=("R&D", "C-level"))


tokenize = SkillTokenizer(Vocab())


@pytest.fixture(scope="session")
def tools() -> Taxonomy:
    return taxonomy_of(
        skill("airflow", "Apache Airflow", "Airflow", rules={"Airflow": FormRule(context=True, near=("DAG", "dbt"))}),
        skill("airflow-developer", "Airflowdeveloper"),
        skill("bigquery", "BigQuery"),
        skill("c", "C", rules={"C": LETTER}),
        skill("cplusplus", "C++"),
        skill("ec2", "EC2"),
        skill("excel", "Microsoft Excel", "Excel", rules={"Excel": FormRule(keep_case=True, not_in=("Excel in",))}),
        skill("go", "Go", rules={"Go": FormRule(keep_case=True, context=True, near=("in Go",), not_in=("Go to market",))}),
        skill("jenkins", "Jenkins", rules={"Jenkins": FormRule(keep_case=True, name=True)}),
        skill("julia", "Julia", rules={"Julia": FormRule(keep_case=True, context=True, name=True)}),
        skill("k8s", "Kubernetes", "k8s"),
        skill("llm", "LLM", rules={"LLM": FormRule(keep_case=True)}),
        skill("machine-learning", "Machine learning"),
        skill("nodejs", "Node.js"),
        skill("postgresql", "PostgreSQL", "Postgres"),
        skill("pyspark", "PySpark"),
        skill("python", "Python"),
        skill("python-book", "Python Book"),
        skill("r", "R", rules={"R": LETTER}),
        skill("scikit-learn", "scikit-learn", "sklearn"),
        skill("statistics", "Statistics"),
        skill("tensorflow", "TensorFlow"),
        skill("word2vec", "word2vec"),
    )


@pytest.fixture(scope="session")
def forms(tools: Taxonomy) -> Forms:
    return Forms(tools)


@pytest.fixture
def candidates(forms: Forms) -> Callable[[str], tuple[Candidate, ...]]:
    """Return a function that gives the candidates of a text, before any step."""
    matcher = ExactMatcher(forms)

    def find(text: str) -> tuple[Candidate, ...]:
        doc = tokenize(text)
        return matcher.find(doc, [t.text.lower() for t in doc])

    return find
