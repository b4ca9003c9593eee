"""Where a report lies, in; a folder of this machine to work in, out.

SQLite needs a file of this machine. So a report behind an address is made in a folder of this machine (kept.py), where the store
of the last run is fetched first; all of it goes to the address at the end, and of a run that fails the store does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from skillgap.batch import addresses, kept
from skillgap.batch.exports.files import make_folder
from skillgap.batch.store import NAME
from skillgap.errors import UsageError

# What a report replaces of an earlier one: people who are in it no more have pages there, and tables may be of the past.
_REPLACED = re.compile(r"people/[^/]+\.html|[a-z]+\.parquet")


def plain(place: str) -> str:
    """Return a place as a path where it is one of this machine, else as an address without the slash at its end."""
    return addresses.local_path(place).rstrip("/") if addresses.is_address(place) else place


@contextmanager
def report_at(place: str, *, stored: bool = True) -> Iterator[Path]:
    """Give a folder to make a report in, with the store of the last run where it is `stored` there. Raises UsageError."""
    place = plain(place)
    if not addresses.is_address(place):
        make_folder(Path(place))
        yield Path(place)
        return
    with kept.working_folder(place) if stored else TemporaryDirectory(prefix="skillgap-") as name:
        folder = Path(name)
        try:
            yield folder
        except BaseException:  # also Ctrl-C: the next run goes on from what was done; exports may be halves
            if (folder / NAME).exists():
                addresses.publish(folder, place, [NAME])
                kept.clear(folder)
            raise
        _publish(folder, place)


@contextmanager
def store_at(place: str, *, changes: bool = False) -> Iterator[Path]:
    """Give the path of a store that is named by itself or its folder; should it be behind an address and something `changes` it,
    all that is beside it then goes there. Raises UsageError.
    """
    place = plain(place)
    if not addresses.is_address(place):
        yield Path(place) / NAME if Path(place).is_dir() else Path(place)
        return
    place = folder_of(place)
    with TemporaryDirectory(prefix="skillgap-") as folder:
        path = Path(folder, NAME)
        addresses.fetch(f"{place}/{NAME}", path)
        if not path.exists():
            raise UsageError(f"{place}: no {NAME} there; name the folder that `skillgap batch` wrote")
        yield path
        if changes:
            _publish(path.parent, place)


def folder_of(store: str) -> str:
    """Return where the report is that a store, named by itself or its folder, belongs to."""
    place = plain(store)
    if addresses.is_address(place):
        return place.removesuffix(f"/{NAME}")
    return place if Path(place).is_dir() else str(Path(place).parent)


def _publish(folder: Path, place: str) -> None:
    visible = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    files = sorted(path.relative_to(folder).as_posix() for path in visible)
    addresses.publish(folder, place, files, replaced=lambda name: _REPLACED.fullmatch(name) is not None)
