"""Compiled data in SQLite files of the platform's cache folder, named by the digest of what they were made from.

A résumé needs a few hundred of 40,000 forms, so what is compiled is looked up, not loaded. A cache is a convenience: it is
written beside its place and renamed, so that two processes may write at once; where the folder can't be written or a file is
damaged, the same tables are built in memory.
"""

from __future__ import annotations

import contextlib
import gc
import os
import re
import sqlite3
import time
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

# Files of other taxonomies that nobody has opened for so long are removed when a new one is written.
KEEP_SECONDS = 30 * 24 * 3600

# What is called like this in the cache folder is a store of ours; people keep other databases beside it.
OURS = re.compile(r"(taxonomy|forms)-[0-9].*\.sqlite")

Build = Callable[[sqlite3.Connection], None]
Rows = list[tuple[str, ...]]
T = TypeVar("T")


def folder() -> Path:
    """Return the cache folder: SKILLGAP_CACHE where that is set, else the platform's."""
    if chosen := os.environ.get("SKILLGAP_CACHE"):
        return Path(chosen).absolute()
    import platformdirs

    return Path(platformdirs.user_cache_dir("skillgap", appauthor=False))


@dataclass(eq=False)
class Store:
    """Tables that are read only. After a fork the child opens the file for itself."""

    path: Path | None
    build: Build
    _connection: sqlite3.Connection | None = field(default=None, repr=False)
    _process: int = 0
    _renewed: bool = False

    def rows(self, query: str, parameters: tuple[str, ...] = ()) -> Rows:
        """Return what a query finds."""
        return self.read(query, lambda rows: rows, parameters)

    def read(self, query: str, of: Callable[[Rows], T], parameters: tuple[str, ...] = ()) -> T:
        """Return what `of` makes of what a query finds; where that can't be read the file is damaged, and is built again."""
        try:
            return of(self._open().execute(query, parameters).fetchall())
        except (sqlite3.DatabaseError, ValueError, TypeError):
            if self.path is None or self._renewed:  # what is wrong is no damage
                raise
            self._renew(self.path)
            return of(self._open().execute(query, parameters).fetchall())

    def _renew(self, path: Path) -> None:
        with contextlib.suppress(OSError):
            path.unlink()
        _write(path, self.build)
        self.hold(_whole(path) or _in_memory(self.build))
        self._renewed = True

    def __getstate__(self) -> tuple[Path | None, Build]:
        return self.path, self.build

    def __setstate__(self, state: tuple[Path | None, Build]) -> None:
        self.path, self.build = state
        self._connection, self._process, self._renewed = None, 0, False

    def _open(self) -> sqlite3.Connection:
        if self._connection is None or self._process != os.getpid():
            self.hold(_whole(self.path) or _in_memory(self.build))
        return self._connection  # type: ignore[return-value]

    def hold(self, connection: sqlite3.Connection) -> None:
        """Use a connection, and close it when the store goes."""
        self._connection, self._process = connection, os.getpid()
        weakref.finalize(self, connection.close)


def open_store(name: str, build: Build) -> Store:
    """Return the store with a name, after building it where it isn't there or is damaged."""
    path = folder() / f"{name}.sqlite"
    found = _whole(path)
    if found is None:
        _write(path, build)
        found = _whole(path)
    if found is None:
        return Store(None, build)
    store = Store(path, build)
    store.hold(found)
    return store


def _whole(path: Path | None) -> sqlite3.Connection | None:
    """Return a connection to a file that is as long as it says and has its last table; None where there is no such file."""
    if path is None:
        return None
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    except (sqlite3.Error, ValueError):
        return None
    try:
        (size,) = connection.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()
        connection.execute("SELECT 1 FROM complete").fetchone()
        if size == path.stat().st_size:
            return connection
    except (sqlite3.Error, OSError):
        pass
    connection.close()
    return None


def _write(path: Path, build: Build) -> None:
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError, sqlite3.OperationalError):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.unlink(missing_ok=True)
            _fill(sqlite3.connect(beside), build).close()
            beside.replace(path)
            _forget_old(path)
        finally:
            beside.unlink(missing_ok=True)


def _in_memory(build: Build) -> sqlite3.Connection:
    return _fill(sqlite3.connect(":memory:", check_same_thread=False), build)


def _fill(connection: sqlite3.Connection, build: Build) -> sqlite3.Connection:
    """Run a build in one transaction; the table `complete` comes last and says that all is there."""
    try:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        with connection, _uncollected():
            build(connection)
            connection.execute("CREATE TABLE complete (yes)")
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Hold back the search for garbage: what is built is hardly any, and looking through it took 40 % of the building."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _forget_old(written: Path) -> None:
    for path in written.parent.glob("*.sqlite"):
        if path != written and OURS.fullmatch(path.name) and time.time() - path.stat().st_atime > KEEP_SECONDS:
            path.unlink(missing_ok=True)
