"""Pieces of text in, raw words out: for readers of files that have text but no places on a page.

A reader says where lines end; a text that it passes on is made `flat`, so that nothing else does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from skillgap.documents.words import LINE, PAGE, SPACE, RawWord

_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; words go on from one to the next. `hidden` and `look` as in RawWord."""

    text: str
    hidden: bool = False
    look: str = ""


# The look of a heading of which the file says itself that it is one; its level follows.
STATED = "heading "

# Between words; between lines, however many meet; a line break, two of which leave a line empty; an empty line.
GAP, EDGE, BREAK, BLANK = Piece(" "), Piece("\r"), Piece("\n"), Piece("\f")


def flat(text: str) -> str:
    """Return a text in one line."""
    return _SPACES.sub(" ", text)


def words_of(pieces: Iterable[Piece]) -> Iterator[RawWord]:
    """Yield the words of pieces that follow each other. Where seen and hidden meet, a word ends."""
    parts = list(_parted(pieces))
    text = "".join(part.text for part in parts)
    starts = _starts(parts)
    end = 0
    for match in _WORD.finditer(text):
        part = parts[bisect_right(starts, match.start()) - 1]
        yield RawWord(match[0], 1, None, _gap(text[end : match.start()]), part.hidden, part.look)
        end = match.end()


def _parted(pieces: Iterable[Piece]) -> Iterator[Piece]:
    hidden = False
    for piece in pieces:
        if piece.hidden != hidden:
            yield GAP
        if piece.text:
            yield piece
            hidden = piece.hidden


def _starts(parts: Iterable[Piece]) -> list[int]:
    starts, length = [], 0
    for part in parts:
        starts.append(length)
        length += len(part.text)
    return starts


def _gap(between: str) -> str:
    if BLANK.text in between or between.count(BREAK.text) > 1:
        return PAGE
    return LINE if EDGE.text in between or BREAK.text in between else SPACE
