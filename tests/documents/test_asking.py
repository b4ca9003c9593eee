"""Which texts read like a job posting that was given as a résumé."""

from __future__ import annotations

from dataclasses import replace

import pytest

from made import document
from skillgap import matching
from skillgap.documents.asking import is_asking
from skillgap.documents.sections import find_sections
from skillgap.model import JOB_POSTING, Cue, ReadingWarning
from skillgap.taxonomy import Taxonomy
from skillgap.taxonomy.values import Words

POSTING = "Data Engineer\nWe are looking for somebody who writes pipelines. You know SQL, and your interest in Kafka is strong."
STERN = "Data Engineer\nJob description\nPipelines in SQL.\nMinimum qualifications\nPython\nEqual opportunity employer"
GERMAN = "Data Engineer\nWir suchen Verstärkung. Du kennst SQL und dein Interesse an Kafka ist groß."


@pytest.mark.parametrize("text", [POSTING, STERN, GERMAN])
def test_posting(text: str, words: Words) -> None:
    assert is_asking(text, find_sections(text, words, ()), words)


@pytest.mark.parametrize(
    "text",
    [
        "Data Engineer\nPipelines in SQL. Keen to learn Kafka.",
        # A job that is told of in the words of its posting is a job all the same.
        f"Experience\nData Engineer, Acme, Mar 2019 – Jun 2021\n{POSTING}",
        # Somebody who speaks to the reader offers no job.
        "Data Engineer\nYou can find my code in your browser. You will like it. Pipelines in SQL.",
        "Engineer who worked with the team that is now hiring; join us was our motto, said once among many more words than these",
    ],
)
def test_resume(text: str, words: Words) -> None:
    assert not is_asking(text, find_sections(text, words, ()), words)


def test_what_a_posting_hopes_for_is_nobody_s_wish(taxonomy: Taxonomy) -> None:
    told = document("Strong interest in Kafka. No experience with Rust.")
    asked = replace(told, warnings=(ReadingWarning(JOB_POSTING, ""),))
    assert [m.cue for m in matching.find(told, taxonomy).mentions] == [Cue.ASPIRATIONAL, Cue.NEGATED]
    assert [m.cue for m in matching.find(asked, taxonomy).mentions] == [None, Cue.NEGATED]
