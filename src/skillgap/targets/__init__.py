"""What a résumé is compared with.

A role is loaded by its name, a posting built from its document: posting/.

ADD A KIND OF TARGET that has a name: a module with `load(name, taxonomy) -> Target`, and its line in SOURCES.
"""

from __future__ import annotations

from collections.abc import Callable

from skillgap.model import Target
from skillgap.targets import posting, roles
from skillgap.taxonomy.values import Taxonomy

__all__ = ["SOURCES", "load", "posting"]

SOURCES: dict[str, Callable[[str, Taxonomy], Target]] = {"role": roles.load}


def load(kind: str, name: str, taxonomy: Taxonomy) -> Target:
    """Return a target of a kind in SOURCES. Raises UnknownTarget."""
    return SOURCES[kind](name, taxonomy)
