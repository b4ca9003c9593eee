"""An offset in, its words, section and dated entry out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
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
        page, box, further = self.spot(start, end)
        return Place(self.document.text[start:end], start, end, page, self.kind(start), box, further)

    def spot(self, start: int, end: int) -> tuple[int, Box | None, tuple[tuple[int, Box], ...]]:
        """Return the page of `text[start:end]`, the box of its first line and those of the others, with their pages."""
        words = self.words(start, end)
        boxes = boxes_of(words)
        return (*boxes[0], boxes[1:]) if boxes else (words[0].page, None, ())

    def line(self, start: int, end: int) -> str:
        """Return the line around `text[start:end]`, without extra spaces; of a longer one so much to either side."""
        text = self.document.text
        left = text.rfind("\n", max(0, start - LINE), start) + 1 or max(0, start - LINE)
        right = text.find("\n", end, end + LINE)
        return " ".join(text[left : right if right >= 0 else end + LINE].split())


def boxes_of(words: tuple[Word, ...]) -> tuple[tuple[int, Box], ...]:
    """Return the boxes around words, one for each line that they stand in, with its page."""
    boxes: list[tuple[int, Box]] = []
    for page, box in ((w.page, w.box) for w in words if w.box):
        last = boxes[-1] if boxes else None
        if last and last[0] == page and box[1] < last[1][3] and box[3] > last[1][1]:
            boxes[-1] = page, _around((last[1], box))
        else:
            boxes.append((page, box))
    return tuple(boxes)


def _around(boxes: Sequence[Box]) -> Box:
    """Return the box around some."""
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
