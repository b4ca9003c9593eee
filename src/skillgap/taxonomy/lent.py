"""A role, or the target that it is, in; the counts behind it out: its own, or where it has none those of others, raised."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from skillgap.taxonomy.values import Demand, Taxonomy

if TYPE_CHECKING:
    from skillgap.model import Requirement

# What a role loses whose shares are partly assumed: of 23 development résumés the known role is within the first two in 20
# without it, in 21 with 0.1 to 0.3.
ASSUMED = 0.15


class Counted(Protocol):
    """A role, or the target that it is: `counted` and `also` name the counts behind it."""

    @property
    def counted(self) -> str | None:
        """The role in demand.yaml whose counts stand behind it."""

    @property
    def also(self) -> tuple[str, ...]:
        """Others that are averaged with it."""

    @property
    def borrowed(self) -> bool:
        """Whether none of the counts is its own."""

    @property
    def requirements(self) -> tuple[Requirement, ...]:
        """What its profile asks for."""


def lent(role: Counted, taxonomy: Taxonomy) -> Demand:
    """Return the counts of a role that has any; borrowed ones are raised to what its profile assumes."""
    demands = [taxonomy.demand[name] for name in (role.counted, *role.also) if name is not None]
    if not role.borrowed:
        return demands[0]
    shares = {s: sum(d.shares.get(s, 0.0) for d in demands) / len(demands) for d in demands for s in d.shares}
    for r in role.requirements:
        counted = max((shares.get(s, 0.0) for s in r.any_of), default=0.0)
        if r.kind == "skill" and r.share is not None and r.share > counted:
            for skill in r.any_of:
                shares[skill] = shares.get(skill, 0.0) * r.share / counted if counted else r.share / len(r.any_of)
    return replace(demands[0], shares=shares)
