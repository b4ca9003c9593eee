"""Taxonomy <-> tables: what is small is one row of JSON, the skills are a row each, read when somebody asks for them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from skillgap.model import Kind, Level, Requirement, SkillId
from skillgap.taxonomy.store import Rows, Store, open_store
from skillgap.taxonomy.values import VERSION, Demand, Form, FormRule, Role, Scoring, Skill, Taxonomy, Words

# Changes with the shape of what is stored, so that another version of skillgap doesn't read it.
SHAPE = 7


class SkillTable(Mapping[SkillId, Skill]):
    """The skills by id, in the order of their files; each is read when it is first asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._read: dict[SkillId, Skill] = {}
        self._whole = False

    def __getitem__(self, id_: SkillId) -> Skill:
        if id_ not in self._read:
            found = self._store.read("SELECT row FROM skill WHERE id = ?", _skills, (id_,))
            if not found:
                raise KeyError(id_)
            self._read |= found
        return self._read[id_]

    def __iter__(self) -> Iterator[SkillId]:
        if not self._whole:
            self._read = self._store.read("SELECT row FROM skill ORDER BY place", _skills)
            self._whole = True
        return iter(self._read)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def load(digest: str, compile_: Callable[[], Taxonomy]) -> Taxonomy:
    """Return the taxonomy with a digest: the compiled one, or what `compile_` makes, which is then stored."""
    store = open_store(f"taxonomy-{SHAPE}-{VERSION}-{digest}", partial(_compile, compile_))
    return store.read("SELECT row FROM head", partial(_taxonomy, digest, store))


def _compile(compile_: Callable[[], Taxonomy], connection: sqlite3.Connection) -> None:
    _fill(connection, compile_())


def _taxonomy(digest: str, store: Store, rows: Rows) -> Taxonomy:
    ((head,),) = rows
    version, roles, demand, words, scoring, categories = json.loads(head)
    return Taxonomy(
        version=version,
        digest=digest,
        skills=SkillTable(store),
        roles={row[0]: _role(row) for row in roles},
        demand={row[0]: Demand(*row) for row in demand},
        words=Words(**{name: _words(value) for name, value in words.items()}),
        scoring=_scoring(scoring),
        categories=categories,
        path=None,
    )


def _fill(connection: sqlite3.Connection, taxonomy: Taxonomy) -> None:
    connection.execute("CREATE TABLE head (row)")
    connection.execute("CREATE TABLE skill (id PRIMARY KEY, place INTEGER, row) WITHOUT ROWID")
    connection.execute("INSERT INTO head VALUES (?)", (_dump(_head(taxonomy)),))
    skills = enumerate(taxonomy.skills.values())
    connection.executemany("INSERT INTO skill VALUES (?, ?, ?)", ((s.id, place, _dump(_skill_row(s))) for place, s in skills))


def _dump(row: list[object]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _head(taxonomy: Taxonomy) -> list[object]:
    return [
        taxonomy.version,
        [
            [r.id, r.name, r.aliases, r.about, r.counted, list(map(_requirement_row, r.requirements)), r.also, r.borrowed]
            for r in taxonomy.roles.values()
        ],
        [[d.role, d.postings, d.employers, dict(d.shares), dict(d.others), d.years] for d in taxonomy.demand.values()],
        {name: getattr(taxonomy.words, name) for name in Words.__slots__},
        [getattr(taxonomy.scoring, name) for name in Scoring.__slots__],
        dict(taxonomy.categories),
    ]


def _skill_row(s: Skill) -> list[object]:
    forms = [[f.text, f.rule and rule_row(f.rule)] for f in s.forms]
    return [s.id, s.name, s.kind, s.category, s.about, forms, s.broader, s.implies, s.related, s.needs, s.external]


def rule_row(rule: FormRule) -> list[object]:
    """Return a rule as a row for JSON."""
    return [rule.keep_case, rule.context, rule.name, rule.near, rule.not_in]


def rule_of(row: list[Any]) -> FormRule:
    """Return the rule of a row."""
    return FormRule(row[0], row[1], row[2], tuple(row[3]), tuple(row[4]))


def _requirement_row(r: Requirement) -> list[object]:
    return [r.label, r.any_of, r.level, r.weight, r.at_least, r.band, r.share, r.postings, r.distinctiveness]


def _skills(rows: Rows) -> dict[SkillId, Skill]:
    return {skill.id: skill for skill in (_skill(json.loads(row)) for (row,) in rows)}


def _skill(row: list[Any]) -> Skill:
    id_, name, kind, category, about, forms, broader, implies, related, needs, external = row
    return Skill(
        id=id_,
        name=name,
        kind=Kind(kind),
        category=category,
        about=about,
        forms=tuple(Form(text, rule and rule_of(rule)) for text, rule in forms),
        broader=tuple(broader),
        implies=tuple(implies),
        related=tuple((other, strength) for other, strength in related),
        needs=tuple(needs),
        external=tuple((collection, theirs) for collection, theirs in external),
    )


def _requirement(row: list[Any]) -> Requirement:
    label, any_of, level, weight, at_least, band, share, postings, distinctiveness = row
    any_of, level = tuple(any_of), Level(level)
    return Requirement(label, any_of, level, weight, at_least, band, share, postings, distinctiveness=distinctiveness)


def _role(row: list[Any]) -> Role:
    id_, name, aliases, about, counted, requirements, also, borrowed = row
    return Role(id_, name, tuple(aliases), about, counted, tuple(map(_requirement, requirements)), tuple(also), borrowed)


def _scoring(row: list[Any]) -> Scoring:
    status, certification, stale, least_for_years, related, degree, weights = row
    stale, related = tuple(map(tuple, stale)), tuple(map(tuple, related))
    return Scoring(status, certification, stale, least_for_years, related, tuple(degree), weights)


def _words(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return {k: tuple(v) if isinstance(v, list) else v for k, v in value.items()}
