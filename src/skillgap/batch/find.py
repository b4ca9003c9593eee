"""Paths in, files out: whatever lies in a folder and isn't hidden is looked at; what it is, its content tells later.

Nothing is left out by its ending, so that each file has a result or an error that says what to do.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from skillgap.errors import UsageError

# What programs leave beside documents: hidden files, and Word's note that somebody has a document open.
_DROPPINGS = (".", "~$")


def files(paths: Iterable[str], out: Path) -> tuple[str, ...]:
    """Return the files in some folders and below, and those named themselves, sorted and each once; nothing of `out`.

    Links to folders are followed, but no folder is visited twice. Raises UsageError for a path that isn't there.
    """
    visited = {_identity(out)} if out.exists() else set()
    found: set[str] = set()
    for path in paths:
        if Path(path).is_dir():
            found.update(_below(path, visited))
        elif Path(path).exists():
            found.add(path)
        else:
            raise UsageError(f"{path}: no such file or folder; check the path")
    return tuple(sorted(found))


def _below(folder: str, visited: set[tuple[int, int]]) -> Iterator[str]:
    for place, folders, names in os.walk(folder, onerror=_refuse, followlinks=True):
        if _seen(place, visited):
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith(_DROPPINGS))
        for name in names:
            path = str(Path(place) / name)
            if not name.startswith(_DROPPINGS) and Path(path).is_file():
                yield path


def _seen(place: str, visited: set[tuple[int, int]]) -> bool:
    identity = _identity(Path(place))
    before = identity in visited
    visited.add(identity)
    return before


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _refuse(error: OSError) -> None:
    raise UsageError(f"{error.filename}: can't be listed ({error.strerror}); check the permissions") from error
