"""What a worker of a cluster does: a chunk of files in, a part out. No more than counts goes over the network.

The cluster's process reads no file itself: it has a process of the pool for each of its threads, with the same limits of time and
memory, which dies in its place (pool.py). Whatever goes wrong is an answer, since the cluster would log an exception with its
arguments, among them the names of files.
"""

from __future__ import annotations

import multiprocessing
import pickle
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from multiprocessing.util import Finalize
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

from skillgap.batch.chunks import Chunk
from skillgap.batch.fetching import fetched
from skillgap.batch.outcome import Failure, Result, Setup
from skillgap.batch.parts import Parts
from skillgap.batch.pool import Pool
from skillgap.batch.run import label
from skillgap.documents.limits import Limits
from skillgap.errors import SkillgapError
from skillgap.taxonomy import load

# What comes back: files done, files of them that can't be read, what went wrong, and whether another try is worth it.
Answer = tuple[int, int, str, bool]


@dataclass(frozen=True, slots=True)
class Order:
    """A chunk to be done. Paths are those of the machine that asks, from its current folder, so it must be shared."""

    chunk: Chunk
    folder: str
    report: str
    setup: Setup
    limits: Limits


def do(expected: tuple[str, str], own: str | None, order: bytes) -> Answer:
    """Do an Order, given as its pickle, where this worker has the version of skillgap and the taxonomy that are expected."""
    try:
        found = version("skillgap"), load(Path(own) if own else None).digest
        if found != expected:
            return 0, 0, _difference(expected, found), False
        return _do(pickle.loads(order))  # noqa: S301  who reaches the scheduler may run anything anyway
    except SkillgapError as error:
        return 0, 0, str(error), True
    except Exception as error:  # noqa: BLE001  the wall to the cluster, which logs exceptions
        return 0, 0, f"a worker failed ({type(error).__name__}); see that it reaches the files and has room", True


def _difference(expected: tuple[str, str], found: tuple[str, str]) -> str:
    (version_, digest), (its_version, its_digest) = expected, found
    if version_ != its_version:
        return f"a worker has skillgap {its_version}, this machine {version_}; install the same everywhere"
    return f"a worker has the taxonomy {its_digest[:12]}, this machine {digest[:12]}; install the same everywhere"


def _do(order: Order) -> Answer:
    with TemporaryDirectory(prefix="skillgap-") as folder, _pool(order) as pool:
        rows = dict(_outcomes(order, pool, Path(folder)))
    anonymize = order.setup.anonymize
    labelled = ((label(file, anonymize=anonymize), rows[file]) for file in order.chunk.files)
    Parts(order.report).write(order.chunk.key, labelled, named=not anonymize)
    return len(rows), sum(isinstance(outcome, Failure) for outcome in rows.values()), "", False


def _outcomes(order: Order, pool: Pool, folder: Path) -> Iterator[tuple[str, Result | Failure]]:
    """Yield each file of an order with what became of it."""
    failed: list[tuple[str, Failure]] = []
    named: defaultdict[str, list[str]] = defaultdict(list)  # a file may have been named in two ways

    def paths() -> Iterator[str]:
        for file, path in fetched(order.chunk.files, folder):
            if isinstance(path, Failure):
                failed.append((file, path))
                continue
            here = str(Path(order.folder, path))
            named[here].append(file)
            yield here

    for found in pool.outcomes(paths()):
        if found is not None:
            path, outcome = found
            if Path(path).parent == folder:
                Path(path).unlink(missing_ok=True)
            yield named[path].pop(), outcome
    yield from failed


# ---------------------------------------------------------------- the pools of this process

_lock = Lock()
_idle: list[tuple[tuple[Setup, Limits], Pool]] = []


def _end() -> None:
    """End the pools with this process: one that is replacing a worker meanwhile would hold up its end."""
    while _idle:
        _idle.pop()[1].end()


Finalize(None, _end, exitpriority=0)


@contextmanager
def _pool(order: Order) -> Iterator[Pool]:
    """Give a pool of one process that nobody else uses meanwhile, with the taxonomy loaded where it had the same setup before."""
    wanted = order.setup, order.limits
    with _lock:  # another's pool only where there is none of this setup: several runs may share a cluster
        _idle.sort(key=lambda idle: idle[0] == wanted)
        setup, pool = _idle.pop() if _idle else (None, None)
    if pool is None or setup != wanted:
        if pool:
            pool.end()
        # Workers of Dask are daemons, which may have no children. Those of the pool end by themselves when their parent does.
        multiprocessing.current_process().daemon = False
        pool = Pool(order.setup, 1, order.limits)
    try:
        yield pool
    except BaseException:
        pool.end()
        raise
    with _lock:
        _idle.append((wanted, pool))
