"""A role, or the target that it is, in; the counts behind it out: its own, or where it has none those of others, raised."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from skillgap.taxonomy.values import Demand, Role, Taxonomy

if TYPE_CHECKING:
    from skillgap.model import Target

# What a role loses whose shares are partly assumed: of 23 development résumés the known role is within the first two in 20
# without it, in 21 with 0.1 to 0.3.
ASSUMED = 0.15


def lent(role: Role | Target, taxonomy: Taxonomy) -> Demand:
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
