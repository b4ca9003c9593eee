"""An offset in, its words, section and dated entry out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from skillgap.model import Box, Document, Entry, Place, Section, SectionKind, Word

# The longest line to be shown to either side of a skill: a text without line breaks has the same line for each of its skills.
LINE = 500


@dataclass(frozen=True)
class Places:
    """Looks up places of one document."""

    document: Document

    @cached_property
    def _words(self) -> list[int]:
        return [w.start for w in self.document.words]

    @cached_property
    def _sections(self) -> list[int]:
        return [s.start for s in self.document.sections]

    def words(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that `text[start:end]` touches; at least one."""
        first = max(bisect_right(self._words, start) - 1, 0)
        return self.document.words[first : max(bisect_left(self._words, end), first + 1)]

    def section(self, offset: int) -> Section | None:
        """Return the section of an offset."""
        at = bisect_right(self._sections, offset) - 1
        return self.document.sections[at] if at >= 0 else None

    def kind(self, offset: int) -> SectionKind:
        """Return the kind of the section of an offset."""
        section = self.section(offset)
        return section.kind if section else SectionKind.OTHER

    def entry(self, offset: int) -> Entry | None:
        """Return the dated entry of an offset."""
        section = self.section(offset)
        if section is None:
            return None
        at = bisect_right(section.entries, offset, key=lambda e: e.start) - 1
        return section.entries[at] if at >= 0 and offset < section.entries[at].end else None

    def place(self, start: int, end: int) -> Place:
        """Return where `text[start:end]` stands."""
        words = self.words(start, end)
        return Place(self.document.text[start:end], start, end, words[0].page, self.kind(start), box_of(words))

    def line(self, start: int, end: int) -> str:
        """Return the line around `text[start:end]`, without extra spaces; of a longer one so much to either side."""
        text = self.document.text
        left = text.rfind("\n", max(0, start - LINE), start) + 1 or max(0, start - LINE)
        right = text.find("\n", end, end + LINE)
        return " ".join(text[left : right if right >= 0 else end + LINE].split())


def box_of(words: tuple[Word, ...]) -> Box | None:
    """Return the box around words; of words that go on in the next line, around those of the first."""
    boxes = [w.box for w in words if w.page == words[0].page and w.box]
    if not boxes:
        return None
    line = [b for b in boxes if b[1] < boxes[0][3] and b[3] > boxes[0][1]]
    return min(b[0] for b in line), min(b[1] for b in line), max(b[2] for b in line), max(b[3] for b in line)
