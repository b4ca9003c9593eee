"""Document and mentions in, the years that a résumé states of a skill out: "SQL (9 years)", "5+ years of Python", a table.

Years stand right behind a skill, with no more than its level between them, or before the skills that they are of, or in a table
below the heading of their column. The words are in taxonomy/cues.yaml.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from skillgap.model import Mention, SkillId
from skillgap.profile.place import Places

# The longest word that is looked at before years, and the space behind it.
LONGEST_WORD = 12

# Nobody has used a skill for longer.
MOST = 45

# How far the skills may stand behind the years that they are of, in characters and in words.
REACH = 80
WORDS = 6

# The most words of a row of a table.
LONGEST_ROW = 8

# Between a skill and its own years: a mark, or a level in up to two words ("SQL: expert, 9 years").
_OWN = re.compile(r"[^\S\n]*[:(,–—|~-]?[^\S\n]*(?:[^\W\d]+,?[^\S\n]+){0,2}[(–—-]?[^\S\n]*")
_ITEM_ENDS = re.compile(r"[^\S\n]*(?:[),;|•·/]|\.?(?:\n|$))")
_CLAUSE_ENDS = re.compile(r"[;:•·|]|[.!?](?=\s|$)|\n\s*(?:[-–—*]\s|\n)|\n(?=[A-Z])")
_JOINT = re.compile(r"[^\S\n]*\(?[^\S\n]*(?:,|/|&|\+|,?\s(?:and|or|und)\s)\s*(?:\w+\s){0,2}\(?")
_CLOSES = re.compile(r"[^()\n]*\)")
_SLASH = re.compile(r"[^\S\n]*[/&+][^\S\n]*")
_NUMBER = re.compile(r"(?<![\w.,/-])(\d{1,2}(?:\.5)?)\+?(?![\w.,/%-])")


@dataclass(frozen=True, slots=True)
class Years:
    """Years in a text: `text[start:end]`."""

    number: float
    start: int
    end: int


def find_stated(places: Places, mentions: Sequence[Mention], words: Mapping[str, tuple[str, ...]]) -> dict[SkillId, Years]:
    """Return the most years that a résumé states of each skill."""
    found: dict[SkillId, Years] = {}
    for skill, years in _all(places, mentions, words):
        if 0 < years.number <= MOST and (skill not in found or years.number > found[skill].number):
            found[skill] = years
    return found


def _all(places: Places, mentions: Sequence[Mention], words: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[SkillId, Years]]:
    if not mentions or not words.get("words"):
        return
    text, starts, ends = places.document.text, [m.start for m in mentions], [m.end for m in mentions]
    written = list(_written(text, words))
    for number, years in enumerate(written):
        last = bisect_right(ends, years.start) - 1
        of = _behind(text, mentions, last, years)
        if not of:
            stop = written[number + 1].start if number + 1 < len(written) else len(text)
            of = _before(text, mentions[bisect_left(starts, years.end) :], (years, stop), words["of_else"])
        yield from ((m.skill, years) for m in of)
    yield from _in_tables(places, mentions, words)


def _written(text: str, words: Mapping[str, tuple[str, ...]]) -> Iterator[Years]:
    numbers = words["numbers"]
    for m in _pattern(numbers, words["words"]).finditer(text):
        number, before = m["number"].lower(), text[max(m.start() - LONGEST_WORD, 0) : m.start()].split()
        if not (before and before[-1].lower() in words["elapsed"]):
            yield Years(float(number) if number[0].isdigit() else numbers.index(number) + 1, m.start(), m.end())


@lru_cache
def _pattern(numbers: tuple[str, ...], years: tuple[str, ...]) -> re.Pattern[str]:
    number = rf"\d{{1,2}}(?:\.\d)?|{'|'.join(map(re.escape, numbers))}"
    unit = rf"(?:{'|'.join(map(re.escape, years))})\b(?!-)['’]?"
    return re.compile(rf"(?<![\w.,$€£/-])(?P<number>{number})\s?\+?(?:\s?[-–]\s?\d{{1,2}}\+?)?\s?{unit}", re.IGNORECASE)


def _behind(text: str, mentions: Sequence[Mention], last: int, years: Years) -> list[Mention]:
    """Return the skills whose own years stand right behind them."""
    if last < 0 or not _ITEM_ENDS.match(text, years.end):
        return []
    end = mentions[last].end
    closed = _CLOSES.match(text, end, years.start)
    if closed and _OWN.fullmatch(text, closed.end(), years.start):
        return _with_brackets(text, mentions, last)
    return _joined(text, mentions, last) if _OWN.fullmatch(text, end, years.start) else []


def _with_brackets(text: str, mentions: Sequence[Mention], last: int) -> list[Mention]:
    """Return the skills in the brackets that close behind one, and those before them: "Python (pandas, NumPy): 4 years"."""
    opened = text.rfind("(", text.rfind("\n", 0, mentions[last].start) + 1, mentions[last].start)
    first = bisect_left([m.start for m in mentions[: last + 1]], opened)
    inside = list(mentions[first : last + 1]) if opened >= 0 else []
    outside = first - 1
    heads = opened >= 0 and outside >= 0 and text[mentions[outside].end : opened].isspace()
    return inside + (_joined(text, mentions, outside) if heads else [])


def _joined(text: str, mentions: Sequence[Mention], last: int) -> list[Mention]:
    """Return a skill and those that a slash joins it to: "Power BI / DAX"."""
    first = last
    while first > 0 and _SLASH.fullmatch(text, mentions[first - 1].end, mentions[first].start):
        first -= 1
    return list(mentions[first : last + 1])


def _before(text: str, following: Sequence[Mention], span: tuple[Years, int], of_else: tuple[str, ...]) -> list[Mention]:
    """Return the skills that years are of: the first of the clause behind them, and what is listed with it, up to other years."""
    years, stop = span
    end = min(years.end + REACH, stop)
    clause = _CLAUSE_ENDS.search(text, years.end, end)
    end = clause.start() if clause else end
    of: list[Mention] = []
    for m in following:
        between = text[of[-1].end if of else years.end : m.start]
        if m.start >= (end if not of else stop):
            break
        listed = _JOINT.fullmatch(between) if of else len(between.split()) <= WORDS and not _names_else(between, of_else)
        if not listed:
            break
        of.append(m)
    return of


def _names_else(between: str, of_else: tuple[str, ...]) -> bool:
    return any(word.strip(".,()").lower() in of_else for word in between.split())


def _in_tables(
    places: Places, mentions: Sequence[Mention], words: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[SkillId, Years]]:
    """Yield the years of the rows of tables that have a column of them: the one number of a row that is no year of a calendar."""
    text, end, table = places.document.text, 0, 0
    starts = [m.start for m in mentions]
    for line in text.splitlines(keepends=True):
        start, end = end, end + len(line)
        row = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        if len(line.split()) > LONGEST_ROW:
            continue
        if not row and _heads_years(line, words["column"]):
            section = places.section(start)
            table = section.end if section else len(text)
        numbers = list(_NUMBER.finditer(text, row[-1].end, end)) if row and end <= table else []
        if len(numbers) == 1:
            yield from ((m.skill, Years(float(numbers[0][1]), *numbers[0].span())) for m in row)


def _heads_years(line: str, columns: tuple[str, ...]) -> bool:
    folded = f" {' '.join(line.lower().split())} "
    return len(folded.split()) > 1 and any(f" {c} " in folded for c in columns)
