"""Name of a role in, its Target out."""

from __future__ import annotations

from difflib import get_close_matches

from skillgap.errors import UnknownTarget
from skillgap.model import Target
from skillgap.taxonomy.load import fold_name, role_names
from skillgap.taxonomy.values import Role, Taxonomy

# How many similar names an error lists.
NEAREST = 3


def find(name: str, taxonomy: Taxonomy) -> Role:
    """Return the role with an id, name or alias, written anyhow. Raises UnknownTarget with the nearest roles."""
    names = role_names(taxonomy)
    folded = fold_name(name)
    if folded not in names:
        near = get_close_matches(folded, names, NEAREST, cutoff=0.4)
        roles = list(dict.fromkeys(names[n] for n in near)) or list(taxonomy.roles)
        raise UnknownTarget(f"{name}: no such role; try {', '.join(roles)}, or see `skillgap roles`")
    return taxonomy.roles[names[folded]]


def load(name: str, taxonomy: Taxonomy) -> Target:
    """Return the target that a role is. Raises UnknownTarget."""
    role = find(name, taxonomy)
    demand = taxonomy.counts(role)
    postings, employers = (0, 0) if role.borrowed else (demand.postings, demand.employers)
    return Target(
        role.id,
        role.name,
        "role",
        role.requirements,
        postings,
        employers,
        role.counted,
        also=role.also,
        borrowed=role.borrowed,
        years=demand.years,
    )
