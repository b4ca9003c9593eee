"""The step that drops products that are employers here: the Databricks of "Data Engineer, Databricks, San Francisco, CA"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from skillgap.matching.candidate import Candidate, Sifted, Surroundings, split
from skillgap.matching.surroundings import section_of
from skillgap.model import Reason, Rule, SectionKind

# The heading of a job is on up to so many lines around its dates: title, employer, place, each on a line.
AROUND = 2

# No heading's line is longer.
LONGEST = 120

# No word for work is longer, with what stands between it and the name.
LONGEST_WORK = 24

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BULLET = re.compile(r"\s*[•◦▪▸►●○■∙·*–-]\s")
_FIELD_BEFORE = re.compile(r"(?:^|[|•·,–—\t@(]|\s-|\bat|\s{3})\s*$")
# Words with a capital from the beginning of a field, behind a comma or bar and not of a whole line, up to a form.
_COMPANY_BEFORE = re.compile(r"[|•·,–—\t(]\s*((?:[A-Z][\w’'&.-]*\s){1,3})$")
_FIELD_BEHIND = re.compile(r"\s*(?:$|[|•·,–—\t(]|-\s|\s{3})")


def without_employers(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Drop a form that is also a company where it is a field of its own in the heading of a job that names no other skill.

    What only resembles a skill is rather somebody's name there than a misspelling: "Tester, Openlake, 2021" isn't about OpenLane.
    """
    starts = [c.start for c in candidates]
    working = _working_at(where.words.employed)
    return split(
        candidates,
        Reason.EMPLOYER,
        lambda c: (
            (_may_be_one(c) and _is_employer(c, starts, where))
            or _is_worked_at(c, where.text, working)
            or _ends_employer(c, starts, where)
        ),
    )


def _is_worked_at(c: Candidate, text: str, working: re.Pattern[str]) -> bool:
    """Return whether somebody works at what a form names: "intern at Symbian"."""
    return c.text[0].isupper() and working.search(text, max(0, c.start - LONGEST_WORK), c.start) is not None


def _ends_employer(c: Candidate, starts: list[int], where: Surroundings) -> bool:
    """Return whether a form ends a field that is a company's name in a job's heading: "Cindervale Health AI"."""
    line = _heading_of(c, where)
    if line is None:
        return False
    before = _COMPANY_BEFORE.search(where.text, line[0], c.start)
    if before is None or not _FIELD_BEHIND.match(where.text[c.end : line[1]]):
        return False
    titled = {word.lower() for word in before[1].split()} & set(where.words.employed)
    named = bisect_left(starts, c.start) - bisect_left(starts, before.start(1))
    return not titled and not named and not _BULLET.match(where.text[line[0] : c.end]) and _has_year_near(where.text, *line)


@lru_cache
def _working_at(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words)) or '(?!)'})\s(?:at|@)\s$", re.IGNORECASE)


def _may_be_one(c: Candidate) -> bool:
    return c.rule is Rule.MISSPELLED or bool(c.spec and c.spec.company)


def _is_employer(c: Candidate, starts: list[int], where: Surroundings) -> bool:
    line = _heading_of(c, where)
    if line is None:
        return False
    start, end = line
    if bisect_left(starts, end) - bisect_left(starts, start) > 1 or not _is_field(c, where.text, line):
        return False
    return _has_year_near(where.text, start, end)


def _heading_of(c: Candidate, where: Surroundings) -> tuple[int, int] | None:
    """Return where the line of a candidate begins and ends; None where it is no heading of a job by its section or length."""
    if section_of(c.start, where.sections) is not SectionKind.EXPERIENCE:
        return None
    return _line_of(c, where.text)


def _line_of(c: Candidate, text: str) -> tuple[int, int] | None:
    """Return where the line of a candidate begins and ends, None for one that is too long for a heading."""
    start = text.rfind("\n", max(0, c.start - LONGEST), c.start) + 1
    end = text.find("\n", c.end, c.end + LONGEST)
    if not start and c.start > LONGEST:
        return None
    end = len(text) if end < 0 else end
    return (start, end) if end - start <= LONGEST else None


def _is_field(c: Candidate, text: str, line: tuple[int, int]) -> bool:
    before, behind = text[line[0] : c.start], text[c.end : line[1]]
    if _BULLET.match(before + c.text) or behind.rstrip().endswith("."):
        return False
    return bool(_FIELD_BEFORE.search(before) and _FIELD_BEHIND.match(behind))


def _has_year_near(text: str, start: int, end: int) -> bool:
    """Return whether a year stands in a line or in one of those around it that are no bullets."""
    before = text[max(0, start - AROUND * LONGEST) : start].split("\n")[-AROUND - 1 :]
    behind = text[end : end + AROUND * LONGEST].split("\n")[: AROUND + 1]
    lines = (*before, text[start:end], *behind)
    return any(_YEAR.search(line) for line in lines if not _BULLET.match(line))
