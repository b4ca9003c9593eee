"""The step that decides by what stands around: a form with another meaning needs a list, a word or a cue that proves it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillgap.matching.candidate import WEAK, Candidate, Sifted, Surroundings, drop
from skillgap.matching.cues import is_behind_cue
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
from skillgap.model import Reason, SectionKind

# "Python testing" is a phrase; "java python testing" is a row of tags.
SURE_IN_ROW = 2
# Nor is a line of three names and nothing else: "spring java cloud".
ITEMS_OF_LINE = 3

# So many skills that need no proof, each no farther than this, prove a name between them.
MANY = 2
BESIDE = 60
_NEW_SENTENCE = re.compile(r"[.!?](?=\s)|\n\s*[•·∙▪●*–-]|\n\n")

# What stands before a word within a sentence.
WITHIN = 12
_WITHIN = re.compile(r"[a-zà-ÿ,)][ \n]$")


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
