"""Lines at their places on a page, as a PDF reader gives them."""

from __future__ import annotations

import re

from skillgap.documents.words import LINE, SPACE, RawWord, assemble
from skillgap.model import Word


def placed(lines: list[tuple[float, float, str]]) -> tuple[str, tuple[Word, ...]]:
    """Return the text and words of lines at x and y, in the order of the list; a character is 6 points wide, 12 high."""
    return assemble(
        RawWord(word[0], 1, (x + 6 * word.start(), y, x + 6 * word.end(), y + 12), SPACE if word.start() else LINE)
        for x, y, line in lines
        for word in re.finditer(r"\S+", line)
    )
