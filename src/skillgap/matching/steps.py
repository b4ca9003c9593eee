"""Candidates in, mentions out: the steps that decide, in the order they run. Each keeps some and drops the rest with a reason.

ADD A RULE: a step here or, better, a rule in the taxonomy; its place in STEPS; a Reason; cases for and against in tests/cases/.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable

from skillgap.matching.addresses import addresses
from skillgap.matching.candidate import WEAK, Candidate, Sifted, Surroundings, drop, split
from skillgap.matching.context import in_context
from skillgap.matching.employers import without_employers
from skillgap.matching.fields import without_degree_fields
from skillgap.matching.headed import without_headings
from skillgap.matching.names import without_initials, without_names
from skillgap.matching.organizations import without_organizations
from skillgap.matching.wide import proven
from skillgap.model import Dropped, Reason, Rule, SkillId

Step = Callable[[tuple[Candidate, ...], Surroundings], Sifted]

# Why a name isn't meant although it stands there.
_UNMEANT = (Reason.CONTEXT, Reason.CASE)

# What makes another thing of a name: UnitTest++, Notion-like.
_LONGER = re.compile(r"\+\+|-like\b")
# A name that goes on in the next line goes on with a letter or figure: "Big\nQuery", but not "com\n+".
_BROKEN = re.compile(r"\n\s*[^\w\s]")


def sift(candidates: Iterable[Candidate], where: Surroundings) -> Sifted:
    """Run the steps one after the other; names of the wide tier join what is kept where it proves them.

    What was only inside a longer name that turned out not to be meant gets a second try without that name.
    """
    ordered = sorted(candidates, key=lambda c: (c.start, -c.end))
    kept = tuple(c for c in ordered if c.rule is not Rule.WIDE)
    dropped: list[Dropped] = []
    while True:
        result = _through_steps(kept, where)
        hiding = _hiding(result.dropped)
        if not hiding:
            break
        dropped += (d for d in result.dropped if (d.skill, d.start, d.end) in hiding)
        kept = tuple(c for c in kept if (c.skill, c.start, c.end) not in hiding)
    kept, dropped = result.kept, [*dropped, *result.dropped]
    if wide := [c for c in ordered if c.rule is Rule.WIDE]:
        kept, unproven = (joined := proven(wide, kept, where)).kept, joined.dropped
        dropped += unproven
    return Sifted(kept, tuple(sorted(dropped, key=lambda d: (d.start, d.end, d.skill))))


def _through_steps(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    dropped: list[Dropped] = []
    for step in STEPS:
        result = step(candidates, where)
        candidates = result.kept
        dropped += result.dropped
    return Sifted(candidates, tuple(dropped))


def _hiding(dropped: Iterable[Dropped]) -> set[tuple[SkillId, int, int]]:
    """Return which names were not meant although they hid shorter ones, as skill, start and end."""
    by_reason: dict[Reason, list[Dropped]] = {}
    for d in dropped:
        by_reason.setdefault(d.reason, []).append(d)
    hidden = by_reason.get(Reason.INSIDE, [])
    unmeant = [d for reason in _UNMEANT for d in by_reason.get(reason, [])]
    return {(d.skill, d.start, d.end) for d in unmeant if any(d.start <= h.start and h.end <= d.end for h in hidden)}


def without_glued(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Drop what is part of a longer word: the C of C3PO, the R of R-squared. A version behind a name is no part of it."""
    return split(candidates, Reason.GLUED, lambda c: _is_glued(c, where.text))


def _is_glued(c: Candidate, text: str) -> bool:
    before, after = text[max(0, c.start - 2) : c.start], text[c.end : c.end + 2]
    if before[-1:].isalnum() and c.text[0].isalnum():
        return True
    # What only resembles a name isn't one over two lines.
    if _BROKEN.search(text, c.start, c.end) or (c.rule is Rule.MISSPELLED and "\n" in text[c.start : c.end]):
        return True
    if after[:1].isalpha() and c.text[-1].isalnum() and not c.text[-1].isdigit():
        return True
    if after[:1].isdigit() and (len(c.text) <= WEAK or c.text[-1].isdigit()):
        return True
    if (after[:1].isalpha() and c.text[-1].isdigit()) or _LONGER.match(text, c.end):
        return True
    return len(c.text) <= WEAK and (_is_joined(before[::-1]) or _is_joined(after) or after[:1] in {"+", "#"})


def _is_joined(beside: str) -> bool:
    """Return whether a mark ties what stands beside it, nearest character first: -level, 's, .go, &D."""
    return beside[:1] in set("-'’&._@") and beside[:1] != "" and beside[1:2].isalnum()


def without_addresses(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Drop what stands in a web or mail address."""
    spans = addresses(where.text, frozenset((c.start, c.end) for c in candidates))
    starts = [start for start, _ in spans]

    def inside(c: Candidate) -> bool:
        at = bisect_right(starts, c.start) - 1
        return at >= 0 and c.end <= spans[at][1]

    return split(candidates, Reason.ADDRESS, inside)


def without_phrases(candidates: tuple[Candidate, ...], _: Surroundings) -> Sifted:
    """Drop a form inside a longer phrase in which it isn't the skill: the Go of "go to market". Other skills in it stay."""
    phrases = sorted((c for c in candidates if c.skill is None), key=lambda p: p.start)
    starts = [p.start for p in phrases]
    longest_phrase = max((p.end - p.start for p in phrases), default=0)
    dropped: list[Dropped | None] = []
    kept: list[Candidate] = []
    for c in candidates:
        near = phrases[bisect_left(starts, c.end - longest_phrase) : bisect_right(starts, c.start)]
        around = next((p for p in near if c.skill in p.against and c.end <= p.end), None)
        if around:
            dropped.append(drop(c, Reason.PHRASE, around.form))
        elif c.skill:
            kept.append(c)
    return Sifted(tuple(kept), tuple(d for d in dropped if d))


def longest(candidates: tuple[Candidate, ...], _: Surroundings) -> Sifted:
    """Keep the longest of overlapping candidates, the first of those that are as long."""
    kept: list[Candidate] = []
    dropped: list[Dropped | None] = []
    taken: dict[int, Candidate] = {}
    for c in sorted(candidates, key=lambda c: (c.start - c.end, c.start, c.miscased)):
        winner = next((taken[i] for i in range(c.start, c.end) if i in taken), None)
        if winner is None:
            taken.update(dict.fromkeys(range(c.start, c.end), c))
            kept.append(c)
        elif winner.skill != c.skill:
            dropped.append(drop(c, Reason.INSIDE, winner.form))
    return Sifted(tuple(sorted(kept, key=lambda c: c.start)), tuple(d for d in dropped if d))


STEPS: tuple[Step, ...] = (
    without_headings,
    without_glued,
    without_addresses,
    without_initials,
    without_degree_fields,
    without_phrases,
    longest,
    without_employers,
    without_names,
    without_organizations,
    in_context,
)
