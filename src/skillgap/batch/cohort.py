"""A store in, its people out: each with the versions of one résumé, the newest last.

Two contents are versions of one person's résumé when they have the same e-mail address, or the same name and no other address,
and show much the same skills: templates and career offices leave one address in many résumés, and many people share a name.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

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
    mail: str | None
    keys: tuple[str | None, str | None]


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
    versions = {v.sha256: v for v in _versions(store)}
    groups = _grouped(versions, store)
    first = Counter(_key(group) for group in groups)
    found = [Person(_id(group, unique=first[_key(group)] == 1), group) for group in groups]
    return tuple(sorted(found, key=lambda p: (p.name.casefold(), p.id)))


def _versions(store: Store) -> Iterator[Version]:
    files = defaultdict(list)
    for sha256, path in store.each("SELECT sha256, path FROM file WHERE sha256 IS NOT NULL ORDER BY path"):
        files[sha256].append(str(path))
    query = "SELECT sha256, newest, name, mail, mail_key, name_key FROM current_result WHERE code IS NULL ORDER BY sha256"
    for sha256, newest, name, mail, *keys in store.each(query):
        if sha256 in files:
            yield Version(
                str(sha256), tuple(files[sha256]), str(newest), _text(name), _text(mail), (_text(keys[0]), _text(keys[1]))
            )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _grouped(versions: dict[str, Version], store: Store) -> list[tuple[Version, ...]]:
    """Return the versions in groups, the newest of each last."""
    group = {sha: [sha] for sha in versions}
    for a, b in _same(versions, store):
        if group[a] is not group[b]:
            group[a] += group[b]
            group |= dict.fromkeys(group[b], group[a])
    distinct = {id(g): g for g in group.values()}.values()
    return [tuple(sorted((versions[s] for s in g), key=lambda v: (v.newest, v.files))) for g in distinct]


def _same(versions: dict[str, Version], store: Store) -> Iterator[tuple[str, str]]:
    alike: dict[str, list[str]] = defaultdict(list)
    for version in versions.values():
        for key in version.keys:
            if key:
                alike[key].append(version.sha256)
    for shas in alike.values():
        skills = {sha: _skills(sha, store) for sha in shas} if len(shas) > 1 else {}
        for a, b in combinations(shas, 2):
            if _overlap(skills[a], skills[b]) >= _least(versions[a], versions[b]):
                yield a, b


def _skills(sha256: str, store: Store) -> frozenset[object]:
    return frozenset(row[0] for row in store.rows("SELECT skill FROM skill WHERE sha256 = ?", sha256))


def _overlap(a: frozenset[object], b: frozenset[object]) -> float:
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else float(a == b)


def _least(a: Version, b: Version) -> float:
    if a.keys[0] and a.keys[0] == b.keys[0]:
        return SAME_MAIL
    return OTHER_MAIL if a.keys[0] and b.keys[0] else SAME_NAME


def _key(group: Iterable[Version]) -> str:
    return min(v.keys[0] or v.keys[1] or v.sha256 for v in group)


def _id(group: tuple[Version, ...], *, unique: bool) -> str:
    key = _key(group) if unique else digest(_key(group) + min(v.sha256 for v in group))
    return f"P-{key[:10]}"
