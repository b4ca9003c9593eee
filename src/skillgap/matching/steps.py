"""Candidates in, mentions out: the steps that decide, in the order they run. Each keeps some and drops the rest with a reason.

ADD A RULE: a step here or, better, a rule in the taxonomy; its place in STEPS; a Reason; cases for and against in tests/cases/.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator

from skillgap.matching.addresses import addresses
from skillgap.matching.candidate import Candidate, Sifted, Surroundings, drop, split
from skillgap.matching.cues import is_behind_cue
from skillgap.matching.employers import without_employers
from skillgap.matching.fields import without_degree_fields
from skillgap.matching.headed import without_headings
from skillgap.matching.names import without_initials, without_names
from skillgap.matching.organizations import without_organizations
from skillgap.matching.surroundings import (
    begins_line,
    behind_label,
    ends_item,
    fills_item,
    is_plain_item,
    neighbours,
    proven_by_words,
    section_of,
)
from skillgap.matching.wide import proven
from skillgap.model import Dropped, Reason, Rule, SectionKind, SkillId

Step = Callable[[tuple[Candidate, ...], Surroundings], Sifted]

# Why a name isn't meant although it stands there.
_UNMEANT = (Reason.CONTEXT, Reason.CASE)

# Forms up to this length are too weak to stand beside a hyphen, an apostrophe or a dot: C-level, R-squared, main.go.
WEAK = 2

# "Python testing" is a phrase; "java python testing" is a row of tags.
SURE_IN_ROW = 2
# Nor is a line of three names and nothing else: "spring java cloud".
ITEMS_OF_LINE = 3

# So many skills that need no proof, each no farther than this, prove a name between them.
MANY = 2
BESIDE = 60
_NEW_SENTENCE = re.compile(r"[.!?](?=\s)|\n\s*[•·∙▪●*–-]|\n\n")

# What makes another thing of a name: UnitTest++, Notion-like.
_LONGER = re.compile(r"\+\+|-like\b")
# What stands before a word within a sentence.
WITHIN = 12
_WITHIN = re.compile(r"[a-zà-ÿ,)][ \n]$")

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


def in_context(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Keep a form with another meaning only where its surroundings show that the skill is meant.

    What needs no proof is proof for its neighbours in a list, and what they prove is proof for theirs; what is proven at one
    place of a document is meant at others too.
    """
    sure = [_is_sure(c, where) for c in candidates]
    for run in _labelled_runs(candidates, where):
        sure = [s or i in run for i, s in enumerate(sure)]
    for i in _listed_by_spaces(candidates, sure, where.text):
        sure[i] = True
    last = len(candidates) - 1
    pairs = [*((i, i - 1) for i in range(1, last + 1)), *((i, i + 1) for i in range(last - 1, -1, -1))]
    for i, beside in pairs:
        sure[i] = sure[i] or (sure[beside] and _is_proven_by(candidates[i], candidates[beside], where))
    sure = [s or _among_many(i, candidates, sure, where.text) for i, s in enumerate(sure)]
    proven = {(c.skill, c.text) for c, s in zip(candidates, sure, strict=True) if s}
    sure = [s or (_keeps_meaning(c, where.text) and (c.skill, c.text) in proven) for c, s in zip(candidates, sure, strict=True)]
    dropped = (drop(c, Reason.CASE if c.miscased else Reason.CONTEXT) for c, s in zip(candidates, sure, strict=True) if not s)
    return Sifted(tuple(c for c, s in zip(candidates, sure, strict=True) if s), tuple(d for d in dropped if d))


def _among_many(at: int, candidates: tuple[Candidate, ...], sure: list[bool], text: str) -> bool:
    """Return whether an abbreviation stands in a sentence that is full of skills: "shards streamed from GCS to PyTorch"."""
    c = candidates[at]
    if not (_keeps_meaning(c, text) and c.text.isupper()) or (c.spec and c.spec.name):
        return False
    first, last = max(0, at - MANY), at + MANY + 1
    near = (o for o, s in zip(candidates[first:last], sure[first:last], strict=True) if s and not (o.spec and o.spec.context))
    return len({o.skill for o in near if _is_beside(c, o, text)}) >= MANY


def _is_beside(c: Candidate, other: Candidate, text: str) -> bool:
    start, end = min(c.end, other.end), max(c.start, other.start)
    return end - start <= BESIDE and not _NEW_SENTENCE.search(text, start, end)


def _keeps_meaning(c: Candidate, text: str) -> bool:
    """Return whether a form has the look of a name, so that it means what it does elsewhere in a document.

    A capital tells nothing where a sentence begins, nor does a single letter or two: Vitamin C.
    """
    if c.miscased or len(c.text) <= WEAK or c.text.islower():
        return False
    return any(x.isupper() for x in c.text[1:]) or _WITHIN.search(text[max(0, c.start - WITHIN) : c.start]) is not None


def _labelled_runs(candidates: tuple[Candidate, ...], where: Surroundings) -> Iterator[range]:
    """Yield where two or more candidates in a row fill the list behind a label: "Languages: C, R, Go". They prove each other."""
    first = 0
    for i in range(1, len(candidates) + 1):
        if i < len(candidates) and _goes_on(candidates[i - 1], candidates[i], where):
            continue
        run = candidates[first:i]
        if len(run) > 1 and behind_label(run[0], where.text) and not all(c.spec and c.spec.name for c in run):
            yield range(first, i)
        first = i


def _listed_by_spaces(candidates: tuple[Candidate, ...], sure: list[bool], text: str) -> Iterator[int]:
    """Yield which candidates stand in a row with spaces alone between them, as tags do: "java spring linux".

    Two of the row must need no proof, one where three or more are a line of their own. What is in small letters is taken only
    where the whole row is.
    """
    first = 0
    for i in range(1, len(candidates) + 1):
        if i < len(candidates) and text[candidates[i - 1].end : candidates[i].start] == " ":
            continue
        row = range(first, i)
        needed = 1 if len(row) >= ITEMS_OF_LINE and _is_line(candidates[first], candidates[i - 1], text) else SURE_IN_ROW
        if sum(sure[n] for n in row) >= needed:
            small = all(candidates[n].text.islower() for n in row)
            yield from (n for n in row if small or not (candidates[n].miscased or candidates[n].text[0].islower()))
        first = i


def _is_line(first: Candidate, last: Candidate, text: str) -> bool:
    return text[max(0, first.start - 1) : first.start] in {"", "\n"} and text[last.end : last.end + 1] in {"", "\n"}


def _goes_on(left: Candidate, right: Candidate, where: Surroundings) -> bool:
    return (
        not (left.miscased or right.miscased)
        and "\n" not in where.text[left.end : right.start]
        and neighbours(left, right, where)
    )


def _is_sure(c: Candidate, where: Surroundings) -> bool:
    if section_of(c.start, where.sections) is SectionKind.INTERESTS and not _is_interest(c, where):
        return False
    if c.spec is None:
        return True
    if c.miscased:
        return False
    return not c.spec.context or _is_listed(c, where) or proven_by_words(c, where) or _is_cued(c, where)


def _is_interest(c: Candidate, where: Surroundings) -> bool:
    """Return whether a name among interests is meant: it ends its item, or words prove it. "Kafka reading group" has novels."""
    if proven_by_words(c, where) or " " in c.text:
        return True
    return ends_item(c, where.text) and not (c.spec and c.spec.name)


def _is_cued(c: Candidate, where: Surroundings) -> bool:
    """Return whether a form with a capital is what somebody wants to learn, plays down or doesn't know: "hope to learn Lean."."""
    return c.text[0].isupper() and ends_item(c, where.text) and is_behind_cue(where.text, c.start, where.words)


def _is_proven_by(c: Candidate, beside: Candidate, where: Surroundings) -> bool:
    left, right = sorted((c, beside), key=lambda x: x.start)
    if not neighbours(left, right, where):
        return False
    # In capitals a name may have its version behind it, "TOAD 7.6"; in small letters it may be an ordinary word.
    return not c.miscased or is_plain_item(c, where.text) or (c.text.isupper() and fills_item(c, where.text))


def _is_listed(c: Candidate, where: Surroundings) -> bool:
    """Return whether a form begins or fills an item of a skills section: "R" or the row "R  beginner  1"."""
    in_skills = section_of(c.start, where.sections) is SectionKind.SKILLS
    return in_skills and (begins_line(c, where.text) or fills_item(c, where.text))


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
