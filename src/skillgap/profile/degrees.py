"""Document in, degrees out: the forms of taxonomy/degrees.yaml in education sections."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from skillgap.model import Degree, SectionKind
from skillgap.profile.place import Places
from skillgap.taxonomy.values import Words

# "in Computer Science", ", Physics", "of Arts": up to the end of the line or the next mark.
_SPACE = r"[^\S\n]"
_NAME = r"[A-Z][\w&/-]*"
_FIELD = re.compile(
    rf"{_SPACE}*(?:\([^)\n]*\))?(?:[,:·–-]|{_SPACE})*(?:(?:degree|thesis){_SPACE}+)?(?:in|of)?{_SPACE}*"
    rf"({_NAME}(?:{_SPACE}+(?:(?:and|of|in|&){_SPACE}+)?{_NAME}){{0,4}})"
)


def find_degrees(places: Places, words: Words) -> tuple[Degree, ...]:
    """Return the degrees of the education sections, in reading order."""
    text = places.document.text
    return tuple(
        Degree(level, _field(text, end), places.place(start, end))
        for section in places.document.sections
        if section.kind is SectionKind.EDUCATION
        for level, start, end in _find(text, section.start, section.end, words.degrees)
    )


def _find(text: str, start: int, end: int, degrees: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, int, int]]:
    table = tuple((level, tuple(forms)) for level, forms in degrees.items())
    for match in _pattern(table).finditer(text, start, end):
        if match.lastgroup:
            yield match.lastgroup, match.start(), match.end()


@lru_cache
def _pattern(degrees: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    groups = "|".join(f"(?P<{level}>{_alternatives(forms)})" for level, forms in degrees)
    return re.compile(rf"(?<![\w.-])(?:{groups})(?![\w-])")


def _alternatives(forms: tuple[str, ...]) -> str:
    return "|".join(re.escape(f).replace("'", "['’]") for f in sorted(forms, key=lambda f: (-len(f), f)))


def _field(text: str, end: int) -> str | None:
    match = _FIELD.match(text, end)
    return " ".join(match[1].split()) if match else None
