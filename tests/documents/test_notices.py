"""Each warning about a text: when it is given, and that it says what to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from skillgap.documents import read
from skillgap.documents.notices import MOST_GLUED, SHORT, notices
from skillgap.documents.sections import find_sections
from skillgap.documents.words import LINE, SPACE, RawWord, assemble
from skillgap.model import ReadingWarning
from skillgap.taxonomy.values import Words

LONG = ["Wrote a parser for the logs of many machines"] * (SHORT // 9 + 1)


def warnings_of(lines: list[str], words: Words, page: int = 1, tangled: tuple[int, ...] = ()) -> list[ReadingWarning]:
    raw = [RawWord(word, page, None, SPACE if i else LINE) for line in lines for i, word in enumerate(line.split())]
    text, placed = assemble(raw)
    return list(notices(text, placed, find_sections(text, words, placed), tangled, words))


def codes(lines: list[str], words: Words) -> list[str]:
    return [warning.code for warning in warnings_of(lines, words)]


SOUND = ["Experience", "Engineer, Acme, Mar 2019 – Jun 2021", *LONG]


def test_a_sound_text_has_none(words: Words) -> None:
    assert warnings_of(SOUND, words) == []


@pytest.mark.parametrize(("count", "code"), [(MOST_GLUED - 1, []), (MOST_GLUED, ["joined_words"])])
def test_joined_words(words: Words, count: int, code: list[str]) -> None:
    glued = ["experiencedengineerwithmanyskills", "buildingPipelinesForLargeShops", "warehouses.Pipelines"]
    assert codes([*SOUND, *glued[:count]], words) == code


@pytest.mark.parametrize(
    "name", ["ada@example.org", "https://example.org/aLongPathWithManyWords", "JavaScript", "CloudFormation"]
)
def test_addresses_and_names_are_not_joined(words: Words, name: str) -> None:
    assert codes([*SOUND, *[name] * MOST_GLUED], words) == []


def test_no_headings_in_a_long_text(words: Words) -> None:
    assert codes(LONG, words) == ["no_headings"]
    assert codes(LONG[:3], words) == []


def test_no_dates_of_jobs(words: Words) -> None:
    assert codes(["Experience", *LONG], words) == ["no_dates"]
    assert codes(["Skills", *LONG], words) == []


def test_mixed_columns(words: Words) -> None:
    assert [(w.code, w.page) for w in warnings_of(SOUND, words, tangled=(2, 3))] == [("mixed_columns", 2), ("mixed_columns", 3)]


def test_joined_words_have_their_page(words: Words) -> None:
    assert [w.page for w in warnings_of([*SOUND, *["experiencedengineerwithmanyskills"] * 3], words, page=2)] == [2]


def test_each_says_what_to_do_and_quotes_nothing(words: Words) -> None:
    found = warnings_of(["Experience", *LONG, *["experiencedengineerwithmanyskills"] * 3], words, tangled=(1,))
    found += warnings_of(LONG, words)
    assert len(found) == 4
    assert all(warning.message.count("; ") == 1 for warning in found)
    assert not any("experienced" in warning.message for warning in found)


def test_columns_are_put_right_and_the_file_says_so(words: Words, write: Callable[[str, bytes], str]) -> None:
    from tiny_pdf import line, pdf

    left = ["Skills", "Python", "SQL", "Go", "Kafka", "Spark"]
    right = ["Experience", *(f"Built the warehouse of a shop {n}" for n in "abcde")]
    content = b"".join(
        line(text, x=x, y=700 - 20 * row)
        for row, pair in enumerate(zip(left, right, strict=True))
        for x, text in zip((72, 250), pair, strict=True)
    )
    document = read(write("cv.pdf", pdf(content)), words)
    assert document.text.split("\n") == left + right
    assert ("mixed_columns", 1) in [(w.code, w.page) for w in document.warnings]
