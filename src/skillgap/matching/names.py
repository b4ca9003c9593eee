"""The steps that drop names of people: initials, and forms that are also a given name, a surname or an employer."""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from skillgap.matching.candidate import Candidate, Sifted, Surroundings, split
from skillgap.matching.surroundings import neighbours, section_of
from skillgap.model import Reason, SectionKind

_INITIAL = re.compile(r"\.?\s*(?:[A-Z]\.\s*)*[A-Z][\w’'-]+")
# A capitalised word beside a form: behind it, in the next line too, or before it but not at the beginning of a sentence.
# "GmbH" has a capital at its end too.
_CAPITALISED = re.compile(r"[ \u00a0\n]([A-Z][a-zà-ÿ]+[A-Z]?)\b")
# What ends a list goes on in no next line: "Docker, Jenkins\nLanguages".
_LISTED = re.compile(r"[,;/|•·]\s?$")
_CAPITALISED_BEFORE = re.compile(r"[a-zà-ÿ,:] ([A-Z][a-zà-ÿ]+) $")
# The other half of a surname, and the given name before the first: "Nikhil Swift-Banerjee".
_HALF_SURNAME = re.compile(r"-[A-Z][a-zà-ÿ]+\b")
_GIVEN = re.compile(r"\b[A-Z][a-zà-ÿ]+ $")
# Initials beside a surname: "S. Jenkins", "Jenkins, S., Lindqvist".
_INITIALS_BEFORE = re.compile(r"(?<!\w)[A-Z]\.[ \u00a0]?$")
_INITIALS_BEHIND = re.compile(r",? (?:[A-Z]\.[ -]?){1,3}(?:[,;:&(]|and\b|$)")

# What an employer's line goes on with: "• San Francisco, CA", "| Berlin, Germany".
_TOWN = re.compile(
    r"[ \t]*(?:[•|·–—,-]|[ \t]{2})[ \t]*(?:[A-Z][\w.’'-]+[ \t]){0,2}[A-Z][\w.’'-]+,[ \t]*[A-Z][\w.]*(?: [A-Z]\w+)?[ \t]*(?=\n|$)"
)

# Sections in which an entry begins with its employer.
_WORK = frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.EDUCATION, SectionKind.OTHER})

# How far before a name what says whose it is may begin: "a cat that is called".
KIN = 30

# The name at the head of a résumé may be set on two lines.
HEAD = 60


def without_initials(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Drop single letters that stand for a given name: R. Smith. A letter that ends a list of skills is none."""
    introducing = frozenset(where.words.introducing)
    ends_list = {b.start for a, b in itertools.pairwise(candidates) if _ends_list(a, b, where)}
    return split(candidates, Reason.INITIAL, lambda c: c.start not in ends_list and _is_initial(c, where.text, introducing))


def _ends_list(before: Candidate, c: Candidate, where: Surroundings) -> bool:
    listed = before.skill is not None and len(before.text) > 1 and not (before.spec and before.spec.name)
    return len(c.text) == 1 and listed and neighbours(before, c, where)


def _is_initial(c: Candidate, text: str, introducing: frozenset[str]) -> bool:
    if len(c.text) != 1 or text[c.end : c.end + 1] != "." or not _INITIAL.match(text, c.end):
        return False
    before = text[max(0, c.start - 12) : c.start].split()
    return not before or before[-1] not in introducing


def without_names(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Drop a form that is also a name where a capitalised word stands beside it that is no skill: Julia Roberts.

    Two such forms side by side in no list of skills are a name as well: Claude Ruby. So is any form that is an employer's.
    """
    starts = {c.start for c in candidates}
    edges = starts | {c.end for c in candidates}
    named = [c for c in candidates if c.spec and c.spec.name]
    pairs = [(a, b) for a, b in itertools.pairwise(named) if _are_one_name(a, b, where)]
    paired = {c.start for pair in pairs for c in pair}
    return split(
        candidates,
        Reason.NAME,
        lambda c: (
            (bool(c.spec and c.spec.name) and (c.start in paired or _is_name(c, where.text, edges) or _is_kin(c, where)))
            or _is_employer(c, where, starts)
        ),
    )


def _is_kin(c: Candidate, where: Surroundings) -> bool:
    """Return whether somebody close or a pet has the name: "my daughter Julia", "a cat called Ruby"."""
    return _kin(where.words.kin).search(where.text, max(0, c.start - KIN), c.start) is not None


@lru_cache
def _kin(words: tuple[str, ...]) -> re.Pattern[str]:
    whole = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"\b(?:{whole or '(?!)'}),?\s+$", re.IGNORECASE)


def _is_employer(c: Candidate, where: Surroundings, starts: set[int]) -> bool:
    """Return whether a line is a form and a town, as employers have it: "Figma • San Francisco, CA". Skills in a row are none."""
    text = where.text
    if (c.start and text[c.start - 1] != "\n") or section_of(c.start, where.sections) not in _WORK:
        return False
    town = _TOWN.match(text, c.end)
    return town is not None and starts.isdisjoint(range(c.end, town.end()))


def _are_one_name(a: Candidate, b: Candidate, where: Surroundings) -> bool:
    gaps = " \u00a0\n" if a.start < HEAD else " \u00a0"
    beside = b.start - a.end == 1 and where.text[a.end] in gaps and a.text[0].isupper() and b.text[0].isupper()
    return beside and section_of(a.start, where.sections) is not SectionKind.SKILLS


def _is_name(c: Candidate, text: str, edges: set[int]) -> bool:
    after = _CAPITALISED.match(text, c.end)
    ends_list = text[c.end : c.end + 1] == "\n" and _LISTED.search(text, max(0, c.start - 3), c.start)
    if after and after.start(1) not in edges and not ends_list:
        return True
    if _HALF_SURNAME.match(text, c.end) and c.end + 1 not in edges and _GIVEN.search(text, max(0, c.start - 25), c.start):
        return True
    if _INITIALS_BEHIND.match(text, c.end) or _INITIALS_BEFORE.search(text, max(0, c.start - 4), c.start):
        return True
    before = _CAPITALISED_BEFORE.search(text, max(0, c.start - 25), c.start)
    return before is not None and before.end(1) not in edges
