"""Letter-spaced words are put together, by the gaps between their letters."""

from __future__ import annotations

import pytest

from skillgap.documents.spaced import joined
from skillgap.documents.words import LINE, SPACE, RawWord


def read(line: str, *, boxes: bool = True) -> list[str]:
    """Return the words of a line; each space in it is 6 points wide, as is each letter."""
    words: list[RawWord] = []
    x = 40.0
    for part in line.split(" "):
        if part:
            box = (x, 20.0, x + 6 * len(part), 32.0) if boxes else None
            words.append(RawWord(part, 1, box, SPACE if words else LINE))
        x += 6 * len(part) + 6
    return [word.text for word in joined(words)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("S K I L L S", ["SKILLS"]),
        ("W O R K   E X P E R I E N C E", ["WORK", "EXPERIENCE"]),
        ("T H I N G S   I   E N J O Y", ["THINGS", "I", "ENJOY"]),
        ("C E R T I F I C AT I O N", ["CERTIFICATION"]),
        ("É T U D E S", ["ÉTUDES"]),
    ],
)
def test_a_letter_spaced_line_is_put_together(line: str, words: list[str]) -> None:
    assert read(line) == words


@pytest.mark.parametrize("line", ["Python and SQL", "C R Go", "A B C 4", "E XPERIENCE", "Go or R or C", "I am in", "a ( b ) c"])
def test_other_lines_stay_as_they_are(line: str) -> None:
    assert read(line) == line.split()


def test_words_without_places_stay_as_they_are() -> None:
    assert read("S K I L L S", boxes=False) == list("SKILLS")


def test_a_word_that_was_put_together_has_the_place_of_its_letters() -> None:
    letters = [
        RawWord(letter, 2, (10.0 * i, 20.0, 10.0 * i + 6, 32.0), SPACE if i else LINE, look="Bold 9")
        for i, letter in enumerate("WORK")
    ]
    assert list(joined(letters)) == [RawWord("WORK", 2, (0.0, 20.0, 36.0, 32.0), LINE, look="Bold 9")]


def test_lines_are_looked_at_one_by_one() -> None:
    lines = [RawWord(letter, 1, (20.0 * i, 20.0, 20.0 * i + 6, 32.0), LINE) for i, letter in enumerate("ABCDEF")]
    assert list(joined(lines)) == lines
