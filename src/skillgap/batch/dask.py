"""Chunks in, their parts out, by the workers of a Dask cluster; and a store filled from them, like that of a run of this machine.

A part that is there isn't done again, whoever made it. A worker that dies has its chunk done by another, and workers may come
while the run goes on. distributed, which the extra dask brings, is imported to reach the scheduler.
"""

from __future__ import annotations

import logging
import pickle
from asyncio import CancelledError
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from skillgap.batch import task
from skillgap.batch.addresses import is_address
from skillgap.batch.chunks import SIZE, Chunk, chunks
from skillgap.batch.gather import gather
from skillgap.batch.outcome import Setup
from skillgap.batch.parts import Parts
from skillgap.batch.run import PASSING, Progress, Show, describe, label
from skillgap.batch.store import Store
from skillgap.documents.limits import Limits
from skillgap.errors import SkillgapError, UsageError
from skillgap.taxonomy import Taxonomy

# Chunks handed out for each thread of the cluster: one to do and some to come, few enough that a scheduler holds them easily.
AHEAD = 3
# How often a chunk is tried that failed. A worker's death counts only where Dask gives its chunk up, after four of them.
TRIES = 3
# Rounds over parts that turn out to be damaged.
ROUNDS = 3
# Seconds: until a scheduler must have answered, until it must have a worker, between two looks at how far all is.
ANSWER, FIRST_WORKER, TICK = 15.0, 60.0, 0.5


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where the work is done, and where its parts go: a path that all its machines share, or an address."""

    scheduler: str
    report: str
    part_size: int = SIZE


def require() -> None:
    """Raise UsageError where what a cluster takes isn't installed."""
    missing = [name for name in ("distributed", "fsspec", "pyarrow") if find_spec(name) is None]
    if missing:
        raise UsageError(f"--scheduler: needs {', '.join(missing)}; pip install 'skillgap[dask]'")


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of a cluster. With `retry` parts that have a PASSING error are made anew."""

    setup: Setup
    taxonomy: Taxonomy
    cluster: Cluster
    limits: Limits
    shown: Callable[[], AbstractContextManager[Show]]
    retry: bool = False

    def arguments(self, chunk: Chunk) -> tuple[tuple[str, str], str | None, bytes]:
        """Return the arguments of a chunk's task."""
        report = self.cluster.report
        shared = report if is_address(report) else str(Path(report).absolute())
        order = task.Order(chunk, str(Path.cwd()), shared, self.setup, self.limits)
        return (version("skillgap"), self.taxonomy.digest), self.setup.own, pickle.dumps(order)


def make(marks: Mapping[str, str], request: Request) -> int:
    """Have all parts of some files made, each file given with what changes when it does, and return how many there are."""
    about = describe(request.setup, request.taxonomy)
    parts, wanted = Parts(request.cluster.report), _wanted(marks, about, request)
    _make(wanted, parts, about, request)
    parts.keep({chunk.key for chunk in wanted})
    return len(wanted)


def run(store: Store, marks: Mapping[str, str], request: Request) -> int:
    """Bring a store up to date with some files, and return how many vanished."""
    about = describe(request.setup, request.taxonomy)
    parts, wanted = Parts(request.cluster.report), _wanted(marks, about, request)
    store.begin(about, (label(file, anonymize=request.setup.anonymize) for file in marks))
    left: Sequence[Chunk] = wanted
    for turn in range(ROUNDS):
        _make(left, parts, about, replace(request, retry=request.retry and turn == 0))
        with request.shown() as show:
            left = gather(store, parts, left, settings=about["settings"], show=show)
        if not left:
            break
    parts.keep({chunk.key for chunk in wanted})
    store.finish(about["settings"])
    ((vanished,),) = store.rows("SELECT count(*) FROM file WHERE code = 'not_found'")
    return int(str(vanished)) + sum(len(chunk.files) for chunk in left)


def _wanted(marks: Mapping[str, str], about: Mapping[str, str], request: Request) -> list[Chunk]:
    return list(chunks(marks, about["settings"], request.cluster.part_size))


def _make(wanted: Sequence[Chunk], parts: Parts, about: Mapping[str, str], request: Request) -> None:
    """Have the parts made that aren't there. Raises UsageError."""
    parts.write_about(about)
    if request.retry:
        parts.drop({chunk.key for chunk in wanted}, "code", PASSING)
    there = parts.keys()
    missing = [chunk for chunk in wanted if chunk.key not in there]
    known = sum(len(chunk.files) for chunk in wanted) - sum(len(chunk.files) for chunk in missing)
    with request.shown() as show:
        show(Progress(known, known, known, 0))
        if missing:
            with _client(request.cluster.scheduler) as client:
                _OnTheWay(client, request, show).do(missing, known)


@contextmanager
def _client(scheduler: str) -> Iterator[Any]:
    """Give a connection to a scheduler that has a worker. Raises UsageError, also where the scheduler goes meanwhile."""
    require()
    from distributed import Client

    _silence()
    try:
        client = Client(scheduler, timeout=ANSWER)
    except Exception as error:  # Dask's ways to fail are many
        raise UsageError(f"{scheduler}: no scheduler answers; start `dask scheduler` and give its address") from error
    try:
        client.wait_for_workers(1, timeout=FIRST_WORKER)
        yield client
    except TimeoutError as error:
        raise UsageError(f"{scheduler}: has no workers; start some: dask worker {scheduler}") from error
    except SkillgapError:
        raise
    except (Exception, CancelledError) as error:  # what Dask raises of a scheduler that is gone
        raise UsageError(
            f"{scheduler}: the scheduler is gone; start it and run again: the parts that are there are kept"
        ) from error
    finally:
        client.close()


def _silence() -> None:
    """Leave it to this program to say what goes wrong; Dask's own lines have tracebacks."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


class _OnTheWay:
    """Chunks on their way to a cluster and back."""

    def __init__(self, client: Any, request: Request, show: Show) -> None:  # noqa: ANN401  distributed has no types
        self._client = client
        self._request = request
        self._show = show
        self._waiting: dict[Any, tuple[Chunk, int]] = {}

    def do(self, missing: Sequence[Chunk], known: int) -> None:
        """Have all chunks done. Raises UsageError where one can't be, or the scheduler is gone."""
        rest = iter(
            sorted(missing, key=lambda chunk: -len(chunk.files))
        )  # long ones first: none is left to one worker at the end
        done, failed, total = known, 0, known + sum(len(chunk.files) for chunk in missing)
        try:
            while self._fill(rest):
                for answer in self._answers():
                    done, failed = done + answer[0], failed + answer[1]
                self._show(Progress(done, total, known, failed))
        finally:
            self._client.cancel(list(self._waiting))

    def _fill(self, rest: Iterator[Chunk]) -> bool:
        """Hand out chunks until the workers have enough, and return whether any are on their way."""
        most = AHEAD * max(1, sum(self._client.nthreads().values()))
        while len(self._waiting) < most and (chunk := next(rest, None)):
            self._submit(chunk, 1)
        return bool(self._waiting)

    def _submit(self, chunk: Chunk, attempt: int) -> None:
        future = self._client.submit(task.do, *self._request.arguments(chunk), key=f"skillgap-{chunk.key}-{attempt}", pure=False)
        self._waiting[future] = chunk, attempt

    def _answers(self) -> Iterator[task.Answer]:
        """Yield what is there within a tick."""
        from distributed import wait

        try:
            done = wait(list(self._waiting), timeout=TICK, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            return
        for future in done:
            chunk, attempt = self._waiting.pop(future)
            answer = self._answer(future)
            if not answer[2]:
                yield answer
            elif answer[3] and attempt < TRIES:
                self._submit(chunk, attempt + 1)
            else:
                raise UsageError(f"{self._request.cluster.scheduler}: {answer[2]}")

    def _answer(self, future: Any) -> task.Answer:  # noqa: ANN401  distributed has no types
        if future.status == "finished":
            answer: task.Answer = future.result()
            return answer
        name = type(future.exception()).__name__ if future.status == "error" else future.status
        return 0, 0, f"a chunk is {name}", name == "KilledWorker"
