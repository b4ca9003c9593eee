"""Words as tesseract saw them in, raw words out: bullets told from letters, specks left out, broken words joined.

Measured on 23 résumés drawn as scans, whose text is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from skillgap.documents.pageimage import PageImage
from skillgap.documents.words import LINE, PAGE, SPACE, RawWord

# Of 100. Specks come with a confidence of 0 to 54, words of one letter with 90.
DOUBTFUL = 60

# Of the height of a page's words, by the middle one: bullets have up to 0.6, letters as low as "a" 0.67. tesseract is often sure
# that a bullet is an "e", "o" or "¢".
LOW = 0.62

# In heights of a word: a gap as wide parts columns, which tesseract sometimes reads across. columns.py puts them right: of one
# résumé with a sidebar 36 of 37 skills have their right status, and none had it without.
WIDE = 3.0

# A gap as narrow between two digits is inside a number ("202 1"); the narrowest between words had 0.26.
NARROW = 0.2

BULLET = "•"
# A hyphen at the end of a line, as pdfium writes it: words.py takes it out.
BROKEN = "\ufffe"

_DASHES = frozenset("-–—")
# Signs that are no word where a line begins with them. Not those that a text has there: quotation marks, brackets, #, +, <.
_SIGNS = frozenset("•*°¢®©«»¤¥§·>¶●■")
# "l" among capitals is "I": Al, Cl/CD, APls.
_CAPITALS = re.compile(r"(?<![A-Za-z-])([A-Z]{1,3})l(?=s?(?![A-Za-z-]))")
_LOWER = re.compile(r"[^\W\d_A-Z]{2,}")


@dataclass(frozen=True, slots=True)
class Seen:
    """A word with its place in pixels; words of one line have the same `line`: its block, paragraph and number."""

    text: str
    confidence: float
    place: tuple[int, int, int, int]
    line: tuple[int, int, int]

    @property
    def height(self) -> int:
        """The height of its letters, in pixels."""
        return self.place[3] - self.place[1]


def words_of(picture: PageImage, seen: Sequence[Seen]) -> tuple[RawWord, ...]:
    """Return the words of a page, in the order in which they were seen."""
    height = median(word.height for word in seen) if seen else 0
    kept = [list(_kept(_whole(line, NARROW * height), LOW * height)) for line in _lines(seen, WIDE * height)]
    return tuple(_placed(picture, list(_joined([line for line in kept if line]))))


def _lines(seen: Sequence[Seen], wide: float) -> list[list[Seen]]:
    """Return the lines, parted where the gap between two words is as wide as that between columns."""
    lines: list[list[Seen]] = []
    for word in seen:
        if not lines or lines[-1][-1].line != word.line or word.place[0] - lines[-1][-1].place[2] > wide:
            lines.append([])
        lines[-1].append(word)
    return lines


def _whole(line: Sequence[Seen], narrow: float) -> list[Seen]:
    """Return the words of a line with numbers that were seen in two pieces put together."""
    words: list[Seen] = []
    for word in line:
        last = words[-1] if words else None
        if last and last.text[-1].isdigit() and word.text[0].isdigit() and word.place[0] - last.place[2] < narrow:
            place = (last.place[0], min(last.place[1], word.place[1]), word.place[2], max(last.place[3], word.place[3]))
            words[-1] = Seen(last.text + word.text, min(last.confidence, word.confidence), place, word.line)
        else:
            words.append(word)
    return words


def _kept(line: Sequence[Seen], low: float) -> Iterator[Seen]:
    """Yield the words of a line without specks; a mark before the others is a bullet."""
    for i, word in enumerate(line):
        if i == 0 and len(line) > 1 and _is_bullet(word, low):
            yield _as(word, BULLET)
        elif len(word.text) > 1 or word.confidence >= DOUBTFUL:
            yield _as(word, _read_again(word.text, line[i - 1].text if i else "", line[i + 1].text if i + 1 < len(line) else ""))


def _is_bullet(word: Seen, low: float) -> bool:
    if word.text in _DASHES:
        return False
    is_mark = len(word.text) <= 2 and word.height <= low and word.place[2] - word.place[0] <= 2 * word.height
    return is_mark or (len(word.text) == 1 and (word.text in _SIGNS or word.confidence < DOUBTFUL))


def _read_again(text: str, before: str, after: str) -> str:
    """Return a word with "I" where tesseract sees other strokes: in "Al", "Cl/CD", and in "| build" and "so | have"."""
    if text == "|" and _LOWER.fullmatch(after) and (before[-1:] in {"", ".", ",", ";"} or _LOWER.fullmatch(before)):
        return "I"
    return _CAPITALS.sub(r"\1I", text)


def _joined(lines: Sequence[list[Seen]]) -> Iterator[list[Seen]]:
    """Yield the lines; where a word is broken at the end of one, its rest is there and not in the next."""
    taken = 0
    for line, following in pairwise([*lines, []]):
        words = line[taken:]
        taken = int(bool(words and following) and _goes_on(words[-1], following[0]))
        if taken:
            words[-1] = _as(words[-1], words[-1].text[:-1] + BROKEN + following[0].text)
        if words:
            yield words


def _goes_on(last: Seen, first: Seen) -> bool:
    return last.line[:2] == first.line[:2] and last.text[-2:-1].islower() and last.text[-1] == "-" and first.text[:1].islower()


def _placed(picture: PageImage, lines: Sequence[Sequence[Seen]]) -> Iterator[RawWord]:
    gap = PAGE
    for line in lines:
        for word in line:
            yield RawWord(word.text, picture.page, picture.box(*word.place), gap)
            gap = SPACE
        gap = LINE


def _as(word: Seen, text: str) -> Seen:
    return word if text == word.text else Seen(text, word.confidence, word.place, word.line)
