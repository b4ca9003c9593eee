"""What stands around a candidate: the item of a list it fills, its neighbours, its section, the words of its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from skillgap.matching.candidate import Candidate, Surroundings
from skillgap.model import Section, SectionKind

# Between two items of a list: a mark, "and", "or", a version or a bracketed remark of up to two words, a bullet on a new line.
_VERSION = r"(?:\s*v?\d[\d.x]*\+?)?"
_REMARK = r"(?:\s*\([^()\n]{1,25}\))?"
_MARK = r"\s*(?:[,;/|•·∙▪●&+()\t–—:]|\n\s*[•·∙▪●*–-]?|\b(?:and|or|und|oder|et|ou|y|o|e)\b)\s*"
_GAP = re.compile(rf"{_VERSION}{_REMARK}(?:{_MARK}){{1,3}}")
# Spaces in a row can be read in so many ways that 40 of them took seconds.
_SPACES = re.compile(r"\s{2,}")
_WIDE_GAP = re.compile(rf"{_VERSION}\s+")

_LEFT_EDGE = re.compile(r"(?:^|[\n,;/|•·∙▪●&+(:–—\t]|\b(?:and|or))\s*$")
_RIGHT_EDGE = re.compile(rf"{_VERSION}{_REMARK}\s*(?:$|[\n,;/|•·∙▪●&+).–—\t]|\b(?:and|or)\b)")

_PLAIN = frozenset("\n,;/|•·∙▪●:")

# A row of a table of skills has the skill and up to so many words: its level, its years.
MOST_BESIDE = 3

# How far a line's first word may stand from its beginning, behind a bullet and spaces.
INDENT = 40

# How far the words that prove a skill may be: about a line to either side.
REACH = 100


def fills_item(candidate: Candidate, text: str) -> bool:
    """Return whether a candidate is a whole item of a list or a whole line."""
    left = text[max(0, candidate.start - 12) : candidate.start]
    return bool(_LEFT_EDGE.search(left)) and ends_item(candidate, text)


def ends_item(candidate: Candidate, text: str) -> bool:
    """Return whether an item of a list, a clause or a line ends behind a candidate."""
    return bool(_RIGHT_EDGE.match(text[candidate.end : candidate.end + 40]))


def begins_line(candidate: Candidate, text: str) -> bool:
    """Return whether a candidate is the first word of its line and doesn't begin a sentence."""
    first = max(0, candidate.start - INDENT)
    line = text[first : candidate.start].rpartition("\n")
    rest = text[candidate.end : candidate.end + REACH].partition("\n")[0].split()
    return (not first or bool(line[1])) and not line[2].strip(" •·∙▪●*–-") and len(rest) <= MOST_BESIDE


def behind_label(candidate: Candidate, text: str) -> bool:
    """Return whether a candidate stands right behind the label of a list: "Languages: "."""
    return text[max(0, candidate.start - 3) : candidate.start].rstrip(" ").endswith(":")


def is_plain_item(candidate: Candidate, text: str) -> bool:
    """Return whether a candidate stands between commas, bars, bullets or line ends and nothing else: no brackets, no "and"."""
    left = text[max(0, candidate.start - 3) : candidate.start].rstrip(" ")
    right = text[candidate.end : candidate.end + 3].lstrip(" ")
    return (not left or left[-1] in _PLAIN) and (not right or right[0] in _PLAIN)


def neighbours(left: Candidate, right: Candidate, where: Surroundings) -> bool:
    """Return whether two candidates stand next to each other in a list."""
    gap = where.text[left.end : right.start]
    if len(gap) > 40:
        return False
    if _GAP.fullmatch(_SPACES.sub(_one_space, gap)):
        return "\n" not in gap or (fills_item(left, where.text) and fills_item(right, where.text))
    return bool(_WIDE_GAP.fullmatch(gap)) and section_of(left.start, where.sections) is SectionKind.SKILLS


def _one_space(spaces: re.Match[str]) -> str:
    return next((mark for mark in "\n\t" if mark in spaces[0]), " ")


def section_of(offset: int, sections: tuple[Section, ...]) -> SectionKind:
    """Return the kind of the section in which an offset lies."""
    at = bisect_right(sections, offset, key=lambda s: s.start) - 1
    return sections[at].kind if at >= 0 else SectionKind.OTHER


def proven_by_words(candidate: Candidate, where: Surroundings) -> bool:
    """Return whether one of the words that prove the candidate's form stands near it."""
    near = candidate.spec.near if candidate.spec else ()
    before, after = (
        where.text[max(0, candidate.start - REACH) : candidate.start],
        where.text[candidate.end : candidate.end + REACH],
    )
    form = candidate.form.casefold()
    # A phrase with the form in it ("in Go") must be this place; other words may stand on either side of it.
    phrases = tuple(n for n in near if form in n.casefold().split())
    others = tuple(n for n in near if n not in phrases)
    if others and _near_pattern(others).search(f"{before} {after}"):
        return True
    whole = f"{before}{candidate.text}{after}"
    return bool(phrases) and any(m.start() <= len(before) < m.end() for m in _near_pattern(phrases).finditer(whole))


@lru_cache(maxsize=4096)
def _near_pattern(near: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in near)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
