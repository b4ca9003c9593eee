"""A posting's mentions in, the skills that it asks for out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from skillgap.model import Evidence, Kind, Level, Mention, Requirement, RequirementKind, Section, SectionKind, SkillId
from skillgap.targets.posting import groups, levels, years
from skillgap.targets.posting.groups import Group
from skillgap.targets.posting.parts import Line, line_at
from skillgap.targets.posting.worked import Worked, weight_of

_ORDER = list(Level)
_KIND = {Kind.HARD: RequirementKind.SKILL, Kind.SOFT: RequirementKind.SOFT, Kind.CERTIFICATION: RequirementKind.CERTIFICATION}


def find_mentions(at: Worked) -> tuple[Mention, ...]:
    """Return the mentions in a posting. The parts that ask are lists of skills to the matcher."""
    from skillgap import matching  # spaCy

    kinds = ((line, SectionKind.SKILLS if line.kind.asks else SectionKind.OTHER) for line in at.lines)
    sections = tuple(Section(kind, "", line.start, line.end) for line, kind in kinds)
    seen = replace(at.document, text=_apart(at), words=(), sections=sections)
    return matching.find(seen, at.taxonomy).mentions


def _apart(at: Worked) -> str:
    """Return the tidied text with line breaks for the spaces before each line: some begin behind a heading in the same line."""
    letters = list(at.text)
    for line in at.lines:
        for i in range(max(line.start - 2, 0), line.start):
            if letters[i] in " \t":
                letters[i] = "\n"
    return "".join(letters)


def find_skills(at: Worked, mentions: Iterable[Mention]) -> Iterator[Requirement]:
    """Yield what each line asks for: skills, soft skills and certifications."""
    by_line: dict[Line, list[Mention]] = {}
    for m in mentions:
        line = line_at(at.lines, m.start)
        if line is not None:
            by_line.setdefault(line, []).append(m)
    for line, found in by_line.items():
        yield from _of_line(at, line, found)


def _of_line(at: Worked, line: Line, found: list[Mention]) -> Iterator[Requirement]:
    cues = at.taxonomy.words.posting_cues
    graded = {m: level for m in found if (level := levels.level_of(m, line, at.text, cues, around=found))}
    asked = years.of_mentions(found, years.years_in(at.text, line, cues), at.text)
    for one in _groups(at, line, list(graded)):
        level = min((graded[m] for m in one.mentions), key=_ORDER.index)
        least = next((asked[m.start] for m in one.mentions if m.start in asked), None)
        yield _requirement(at, one, level, None if level is Level.MENTIONED else least)
        # "A deep learning framework (PyTorch preferred)": any will do, and one of them is better.
        softer = [m for m in one.mentions if graded[m] is not level and graded[m] is not Level.MENTIONED]
        yield from (_requirement(at, Group((m,)), graded[m], None) for m in softer)


def _groups(at: Worked, line: Line, mentions: list[Mention]) -> list[Group]:
    hard = [m for m in mentions if at.taxonomy.skills[m.skill].kind is Kind.HARD]
    others = (Group((m,)) for m in mentions if m not in hard)
    return sorted((*groups.group(hard, line, at.text, at.taxonomy), *others), key=lambda g: g.mentions[0].start)


def _requirement(at: Worked, one: Group, level: Level, least: int | None) -> Requirement:
    places: dict[SkillId, list[Evidence]] = {}
    for m in one.mentions:
        places.setdefault(m.skill, []).append(at.evidence_of(m))
    skills = [at.taxonomy.skills[s] for s in places]
    kind = _KIND[skills[0].kind]
    return Requirement(
        label=" or ".join(s.name for s in skills),
        any_of=tuple(places),
        level=level,
        weight=weight_of(level, kind, at.taxonomy),
        at_least=min(one.at_least, len(places)),
        min_years=least,
        quote=at.quote(line_at(at.lines, one.mentions[0].start)),
        kind=kind,
        evidence=tuple(tuple(rows) for rows in places.values()),
    )
