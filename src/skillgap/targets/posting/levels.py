"""A mention and its line in, the level at which it is asked for out; None where the line says that it isn't needed.

The part of the posting decides, unless a cue does: a softener reaches over its clause only. "Ideally" softens what follows, "is
a plus" what stands before it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence

from skillgap.model import Cue, Level, Mention
from skillgap.targets.posting.headings import PartKind
from skillgap.targets.posting.parts import Line
from skillgap.targets.posting.phrases import pattern

Cues = Mapping[str, tuple[str, ...]]

_CLAUSE = re.compile(r"[;()]|[.!?](?=\s|$)|\s[-–—]\s|\bbut\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:no|not)\b[^.,]{0,25}$", re.IGNORECASE)
# "Not required, but a plus" is one part.
_BUT = re.compile(r",?\s+but\b", re.IGNORECASE)
_PART = re.compile(r";|[.!?](?=\s|$)|(?<!required)(?<!required,)(?<!necessary)(?<!necessary,)\s+but\b", re.IGNORECASE)
_LAST_AND = re.compile(r",?\s+(?:and|or|&)\s+|/", re.IGNORECASE)


# How far the words reach that waive something, in characters before it and words behind it: flattened texts have no clauses.
WAIVED_NEXT = 60
WAIVED_LAST = 4

# A verb before what softens: "X, Y is a plus" says so of both where "experience with" or the like stands before them, in so many
# characters.
_SAYS_OF_ALL = re.compile(r"\b(?:is|are|be)\b", re.IGNORECASE)
NOUN = 30
BESIDE = 8

# How far "is a must" reaches back.
MUST = 60


def level_of(mention: Mention, line: Line, text: str, cues: Cues, *, around: Sequence[Mention]) -> Level | None:
    """Return how strongly a mention is asked for. `around` are the mentions of its line, in order."""
    if mention.cue is Cue.NEGATED or _is_waived(mention, line, text, cues):
        return None
    if line.kind.is_boilerplate:
        return None
    if _is_softened(mention, line, text, cues, around):
        return Level.PREFERRED
    if line.kind is PartKind.REQUIRED:
        return Level.REQUIRED
    if line.kind is PartKind.PREFERRED:
        return Level.REQUIRED if _is_must(mention, line, text, cues) else Level.PREFERRED
    return Level.REQUIRED if _is_asked(mention, line, text, cues) else Level.MENTIONED


def _is_waived(mention: Mention, line: Line, text: str, cues: Cues) -> bool:
    start, end = _clause(mention, line, text)
    before = text[max(start, mention.start - WAIVED_NEXT) : mention.start]
    after = pattern(cues["waives_last"]).search(text, mention.end, end)
    close = (
        after is not None and not _BUT.match(text, after.end()) and len(text[mention.end : after.start()].split()) <= WAIVED_LAST
    )
    return close or bool(pattern(cues["waives_next"]).search(before))


def _clause(mention: Mention, line: Line, text: str) -> tuple[int, int]:
    """Return the clause of a mention: what stands between marks that end one, inside its brackets or outside of others."""
    start = line.start
    for m in _CLAUSE.finditer(text, line.start, mention.start):
        start = m.end()
    stop = _CLAUSE.search(text, mention.end, line.end)
    return start, stop.start() if stop else line.end


def _is_softened(mention: Mention, line: Line, text: str, cues: Cues, around: Sequence[Mention]) -> bool:
    start, end = _sentence(mention, line, text)
    nexts = [m.end() for m in pattern(cues["softens_next"]).finditer(text, start, mention.start)]
    if any(_reaches(at, mention.start, text, around) for at in nexts):
        return True
    for m in pattern(cues["softens_last"]).finditer(text, start, end):
        if m.start() < mention.start:
            before = [o for o in around if start <= o.start < m.start()]
            if not before and _reaches(m.end(), mention.start, text, around):
                return True
        elif _covers(mention, m.start(), text, cues, [o for o in around if start <= o.start < m.start()]):
            return True
    return False


def _sentence(mention: Mention, line: Line, text: str) -> tuple[int, int]:
    """Return the part of the line between semicolons and full stops, without what brackets around others say."""
    start, end = line.start, line.end
    for m in _PART.finditer(text[line.start : line.end]):
        at = line.start + m.start()
        if at < mention.start:
            start = line.start + m.end()
        elif at >= mention.end:
            end = min(end, at)
    return start, end


def _reaches(at: int, start: int, text: str, around: Sequence[Mention]) -> bool:
    """Return whether a cue that ends at `at` reaches a mention: no bracket closes between, and no item ends without a mark."""
    between = text[at:start]
    if between.count(")") > between.count("("):
        return False
    inside = [o for o in around if at <= o.start <= start]
    return not any(text[a.end : b.start].isspace() for a, b in itertools.pairwise(inside))


def _covers(mention: Mention, at: int, text: str, cues: Cues, before: Sequence[Mention]) -> bool:
    """Return whether a cue at `at` softens a mention before it.

    In brackets it softens what is in them with it, or, alone there, what stands right before them. Elsewhere it softens the last
    list before it: what is joined by "and" or "or", else only what stands behind the last comma.
    """
    opened = text.rfind("(", mention.start if mention.start < at else 0, at)
    closed = text.find(")", mention.end, at)
    if opened > mention.end and text.find(")", opened, at) < 0:
        inside = [o for o in before if o.start > opened]
        return not inside and bool(before) and mention.start == before[-1].start
    if closed >= 0 and "(" not in text[mention.end : closed]:
        return _covers_outside(text[closed:at], cues)
    return _covers_list(mention, at, text, cues, before)


def _covers_outside(after: str, cues: Cues) -> bool:
    return "," not in after and not pattern(cues["must"]).search(after)


def _covers_list(mention: Mention, at: int, text: str, cues: Cues, before: Sequence[Mention]) -> bool:
    between = text[mention.end : at]
    if pattern(cues["must"]).search(between) and not pattern(cues["softens_last"]).search(between):
        return False
    own = [o for o in before if o.start >= mention.start]
    if any(text[a.end : b.start].isspace() for a, b in itertools.pairwise(own)):
        return False
    if "," not in between:
        return True
    last_comma = between.rfind(",")
    tail = between[last_comma:]
    if _SAYS_OF_ALL.search(text, at - BESIDE, at + BESIDE) and _is_object(own[0], text, cues, before):
        return True
    return bool(_LAST_AND.search(tail)) or (len(own) == 1 and last_comma > 0)


def _is_object(mention: Mention, text: str, cues: Cues, before: Sequence[Mention]) -> bool:
    """Return whether a list is what one noun is of: "Knowledge of X, Y"."""
    first = before[0].start
    return bool(pattern(cues["asks"]).search(text, max(first - NOUN, 0), first)) and ";" not in text[first : mention.start]


def _is_must(mention: Mention, line: Line, text: str, cues: Cues) -> bool:
    start, end = _clause(mention, line, text)
    start, end = max(start, mention.start - MUST), min(end, mention.end + MUST)
    return any(not _NOT.search(text[start : m.start()]) for m in pattern(cues["must"]).finditer(text, start, end))


def _is_asked(mention: Mention, line: Line, text: str, cues: Cues) -> bool:
    """Return whether a sentence of a part that doesn't ask does: what stands behind the words that ask."""
    if pattern(cues["elsewhere"]).search(text, line.start, line.end):
        return False
    asking = cues["asks"] if line.kind is PartKind.OPENING else cues["asks_plainly"]
    return bool(pattern(asking).search(text, line.start, mention.start)) or _is_must(mention, line, text, cues)
