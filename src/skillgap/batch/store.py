"""One SQLite file that keeps what a cohort's files show. One process writes; whatever stops it, what was committed stays.

`Store` is the file, open: to be written, and locked, so that another run is told so at once; or to be read as it is at this
moment, also while a run fills it. schema.sql explains the tables. All is kept by the hash of a content, so that a file that is
moved, or lies there twice, is the same.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from importlib import resources
from pathlib import Path

from skillgap.batch.lock import held
from skillgap.batch.outcome import Failure, Result, SkillRow, StepRow
from skillgap.errors import UsageError

NAME = "cohort.db"
SCHEMA = "1"

# Readers hold nobody up for longer, in seconds.
BUSY = 5

# While a run goes on, results of an earlier one with other settings are still there: they answer nothing.
_CURRENT = """CREATE TEMP VIEW current_result AS
    SELECT * FROM result WHERE settings = (SELECT value FROM about WHERE key = 'settings')"""

# What SQLite says, and what to do about it.
_REMEDIES = {
    "locked": "is in use by another run; wait for its end",
    "full": "there is no room left to write; make room and run again: what was done is kept",
    "readonly": "can't be written; check the permissions or choose another folder",
    "disk I/O": "can't be written or read any more; check the disk and run again: what was done is kept",
    "unable to open": "can't be opened; check the permissions or choose another folder",
    "not a database": "is no cohort; name the cohort.db that `skillgap batch` wrote",
    "malformed": "is damaged; delete it and run `skillgap batch` again",
    "no such table": "is no cohort; name the cohort.db that `skillgap batch` wrote",
}


class Store:
    """An open store. All that can go wrong with the file is a UsageError that says what to do."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._named: set[str] = set()

    def rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """Return all rows of a query."""
        return list(self.each(query, *values))

    def each(self, query: str, *values: object) -> Iterator[tuple[object, ...]]:
        """Yield the rows of a query, one at a time."""
        with _explained(self.path):
            yield from self._connection.execute(query, values)

    def about(self) -> dict[str, str]:
        """Return what the last run said of itself."""
        return {str(key): str(value) for key, value in self.rows("SELECT key, value FROM about")}

    def scratch(self, statements: str, rows: Iterable[tuple[object, ...]] | None = None) -> None:
        """Make or fill tables of this connection alone, also where a store is only read, and of the same moment."""
        with _explained(self.path):
            held = self._connection.in_transaction
            ((only,),) = self._connection.execute("PRAGMA query_only")
            self._connection.execute("PRAGMA query_only = OFF")
            try:
                if rows is None:
                    for statement in statements.split(";"):
                        self._connection.execute(statement)
                else:
                    self._many(statements, rows)
            finally:
                if not held:
                    self._connection.commit()
                self._connection.execute(f"PRAGMA query_only = {only}")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all of what follows, or nothing of it."""
        with _explained(self.path), self._connection:
            yield

    def begin(self, about: dict[str, str], paths: Iterable[str]) -> None:
        """Say what a run is about, and which files it found: what the last run knew of others is forgotten."""
        with self.writing():
            self._many("INSERT OR REPLACE INTO about VALUES (?, ?)", about.items())
            self._connection.execute("CREATE TEMP TABLE IF NOT EXISTS found (path TEXT PRIMARY KEY) WITHOUT ROWID")
            self._many("INSERT OR IGNORE INTO found VALUES (?)", ((path,) for path in paths))
            self._connection.execute("DELETE FROM file WHERE path NOT IN (SELECT path FROM found)")
            self._connection.execute("INSERT OR REPLACE INTO about SELECT 'unfinished', count(*) FROM found")
            self._connection.execute("DROP TABLE found")

    def has(self, sha256: str, settings: str, *, retried: Collection[str] = ()) -> bool:
        """Return whether a content has a result that these settings would give again, or an error that isn't to be `retried`."""
        rows = self.rows("SELECT code FROM result WHERE sha256 = ? AND settings = ?", sha256, settings)
        return any(code not in retried for (code,) in rows)

    def put_file(self, path: str, sha256: str | None, failure: Failure | None = None) -> None:
        """Keep which content a file has, or why it couldn't be loaded."""
        row = (path, sha256, failure and failure.code, failure and failure.message)
        self._connection.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", row)

    def put(self, outcome: Result | Failure, settings: str, *, named: bool) -> None:
        """Keep what became of a content, in place of what was known of it; whose it is only where it may be `named`."""
        with _explained(self.path):
            self._connection.execute("DELETE FROM result WHERE sha256 = ?", (outcome.sha256,))
            if isinstance(outcome, Failure):
                values = "INSERT INTO result (sha256, settings, code, message) VALUES (?, ?, ?, ?)"
                self._connection.execute(values, (outcome.sha256, settings, outcome.code, outcome.message))
            else:
                self._put_result(outcome, settings, named=named)

    def finish(self, settings: str) -> None:
        """Forget the results of contents that no file has any more, or that other settings gave."""
        with self.writing():
            unused = "DELETE FROM result WHERE settings <> ? OR sha256 NOT IN (SELECT sha256 FROM file WHERE sha256 IS NOT NULL)"
            self._connection.execute(unused, (settings,))
            self._connection.execute("DELETE FROM about WHERE key = 'unfinished'")

    def unfinished(self) -> tuple[int, int] | None:
        """Return how many of how many files a run has done that didn't come to its end yet; None where there is no such run."""
        total = self.about().get("unfinished")
        query = """SELECT count(*) FROM file LEFT JOIN current_result USING (sha256)
            WHERE file.code IS NOT NULL OR current_result.sha256 IS NOT NULL"""
        ((done,),) = self.rows(query)
        return (int(str(done)), int(total)) if total else None

    def forget(self, contents: Iterable[str]) -> None:
        """Remove contents and their files so that no trace of them is left in the file, where nobody else reads it."""
        with self.writing():
            for sha256 in contents:
                self._connection.execute("DELETE FROM file WHERE sha256 = ?", (sha256,))
                self._connection.execute("DELETE FROM result WHERE sha256 = ?", (sha256,))
        with _explained(self.path):
            self._connection.execute("VACUUM")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def commit(self) -> None:
        """Let what was put last through any stop."""
        with _explained(self.path):
            self._connection.commit()

    def _many(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        self._connection.executemany(statement, rows)

    def _put_result(self, of: Result, settings: str, *, named: bool) -> None:
        who = of.identity
        name, mail = (who.name, who.mail) if named else (None, None)
        row = (of.format, of.pages, name, mail, who.name_key, who.mail_key, of.newest, of.records, of.page)
        self._connection.execute(
            "INSERT INTO result VALUES (?, ?, NULL, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (of.sha256, settings, *row)
        )
        sha = of.sha256
        for r in of.reports:
            self._connection.execute(
                "INSERT INTO report VALUES (?, ?, ?, ?, ?, ?)", (sha, r.target, r.fit, r.overall, r.required, r.preferred)
            )
            findings = ((sha, r.target, f.number, f.status, f.credit) for f in r.findings)
            self._many("INSERT INTO finding VALUES (?, ?, ?, ?, ?)", findings)
            self._many("INSERT INTO step VALUES (?, ?, ?, ?, ?)", ((sha, r.target, s.number, s.skill, s.gain) for s in r.steps))
            self._name(r.steps)
        skills = ((sha, s.skill, s.status, s.months, s.last_used) for s in of.skills)
        self._many("INSERT INTO skill VALUES (?, ?, ?, ?, ?)", skills)
        self._name(of.skills)

    def _name(self, skills: Iterable[SkillRow | StepRow]) -> None:
        """Keep how skills are called. Everybody has a hundred of the same ones: writing them again was a sixth of the time."""
        new = {s.skill: s.name for s in skills if s.skill not in self._named}
        self._many("INSERT OR REPLACE INTO skill_name VALUES (?, ?)", new.items())
        self._named.update(new)


@contextmanager
def opened(path: Path, *, new: bool = False, alone: bool = False) -> Iterator[Store]:
    """Open a store, a `new` one where there is none, for the caller alone to write, and `alone` to read. Raises UsageError."""
    if not new:
        _expect(path)
    with ExitStack() as stack:
        with _explained(path):
            stack.enter_context(held(path))
            if new:
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            connection = stack.enter_context(closing(sqlite3.connect(path, timeout=0 if alone else BUSY)))
            connection.execute(f"PRAGMA locking_mode = {'EXCLUSIVE' if alone else 'NORMAL'}")
            _prepare(connection)
            connection.execute(_CURRENT)
        yield _checked(Store(path, connection))


@contextmanager
def reading(path: Path) -> Iterator[Store]:
    """Open a store to read what is in it at this moment. Raises UsageError."""
    _expect(path)
    # SQLite notes beside a store who reads it. Where it may not, nobody writes either, so the file is taken as it is.
    at_rest = not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    with _explained(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable={at_rest:d}", timeout=BUSY, uri=True)
    with closing(connection):
        with _explained(path):
            connection.execute(_CURRENT)
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")  # all that is read from here on is of one moment
        yield _checked(Store(path, connection))


def _expect(path: Path) -> None:
    if not path.is_file():
        raise UsageError(f"{path}: no such file; name the cohort.db that `skillgap batch` wrote")


def _prepare(connection: sqlite3.Connection) -> None:
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "secure_delete = ON", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if not connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            script = resources.files("skillgap.batch").joinpath("schema.sql").read_text(encoding="utf-8")
            for statement in script.split(";"):
                connection.execute(statement)
            connection.execute("INSERT INTO about VALUES ('schema', ?)", (SCHEMA,))


def _checked(store: Store) -> Store:
    """Return a store, if this version can use it."""
    if store.about().get("schema") != SCHEMA:
        raise UsageError(f"{store.path}: was written by another version of skillgap; delete it and run `skillgap batch` again")
    return store


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say into what to do."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        found = next((remedy for words, remedy in _REMEDIES.items() if words in str(error)), None)
        if found is None and isinstance(error, sqlite3.Error):
            raise
        why = found or f"can't be used ({getattr(error, 'strerror', None)}); check the disk and the permissions"
        raise UsageError(f"{path}: {why}") from error
