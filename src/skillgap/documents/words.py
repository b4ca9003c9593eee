"""Raw words of a reader in, one text with placed words out: the only place where the characters of words change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from skillgap.model import Box, Word


@dataclass(frozen=True, slots=True)
class RawWord:
    """A word as a reader found it. `gap` is what stands before it: a space, a line break or a page break.

    `hidden` says that a person who looks at the page can't see the word.
    """

    text: str
    page: int
    box: Box | None
    gap: str
    hidden: bool = False


SPACE, LINE, PAGE = " ", "\n", "\n\n"
_GAPS = ("", SPACE, LINE, PAGE)

# A hyphen at the end of a line that pdfium took out together with the break; zero-width characters; icon glyphs.
_VANISHING = re.compile("[\ufffe\u0002\u00ad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff\U000f0000-\U0010ffff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def clean(text: str) -> str:
    """Return a word without ligatures, icons, control and zero-width characters; "" where nothing is left."""
    if text.isascii() and text.isprintable():
        return text
    folded = unicodedata.normalize("NFKC", _VANISHING.sub("", text))
    return _CONTROL.sub("", folded).replace("\u2010", "-").replace("\u2011", "-").strip()


def assemble(raw: Iterable[RawWord]) -> tuple[str, tuple[Word, ...]]:
    """Return the text of the words in their order, and each with its place in it."""
    pieces: list[str] = []
    words: list[Word] = []
    length = 0
    gap = ""
    for word in raw:
        gap = max(gap, word.gap if words else "", key=_GAPS.index)
        if not (text := clean(word.text)):
            continue
        pieces += (gap, text)
        start = length + len(gap)
        length = start + len(text)
        words.append(Word(start, length, word.page, word.box, word.hidden))
        gap = ""
    return "".join(pieces), tuple(words)
