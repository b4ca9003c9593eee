"""The step that drops what a degree is in: the statistics of "M.Sc. Statistics"."""

from __future__ import annotations

import re
from functools import lru_cache

from skillgap.matching.candidate import Candidate, Sifted, Surroundings, split
from skillgap.matching.surroundings import section_of
from skillgap.model import Reason, SectionKind

# As far before a field as its degree can stand: "Bachelor of Science (Honours) in Computer Science and".
REACH = 70

# Sections in which two capital letters are a degree; elsewhere MS Excel is by Microsoft and MA is a state.
_STUDIES = frozenset({SectionKind.EDUCATION, SectionKind.COURSES})


def without_degree_fields(candidates: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Drop what a degree is in. Outside of education the text must say that it is one: "in", "of", a dot, BSc."""
    forms = tuple(f for forms in where.words.degrees.values() for f in forms)
    return split(candidates, Reason.DEGREE, lambda c: _is_field(c, where, forms))


def _is_field(c: Candidate, where: Surroundings, forms: tuple[str, ...]) -> bool:
    match = _degree_before(forms).search(where.text[max(0, c.start - REACH) : c.start])
    return match is not None and (
        (match["link"] or match["link2"]) is not None
        or _is_plain(match["form"])
        or section_of(c.start, where.sections) in _STUDIES
    )


def _is_plain(form: str) -> bool:
    """Return whether a form can be nothing but a degree: with a dot or an apostrophe, or in mixed capitals like BSc."""
    return bool(set(form) & set(".'’")) or bool(re.search(r"[a-z][A-Z]|[A-Z]{2}[a-z]|[A-Z][A-Z]?[a-z]{1,3}$", form[:5]))


@lru_cache
def _degree_before(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches up to the end of a text that ends in a degree and perhaps the beginning of its field."""
    degrees = "|".join(re.escape(f).replace("'", "['’]") for f in sorted(forms, key=lambda f: (-len(f), f)))
    return re.compile(
        rf"(?<![\w.-])(?P<form>{degrees})(?![\w-])(?:\s*\([^)\n]*\))?(?P<link> of [A-Z]\w+)?[ ,:·–(-]*"
        rf"(?:degree )?(?:(?P<link2>in|of) )?(?:[A-Z]\w+ (?:and |& )?){{0,3}}$"
    )
