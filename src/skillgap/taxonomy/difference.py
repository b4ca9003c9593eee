"""Two roles in, what they ask for differently out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillgap.model import Requirement
    from skillgap.taxonomy.values import Role


@dataclass(frozen=True, slots=True)
class Difference:
    """What one role and another ask for, None where one doesn't."""

    one: Requirement | None
    other: Requirement | None

    @property
    def label(self) -> str:
        """The name of the requirement, as the first of the roles that has it calls it."""
        return (self.one or self.other).label  # type: ignore[union-attr]

    @property
    def by(self) -> float:
        """How much more the one role weighs it than the other."""
        return round((self.one.weight if self.one else 0.0) - (self.other.weight if self.other else 0.0), 4)


def differences(one: Role, other: Role) -> tuple[Difference, ...]:
    """Return the requirements of two roles side by side, what differs most first; of equals by label.

    Two requirements are the same one where they name the same skill; of several, the one with most in common.
    """
    return tuple(sorted(_pairs(one, other), key=lambda d: (-abs(d.by), d.label)))


def _pairs(one: Role, other: Role) -> Iterator[Difference]:
    left = list(other.requirements)
    for asked in one.requirements:
        same = max(left, key=lambda r: _in_common(asked, r), default=None)
        if same is not None and _in_common(asked, same):
            left.remove(same)
            yield Difference(asked, same)
        else:
            yield Difference(asked, None)
    yield from (Difference(None, asked) for asked in left)


def _in_common(a: Requirement, b: Requirement) -> float:
    """Return the share of skills that two requirements have in common."""
    if a.kind != b.kind:
        return 0.0
    if not (a.any_of or b.any_of):
        return float(a.label == b.label)
    return len({*a.any_of} & {*b.any_of}) / len({*a.any_of, *b.any_of})
