"""Files in, a store with what becomes of each out; what the store knows already isn't done again.

The loop: hash a file; where its content has no result under these settings, hand it to the pool; keep results as they come and
commit twice a second. A file that changed or vanished meanwhile is looked at once more at the end.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath

from skillgap.batch import entry
from skillgap.batch.identity import digest
from skillgap.batch.outcome import Failure, Result, Setup
from skillgap.batch.pool import Pool
from skillgap.batch.store import Store
from skillgap.documents.limits import Limits
from skillgap.model import Target
from skillgap.report import records
from skillgap.report.wording import version
from skillgap.taxonomy import Taxonomy

# What a kill can cost, in seconds of work.
COMMIT_EVERY = 0.5

# Rounds over files that changed between being hashed and being read; what still changes after these is named.
ROUNDS = 3

# Errors that another run may be free of: a machine that is busy, short of memory, or whose libraries are others now.
PASSING = frozenset({"timeout", "out_of_memory", "crashed", "bug"})


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: files done of all, how many of them were known already, and how many can't be read."""

    done: int
    total: int
    known: int
    failed: int


Show = Callable[[Progress], None]


def run(  # noqa: PLR0913
    store: Store,
    files: Sequence[str],
    setup: Setup,
    taxonomy: Taxonomy,
    *,
    workers: int,
    limits: Limits,
    show: Show,
    retry: bool = False,
) -> int:
    """Bring a store up to date with some files, and return how many changed or vanished so often that they have no result.

    With `retry` what has a PASSING error is read again.
    """
    about = describe(setup, taxonomy)
    runner = _Runner(store, setup, about["settings"], show, len(files), retried=PASSING if retry else frozenset())
    store.begin(about, (label(file, anonymize=setup.anonymize) for file in files))
    pool = Pool(setup, workers, limits)
    try:
        left = list(files)
        for _ in range(ROUNDS):
            left = runner.round(pool, left)
            if not left:
                break
    finally:
        pool.end()
    store.finish(about["settings"])
    ((vanished,),) = store.rows("SELECT count(*) FROM file WHERE code = 'not_found'")
    return len(left) + int(str(vanished))


def describe(setup: Setup, taxonomy: Taxonomy) -> dict[str, str]:
    """Return what a store says of the run that filled it. `settings` is the hash of all that a result depends on but the file."""
    facts = {
        "version": version(),
        "as_of": str(setup.as_of),
        "taxonomy_version": taxonomy.version,
        "taxonomy_digest": taxonomy.digest,
        "anonymized": json.dumps(setup.anonymize),
        "targets": json.dumps([_target(t, taxonomy) for t in setup.targets], ensure_ascii=False),
    }
    also = [str(setup.pdf), str(setup.pages), str(setup.pictures)]
    return facts | {"settings": hashlib.sha256(json.dumps([*facts.values(), *also]).encode()).hexdigest()}


def _target(of: Target, taxonomy: Taxonomy) -> dict[str, object]:
    return records.target(of) | {"requirements": [records.requirement(r, taxonomy) for r in of.requirements]}


def label(file: str, *, anonymize: bool) -> str:
    """Return what a store calls a file. In a name that is no text (Linux takes any bytes) those that aren't are written out."""
    called = f"file-{digest(file)[:12]}{PurePath(file).suffix.lower()}" if anonymize else file
    return called.encode("utf-8", "backslashreplace").decode()


class _Runner:
    """What a run knows on its way."""

    def __init__(  # noqa: PLR0913
        self, store: Store, setup: Setup, settings: str, show: Show, total: int, *, retried: frozenset[str]
    ) -> None:
        self._store = store
        self._anonymize = setup.anonymize
        self._label = partial(label, anonymize=setup.anonymize)
        self._settings = settings
        self._show = show
        self._retried = retried
        self._total = total
        self._done = self._known = self._failed = 0
        self._last_commit = 0.0

    def round(self, pool: Pool, files: Sequence[str]) -> list[str]:
        """Do what is to be done for some files, and return those that weren't any more what they had been."""
        waiting: dict[str, list[str]] = {}
        changed: list[str] = []
        for outcome in pool.outcomes(self._new(files, waiting)):
            if outcome is not None:
                changed += self._keep(*outcome, waiting)
            self._commit()
            self._tell()
        self._commit(at_once=True)
        self._tell()
        return changed

    def _new(self, files: Sequence[str], waiting: dict[str, list[str]]) -> Iterator[str]:
        """Yield the files whose contents have to be looked at; of several with one content the first."""
        for file in files:
            sha256 = entry.digest_of(file)
            if sha256 is None:
                yield file
            elif self._store.has(sha256, self._settings, retried=self._retried):
                self._store.put_file(self._label(file), sha256)
                self._count(known=1)
            else:
                waiting.setdefault(sha256, []).append(file)
                if len(waiting[sha256]) == 1:
                    yield file
            self._commit()

    def _keep(self, file: str, outcome: Result | Failure, waiting: dict[str, list[str]]) -> list[str]:
        expected = next((sha for sha, same in waiting.items() if same[0] == file), None)
        same = waiting.pop(expected) if expected else [file]
        if outcome.sha256 is None:  # what can't be loaded has no content: that is the file's matter, not a result
            failure = outcome if isinstance(outcome, Failure) else None
            self._store.put_file(self._label(file), None, failure)
            self._count(failed=1)
            return same if expected else []
        self._store.put(outcome, self._settings, named=not self._anonymize)
        if expected not in (None, outcome.sha256):
            return same
        for path in same:
            self._store.put_file(self._label(path), outcome.sha256)
        self._count(len(same), failed=len(same) if isinstance(outcome, Failure) else 0)
        return []

    def _count(self, done: int = 1, *, known: int = 0, failed: int = 0) -> None:
        self._done, self._known, self._failed = self._done + done, self._known + known, self._failed + failed

    def _tell(self) -> None:
        self._show(Progress(min(self._done, self._total), self._total, self._known, self._failed))

    def _commit(self, *, at_once: bool = False) -> None:
        now = time.monotonic()
        if at_once or now - self._last_commit >= COMMIT_EVERY:
            self._store.commit()
            self._last_commit = now
