"""Path of a taxonomy in, Taxonomy out; from the compiled cache where the files are unchanged.

`load` is what everybody calls. `records` reads the YAML and says what is wrong with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from skillgap.errors import TaxonomyError
from skillgap.taxonomy import compiled, locate
from skillgap.taxonomy.values import Taxonomy

if TYPE_CHECKING:
    from skillgap.taxonomy.build import Records


@cache
def load(path: Path | None = None) -> Taxonomy:
    """Return the taxonomy of a path: a folder like the shipped one, or an own file, which is laid over the shipped one.

    None is the shipped one under the user's own file (locate.own_file), where there is one. Raises TaxonomyError with all
    problems.
    """
    if path is None and (own := locate.own_file()):
        return load(own)
    base, own = layers(path)
    digest = _digest(base, own)
    taxonomy = compiled.load(digest, partial(_compile, base, own, digest))
    return replace(taxonomy, path=str(path) if path else None)


def layers(path: Path | None) -> tuple[Path, Path | None]:
    """Return the folder of a taxonomy and the own file laid over it. Raises TaxonomyError where a file is missing."""
    if path is None or path.is_dir() or path.suffix not in {".yaml", ".yml"}:
        return path or locate.folder(), None
    if not path.is_file():
        raise TaxonomyError((f"{path}: no such file; name a taxonomy folder or an own file",))
    return locate.folder(), path


def records(base: Path, own: Path | None) -> tuple[Records, list[str]]:
    """Return the records of a folder with an own file laid over them, and all problems."""
    from skillgap.taxonomy import build, check  # pydantic and YAML: only where there is no compiled taxonomy
    from skillgap.taxonomy.own import lay_over

    found, problems = build.read(base)
    if own and not problems:
        found, problems = lay_over(found, own)
    return found, problems or check.problems(found)


def _digest(folder: Path, own: Path | None) -> str:
    content = hashlib.sha256()
    for path in sorted((*folder.rglob("*.yaml"), *folder.glob("*.txt"))):
        if path.is_file():
            content.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            content.update(path.read_bytes())
    if own:
        content.update(b"own\0" + own.read_bytes())
    return content.hexdigest()


def _compile(base: Path, own: Path | None, digest: str) -> Taxonomy:
    from skillgap.taxonomy import build

    found, problems = records(base, own)
    if problems:
        raise TaxonomyError(tuple(problems))
    return build.taxonomy(found, digest)


def role_names(taxonomy: Taxonomy) -> Mapping[str, str]:
    """Return the id of the role for every id, name and alias, in folded form."""
    return {fold_name(name): role.id for role in taxonomy.roles.values() for name in (role.id, role.name, *role.aliases)}


def fold_name(name: str) -> str:
    """Return a name without case, spaces, hyphens and underscores."""
    return "".join(c for c in name.casefold() if c not in " -_")
