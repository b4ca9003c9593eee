"""Files with and without text that can't be seen, where the evaluation data is beside this checkout."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from skillgap.documents import pdfium, plumber
from skillgap.documents.content import load
from skillgap.documents.reading import Reading

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "eval"
HIDDEN = sorted((DATA / "hidden").glob("hidden_*.pdf"))
VISIBLE = sorted((DATA / "hidden").glob("visible_*.pdf"))
RESUMES = sorted((DATA / "devset" / "cv").glob("*.pdf"))
WORDS = {"zookeeperx", "kafkax", "terraformx", "kubernetesx"}
# What was put into two of the résumés, in white and in one point.
STUFFING = {
    "cv06_ml_engineer_senior.pdf": "AWS SageMaker Databricks Snowflake Terraform LangChain Hadoop Scala Azure Looker",
    "cv07_ml_engineer_junior.pdf": "Go Spark dbt Snowflake Airflow Kafka LangGraph Terraform",
}
# At most so many words of all other résumés may be flagged: a page number that is off its page are two.
MOST = 2

Reader = Callable[..., Reading]

pytestmark = pytest.mark.skipif(not HIDDEN, reason="the evaluation data isn't here")


@pytest.fixture(params=[pdfium.read, plumber.read], ids=["pdfium", "pdfplumber"])
def reader(request: pytest.FixtureRequest) -> Reader:
    return request.param


def flagged(reader: Reader, path: Path) -> list[str]:
    return [word.text for word in reader(load(str(path))).words if word.hidden]


@pytest.mark.parametrize("path", HIDDEN, ids=lambda path: path.stem)
def test_what_can_not_be_seen_is_caught(reader: Reader, path: Path) -> None:
    assert set(flagged(reader, path)) >= WORDS


@pytest.mark.parametrize("path", VISIBLE, ids=lambda path: path.stem)
def test_the_same_words_are_no_alarm_where_they_can_be_seen(reader: Reader, path: Path) -> None:
    assert WORDS.isdisjoint(flagged(reader, path))


@pytest.mark.parametrize("name", STUFFING)
def test_the_stuffing_of_a_resume_is_all_that_is_flagged(reader: Reader, name: str) -> None:
    assert flagged(reader, DATA / "devset" / "cv" / name) == STUFFING[name].split()


def test_hardly_a_word_of_the_other_resumes_is_flagged() -> None:
    found = [word for path in RESUMES if path.name not in STUFFING for word in flagged(pdfium.read, path)]
    assert len(found) <= MOST


def test_no_word_of_the_samples_is_flagged() -> None:
    assert [word for path in sorted((ROOT / "samples").glob("*.pdf")) for word in flagged(pdfium.read, path)] == []
