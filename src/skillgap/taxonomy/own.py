"""Records and a user's own file in, records with the file laid over them out.

What the file removes, the taxonomy under it forgets everywhere: in relations, in roles, in the counts. What the file itself
says of a skill that isn't there is a problem.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from skillgap.taxonomy import wide
from skillgap.taxonomy.build import Records
from skillgap.taxonomy.parse import Problem, parse
from skillgap.taxonomy.schema import DemandRecord, ExtensionRecord, OwnRecord, OwnSkillRecord, RoleRecord, SkillRecord

Skills = dict[str, tuple[str, SkillRecord]]

_LISTS = ("aliases", "broader", "implies", "needs")
_TABLES = ("related", "rules", "external")


def lay_over(base: Records, path: Path) -> tuple[Records, list[str]]:
    """Return the records with an own file laid over them, and the problems of the file."""
    problems: list[str] = []
    own = parse(path, OwnRecord, problems)
    if own is None:
        return base, problems
    problems += [str(Problem(path, entry, what)) for entry, what in _problems(base, own)]
    return (base, problems) if problems else (_merge(base, own, path), [])


def _problems(base: Records, own: OwnRecord) -> Iterator[tuple[str, str]]:
    known = {skill.id for _, skill in base.skills}
    further = {wide.id_of(names[0]) for names in base.wide}
    yield from ((c.id, "is a category already; drop it") for c in own.categories if c.id in base.categories)
    yield from ((s.id, "is a skill already; put it under extend or replace") for s in own.add if s.id in known)
    yield from _category_problems(base, own)
    gone = [id_ for id_ in own.remove if id_ not in further]
    for what, ids in (("extend", own.extend), ("replace", [s.id for s in own.replace]), ("remove", gone)):
        yield from ((id_, f"{what}: there is no such skill; see `skillgap taxonomy search`") for id_ in ids if id_ not in known)
    roles = {role.id for _, role in base.roles}
    yield from (
        (id_, "remove_roles: there is no such role; see `skillgap roles`") for id_ in own.remove_roles if id_ not in roles
    )


def _category_problems(base: Records, own: OwnRecord) -> Iterator[tuple[str, str]]:
    categories = sorted({*base.categories, *(c.id for c in own.categories)})
    for skill in own.add:
        if skill.category is None:
            yield skill.id, "category is missing; see `skillgap taxonomy show` of a skill like it"
    for skill in (*own.add, *own.replace):
        if skill.category is not None and skill.category not in categories:
            yield skill.id, f"category names {skill.category}, which isn't one; use one of {', '.join(categories)}"


def _merge(base: Records, own: OwnRecord, path: Path) -> Records:
    gone = frozenset(own.remove)
    skills: Skills = {s.id: (category, _without(s, gone)) for category, s in base.skills if s.id not in gone}
    for id_, extension in own.extend.items():
        if id_ in skills:
            skills[id_] = (skills[id_][0], _extended(skills[id_][1], extension))
    for record in (*own.replace, *own.add):
        skills[record.id] = (record.category or skills[record.id][0], _plain(record))
    stated = [*own.extend, *(record.id for record in (*own.replace, *own.add))]
    return replace(
        base,
        categories=base.categories | {c.id: c for c in own.categories},
        skills=tuple(skills.values()),
        roles=_roles(base, own, path, gone),
        demand={role: _counts_without(d, gone) for role, d in base.demand.items()},
        own=dict.fromkeys(stated, path),
        wide=tuple(names for names in base.wide if wide.id_of(names[0]) not in gone),
    )


def _plain(record: OwnSkillRecord) -> SkillRecord:
    return SkillRecord.model_construct(**{name: getattr(record, name) for name in SkillRecord.model_fields})


def _extended(skill: SkillRecord, by: ExtensionRecord) -> SkillRecord:
    lists = {name: getattr(skill, name) + getattr(by, name) for name in _LISTS}
    tables = {name: getattr(skill, name) | getattr(by, name) for name in _TABLES}
    return skill.model_copy(update=lists | tables)


def _without(skill: SkillRecord, gone: frozenset[str]) -> SkillRecord:
    named = {*skill.broader, *skill.implies, *skill.needs, *skill.related}
    if not named & gone:
        return skill
    lists = {name: tuple(i for i in getattr(skill, name) if i not in gone) for name in ("broader", "implies", "needs")}
    return skill.model_copy(update=lists | {"related": {i: s for i, s in skill.related.items() if i not in gone}})


def _roles(base: Records, own: OwnRecord, path: Path, gone: frozenset[str]) -> tuple[tuple[Path, RoleRecord], ...]:
    dropped = {*own.remove_roles, *(role.id for role in own.roles)}
    kept = [(file, _role_without(role, gone)) for file, role in base.roles if role.id not in dropped]
    return (*kept, *((path, role) for role in own.roles))


def _role_without(role: RoleRecord, gone: frozenset[str]) -> RoleRecord:
    if not any(gone & set(r.any_of) for r in role.requirements):
        return role
    left = [r.model_copy(update={"any_of": tuple(i for i in r.any_of if i not in gone)}) for r in role.requirements]
    fewer = [r.model_copy(update={"at_least": min(r.at_least, len(r.any_of))}) for r in left if r.any_of]
    return role.model_copy(update={"requirements": tuple(fewer)})


def _counts_without(demand: DemandRecord, gone: frozenset[str]) -> DemandRecord:
    left = {name: {i: s for i, s in getattr(demand, name).items() if i not in gone} for name in ("shares", "others")}
    return demand.model_copy(update=left)
