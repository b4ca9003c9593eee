"""Lines in, degrees out: the lowest that is enough, the one preferred, and where degrees and their fields stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from skillgap.model import Level
from skillgap.targets.posting.headings import PartKind
from skillgap.targets.posting.parts import Line
from skillgap.targets.posting.phrases import pattern

LEVELS = ("bachelor", "master", "phd")
LABELS = {"bachelor": "Bachelor's degree", "master": "Master's degree", "phd": "PhD"}

Forms = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A place where a posting names a degree; `end` is the end of the line's part that is about it and its fields."""

    level: str
    start: int
    word_end: int
    end: int
    asked: Level
    route: bool = False


@dataclass(frozen=True, slots=True)
class Degrees:
    """What is asked for: `least` is enough, `preferred` is better, each None where the posting doesn't say."""

    least: str | None
    preferred: str | None
    named: tuple[Named, ...] = ()


# The fields of a degree go on to the end of the sentence or to what begins another demand.
_FIELDS_END = re.compile(r"[;.](?=\s|$)|\bwith\b|\bplus\b|\band\s+(?=\d)|\bincluding\b|\d+\+|\bexperience\b", re.IGNORECASE)
_EQUIVALENT = re.compile(
    r"\bor (?:an? )?(?:equivalent|comparable|similar|relevant|practical)\b[^;.]{0,30}\bexperience\b", re.IGNORECASE
)
# A bracket that closes behind a degree ends what is said of it: the years of "5 years (3 with a PhD) of Python".
_BRACKET_CLOSES = re.compile(r"[^()]*\)(?!\s+in\b)")
_YEARS_BEHIND = re.compile(r"[^;.]{0,40}\b(?:plus|with|and)\s+(?:at least\s+)?\d", re.IGNORECASE)
# Who has the degree needs fewer years; without it more are enough: "8+ years, or 6+ with a PhD".
_SHORTER_WAY = re.compile(
    r"\d\+?\s*(?:years?|yrs?)\b(?:(?!\bwith\b)[^;.])*[,(]?\s*\bor\s+\d+\+?\s*(?:years?|yrs?)?[^,;.]{0,30}\bwith\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
# Weak forms are words of their own: "MS Office", "MA 02139", "BA skills", "master data", "Scrum Master".
_WEAK = re.compile(r"^(?:BA|BE|BS|MA|MS|Master|Masters|Bachelor|Promotion|Licence|Diplom)$")
_FIELD_WORDS = "a |an |any |cs\\b|ee\\b|computer|data|engineering|math|stat|science|physics|software|related|relevant|tech"
_FACULTIES = "applied|arts|business|commerce|computer|computing|engineering|information|philosophy|science|technology"
_STRONG_AROUND = re.compile(
    rf"\b(?:degree|of (?:{_FACULTIES})\b|in (?:{_FIELD_WORDS})|or (?:PhD|higher|above|equivalent)"
    r"|Ph\.?D|education|M\.?Sc\b|Bachelor|Master)",
    re.IGNORECASE,
)


def find_degrees(
    text: str, lines: tuple[Line, ...], forms: Mapping[str, tuple[str, ...]], cues: Mapping[str, tuple[str, ...]]
) -> Degrees:
    """Return the degrees that a posting asks for."""
    key = tuple((level, tuple(forms[level])) for level in LEVELS if level in forms)
    named = tuple(n for line in lines if not line.kind.is_boilerplate for n in _named(text, line, key, cues))
    asked = [n for n in named if n.asked is Level.REQUIRED]
    better = [n for n in named if n.asked is Level.PREFERRED]
    least = min((n.level for n in asked), key=LEVELS.index, default=None)
    floor = LEVELS.index(least) if least else -1
    higher = [n.level for n in better if LEVELS.index(n.level) > floor]
    # "PhD, or a Master's and 4 years": the longer way names what they would rather have.
    routes = [n.level for n in asked if n.level == "phd" and least == "master"]
    return Degrees(least, min((*higher, *routes), key=LEVELS.index, default=None), named)


def _named(text: str, line: Line, forms: Forms, cues: Mapping[str, tuple[str, ...]]) -> list[Named]:
    if pattern(cues["waives_degree"]).search(text, line.start, line.end):
        return []
    if line.kind in {PartKind.COMPANY, PartKind.DUTIES} and not pattern(cues["asks_plainly"]).search(text, line.start, line.end):
        return []
    found = []
    others = [m.span() for m in pattern(cues["no_degree"]).finditer(text, line.start, line.end)]
    for m in _pattern(forms).finditer(text, line.start, line.end):
        if any(start <= m.start() < end for start, end in others):
            continue
        if _WEAK.match(m[0]) and not _STRONG_AROUND.search(
            text[max(line.start, m.start() - 25) : m.start()] + "|" + text[m.end() : m.end() + 45]
        ):
            continue
        if pattern(cues["waives_next"]).search(text, line.start, m.start()):
            continue
        found.append(
            Named(str(m.lastgroup), m.start(), m.end(), _end_of_fields(text, m.end(), line.end), _asked(text, line, m, cues))
        )
    return found or _any_degree(text, line, cues)


def _any_degree(text: str, line: Line, cues: Mapping[str, tuple[str, ...]]) -> list[Named]:
    """Return "a degree in statistics", of whatever level, as the lowest. Where experience does as well none is asked for."""
    found = pattern(cues["any_degree"]).search(text, line.start, line.end)
    if not found or line.kind is PartKind.COMPANY or pattern(cues["waives_next"]).search(text, line.start, found.start()):
        return []
    end = _end_of_fields(text, found.end(), line.end)
    if _EQUIVALENT.search(text, found.end(), line.end):
        return []
    return [Named(LEVELS[0], found.start(), found.end(), end, _asked(text, line, found, cues))]


def _end_of_fields(text: str, start: int, end: int) -> int:
    marks = (_FIELDS_END.search(text, start, end), _BRACKET_CLOSES.match(text, start, end))
    return min((m.end() if m.re is _BRACKET_CLOSES else m.start() for m in marks if m), default=end)


def _asked(text: str, line: Line, m: re.Match[str], cues: Mapping[str, tuple[str, ...]]) -> Level:
    """Return whether a degree is required or only preferred: a softener reaches to the next comma, "or" or mark."""
    if line.kind is PartKind.PREFERRED:
        return Level.PREFERRED
    if _SHORTER_WAY.search(text, line.start, m.start()):
        return Level.MENTIONED
    stop = re.compile(r"[;,(]|\.(?=\s|$)|\bor\b").search(text, m.end(), line.end)
    rest = text[m.end() : stop.start() if stop else line.end]
    # "Bachelor's required, Master's preferred"; "Bachelor's (Master's preferred)"; "ideally a PhD".
    before = text[line.start : m.start()]
    lead = re.split(r"[;(]|\.\s|\bor\b", before)[-1]
    if pattern(cues["softens_next"]).search(lead) or pattern(("preferred", "desired", "preferably")).search(
        lead.rpartition(",")[2]
    ):
        return Level.PREFERRED
    tail = text[m.end() : line.end]
    closer = pattern((*cues["softens_last"],)).search(rest) or re.match(
        r"[^;,.]{0,110}?[\s(,]+(?:strongly |highly )?(?:preferred|desired|a plus)\b", tail
    )
    required = pattern(cues["must"]).search(rest)
    return Level.PREFERRED if closer and not required else Level.REQUIRED


@lru_cache
def _pattern(forms: Forms) -> re.Pattern[str]:
    groups = "|".join(f"(?P<{level}>{_alternatives(words)})" for level, words in forms)
    return re.compile(rf"(?<![\w.-])(?:{groups})(?![\w-])")


def _alternatives(words: tuple[str, ...]) -> str:
    both = {*words, *(w.lower() for w in words if len(w) > 5), *(w.upper() for w in words if len(w) > 5)}
    return "|".join(re.escape(w) for w in sorted(both, key=lambda w: (-len(w), w)))
