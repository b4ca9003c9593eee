"""A store in, its people out, by name.

Two contents are versions of one person's résumé when they have the same e-mail address, or the same name and no other address,
and show much the same skills: templates and career offices leave one address in many résumés, and many people share a name.

Who has which content is kept in tables of the connection alone, in a file without a name that SQLite takes away: of ten thousand
people, values in memory were 6 MB, an eighth of what a run has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import itemgetter

from skillgap.batch.cohort import Person, TargetOf, Version
from skillgap.batch.identity import digest
from skillgap.batch.store import Store

# How alike the skills must be: the share of the smaller set that is in both.
SAME_MAIL, SAME_NAME = 0.3, 0.6
# With the same name and another e-mail address it is somebody else, as far as anybody can tell.
OTHER_MAIL = 1.1

# `person` has a row for each version, in the order of people; `place` where each content lies.
_TABLES = """DROP TABLE IF EXISTS temp.person;
DROP TABLE IF EXISTS temp.place;
CREATE TEMP TABLE place (sha256 TEXT, path TEXT, PRIMARY KEY (sha256, path)) WITHOUT ROWID;
CREATE TEMP TABLE person (folded TEXT, id TEXT, who INTEGER, version INTEGER, latest INTEGER, sha256 TEXT,
    PRIMARY KEY (folded, id, who, version)) WITHOUT ROWID;
CREATE INDEX temp.latest ON person (sha256) WHERE latest;
INSERT INTO place SELECT sha256, path FROM file JOIN current_result USING (sha256) WHERE current_result.code IS NULL"""
_FILL = "INSERT INTO temp.person VALUES (?, ?, ?, ?, ?, ?)"

# CROSS JOIN keeps SQLite from changing the order, which is that of the tables: it would sort them in memory.
_PEOPLE = """SELECT who, id, sha256, newest, name, path
    FROM person CROSS JOIN result USING (sha256) CROSS JOIN place USING (sha256)"""
_ORDER = "ORDER BY folded, id, who, version, path"


class People:
    """The people of a store as it was when this was made, one at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        store.scratch(_TABLES)
        self._count = 0
        store.scratch(_FILL, self._rows())

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Person]:
        yield from _read(self._store.each(f"{_PEOPLE} {_ORDER}"))

    def latest(self, columns: str, table: str, target: TargetOf, rest: str = "") -> Iterator[tuple[object, ...]]:
        """Yield columns of a table's rows about a target and the newest content of each person."""
        query = f"SELECT {columns} FROM {table} CROSS JOIN person USING (sha256) WHERE target = ? AND latest {rest}"  # noqa: S608
        yield from self._store.each(query, target.number)

    def with_latest(self, sha256: str) -> Person:
        """Return the person whose newest content this is."""
        ((folded, id_, who),) = self._store.rows("SELECT folded, id, who FROM person WHERE latest AND sha256 = ?", sha256)
        (found,) = _read(self._store.each(f"{_PEOPLE} WHERE folded = ? AND id = ? AND who = ? {_ORDER}", folded, id_, who))
        return found

    def _rows(self) -> Iterator[tuple[object, ...]]:
        for who, (id_, group) in enumerate(_people(self._store)):
            self._count += 1
            name = next((one.name for one in reversed(group) if one.name), id_)
            for number, one in enumerate(group):
                yield name.casefold(), id_, who, number, number == len(group) - 1, one.sha256


def _read(rows: Iterator[tuple[object, ...]]) -> Iterator[Person]:
    """Yield people from a row for each file of each version."""
    for (_, id_), of in groupby(rows, key=itemgetter(0, 1)):
        versions = groupby(of, key=itemgetter(2, 3, 4))
        found = (
            Version(str(sha), tuple(str(row[5]) for row in its), str(new), _text(name)) for (sha, new, name), its in versions
        )
        yield Person(str(id_), tuple(found))


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A content with the hashes of its e-mail address and name, by which it is found to be somebody's."""

    sha256: str
    mail: str | None
    name_key: str | None
    newest: str
    name: str | None

    @property
    def keys(self) -> tuple[str | None, str | None]:
        return self.mail, self.name_key


# The contents of somebody, the newest last.
_Group = tuple[_Keyed, ...]


def _people(store: Store) -> Iterator[tuple[str, _Group]]:
    shared, alike = _shared(store), list[_Keyed]()
    # Of ten thousand people few share an address or a name; only these are held.
    query = """SELECT sha256, mail_key, name_key, newest, name FROM current_result
        WHERE code IS NULL AND sha256 IN (SELECT sha256 FROM place)"""
    for sha256, *facts in store.each(query):
        mail, name_key, newest, name = map(_text, facts)
        one = _Keyed(str(sha256), mail, name_key, newest or "", name)
        if shared.isdisjoint(one.keys):
            yield _id((one,), unique=True), (one,)
        else:
            alike.append(one)
    groups = _grouped(alike, store)
    times = Counter(map(_key, groups))
    yield from ((_id(group, unique=times[_key(group)] == 1), group) for group in groups)


def _shared(store: Store) -> frozenset[str]:
    """Return the keys that several contents have."""
    query = "SELECT {0} FROM current_result WHERE code IS NULL AND {0} IS NOT NULL GROUP BY {0} HAVING count(*) > 1"
    return frozenset(str(key) for column in ("mail_key", "name_key") for (key,) in store.each(query.format(column)))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _grouped(alike: list[_Keyed], store: Store) -> list[_Group]:
    """Return the contents in groups, the newest of each last."""
    group = {one.sha256: [one] for one in alike}
    for a, b in _same(alike, store):
        if group[a] is not group[b]:
            group[a] += group[b]
            group |= dict.fromkeys((one.sha256 for one in group[b]), group[a])
    distinct = {id(g): g for g in group.values()}.values()
    return [tuple(sorted(g, key=lambda one: (one.newest, _files(one, store)))) for g in distinct]


def _files(one: _Keyed, store: Store) -> tuple[str, ...]:
    return tuple(str(path) for (path,) in store.each("SELECT path FROM place WHERE sha256 = ? ORDER BY path", one.sha256))


def _same(alike: list[_Keyed], store: Store) -> Iterator[tuple[str, str]]:
    having: dict[str, list[_Keyed]] = defaultdict(list)
    for one in alike:
        for key in one.keys:
            if key:
                having[key].append(one)
    for several in having.values():
        skills = {one.sha256: _skills(one.sha256, store) for one in several} if len(several) > 1 else {}
        for a, b in combinations(several, 2):
            if _overlap(skills[a.sha256], skills[b.sha256]) >= _least(a, b):
                yield a.sha256, b.sha256


def _skills(sha256: str, store: Store) -> frozenset[object]:
    return frozenset(row[0] for row in store.rows("SELECT skill FROM skill WHERE sha256 = ?", sha256))


def _overlap(a: frozenset[object], b: frozenset[object]) -> float:
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else float(a == b)


def _least(a: _Keyed, b: _Keyed) -> float:
    if a.mail and a.mail == b.mail:
        return SAME_MAIL
    return OTHER_MAIL if a.mail and b.mail else SAME_NAME


def _key(group: Iterable[_Keyed]) -> str:
    return min(one.mail or one.name_key or one.sha256 for one in group)


def _id(group: _Group, *, unique: bool) -> str:
    key = _key(group) if unique else digest(_key(group) + min(one.sha256 for one in group))
    return f"P-{key[:10]}"
