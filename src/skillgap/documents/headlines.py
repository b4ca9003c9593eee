"""Lines in, those that are headings out with the kind of what they head: by what they say, and by how they look.

Headings that say something known show how headings look in a document: their font and size, in capitals or not. A line of that
look is a heading too, whatever it says; and what reads like a heading but looks like other lines is none: a skill in a list
("Leadership"), the end of a sentence. Where readers know nothing of looks, the wording alone decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from skillgap.documents.dates import DateReader
from skillgap.documents.flow import STATED
from skillgap.documents.headings import MAX_HEADING, heading_kind, is_item, likely_kind
from skillgap.documents.lines import Line
from skillgap.model import SectionKind
from skillgap.taxonomy.values import Words

# So many headings show how headings look, and they are at least this share of the lines of their look.
FEWEST = 2
SHARE = 1 / 2

# Where the file says itself that a line is a heading, of this level or that, one known of a level is enough.
STATED_SHARE = 1 / 4

# What shares its look with so many other lines for each known heading is something else: a skill, the name of a school.
RARE = 1 / 3

# A heading has at most so many words.
MOST_WORDS = 6

# A line with a date in one of so many below it is the title of a job or a study.
TITLE = 3

# What headings are numbered with.
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+")

# Sections whose parts are dated jobs, projects or studies.
DATED = (SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.EDUCATION, SectionKind.PUBLICATIONS, SectionKind.AWARDS)

Look = tuple[str, bool]


def headings_of(lines: Sequence[Line], words: Words) -> dict[int, SectionKind]:
    """Return the kinds of the lines that are headings, by their numbers, in order."""
    return _Page(tuple(lines), words).headings()


@dataclass(frozen=True)
class _Page:
    lines: tuple[Line, ...]
    words: Words

    def headings(self) -> dict[int, SectionKind]:
        marked = self._marked
        if not marked:
            return self._known
        known = {i: kind for i, kind in self._known.items() if not self._is_no_heading(i)}
        shared = {look for look in marked if self._heads_titles(look)}
        also = {i: kind for i, kind in self._like.items() if self._looks[i] in marked - shared}
        return dict(sorted((known | also).items()))

    @cached_property
    def _looks(self) -> tuple[Look, ...]:
        return tuple((line.look, line.text.isupper()) for line in self.lines)

    @cached_property
    def _known(self) -> dict[int, SectionKind]:
        """The lines that say that they are headings; of one over two lines the first."""
        said = {i: kind for i, line in enumerate(self.lines) if (kind := heading_kind(line.text, self.words))}
        return dict(sorted({i: kind for i, kind in (said | self._in_two).items() if i - 1 not in self._in_two}.items()))

    @cached_property
    def _in_two(self) -> dict[int, SectionKind]:
        """The first lines of headings that go over two lines."""
        return {i: kind for i in range(len(self.lines) - 1) if self.lines[i].look and (kind := self._in_two_lines(i))}

    def _in_two_lines(self, line: int) -> SectionKind | None:
        a, b = self.lines[line], self.lines[line + 1]
        is_whole = not _could_be(a) or heading_kind(a.text, self.words) is not None
        if is_whole or self._looks[line] != self._looks[line + 1] or a.page != b.page:
            return None
        return heading_kind(f"{a.text.strip()} {b.text.strip()}", self.words)

    @cached_property
    def _like(self) -> dict[int, SectionKind]:
        """The lines that could be headings, and what of, if they are. The first of a document is a name."""
        could = (i for i, line in enumerate(self.lines) if i and line.look and i not in self._known and _could_be(line))
        return {i: likely_kind(self.lines[i].text, self.words) for i in could if i - 1 not in self._in_two}

    @cached_property
    def _marked(self) -> frozenset[Look]:
        """The looks that are those of headings."""
        counts = Counter(self._looks[1:])
        known = Counter(self._looks[i] for i in self._known)
        heads = known + Counter(self._looks[i] for i, kind in self._like.items() if kind is not SectionKind.OTHER)
        return frozenset(look for look in known if look[0] and _is_marked(look[0], heads[look], counts[look]))

    def _heads_titles(self, look: Look) -> bool:
        """Return whether titles of jobs have a look: one at the top of a section, or two in one that have dates below."""
        others = [i for i, kind in self._like.items() if kind is SectionKind.OTHER and self._looks[i] == look]
        if any(self._is_at_top(i) for i in others):
            return True
        tops = [max(above) for i in others if self._is_dated(i) and (above := [k for k in self._known if k < i])]
        return any(count > 1 for top, count in Counter(tops).items() if self._known[top] in DATED)

    def _is_at_top(self, line: int) -> bool:
        """Return whether a line is the first of a section of jobs. In a heap of headings the next is one, too."""
        above = self._known.get(line - 1)
        return above is not None and line + 1 not in self._known and (above in DATED or self._is_dated(line))

    def _is_dated(self, line: int) -> bool:
        reader = DateReader(self.words)
        for below in range(line + 1, min(line + 1 + TITLE, len(self.lines))):
            if self._looks[below] == self._looks[line] and (below in self._known or below in self._like):
                return False
            if any(True for _ in reader.find(self.lines[below].text)):
                return True
        return False

    def _is_no_heading(self, line: int) -> bool:
        """Return whether a line that reads like a heading looks like what stands around it, or like other parts of a section."""
        look = self._looks[line]
        counts, known = Counter(self._looks)[look], Counter(self._looks[i] for i in self._known)[look]
        if not look[0] or look in self._marked or counts < FEWEST:
            return False
        beside = (i for i in (line - 1, line + 1) if 0 <= i < len(self.lines))
        if known <= RARE * counts and any(self._looks[i] == look and self.lines[i].page == self.lines[line].page for i in beside):
            return True
        above = [
            i for i in self._known if i < line and self._looks[i] in self._marked and _is_above(self.lines[i], self.lines[line])
        ]
        return known <= SHARE * counts and bool(above) and self._known[above[-1]] is not self._known[line]


def _is_marked(look: str, heads: int, lines: int) -> bool:
    if look.startswith(STATED):
        return heads >= STATED_SHARE * lines
    return heads >= max(FEWEST, SHARE * lines)


def _is_above(line: Line, other: Line) -> bool:
    """Return whether a line stands in the column of another that comes later."""
    a, b = line.box, other.box
    return line.page == other.page and (a is None or b is None or (a[1] < b[1] and a[0] < b[2] and b[0] < a[2]))


def _could_be(line: Line) -> bool:
    text = _NUMBER.sub("", line.text.strip())
    return (
        len(text) <= MAX_HEADING
        and len(text.split()) <= MOST_WORDS
        and any(c.isalpha() for c in text)
        and not any(c.isdigit() or c == "@" for c in text)
        and not text.endswith((".", ",", ";"))
        and not is_item(text)
    )
