"""Candidates in, mentions out: the steps that decide, in the order they run. Each keeps some and drops the rest with a reason.

ADD A RULE: a step here or, better, a rule in the taxonomy; its place in STEPS; a Reason; cases for and against in tests/cases/.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from skillgap.matching.candidate import Candidate, Sifted, Surroundings, drop
from skillgap.matching.surroundings import begins_line, fills_item, is_plain_item, neighbours, proven_by_words, section_of
from skillgap.model import Dropped, Reason, SectionKind

Step = Callable[[tuple[Candidate, ...], Surroundings], Sifted]

# Forms up to this length are too weak to stand beside a hyphen, an apostrophe or a dot: C-level, R-squared, main.go.
WEAK = 2

_ADDRESS = re.compile(
    r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|edu|gov|info|ai|dev|app|me|io|co|de|ch|fr|uk|eu|in)\b(?:/\S*)?"
    r"|\b[\w-]+(?:\.[\w-]+)+/\S+",
    re.IGNORECASE,
)
# What stands before a whole address is no host name: Node.js and ASP.NET have no such ending, and a path needs its slash.
# A name that goes on in the next line goes on with a letter or figure: "Big\nQuery", but not "com\n+".
_BROKEN = re.compile(r"\n\s*[^\w\s]")
_INITIAL = re.compile(r"\.?\s*(?:[A-Z]\.\s*)*[A-Z][\w’'-]+")
# A capitalised word beside a form: behind it, in the next line too, or before it but not at the beginning of a sentence.
# "GmbH" has a capital at its end too.
_CAPITALISED = re.compile(r"[ \u00a0\n]([A-Z][a-zà-ÿ]+[A-Z]?)\b")
_CAPITALISED_BEFORE = re.compile(r"[a-zà-ÿ,] ([A-Z][a-zà-ÿ]+) $")


def sift(candidates: Iterable[Candidate], where: Surroundings) -> Sifted:
    """Run the steps one after the other."""
    kept = tuple(sorted(candidates, key=lambda c: (c.start, -c.end)))
    dropped: list[Dropped] = []
    for step in STEPS:
        result = step(kept, where)
        kept = result.kept
        dropped += result.dropped
    return Sifted(kept, tuple(sorted(dropped, key=lambda d: (d.start, d.end, d.skill))))


def _split(candidates: tuple[Candidate, ...], reason: Reason, bad: Callable[[Candidate], bool]) -> Sifted:
    verdicts = [(c, bad(c)) for c in candidates]
    dropped = (drop(c, reason) for c, is_bad in verdicts if is_bad)
    return Sifted(tuple(c for c, is_bad in verdicts if not is_bad), tuple(d for d in dropped if d))


def without_glued(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Drop what is part of a longer word: the C of C3PO, the R of R-squared. A version behind a name is no part of it."""
    return _split(candidates, Reason.GLUED, lambda c: _is_glued(c, where.text))


def _is_glued(c: Candidate, text: str) -> bool:
    before, after = text[max(0, c.start - 2) : c.start], text[c.end : c.end + 2]
    if before[-1:].isalnum() and c.text[0].isalnum():
        return True
    if _BROKEN.search(text, c.start, c.end):
        return True
    if after[:1].isalpha() and c.text[-1].isalnum() and not c.text[-1].isdigit():
        return True
    if after[:1].isdigit() and (len(c.text) <= WEAK or c.text[-1].isdigit()):
        return True
    if after[:1].isalpha() and c.text[-1].isdigit():
        return True
    return len(c.text) <= WEAK and (_is_joined(before[::-1]) or _is_joined(after) or after[:1] in {"+", "#"})


def _is_joined(beside: str) -> bool:
    """Return whether a mark ties what stands beside it, nearest character first: -level, 's, .go, &D."""
    return beside[:1] in set("-'’&._@") and beside[:1] != "" and beside[1:2].isalnum()


def without_addresses(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Drop what stands in a web or mail address."""
    spans = [m.span() for m in _ADDRESS.finditer(where.text)]
    return _split(
        candidates,
        Reason.ADDRESS,
        lambda c: any(s <= c.start and c.end <= e and (s, e) != (c.start, c.end) for s, e in spans),
    )


def without_initials(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Drop single letters that stand for a given name: R. Smith."""
    introducing = frozenset(where.words.introducing)
    return _split(candidates, Reason.INITIAL, lambda c: _is_initial(c, where.text, introducing))


def _is_initial(c: Candidate, text: str, introducing: frozenset[str]) -> bool:
    if len(c.text) != 1 or text[c.end : c.end + 1] != "." or not _INITIAL.match(text, c.end):
        return False
    before = text[max(0, c.start - 12) : c.start].split()
    return not before or before[-1] not in introducing


def without_degree_fields(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Drop what a degree is in: the statistics of "M.Sc. Statistics"."""
    forms = tuple(f for forms in where.words.degrees.values() for f in forms)
    return _split(
        candidates, Reason.DEGREE, lambda c: bool(_degree_before(forms).search(where.text[max(0, c.start - 60) : c.start]))
    )


@lru_cache
def _degree_before(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches up to the end of a text that ends in a degree and perhaps the beginning of its field."""
    degrees = "|".join(re.escape(f).replace("'", "['’]") for f in sorted(forms, key=lambda f: (-len(f), f)))
    return re.compile(
        rf"(?<![\w.-])(?:{degrees})(?![\w-])(?:\s*\([^)\n]*\))?[ ,:·–-]*(?:degree )?(?:in |of )?(?:[A-Z]\w+ (?:and |& )?){{0,3}}$"
    )


def without_phrases(candidates: tuple[Candidate, ...], _: Surroundings) -> Sifted:
    """Drop a form inside a longer phrase in which it isn't the skill: the Go of "go to market". Other skills in it stay."""
    phrases = [c for c in candidates if c.skill is None]
    dropped: list[Dropped | None] = []
    kept: list[Candidate] = []
    for c in candidates:
        around = next((p for p in phrases if c.skill in p.against and p.start <= c.start and c.end <= p.end), None)
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


def without_names(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Drop a form that is also a name where a capitalised word stands beside it that is no skill: Julia Roberts."""
    edges = {c.start for c in candidates} | {c.end for c in candidates}
    return _split(candidates, Reason.NAME, lambda c: bool(c.spec and c.spec.name) and _is_name(c, where.text, edges))


def _is_name(c: Candidate, text: str, edges: set[int]) -> bool:
    after = _CAPITALISED.match(text, c.end)
    if after and after.start(1) not in edges:
        return True
    before = _CAPITALISED_BEFORE.search(text, max(0, c.start - 25), c.start)
    return before is not None and before.end(1) not in edges


def in_context(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Keep a form with another meaning only where its surroundings show that the skill is meant.

    What needs no proof is proof for its neighbours in a list, and what they prove is proof for theirs.
    """
    sure = [_is_sure(c, where) for c in candidates]
    last = len(candidates) - 1
    pairs = [*((i, i - 1) for i in range(1, last + 1)), *((i, i + 1) for i in range(last - 1, -1, -1))]
    for i, beside in pairs:
        sure[i] = sure[i] or (sure[beside] and _is_proven_by(candidates[i], candidates[beside], where))
    dropped = (drop(c, Reason.CASE if c.miscased else Reason.CONTEXT) for c, s in zip(candidates, sure, strict=True) if not s)
    return Sifted(tuple(c for c, s in zip(candidates, sure, strict=True) if s), tuple(d for d in dropped if d))


def _is_sure(c: Candidate, where: Surroundings) -> bool:
    if c.spec is None:
        return True
    if c.miscased:
        return False
    return not c.spec.context or _is_listed(c, where) or proven_by_words(c, where)


def _is_proven_by(c: Candidate, beside: Candidate, where: Surroundings) -> bool:
    left, right = sorted((c, beside), key=lambda x: x.start)
    return neighbours(left, right, where) and (not c.miscased or is_plain_item(c, where.text))


def _is_listed(c: Candidate, where: Surroundings) -> bool:
    """Return whether a form begins or fills an item of a skills section: "R" or the row "R  beginner  1"."""
    in_skills = section_of(c.start, where.sections) is SectionKind.SKILLS
    return in_skills and (begins_line(c, where.text) or fills_item(c, where.text))


STEPS: tuple[Step, ...] = (
    without_glued,
    without_addresses,
    without_initials,
    without_degree_fields,
    without_phrases,
    longest,
    without_names,
    in_context,
)
