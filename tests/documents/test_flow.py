"""Pieces of text and the words that they make."""

from __future__ import annotations

import pytest

from skillgap.documents.flow import BLANK, BREAK, EDGE, GAP, Piece, flat, words_of
from skillgap.documents.words import assemble

A, B = Piece("A"), Piece("B")


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([A, B], "AB"),
        ([A, GAP, B], "A B"),
        ([A, EDGE, EDGE, B], "A\nB"),
        ([A, BREAK, B], "A\nB"),
        ([A, BREAK, GAP, BREAK, B], "A\n\nB"),
        ([A, EDGE, BLANK, EDGE, B], "A\n\nB"),
        ([BLANK, A, Piece(""), B, EDGE], "AB"),
        ([GAP, EDGE], ""),
    ],
)
def test_what_stands_between_words(pieces: list[Piece], text: str) -> None:
    assert assemble(words_of(pieces))[0] == text


def test_a_word_ends_where_seen_and_hidden_meet() -> None:
    found = [(w.text, w.hidden) for w in words_of([A, Piece("x", hidden=True), Piece("y z", hidden=True), B])]
    assert found == [("A", False), ("xy", True), ("z", True), ("B", False)]


def test_a_flat_text_has_no_breaks() -> None:
    assert flat("A\r\n\fB\tC") == "A B C"
