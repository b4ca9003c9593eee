"""One run at a time: a lock beside a store, which the system takes back however its holder ends.

It is a lock on an empty SQLite file, since that is the same on each platform. The store itself can't be locked: it is to be read
while a run fills it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def held(store: Path) -> Iterator[None]:
    """Hold the lock of a store. Raises sqlite3.OperationalError with "locked" in it where another process does, and OSError."""
    path = store.with_name(f".{store.name}.lock")
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield
