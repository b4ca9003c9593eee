"""Taxonomy folder in, Taxonomy out; from the compiled cache where the files are unchanged.

`load` is what everybody calls. `compile_folder` reads the YAML; `check.problems` says what is wrong with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from skillgap.errors import TaxonomyError
from skillgap.taxonomy import compiled, locate
from skillgap.taxonomy.values import Taxonomy


@cache
def load(folder: Path | None = None) -> Taxonomy:
    """Return the taxonomy of `folder`, by default the shipped one. Raises TaxonomyError with all its problems."""
    home = folder or locate.folder()
    digest = _digest(home)
    taxonomy = compiled.load(digest, lambda: _checked(home, digest))
    return replace(taxonomy, folder=str(folder) if folder else None)


def _digest(folder: Path) -> str:
    content = hashlib.sha256()
    for path in sorted((*folder.rglob("*.yaml"), *folder.glob("*.txt"))):
        content.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        content.update(path.read_bytes())
    return content.hexdigest()


def _checked(folder: Path, digest: str) -> Taxonomy:
    from skillgap.taxonomy import build, check  # pydantic and YAML: only where there is no compiled taxonomy

    records, problems = build.read(folder)
    problems = problems or check.problems(records)
    if problems:
        raise TaxonomyError(tuple(problems))
    return build.taxonomy(records, digest)


def role_names(taxonomy: Taxonomy) -> Mapping[str, str]:
    """Return the id of the role for every id, name and alias, in folded form."""
    return {fold_name(name): role.id for role in taxonomy.roles.values() for name in (role.id, role.name, *role.aliases)}


def fold_name(name: str) -> str:
    """Return a name without case, spaces, hyphens and underscores."""
    return "".join(c for c in name.casefold() if c not in " -_")
