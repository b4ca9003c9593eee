"""Document and mentions in, terms of skills lists that the taxonomy lacks out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillgap.model import Dropped, Found, Mention, Reason, Section, SectionKind, Unlisted
from skillgap.profile.place import Places
from skillgap.taxonomy.locate import frequent_words
from skillgap.taxonomy.values import Words

Span = tuple[int, int]

# What parts the items of a list; a label ("Cloud:") is no item.
_MARKS = ",;|•·∙▪●/"
_ITEM = re.compile(rf"[^{_MARKS}\n]+")
_TERM = re.compile(r"[^\W\d_][\w .+#&'’-]{1,38}$")
# A line that goes on in the next one: it has items and ends in none of their marks; the next has no bullet and no label.
_GOES_ON = re.compile(rf"(?<=[^\s{_MARKS}.:])\n(?=[^\W_][^:\n{_MARKS}]*(?:[{_MARKS}\n]|$))")
_ADDRESS = re.compile(r"https?:|www\.|@")
MOST_WORDS = 3
# Words so frequent are headings and remarks where they stand alone ("Advanced", "Technologies"); at 5,000 the list of English
# words has come from "the" to "automation", and names of tools (Phantom, Velocity, Octopus) come later.
FREQUENT = 5_000
# A word in small letters up to this length joins others and is no name: "and", "than", "etc".
JOINING = 4


def find_unlisted(places: Places, found: Found, words: Words) -> tuple[Unlisted, ...]:
    """Return the items of skills sections in which no candidate stands, each once, in reading order.

    An item counts where another in its line, or the line before or behind an item of its own line, is a known skill.
    """
    named = _offsets(found.mentions)
    taken = named | _offsets(tuple(d for d in found.dropped if d.reason is not Reason.UNPROVEN))
    headings = frozenset(h for table in (words.headings, words.posting_headings) for some in table.values() for h in some)
    degrees = frozenset(form.lower() for forms in words.degrees.values() for form in forms)
    seen: dict[str, Unlisted] = {}
    for section in places.document.sections:
        if section.kind is SectionKind.SKILLS:
            for start, end in _proven(list(_lines(places.document.text, section)), named):
                term = " ".join(places.document.text[start:end].split())
                if _is_term(term) and not _is_heading(term, headings, degrees) and taken.isdisjoint(range(start, end)):
                    seen.setdefault(term.casefold(), Unlisted(term, places.place(start, end)))
    return tuple(seen.values())


def _is_heading(term: str, headings: frozenset[str], degrees: frozenset[str]) -> bool:
    """Return whether an item is a heading of résumés or postings, a degree, or a word that is no name by itself."""
    folded = term.lower().replace("’", "'")
    return folded in headings or folded.split()[0] in degrees or folded in frequent_words(FREQUENT)


def _offsets(places: tuple[Mention | Dropped, ...]) -> frozenset[int]:
    return frozenset(i for p in places for i in range(p.start, p.end))


def _lines(text: str, section: Section) -> Iterator[list[Span]]:
    """Yield the items of each line; what goes on in the next line is one with it."""
    at = section.start + len(section.heading)
    body = text[at : section.end]
    for line in _joined(body).splitlines(keepends=True):
        if not _ADDRESS.search(line):
            yield [span for m in _ITEM.finditer(line) if (span := _stripped(m, line, at))]
        at += len(line)


def _joined(body: str) -> str:
    """Return a text of the same length in which a list is one line, however it was set."""
    lines = body.split("\n")
    return "".join(
        line + (("\n", " ")[bool(set(line) & set(_MARKS)) and _goes_on(line, following)])
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
    )[: len(body)]


def _goes_on(line: str, following: str) -> bool:
    return _GOES_ON.search(f"{line}\n{following}", max(0, len(line) - 1), len(line) + 1 + len(following)) is not None


def _stripped(match: re.Match[str], line: str, at: int) -> Span | None:
    """Return where an item stands without its label and marks; None where it is a label itself."""
    label = match[0].rfind(":") + 1
    term = match[0][label:].strip(" .()-–\t")
    start = at + match.start() + match[0].find(term, label)
    return (start, start + len(term)) if term and line[match.end() : match.end() + 1] != ":" else None


def _proven(lines: list[list[Span]], named: frozenset[int]) -> Iterator[Span]:
    """Yield the items that have a known skill beside them."""
    known = [any(not named.isdisjoint(range(*item)) for item in line) for line in lines]
    for i, line in enumerate(lines):
        around = [j for j in (i - 1, i + 1) if 0 <= j < len(lines) and len(lines[j]) == 1] if len(line) == 1 else [i]
        if any(known[j] for j in around):
            yield from line


def _is_term(term: str) -> bool:
    """Return whether an item looks like a name: no sentence, no heading in capitals, no word that only joins others."""
    words = term.split()
    if not _TERM.match(term) or len(words) > MOST_WORDS or any(word.islower() and len(word) <= JOINING for word in words):
        return False
    if words[0].islower() and words[-1].isdigit():
        return False
    return not (len(words) == 1 and term.islower() and term.isalpha()) and not (len(words) > 1 and term.isupper())
