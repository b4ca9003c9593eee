"""A store in, its people out: each with the versions of one résumé, the newest last.

Two contents are versions of one person's résumé when they have the same e-mail address, or the same name and no other address,
and show much the same skills: templates and career offices leave one address in many résumés, and many people share a name.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from operator import attrgetter
from sys import intern

from skillgap.batch.identity import digest
from skillgap.batch.store import Store

# How alike the skills must be: the share of the smaller set that is in both.
SAME_MAIL, SAME_NAME = 0.3, 0.6
# With the same name and another e-mail address it is somebody else, as far as anybody can tell.
OTHER_MAIL = 1.1


@dataclass(frozen=True, slots=True)
class Version:
    """A content: where it lies, the first place first, and whose it seems to be."""

    sha256: str
    files: tuple[str, ...]
    newest: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a résumé. `id` stays the same while its e-mail address or else its name does."""

    id: str
    versions: tuple[Version, ...]

    @property
    def latest(self) -> Version:
        """The version that counts."""
        return self.versions[-1]

    @property
    def name(self) -> str:
        """What to call somebody: the id where nothing better is known, or may be."""
        return next((v.name for v in reversed(self.versions) if v.name), self.id)


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement of a target."""

    label: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True)
class TargetOf:
    """What the cohort was compared with."""

    number: int
    id: str
    name: str
    asked: tuple[Asked, ...]


def targets(store: Store) -> tuple[TargetOf, ...]:
    """Return what a cohort was compared with."""
    given = json.loads(store.about()["targets"])
    return tuple(TargetOf(n, t["id"], t["name"], tuple(map(_asked, t["requirements"]))) for n, t in enumerate(given))


def _asked(record: dict[str, object]) -> Asked:
    return Asked(str(record["label"]), str(record["level"]), float(str(record["weight"])))


def people(store: Store) -> tuple[Person, ...]:
    """Return the people of a cohort, by name."""
    found = _people(store)
    found.sort(key=attrgetter("id"))
    found.sort(key=lambda person: person.name.casefold())
    return tuple(found)


def _people(store: Store) -> list[Person]:
    shared, versions = _shared(store), _versions(store)
    found, alike = list[Person](), list[_Keyed]()
    # Of ten thousand people few share an address or a name; only of these more is kept than what a person has.
    for sha256, *keys in store.each("SELECT sha256, mail_key, name_key FROM current_result WHERE code IS NULL"):
        if str(sha256) in versions:
            one = _Keyed(versions.pop(str(sha256)), *map(_text, keys))
            if shared.isdisjoint(one.keys):
                found.append(Person(_id((one,), unique=True), (one.version,)))
            else:
                alike.append(one)
    groups = _grouped(alike, store)
    times = Counter(map(_key, groups))
    found += (Person(_id(group, unique=times[_key(group)] == 1), tuple(one.version for one in group)) for group in groups)
    return found


@dataclass(frozen=True, slots=True)
class _Keyed:
    """A version with the hashes of its e-mail address and name, by which it is found to be somebody's."""

    version: Version
    mail: str | None
    name: str | None

    @property
    def keys(self) -> tuple[str | None, str | None]:
        return self.mail, self.name


def _shared(store: Store) -> frozenset[str]:
    """Return the keys that several contents have."""
    query = "SELECT {0} FROM current_result WHERE code IS NULL AND {0} IS NOT NULL GROUP BY {0} HAVING count(*) > 1"
    return frozenset(str(key) for column in ("mail_key", "name_key") for (key,) in store.each(query.format(column)))


def _versions(store: Store) -> dict[str, Version]:
    """Return the versions by content. The rows come in the order of the table: SQLite would sort them in memory."""
    found: dict[str, Version] = {}
    query = """SELECT sha256, path, newest, name FROM file CROSS JOIN current_result USING (sha256)
        WHERE current_result.code IS NULL ORDER BY path"""
    for sha256, path, newest, name in store.each(query):
        if known := found.get(str(sha256)):
            found[known.sha256] = replace(known, files=(*known.files, str(path)))
        else:
            found[str(sha256)] = Version(str(sha256), (str(path),), intern(str(newest)), _text(name))
    return found


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _grouped(alike: list[_Keyed], store: Store) -> list[tuple[_Keyed, ...]]:
    """Return the versions in groups, the newest of each last."""
    group = {one.version.sha256: [one] for one in alike}
    for a, b in _same(alike, store):
        if group[a] is not group[b]:
            group[a] += group[b]
            group |= dict.fromkeys((one.version.sha256 for one in group[b]), group[a])
    distinct = {id(g): g for g in group.values()}.values()
    return [tuple(sorted(g, key=lambda one: (one.version.newest, one.version.files))) for g in distinct]


def _same(alike: list[_Keyed], store: Store) -> Iterator[tuple[str, str]]:
    having: dict[str, list[_Keyed]] = defaultdict(list)
    for one in alike:
        for key in one.keys:
            if key:
                having[key].append(one)
    for several in having.values():
        skills = {one.version.sha256: _skills(one.version.sha256, store) for one in several} if len(several) > 1 else {}
        for a, b in combinations(several, 2):
            if _overlap(skills[a.version.sha256], skills[b.version.sha256]) >= _least(a, b):
                yield a.version.sha256, b.version.sha256


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
    return min(one.mail or one.name or one.version.sha256 for one in group)


def _id(group: tuple[_Keyed, ...], *, unique: bool) -> str:
    key = _key(group) if unique else digest(_key(group) + min(one.version.sha256 for one in group))
    return f"P-{key[:10]}"
