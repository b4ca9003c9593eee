"""The values of a cohort: people, each with the versions of one résumé, the newest last, and what they were compared with."""

from __future__ import annotations

import json
from dataclasses import dataclass

from skillgap.batch.store import Store


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
