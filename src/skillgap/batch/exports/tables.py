"""A store in, tables out: what each export shows, whatever the format. Rows come one at a time and in a fixed order.

ADD A TABLE: a function of a View that yields rows, and its line in TABLES.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter

from skillgap.batch.cohort import TargetOf, Version, targets
from skillgap.batch.people import People
from skillgap.batch.store import Store

Cell = str | int | float | None
Row = tuple[Cell, ...]

# How many people's plans name a skill before it is worth a workshop. One person learns alone.
LEAST_PEOPLE = 2


class View:
    """A store, with the people and targets in it looked up once."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @cached_property
    def people(self) -> People:
        """The people of the cohort, by name."""
        return People(self.store)

    @cached_property
    def targets(self) -> tuple[TargetOf, ...]:
        """What they were compared with."""
        return targets(self.store)

    @cached_property
    def skill_names(self) -> dict[str, str]:
        """The name of each skill."""
        return {str(id_): str(name) for id_, name in self.store.rows("SELECT skill, name FROM skill_name")}

    def mail(self, version: Version) -> str | None:
        """Return the e-mail address in a version of a résumé."""
        ((mail,),) = self.store.rows("SELECT mail FROM result WHERE sha256 = ?", version.sha256)
        return None if mail is None else str(mail)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the columns by name, each with the kind of its cells (text, number, share, credit), and what gives its rows."""

    columns: Callable[[View], tuple[tuple[str, str], ...]]
    rows: Callable[[View], Iterator[Row]]


def _fixed(columns: str) -> Callable[[View], tuple[tuple[str, str], ...]]:
    """Return what gives columns that are the same for each cohort; those without a kind are text."""
    named = (column.partition(":") for column in columns.split())
    fixed = tuple((name, kind or "text") for name, _, kind in named)
    return lambda _: fixed


def _people_columns(view: View) -> tuple[tuple[str, str], ...]:
    fixed = (("person", "text"), ("name", "text"), ("mail", "text"), ("file", "text"), ("versions", "number"))
    each = (("overall", "share"), ("required", "share"), ("preferred", "share"), ("fit", "share"))
    more = (("met", "number"), ("partial", "number"), ("missing", "number"), ("learn_first", "text"))
    return (*fixed, *((f"{t.id}_{name}", kind) for t in view.targets for name, kind in (*each, *more)))


def _people(view: View) -> Iterator[Row]:
    for p in view.people:
        row: list[Cell] = [p.id, p.name, view.mail(p.latest), p.latest.files[0], len(p.versions)]
        for target in view.targets:
            row += _against(view, p.latest.sha256, target)
        yield tuple(row)


def _against(view: View, sha256: str, target: TargetOf) -> list[Cell]:
    key = (sha256, target.number)
    rows = view.store.rows("SELECT overall, required, preferred, fit FROM report WHERE sha256 = ? AND target = ?", *key)
    query = "SELECT status, count(*) FROM finding WHERE sha256 = ? AND target = ? GROUP BY status"
    counts = {status: int(str(count)) for status, count in view.store.rows(query, *key)}
    steps = view.store.rows("SELECT skill FROM step WHERE sha256 = ? AND target = ? ORDER BY number LIMIT 3", *key)
    learn = "; ".join(view.skill_names[str(s)] for (s,) in steps)
    return [*_cells(rows[0]), *(counts.get(s, 0) for s in ("met", "partial", "missing")), learn]


def _cells(row: tuple[object, ...]) -> list[Cell]:
    return [cell if isinstance(cell, int | float | str) else None for cell in row]


def _skills(view: View) -> Iterator[Row]:
    for p in view.people:
        query = "SELECT skill, status, months, last_used FROM skill WHERE sha256 = ? ORDER BY skill"
        for skill, *rest in view.store.each(query, p.latest.sha256):
            yield (p.id, p.name, str(skill), view.skill_names[str(skill)], *_cells(tuple(rest)))


def _gaps(view: View) -> Iterator[Row]:
    """Yield each requirement with how many people meet it: what most lack first, the heavier before."""
    total = len(view.people) or 1
    for target in view.targets:
        rows = []
        for number, counts in enumerate(_statuses(view, target)):
            asked = target.asked[number]
            met, partial, missing = counts
            rows.append((target.id, asked.label, asked.level, asked.weight, met, partial, missing, (missing + partial) / total))
        yield from sorted(rows, key=lambda r: (-r[-1], -r[3], r[1]))


def _statuses(view: View, target: TargetOf) -> list[list[int]]:
    """Return how many people meet, partly meet and lack each requirement of a target."""
    counts = [[0, 0, 0] for _ in target.asked]
    for number, status in view.people.latest("number, status", "finding", target):
        counts[int(str(number))][("met", "partial", "missing").index(str(status))] += 1
    return counts


def _findings(view: View) -> Iterator[Row]:
    query = "SELECT number, status, credit FROM finding WHERE sha256 = ? AND target = ? ORDER BY number"
    for p in view.people:
        for target in view.targets:
            for number, status, credit in view.store.each(query, p.latest.sha256, target.number):
                asked = target.asked[int(str(number))]
                yield p.id, p.name, target.id, asked.label, asked.level, str(status), float(str(credit))


def _workshops(view: View) -> Iterator[Row]:
    """Yield what could be taught to several: what brings most coverage to all together first."""
    for target in view.targets:
        # One skill at a time: the gains of all together were a third of what an export holds.
        steps = view.people.latest("skill, gain", "step", target, "ORDER BY skill, gain")
        rows = []
        for skill, of in groupby(steps, key=itemgetter(0)):
            gains = [float(str(gain)) for _, gain in of]
            if len(gains) >= LEAST_PEOPLE:
                name = view.skill_names[str(skill)]
                rows.append((target.id, str(skill), name, len(gains), sum(gains) / len(gains)))
        yield from sorted(rows, key=lambda r: (-round(r[3] * r[4], 9), r[1]))


def _versions(view: View) -> Iterator[Row]:
    """Yield, for each person with several versions, what changed from one to the next."""
    for p in view.people:
        for before, after in zip(p.versions, p.versions[1:], strict=False):
            old, new = _shown(view, before.sha256), _shown(view, after.sha256)
            gained = "; ".join(sorted(view.skill_names[s] for s in new - old))
            lost = "; ".join(sorted(view.skill_names[s] for s in old - new))
            for target in view.targets:
                was, is_ = (_overall(view, v.sha256, target) for v in (before, after))
                yield p.id, p.name, before.files[0], after.files[0], target.id, was, is_, gained, lost


def _shown(view: View, sha256: str) -> set[str]:
    return {str(skill) for (skill,) in view.store.each("SELECT skill FROM skill WHERE sha256 = ?", sha256)}


def _overall(view: View, sha256: str, target: TargetOf) -> Cell:
    query = "SELECT overall FROM report WHERE sha256 = ? AND target = ?"
    return _cells(view.store.rows(query, sha256, target.number)[0])[0]


def _duplicates(view: View) -> Iterator[Row]:
    for p in view.people:
        for version in p.versions:
            yield from ((p.id, p.name, file, version.files[0]) for file in version.files[1:])


def _errors(view: View) -> Iterator[Row]:
    query = """SELECT path, coalesce(file.code, r.code), coalesce(file.message, r.message)
        FROM file LEFT JOIN current_result r USING (sha256) WHERE coalesce(file.code, r.code) IS NOT NULL ORDER BY path"""
    for path, code, message in view.store.each(query):
        what, _, remedy = str(message).partition("; ")
        yield str(path), str(code), what, remedy


TABLES: dict[str, Table] = {
    "people": Table(_people_columns, _people),
    "skills": Table(_fixed("person name skill skill_name status months:number last_used"), _skills),
    "gaps": Table(
        _fixed("target requirement level weight:share met:number partial:number missing:number share_with_gap:share"), _gaps
    ),
    "findings": Table(_fixed("person name target requirement level status credit:share"), _findings),
    "workshops": Table(_fixed("target skill skill_name people:number mean_gain:share"), _workshops),
    "versions": Table(
        _fixed("person name before after target overall_before:share overall_after:share skills_gained skills_lost"), _versions
    ),
    "duplicates": Table(_fixed("person name file same_as"), _duplicates),
    "errors": Table(_fixed("file code what_is_wrong what_to_do"), _errors),
}
