"""A posting's text as read in, the text that is worked on out: every requirement on a line of its own as far as can be told.

Boards flatten, wrap, escape and glue what employers write. Each character of the tidied text knows where it stands in the text
as read, so evidence points there.
"""

from __future__ import annotations

import html
import itertools
import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from skillgap.targets.posting.phrases import alternatives
from skillgap.taxonomy.values import Words

# Texts wrapped by mail programs and boards are narrower than this; wider lines are paragraphs.
WIDEST_WRAP = 130
# So many lines that end where the next word had no more room make a wrapped text.
LEAST_WRAPPED = 0.4
# A line of proportional letters, or before a long word, is full at this part of the longest.
NEARLY_FULL = 0.75

# No item begins in the title: "Senior Experience Designer".
TITLE = 60

_BLOCKS = "address|article|blockquote|br|div|dd|dl|dt|footer|h[1-6]|header|hr|main|ol|p|section|table|tbody|td|th|tr|ul"
_INLINE = "a|abbr|b|code|em|font|i|img|s|small|span|strong|sub|sup|u"
_ITEM_TAG = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCKS})\b[^<>]*/?>|</li>", re.IGNORECASE)
_INLINE_TAG = re.compile(rf"</?(?:{_INLINE})\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
_QUOTE = re.compile("[’‘`´]")
_DASH = re.compile("[\u2010\u2011\u2012]")
_ODD_BULLET = re.compile(
    r"(?m)(?:(?<=^)|(?<=\s))[·∙◦▪▸►●○■‣➢➤❖◆♦✓✔✅»–—*](?=\s)|(?<=[\w).,;:+#])[·∙◦▪▸►●○■‣➢➤❖◆♦✓✔✅](?=\s)"
    r"|(?<=[a-z).])[–—](?=\s[A-Z])|[•●▪■◦‣](?=\S)|^[ \t]*[>→⇒➔➜▶](?=\s)"
)
_INLINE_BULLET = re.compile(r"[ \t]*•")
_DASH_BULLET = re.compile(r"(?<=\S)[ \t]+[->](?=\s+\S)")
# The same glued to the item before: "Python, Bash- Docker". What goes on in lower case is a word: "full- and part-time".
_GLUED_DASH = re.compile(r"(?<=[\w).,:;+#])-[ \t]+(?=[A-Z\d])")
_SPLIT_WORD = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
# A line that ends inside a word or a name.
_DIVIDED = re.compile(r"\w[-/]$")
_SPLIT_NAME = re.compile(r"(?<=\w-)\n(?=\w)|(?<=\w/)\n(?=\w)")
_GLUED_YEARS = re.compile(r"(?<=[A-Za-z)])(?=\d{1,2}(?:\+|\s?-\s?\d{1,2})\s*years)")
# A word with a capital inside, and where it could have been glued: "JetsonCollect", "SQLNice", "fusionCUDA", "2Docker".
_INNER = re.compile(r"[A-Za-z\d+#]*(?:[a-z\d+#][A-Z]|[A-Z]{2}[a-z]{2})[A-Za-z\d+#]*")
_JOINT = re.compile(
    r"(?<=[a-z]{2})(?=[A-Z])|(?<=[A-Z][a-z])(?=[A-Z][a-z]{2})|(?<=[a-z][\d+#])(?=[A-Z][a-z]{2})|(?<=[+#])(?=[A-Z])"
    r"|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=^\d)(?=[A-Z][a-z]{2})"
)
# Names that nobody listed look glued too: so many different words must be.
LEAST_GLUED = 3
_GLUED_SENTENCE = re.compile(
    r"(?<=[a-z]{3}[.;:!?])(?=[A-Z][a-z]{2})|(?<=[A-Z]{2}[.;:!?])(?=[A-Z][a-z]{3})|(?<=[a-z\d]\)[.;:])(?=[A-Z])"
)
_GLUED_BRACKET = re.compile(r"(?<=[\w+#]\))(?=[A-Z][a-z]{2})")
# Items that were flattened: a list in brackets, and a capital behind it.
_BRACKET_ITEM = re.compile(r"(?<=\))[ \t]+(?=[A-Z])")
_LISTED = re.compile(r"\([^()]*(?:[,/]|\bor\b|\betc\b)[^()]*\)$")
_MARKDOWN = re.compile(r"\*\*|__(?=\w)|(?<=\w)__|(?m:^#{1,6}[ \t]+|^\*(?=[^\s*][^*\n]*\*$)|(?<=[^\s*])\*$)")
_SENTENCE = re.compile(
    r"(?<=[a-z\d)%'\"][.!?])[ \t]+(?=[\"'(]?[A-Z])|(?<=[A-Z]{2}[.!?])[ \t]+(?=[A-Z])|(?<=[+#][.!?])[ \t]+(?=[A-Z])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|incl|resp|approx|vs|no|dr|mr|ms|sr|jr|st|inc|ltd|co)|\b[A-Z]|(?:^|\s)\d{1,2})\.$", re.IGNORECASE
)
# A word that can't end an item: what follows in capitals is a name.
_BINDS = re.compile(r"\b(?:a|an|the|of|in|and|or|with|as|for|to|on|by|at|is|are|be|our|your|from|plus|via|using)$", re.IGNORECASE)
_BREAKS = re.compile(r"\n+")
_NUMBERED = re.compile(r"(?<=[.;:])[ \t]+(?=\(?\d{1,2}[.)] +[A-Z])")


@dataclass(frozen=True, slots=True)
class Tidied:
    """A text, and for each of its characters (and its end) where it stands in the text as read."""

    text: str
    origin: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Tidied:
        """Return a text as it is."""
        return cls(text, tuple(range(len(text) + 1)))

    def replaced(self, pattern: re.Pattern[str], by: str) -> Tidied:
        """Return the text with what a pattern matches replaced; a match of nothing is an insertion."""
        return self.edited([(m.start(), m.end(), by) for m in pattern.finditer(self.text)])

    def edited(self, edits: list[tuple[int, int, str]]) -> Tidied:
        """Return the text with parts replaced, given in order."""
        if not edits:
            return self
        pieces: list[str] = []
        origin: list[int] = []
        at = 0
        for start, end, by in edits:
            pieces += (self.text[at:start], by)
            origin += self.origin[at:start]
            origin += [self.origin[start]] * len(by)
            at = end
        return Tidied("".join((*pieces, self.text[at:])), (*origin, *self.origin[at:]))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of the tidied text stands in the text as read."""
        return self.origin[start], self.origin[end - 1] + 1 if end > start else self.origin[start]

    def at(self, offset: int) -> int:
        """Return the place in the tidied text of an offset of the text as read."""
        return bisect_left(self.origin, offset)


def tidy(text: str, words: Words) -> Tidied:
    """Return a posting's text with a line for each heading, item and sentence."""
    tidied = Tidied.of(text)
    if _ENTITY.search(text) or "<" in text:
        tidied = _without_markup(_without_markup(tidied))  # boards escape what is escaped already
    for pattern, by in ((_MARKDOWN, ""), (_QUOTE, "'"), (_DASH, "-"), (_ODD_BULLET, "•")):
        tidied = tidied.replaced(pattern, by)
    tidied = _unwrapped(tidied).replaced(_SPLIT_WORD, "").replaced(_SPLIT_NAME, "")
    return _divided(tidied, words)


def _without_markup(tidied: Tidied) -> Tidied:
    edits = [(m.start(), m.end(), html.unescape(m[0]).replace("\xa0", " ")) for m in _ENTITY.finditer(tidied.text)]
    return tidied.edited(edits).replaced(_ITEM_TAG, "\n• ").replaced(_BLOCK_TAG, "\n").replaced(_INLINE_TAG, "")


def _unwrapped(tidied: Tidied) -> Tidied:
    """Return the text without the line breaks that only stand where a line was full.

    A line was full where the next line's first word had no more room. What goes on in lower case below a long line is one too.
    """
    lines = list(re.finditer(r"[^\n]+", tidied.text))
    width = max((len(line[0]) for line in lines), default=0)
    joints = [(a, b) for a, b in itertools.pairwise(lines) if b.start() == a.end() + 1 and not b[0].startswith(("•", "- "))]
    full = [(a, b) for a, b in joints if len(a[0]) + 1 + len(b[0].split(" ", 1)[0]) > width]
    is_wrapped = width <= WIDEST_WRAP and len(full) >= LEAST_WRAPPED * len(lines)
    joined = [
        (a, b)
        for a, b in joints
        if not _DIVIDED.search(a[0])
        and (
            (is_wrapped and (a, b) in full)
            or (len(a[0]) > NEARLY_FULL * width and width <= WIDEST_WRAP and _is_open(a[0], b[0]))
            or _goes_on(a[0], b[0])
        )
    ]
    return tidied.edited([(a.end(), b.start(), " ") for a, b in joined])


def _is_open(line: str, following: str) -> bool:
    """Return whether a line that was full can't end there, or the next one can't begin there."""
    return (
        following[0].islower() or line.endswith((",", "/", "&")) or line.count("(") > line.count(")") or bool(_BINDS.search(line))
    )


def _goes_on(line: str, following: str) -> bool:
    return len(line) > 40 and line[-1] not in ".:;!?" and following[0].islower() and (len(line) > 55 or line[-1] == ",")


def _divided(tidied: Tidied, words: Words) -> Tidied:
    """Return the text with a line for each heading, item and sentence that stands inside a line."""
    tidied = tidied.replaced(_GLUED_SENTENCE, "\n").replaced(_GLUED_BRACKET, "\n").replaced(_GLUED_YEARS, "\n")
    glued = {m: at for m in _INNER.finditer(tidied.text) if (at := _glued_at(m[0], words)) is not None}
    if len({m[0] for m in glued}) >= LEAST_GLUED:
        tidied = tidied.edited([(m.start() + at, m.start() + at, "\n") for m, at in glued.items()])
    glued_starter, starter, glued_heading, heading_glued, glued_label = _patterns(words.posting_cues["starter"], _headings(words))
    tidied = tidied.replaced(glued_heading, "\n").replaced(glued_label, "\n")
    tidied = tidied.edited([(m.end(), m.end(), "\n") for m in heading_glued.finditer(tidied.text)])
    tidied = tidied.replaced(glued_starter, "\n").replaced(_INLINE_BULLET, "\n•")
    if len(_GLUED_DASH.findall(tidied.text)) >= LEAST_GLUED:
        tidied = tidied.replaced(_GLUED_DASH, "\n• ")
    if len(_DASH_BULLET.findall(tidied.text)) > 3:
        tidied = tidied.edited([(m.start(), m.end(), "\n•") for m in _DASH_BULLET.finditer(tidied.text) if _is_bullet(m)])
    tidied = tidied.replaced(_NUMBERED, "\n")
    items = [m for m in _BRACKET_ITEM.finditer(tidied.text) if not _in_title(m) and _LISTED.search(_before(m, 200))]
    tidied = tidied.edited([(m.start(), m.end(), "\n") for m in items])
    begins = [m for m in starter.finditer(tidied.text) if not _in_title(m) and not _BINDS.search(_before(m, 12))]
    tidied = tidied.edited([(m.start(), m.end(), "\n") for m in begins])
    breaks = [m for m in _SENTENCE.finditer(tidied.text) if not _ABBREVIATION.search(_before(m, 8))]
    divided = tidied.edited([(m.start(), m.end(), "\n") for m in breaks])
    # An empty line between them: what stands in two lines is no name, and no cue reaches over.
    return divided.replaced(_BREAKS, "\n\n")


def _glued_at(word: str, words: Words) -> int | None:
    """Return where a word that no name has consists of two that are sound; None where it may be one."""
    known = _known(words.inner_capitals)
    if word.lower() in known:
        return None

    def sound(part: str) -> bool:
        return not _JOINT.search(part) or part.lower() in known

    return next((m.end() for m in _JOINT.finditer(word) if sound(word[: m.end()]) and sound(word[m.end() :])), None)


@lru_cache
def _known(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(names)


def _in_title(match: re.Match[str]) -> bool:
    return match.start() < TITLE and "\n" not in match.string[: match.start()] and "." not in match.string[: match.start()]


def _before(match: re.Match[str], letters: int) -> str:
    return match.string[max(0, match.start() - letters) : match.start()]


def _is_bullet(match: re.Match[str]) -> bool:
    """Return whether a dash inside a line begins an item and isn't one between two parts of a sentence or numbers."""
    text = match.string
    return not (text[match.start() - 1].isdigit() and text[match.end() : match.end() + 2].strip()[:1] in "$£€0123456789")


def _headings(words: Words) -> tuple[str, ...]:
    return tuple(h for headings in words.posting_headings.values() for h in headings if not h.endswith("*"))


@lru_cache
def _patterns(starters: tuple[str, ...], headings: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    capital = rf"(?=[A-Z])(?i:{alternatives(starters)})(?![\w'-])"
    longer = tuple(h for h in headings if len(h) >= 6)
    known = rf"(?=[A-Z])(?i:{alternatives(longer)})"
    label = rf"(?i:{alternatives(tuple(h for h in longer if ' ' in h))})"
    word = rf"(?<=[A-Z]{{2}})(?=[A-Z][a-z])(?={known})"
    return (
        re.compile(rf"(?<=[a-z)\d+#])(?={capital})|(?<=[A-Z]{{2}})(?=(?=[A-Z][a-z]){capital})"),
        re.compile(rf"(?<=[a-z)\d+#])[ \t]+(?={capital} )|(?:(?<=[A-Z]{{2}})|(?<=PhD))[ \t]+(?=(?=[A-Z][a-z]){capital} )"),
        re.compile(rf"(?<=[a-z.!?)])(?={known}(?:[ \n:]|[A-Z]|\d))|{word}|(?<=[^\w\s])(?<=[.!?)])(?={known})"),
        re.compile(rf"(?<![A-Za-z]){known}(?:(?<![A-Z])(?=[A-Z\d(])|(?<=[A-Z])(?=[A-Z]{{1,3}}[a-z]|[\d(]))"),
        # In small letters too where several words and a colon make it one: "TorchServegood to have:".
        re.compile(rf"(?<=[A-Za-z\d.!?)])(?={label}:)"),
    )
