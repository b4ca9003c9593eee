"""Lines in, years of experience out: those asked for of a skill, and in all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from skillgap.model import Mention
from skillgap.targets.posting.parts import Line
from skillgap.targets.posting.phrases import alternatives, pattern

Cues = Mapping[str, tuple[str, ...]]

# Nobody asks for more; "150 years of history" isn't experience.
MOST = 20

# Between a skill and years that are its own: "Python (3+ years)", "SQL: 5 years", "SQL - 5 years".
_OWN = re.compile(r"\s*[:(,–-]*\s*(?:at least|minimum|min\.?|over)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Years:
    """A number of years and where it stands; `route` says that a degree goes with it, of which others ask for other years."""

    least: int
    start: int
    end: int
    route: bool = False


def years_in(text: str, line: Line, cues: Cues) -> tuple[Years, ...]:
    """Return the years of experience that a line asks for, in order."""
    if line.kind.is_boilerplate or pattern(cues["not_experience"]).search(text, line.start, line.end):
        return ()
    return tuple(y for y in _years(text, line, cues) if 0 < y.least <= MOST)


def _years(text: str, line: Line, cues: Cues) -> Iterator[Years]:
    numbers = cues["numbers"]
    for m in _pattern(numbers, cues["years"]).finditer(text, line.start, line.end):
        word = m["least"].lower()
        least = int(word) if word.isdigit() else numbers.index(word) + 1
        yield Years(least, m.start(), m.end(), bool(m["route"] or m["bare"]))


@lru_cache
def _pattern(numbers: tuple[str, ...], years: tuple[str, ...]) -> re.Pattern[str]:
    number = rf"\d{{1,2}}|{alternatives(numbers)}"
    rest = rf"(?:\s*(?:-|–|to|or)\s*(?:{number}))?\s*(?:\+|plus\b|or more\b)?"
    unit = rf"(?:\(\d{{1,2}}\)\s*)?(?:{alternatives(years)})\b['’]?"
    degree = (
        r"(?:\s+(?:of\s+)?(?:[\w-]+\s+){0,3}?)?(?:with|and)\s+(?:an?\s+)?(?:MS|MSc|BS|BSc|BA|PhD|Ph\.D|Master|Bachelor|doctorate)"
    )
    return re.compile(
        rf"(?<![\w.$€£-])(?P<least>{number})(?:{rest}[\s-]*{unit}(?P<route>{degree})?|\s*\+(?P<bare>{degree}))",
        re.IGNORECASE,
    )


def of_mentions(mentions: Sequence[Mention], found: Sequence[Years], text: str) -> dict[int, int]:
    """Return the years asked for of the mentions of a line, by where each stands.

    Years stand right behind a skill ("Python: 3 years"), or else before the skills that they are of; what stands before years
    that no skill follows has them too.
    """
    result: dict[int, int] = {}
    free = list(found)
    for m in mentions:
        own = next((y for y in free if y.start >= m.end and _OWN.fullmatch(text, m.end, y.start)), None)
        if own and _ends_there(own, mentions, text):
            result[m.start] = own.least
            free.remove(own)
    for m in mentions:
        before = [y for y in free if y.end <= m.start and ";" not in text[y.end : m.start]]
        if before:
            result.setdefault(m.start, before[-1].least)
    last = free[-1] if free else None
    if last and not any(m.start >= last.end for m in mentions):
        for m in mentions:
            result.setdefault(m.start, last.least)
    return result


def _ends_there(own: Years, mentions: Sequence[Mention], text: str) -> bool:
    """Return whether no skill follows years as what they are of: "Python, 3+ years of SQL"."""
    following = next((m for m in mentions if m.start >= own.end), None)
    return following is None or text[own.end : following.start].strip(" )").startswith((",", ";", ")", "/", "("))


def in_all(per_line: Sequence[Sequence[Years]]) -> int | None:
    """Return the years asked for in all: the most that a line asks for; of routes with different degrees the shortest."""
    least = [
        min(y.least for y in line) if any(y.route for y in line) else max(y.least for y in line) for line in per_line if line
    ]
    return max(least, default=None)
