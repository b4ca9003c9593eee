"""Candidates in, those that go over the edge of a heading out: "Experience" above "Cloud Engineer" names no product."""

from __future__ import annotations

from bisect import bisect_right

from skillgap.matching.candidate import Candidate, Sifted, Surroundings, split
from skillgap.model import Reason


def without_headings(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Drop what begins before a heading or in it and ends behind its edge."""
    headed = [section for section in where.sections if section.heading]
    edges = sorted({edge for s in headed for edge in (s.start, s.start + len(s.heading))} | {s.start for s in where.sections})

    def crosses(c: Candidate) -> bool:
        at = bisect_right(edges, c.start)
        return at < len(edges) and edges[at] < c.end

    return split(candidates, Reason.HEADING, crosses)
