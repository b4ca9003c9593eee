"""Taxonomy <-> tables: what is small is one row of JSON; a skill, a role or its counts is a row each, read when asked for."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from skillgap.taxonomy.store import Rows, Store, open_store
from skillgap.taxonomy.values import VERSION, Scoring, Taxonomy, Words

# Changes with the shape of what is stored, so that another version of skillgap doesn't read it.
SHAPE = 15

# The tables with a row for each entry; rows.py says how an entry becomes a row and back.
ENTRIES = ("skill", "role", "demand")

K = TypeVar("K", bound=str)
V = TypeVar("V")


class Table(Mapping[K, V]):
    """Entries of one kind by id, in the order of their files; each is read when it is first asked for."""

    def __init__(self, store: Store, name: str) -> None:
        self._store = store
        self._name = name
        self._read: dict[K, V] = {}
        self._whole = False

    def __getitem__(self, id_: K) -> V:
        if id_ not in self._read:
            found = self._store.read(f"SELECT id, row FROM {self._name} WHERE id = ?", self._entries, (id_,))  # noqa: S608
            if not found:
                raise KeyError(id_)
            self._read |= found
        return self._read[id_]

    def __iter__(self) -> Iterator[K]:
        if not self._whole:
            self._read = self._store.read(f"SELECT id, row FROM {self._name} ORDER BY place", self._entries)  # noqa: S608
            self._whole = True
        return iter(self._read)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _entries(self, rows: Rows) -> dict[K, V]:
        from skillgap.taxonomy import rows as ways  # and with it the model: a sixth of what loading takes

        of: Callable[[Any], V] = getattr(ways, f"{self._name}_of")
        return {id_: of(json.loads(row)) for id_, row in rows}  # type: ignore[misc]


def load(digest: str, compile_: Callable[[], Taxonomy]) -> Taxonomy:
    """Return the taxonomy with a digest: the compiled one, or what `compile_` makes, which is then stored."""
    store = open_store(f"taxonomy-{SHAPE}-{VERSION}-{digest}", partial(_compile, compile_))
    return store.read("SELECT row FROM head", partial(_taxonomy, digest, store))


def _compile(compile_: Callable[[], Taxonomy], connection: sqlite3.Connection) -> None:
    _fill(connection, compile_())


def _taxonomy(digest: str, store: Store, rows: Rows) -> Taxonomy:
    ((head,),) = rows
    version, words, scoring, categories = json.loads(head)
    return Taxonomy(
        version=version,
        digest=digest,
        skills=Table(store, "skill"),
        roles=Table(store, "role"),
        demand=Table(store, "demand"),
        words=Words(**{name: _words(value) for name, value in words.items()}),
        scoring=_scoring(scoring),
        categories=categories,
        path=None,
    )


def _fill(connection: sqlite3.Connection, taxonomy: Taxonomy) -> None:
    from skillgap.taxonomy import rows

    connection.execute("CREATE TABLE head (row)")
    connection.execute("INSERT INTO head VALUES (?)", (_dump(_head(taxonomy)),))
    tables: tuple[Mapping[Any, Any], ...] = (taxonomy.skills, taxonomy.roles, taxonomy.demand)
    for name, entries in zip(ENTRIES, tables, strict=True):
        _fill_table(connection, name, entries.items(), getattr(rows, f"{name}_row"))


def _fill_table(
    connection: sqlite3.Connection, name: str, entries: Iterable[tuple[str, V]], row_of: Callable[[V], list[Any]]
) -> None:
    connection.execute(f"CREATE TABLE {name} (id PRIMARY KEY, place INTEGER, row) WITHOUT ROWID")
    rows = ((id_, place, _dump(row_of(entry))) for place, (id_, entry) in enumerate(entries))
    connection.executemany(f"INSERT INTO {name} VALUES (?, ?, ?)", rows)  # noqa: S608  a name of ENTRIES


def _dump(row: list[Any]) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _head(taxonomy: Taxonomy) -> list[Any]:
    return [
        taxonomy.version,
        {name: getattr(taxonomy.words, name) for name in Words.__slots__},
        [getattr(taxonomy.scoring, name) for name in Scoring.__slots__],
        dict(taxonomy.categories),
    ]


def _scoring(row: list[Any]) -> Scoring:
    status, certification, stale, least_for_years, related, degree, weights, stated = row
    stale, related = tuple(map(tuple, stale)), tuple(map(tuple, related))
    return Scoring(status, certification, stale, least_for_years, related, tuple(degree), weights, stated)


def _words(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return {k: tuple(v) if isinstance(v, list) else v for k, v in value.items()}
