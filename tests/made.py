"""Values made in memory for unit tests: skills, a taxonomy of them, documents, profiles and targets."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from skillgap.documents.sections import find_sections
from skillgap.documents.words import LINE, PAGE, SPACE, RawWord, assemble
from skillgap.model import (
    Document,
    Evidence,
    Kind,
    Level,
    Month,
    Profile,
    Requirement,
    RequirementKind,
    Rule,
    SectionKind,
    Shown,
    SkillId,
    Source,
    Status,
    Target,
)
from skillgap.taxonomy.values import Demand, Form, FormRule, Role, Scoring, Skill, Taxonomy, Words

AS_OF = Month(2026, 11)

WORDS = Words(
    headings={"experience": ("experience",), "education": ("education",), "skills": ("skills",), "projects": ("projects",)},
    cues={"negated": ("no experience", "don't know"), "aspirational": ("eager to learn",)},
    clause_ends=("but",),
    months={"jan": 1, "mar": 3, "jun": 6, "dec": 12},
    seasons={},
    present=("present",),
    since=("since",),
    degrees={"bachelor": ("B.Sc.", "Bachelor's", "Bachelor"), "master": ("M.Sc.", "MS"), "phd": ("Ph.D.",)},
    british={"modeling": "modelling"},
)
SCORING = Scoring(
    status={Status.DEMONSTRATED: 1.0, Status.LISTED: 0.75, Status.COURSEWORK: 0.6},
    certification=1.0,
    stale=((10, 0.6), (5, 0.8)),
    least_for_years=0.5,
    related=((0.7, 0.5, "of the same family as"), (0.3, 0.2, "close to")),
    degree=(1.0, 0.5),
    weights={"soft": 0.2},
    stated=0.8,
)


def skill(
    id_: str,
    *forms: str,
    kind: Kind = Kind.HARD,
    rules: Mapping[str, FormRule] | None = None,
    broader: Iterable[str] = (),
    implies: Iterable[str] = (),
    related: Mapping[str, float] | None = None,
    needs: Iterable[str] = (),
) -> Skill:
    """Return a skill; the first form is its name, by default the id with a capital."""
    texts = forms or (id_.capitalize(),)
    return Skill(
        id=SkillId(id_),
        name=texts[0],
        kind=kind,
        category="tool",
        about="Something for tests.",
        forms=tuple(Form(text, (rules or {}).get(text)) for text in texts),
        broader=tuple(map(SkillId, broader)),
        implies=tuple(map(SkillId, implies)),
        related=tuple((SkillId(k), v) for k, v in (related or {}).items()),
        needs=tuple(map(SkillId, needs)),
    )


def taxonomy_of(*skills: Skill, roles: Iterable[Role] = (), demand: Iterable[Demand] = ()) -> Taxonomy:
    """Return a taxonomy of skills; its digest is that of what it holds."""
    roles, demand = tuple(roles), tuple(demand)
    return Taxonomy(
        version="1",
        digest=hashlib.sha256(repr((skills, roles, demand)).encode()).hexdigest(),
        skills={s.id: s for s in skills},
        roles={r.id: r for r in roles},
        demand={d.role: d for d in demand},
        words=WORDS,
        scoring=SCORING,
        categories={"tool": "Tools"},
        path=None,
    )


def document(text: str, words: Words = WORDS) -> Document:
    """Return the document of a text whose lines and spaces are single."""
    gaps = {"\n": LINE, "\n\n": PAGE}
    raw, gap = [], ""
    for line in text.split("\n"):
        gap += "\n"
        for word in line.split(" "):
            if word:
                raw.append(RawWord(word, 1, None, gaps.get(gap, SPACE)))
                gap = ""
    whole, placed = assemble(raw)
    assert whole == text
    return Document(Source("cv.txt", "text", "0" * 64, 1), "text", whole, placed, find_sections(whole, words))


def evidence(status: Status = Status.LISTED, start: int = 0, line: str = "a line", *, last_used: str | None = None) -> Evidence:
    """Return a piece of evidence."""
    return Evidence("it", start, start + 2, 1, SectionKind.OTHER, None, Rule.EXACT, 1.0, status, line, last_used)


def shown(id_: str, status: Status = Status.LISTED, *pieces: Evidence) -> Shown:
    """Return a shown skill, with one piece of evidence unless some are given."""
    return Shown(SkillId(id_), status, 1.0, None, None, pieces or (evidence(status),))


def profile(*skills: Shown) -> Profile:
    """Return the profile of a résumé that shows skills."""
    return Profile(document("Example"), AS_OF, skills, (), (), (), (), ())


def requirement(
    *any_of: str,
    weight: float = 1.0,
    level: Level = Level.REQUIRED,
    at_least: int = 1,
    min_years: int | None = None,
    kind: RequirementKind = RequirementKind.SKILL,
) -> Requirement:
    """Return a requirement of one of some skills."""
    ids = tuple(map(SkillId, any_of))
    return Requirement(" or ".join(any_of), ids, level, weight, at_least, share=weight, min_years=min_years, kind=kind)


def target(*requirements: Requirement, counted: str | None = None) -> Target:
    """Return a target with requirements."""
    return Target("developer", "Developer", "role", requirements, 0, 0, counted)
