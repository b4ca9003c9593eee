"""Headings of a posting: a line, or a place inside one, in; the kind of part that it heads out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from skillgap.targets.posting.phrases import alternatives, pattern
from skillgap.taxonomy.values import Words

# The longest line that is a heading though it has more words than the wording known.
LONGEST = 70
# The most words of a heading that no list has, and of one without a colon.
MOST_NAMED = 8
MOST_TITLED = 4
# A heading of one word inside a text: "Bonus", "Pluses", but not "Plus".
SHORTEST_PREFERRED = 5
# The most words of a line that leads in to a list without a colon.
MOST_OPEN = 12


class PartKind(StrEnum):
    """What a part of a posting says: its headings are in taxonomy/postings.yaml. OPENING is before any heading."""

    OPENING = "opening"
    REQUIRED = "required"
    PREFERRED = "preferred"
    DUTIES = "duties"
    COMPANY = "company"
    BENEFITS = "benefits"
    LEGAL = "legal"
    PROCESS = "process"

    @property
    def is_boilerplate(self) -> bool:
        """Whether skills in it say nothing of the job."""
        return self in (PartKind.BENEFITS, PartKind.LEGAL, PartKind.PROCESS)

    @property
    def asks(self) -> bool:
        """Whether skills in it are asked for."""
        return self in (PartKind.REQUIRED, PartKind.PREFERRED)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a line: `text[start:end]`, its colon with it."""

    kind: PartKind
    start: int
    end: int


_ORNAMENT = re.compile(r"^[\W_]+|[\W_]+$")
# Behind these a heading's words are part of a sentence.
_OPEN = frozenset(",-/&(\"'")
_COLON = re.compile(r"\s*(?:\([^)]{0,25}\)\s*)?:?")
_REMARK = re.compile(r"\s*\([^)]*\)\s*$")
# What must stand behind a heading inside a line.
_AFTER = r"(?=\s*(?::|$)|\s*[-–—•*]\s|\s+\w)"


def whole_line(line: str, words: Words, *, listed: bool = False) -> PartKind | None:
    """Return the kind of the part that a line heads; `listed` says that a list begins in the next one."""
    bare = line.strip()
    if len(bare) > LONGEST or bare.endswith((".", ",", ";")) or bare.startswith(("•", "- ", "* ")):
        return None
    folded = " ".join(_ORNAMENT.sub("", _REMARK.sub("", bare)).lower().split())
    exact, prefixes = _tables(_key(words))
    if folded in exact:
        return exact[folded]
    begun = max(((len(prefix), kind) for prefix, kind in prefixes if folded.startswith(prefix)), default=None)
    if begun and (bare.endswith(":") or len(folded.split()) <= 6):
        return begun[1]
    if bare.endswith(":") and any(h.start for h in inside(bare, 0, len(bare), words)):
        return None  # "Excellent communication skills Bonus:"
    return _worded(bare, folded, exact) or _by_nouns(bare, folded, words) or _open(bare, folded, words, listed=listed)


def _worded(bare: str, folded: str, exact: dict[str, PartKind]) -> PartKind | None:
    """Return the kind of a heading that begins with a known wording: "Required qualifications, capabilities, and skills"."""
    parts = re.split(r"\s*(?:,|/|\||&|\band\b|\bfor\b|\bto\b|\bas\b|\bin\b|\bat\b|[-–:])\s*", folded)
    first = exact.get(parts[0])
    if ":" in bare[:-1]:
        return None  # "Our stack: Python, Kafka"
    if first is None or len(parts) < 2 or len(folded.split()) > 8:
        return None
    titled = sum(w[0].isupper() for w in bare.split() if w[0].isalpha() and len(w) > 3)
    long = sum(len(w) > 3 for w in bare.split())
    return first if bare.endswith(":") or titled == long or (len(parts[0].split()) > 1 and bare[0].isupper()) else None


def _by_nouns(bare: str, folded: str, words: Words) -> PartKind | None:
    """Return the kind of a heading that no list has, "Key technology experience:", by its nouns and adjectives."""
    cues = words.posting_cues
    parts = folded.split()
    titled = all(w[0].isupper() or len(w) <= 3 or w == "and" for w in bare.split()) and 1 < len(parts) <= MOST_TITLED
    named = folded if bare.endswith(":") else parts[-1] if titled else ""
    if len(parts) > MOST_NAMED or not pattern(cues["further"]).search(named):
        return None
    return PartKind.PREFERRED if pattern(cues["leads_preferred"]).search(folded) else PartKind.REQUIRED


def _open(bare: str, folded: str, words: Words, *, listed: bool) -> PartKind | None:
    """Return the kind of a heading that the items below go on, "You might be a fit if you", or of another before a list."""
    cues, (exact, _) = words.posting_cues, _tables(_key(words))
    ending = _ends_in(cues["open"]).search(folded)
    most = MOST_OPEN if ending else MOST_NAMED if listed and not bare.endswith(("!", ":")) else 0
    if len(folded.split()) > most or not _ORNAMENT.sub("", bare)[:1].isupper():
        return None
    if ending and folded[: ending.start()] in exact:
        return exact[folded[: ending.start()]]
    if pattern(cues["leads_preferred"]).search(folded):
        return PartKind.PREFERRED
    return PartKind.REQUIRED if pattern(cues["leads_required"]).search(folded) else None


@lru_cache
def _ends_in(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternatives(phrases)})$")


def inside(text: str, start: int, end: int, words: Words) -> Iterator[Heading]:
    """Yield the headings inside a line, each from its first letter to behind its colon."""
    table, _ = _tables(_key(words))
    for m in _inline(_key(words), words.posting_cues["further"]).finditer(text, start, end):
        folded = " ".join(m["heading"].lower().split())
        kind = table[folded]
        if _is_heading(text, start, m, kind):
            colon = _COLON.match(text, m.end())
            yield Heading(kind, m.start("heading"), colon.end() if colon else m.end())


def _is_heading(text: str, start: int, m: re.Match[str], kind: PartKind) -> bool:
    """Return whether a wording inside a line is a heading.

    With a colon or bullet behind it at the beginning of a line or sentence it is one. Else its first letter is a capital and so
    is what follows: where it stands in the middle of a sentence a capital is enough only if it has several words.
    """
    heading, after = m["heading"], text[m.end() : m.end() + 5]
    before = text[max(start, m.start("heading") - 3) : m.start("heading")].strip()
    begins = not before or before[-1] in ".!?:;)]•"
    marked = bool(re.match(r"\s*:|\s+[-–—•*]\s", after)) or (after.strip() == "" and m.end() == len(text))
    several = len(heading.split()) > 1
    if marked:
        # An adjective before it, "Relevant Experience:", makes it no other kind.
        labels = kind in {PartKind.REQUIRED, PartKind.DUTIES} and after.startswith(":")
        first = several or labels or kind is PartKind.PREFERRED or not _joined(text, m)
        return (begins or (heading[0].isupper() and first)) and (heading[0].isupper() or (not before and ":" in after))
    titled = all(w[0].isupper() for w in heading.split() if len(w) > 3)
    follows = bool(re.match(r"\s+[A-Z\d]", after)) or (several and not begins and before[-1:] not in _OPEN)
    if not follows or not heading[0].isupper():
        return False
    if heading.isupper() and len(heading) > 5:
        return True
    if several:
        return kind is not PartKind.COMPANY or begins or before[-1:].islower()
    bound = before[-1:] in {",", "-", "/", "&"} or (kind in {PartKind.REQUIRED, PartKind.DUTIES} and _joined(text, m))
    if kind is PartKind.PREFERRED and before[-1:].islower() and len(heading) >= SHORTEST_PREFERRED:
        return True
    plain = heading.endswith(("s", "S")) or kind is PartKind.PREFERRED  # "Experience Designer" is none
    return titled and plain and len(heading) >= 8 and not bound


def _joined(text: str, m: re.Match[str]) -> bool:
    """Return whether the word before a single word is its adjective: "Minimum Qualifications" that no list has."""
    before = text[max(0, m.start("heading") - 20) : m.start("heading")].rpartition("\n")[2].split(" ")
    return len(before) > 1 and before[-2][:1].isupper() and not before[-2].endswith((".", "!", "?"))


Key = tuple[tuple[str, tuple[str, ...]], ...]


def _key(words: Words) -> Key:
    return tuple((kind, tuple(headings)) for kind, headings in words.posting_headings.items())


@lru_cache
def _tables(key: Key) -> tuple[dict[str, PartKind], tuple[tuple[str, PartKind], ...]]:
    exact = {h: PartKind(kind) for kind, headings in key for h in headings if not h.endswith("*")}
    prefixes = tuple((h[:-1], PartKind(kind)) for kind, headings in key for h in headings if h.endswith("*"))
    return exact, prefixes


@lru_cache
def _inline(key: Key, further: tuple[str, ...]) -> re.Pattern[str]:
    wordings = tuple(h for _, headings in key for h in headings if not h.endswith("*"))
    more = rf"(?:\s*(?:,|/|&|\band\b)\s*(?:and\s+)?(?i:{alternatives(further)})\b)*"
    return re.compile(rf"(?<![\w'-])(?P<heading>(?i:{alternatives(wordings)})){more}{_AFTER}")
