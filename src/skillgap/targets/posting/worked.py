"""A posting as it is worked on: its lines, and where they stand in the text as read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from skillgap.model import (
    Box,
    Document,
    Evidence,
    Level,
    Mention,
    Requirement,
    RequirementKind,
    Rule,
    SectionKind,
    SkillId,
    Status,
)
from skillgap.targets.posting.parts import Line, line_at, lines_of
from skillgap.targets.posting.tidy import Tidied, tidy
from skillgap.taxonomy.values import Taxonomy

# docs/postings.md: what is only mentioned is shown and doesn't count.
WEIGHT = {Level.REQUIRED: 1.0, Level.PREFERRED: 0.5, Level.MENTIONED: 0.0}

# The longest line that is quoted whole.
LONGEST_QUOTE = 300


def weight_of(level: Level, kind: RequirementKind, taxonomy: Taxonomy) -> float:
    """Return the weight of a requirement: that of its level times the factor of its kind in scoring.yaml."""
    return round(WEIGHT[level] * taxonomy.scoring.weight(kind), 3)


@dataclass(frozen=True, slots=True)
class Worked:
    """A document with its tidied text, of which `lines` are lines."""

    document: Document
    tidied: Tidied
    lines: tuple[Line, ...]
    taxonomy: Taxonomy

    @classmethod
    def of(cls, document: Document, taxonomy: Taxonomy) -> Worked:
        """Return a document, tidied."""
        tidied = tidy(document.text, taxonomy.words)
        return cls(document, tidied, lines_of(tidied.text, taxonomy.words), taxonomy)

    @property
    def text(self) -> str:
        """The tidied text."""
        return self.tidied.text

    def quote(self, line: Line | None) -> str:
        """Return a line without extra spaces, cut where it is long."""
        quote = " ".join(self.text[line.start : line.end].split()) if line else ""
        return quote if len(quote) <= LONGEST_QUOTE else quote[: LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + "…"

    def evidence_of(self, mention: Mention) -> Evidence:
        """Return where a mention stands in the text as read."""
        return self._evidence((mention.start, mention.end), mention.rule, mention.score)

    def _evidence(self, span: tuple[int, int], rule: Rule, score: float) -> Evidence:
        start, end = self.tidied.place(*span)
        words = self.document.words
        first = max(bisect_right(words, start, key=lambda w: w.start) - 1, 0)
        touched = words[first : max(bisect_left(words, end, key=lambda w: w.start), first + 1)]
        page = touched[0].page if touched else 1
        return Evidence(
            text=self.document.text[start:end],
            start=start,
            end=end,
            page=page,
            section=SectionKind.OTHER,
            box=_around([w.box for w in touched if w.page == page and w.box]),
            rule=rule,
            score=round(score, 2),
            status=Status.LISTED,
            line=self.quote(line_at(self.lines, span[0])),
        )

    def requirement(
        self, kind: RequirementKind, name: tuple[str, str], level: Level, spans: list[tuple[int, int]]
    ) -> Requirement:
        """Return a requirement that is no skill; `name` is its id and its label, `spans` where the tidied text names it."""
        id_, label = name
        return Requirement(
            label=label,
            any_of=(SkillId(id_),),
            level=level,
            weight=weight_of(level, kind, self.taxonomy),
            quote=self.quote(line_at(self.lines, spans[0][0])),
            kind=kind,
            evidence=(tuple(self._evidence(span, Rule.EXACT, 1.0) for span in spans),),
        )


def _around(boxes: list[Box]) -> Box | None:
    if not boxes:
        return None
    return min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
