"""Raw words of a reader in, one text with placed words out: the only place where the characters of words change."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from skillgap.model import Box, Word


@dataclass(frozen=True, slots=True)
class RawWord:
    """A word as a reader found it. `gap` is what stands before it: a space, a line break or a page break.

    `hidden` says that a person who looks at the page can't see the word; `look` is as in Word.
    """

    text: str
    page: int
    box: Box | None
    gap: str
    hidden: bool = False
    look: str = ""


SPACE, LINE, PAGE = " ", "\n", "\n\n"
_GAPS = ("", SPACE, LINE, PAGE)

# A hyphen at the end of a line that pdfium took out together with the break; zero-width characters; icon glyphs.
_VANISHING = re.compile("[\ufffe\u0002\u00ad\u200b-\u200f\u2060\ufeff\ue000-\uf8ff\U000f0000-\U0010ffff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

# Bullets of the fonts Symbol and Wingdings, which Word writes. Other icons say nothing that is read.
_SYMBOL = re.compile("[\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf076]")
BULLET = "•"

_UNNAMED = re.compile(r"[\x01\x03-\x08\x0b-\x1f\x7f-\x9f]")

# A sign without meaning before so many lines is a bullet of a font that says nothing of its signs; icons differ line by line.
REPEATED = 3

TILDE = "˜"
# Accents that stand beside their letter, as TeX sets them, and what of them can stand above it.
_ABOVE = dict(zip("´¨¯˘˙˚¸˝˛ˇˆ˜", "\u0301\u0308\u0304\u0306\u0307\u030a\u0327\u030b\u0328\u030c\u0302\u0303", strict=True))
_MARKS = "".join(_ABOVE)  # two of them are letters to `re`
_ACCENT = re.compile(f"([^\\W\\d_{_MARKS}]?)([{_MARKS}])([^\\W\\d_{_MARKS}]?)")
_VOWELS = frozenset("aeiouyıAEIOUY")


def clean(text: str) -> str:
    """Return a word without ligatures, icons, control and zero-width characters; "" where nothing is left."""
    if text.isascii() and text.isprintable():
        return text
    if _SYMBOL.fullmatch(text):
        return BULLET
    folded = unicodedata.normalize("NFKC", _ACCENT.sub(_accented, _VANISHING.sub("", text).replace(f"/{TILDE}", "/~")))
    return "".join(_CONTROL.sub("", folded).replace("\u2010", "-").replace("\u2011", "-").split())


def _accented(match: re.Match[str]) -> str:
    """Return an accent and the letters beside it with the accent on one of them.

    TeX sets it before its letter, others behind; where both could have it, a vowel has it, or the n behind a tilde. One that
    belongs to neither goes; a tilde stands for itself: "~ada" in an address.
    """
    before, accent, after = match[1], _ABOVE[match[2]], match[3]
    with_before, with_after = _with(before, accent), _with(after.replace("ı", "i"), accent)
    if with_after and (not with_before or match[2] == TILDE or after in _VOWELS or before not in _VOWELS):
        return before + with_after
    if with_before:
        return with_before + after
    return f"{before}~{after}" if match[2] == TILDE else before + after


def _with(letter: str, accent: str) -> str:
    """Return the letter that has both in it; "" where there is none."""
    together = unicodedata.normalize("NFC", letter + accent)
    return together if letter and len(together) == 1 else ""


def assemble(raw: Iterable[RawWord]) -> tuple[str, tuple[Word, ...]]:
    """Return the text of the words in their order, and each with its place in it."""
    every = tuple(raw)
    bullets = _bullets(every)
    pieces: list[str] = []
    words: list[Word] = []
    length = 0
    gap = ""
    for word in every:
        gap = max(gap, word.gap if words else "", key=_GAPS.index)
        if not (text := clean(word.text) or (BULLET if word.text in bullets and gap != SPACE else "")):
            continue
        pieces += (gap, text)
        start = length + len(gap)
        length = start + len(text)
        words.append(Word(start, length, word.page, word.box, word.hidden, word.look))
        gap = ""
    return "".join(pieces), tuple(words)


def _bullets(words: Sequence[RawWord]) -> frozenset[str]:
    """Return the control characters that stand alone before so many lines."""
    first = (a.text for a, b in pairwise(words) if a.gap != SPACE and b.gap == SPACE and _UNNAMED.fullmatch(a.text))
    return frozenset(text for text, count in Counter(first).items() if count >= REPEATED)
