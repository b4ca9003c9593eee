"""Paths in, files out: whatever lies in a folder and isn't hidden is looked at; what it is, its content tells later.

Nothing is left out by its ending, so that each file has a result or an error that says what to do. A path may be an address.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from skillgap.batch import addresses
from skillgap.errors import UsageError

# What programs leave beside documents: hidden files, and Word's note that somebody has a document open.
_DROPPINGS = (".", "~$")


# What file systems call that which changes with a file, each its own.
_SIZES_AND_DATES = ("size", "mtime", "LastModified", "last_modified", "updated", "modified")
_HASHES = ("ETag", "etag", "md5Hash", "content_md5", "checksum", "CRC", "crc32c", "version")


def files(paths: Iterable[str], out: str | Path) -> tuple[str, ...]:
    """Return the files in some folders and below, and those named themselves, sorted and each once; nothing of `out`.

    Links to folders are followed, but no folder is visited twice. Raises UsageError for a path that isn't there.
    """
    return tuple(sorted({file for file, _ in _found(paths, out)}))


def marks(paths: Iterable[str], out: str | Path) -> dict[str, str]:
    """Return the same files, each with what changes when it does: size and date, or what its file system says in their place."""
    return dict(sorted((file, mark or _mark(file)) for file, mark in _found(paths, out)))


def _found(paths: Iterable[str], out: str | Path) -> Iterator[tuple[str, str]]:
    """Yield each file, that behind an address with its mark."""
    folder = Path(out)
    visited = {_identity(folder)} if folder.exists() else set()
    for path in paths:
        if addresses.is_address(path):
            yield from _behind(path, out)
        elif Path(path).is_dir():
            yield from ((file, "") for file in _below(path, visited))
        elif Path(path).exists():
            yield path, ""
        else:
            raise UsageError(f"{path}: no such file or folder; check the path")


def _mark(file: str) -> str:
    try:
        status = Path(file).stat()
    except OSError:  # it vanished; reading it will say so
        return ""
    return f"{status.st_size} {status.st_mtime_ns}"


def _behind(address: str, out: str | Path) -> Iterator[tuple[str, str]]:
    """Yield the files behind an address but what is hidden and what is in the report."""
    report = f"{out if addresses.is_address(str(out)) else Path(out).absolute().as_posix()}/"
    for file, below, facts in addresses.find(address):
        hidden = any(part.startswith(_DROPPINGS) for part in below.split("/"))
        if not hidden and not file.startswith(report) and not addresses.local_path(file).startswith(report):
            yield file, " ".join(f"{name}={facts[name]}" for name in (*_SIZES_AND_DATES, *_HASHES) if name in facts)


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
