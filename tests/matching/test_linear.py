"""A hostile text costs time in proportion to its length: four times as long, less than nine times as slow. Squares would be sixteen."""

from __future__ import annotations

import time

import pytest

from made import AS_OF
from skillgap import matching, profile
from skillgap.model import Document, Section, SectionKind, Source, Word
from skillgap.taxonomy import Taxonomy

SIZE = 20_000


def cost(text: str, taxonomy: Taxonomy) -> float:
    sections = (Section(SectionKind.SKILLS, "", 0, len(text)),)
    document = Document(Source("cv.txt", "text", "0" * 64, 1), "text", text, (Word(0, len(text), 1),), sections)
    start = time.process_time()
    profile.build(document, matching.find(document, taxonomy), taxonomy, AS_OF)
    return time.process_time() - start


@pytest.mark.parametrize(
    "unit",
    ["@a", "a.", "a-", "a.b/", "www.", "go to market R&D ", "Python, ", "C, R, ", "Julia Ruby ", "no experience ", "B.S. ", "("],
)
def test_time_grows_with_the_length_of_the_text(unit: str, taxonomy: Taxonomy) -> None:
    text = unit * (SIZE // len(unit))
    cost(text, taxonomy)  # what is looked up once
    assert min(cost(text * 4, taxonomy) for _ in range(2)) < 9 * max(cost(text, taxonomy) for _ in range(3)) + 0.05
