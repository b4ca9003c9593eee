"""Files in, outcomes out, as they come: by workers that each do the whole of it, within limits, and are replaced when they die.

A worker that died may have been killed by somebody else, so its file has another try before it is blamed. Like in
documents/workers.py, whose processes only read; here a file crosses no process as a document, only as a result.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from skillgap.batch import entry
from skillgap.batch.addresses import is_address
from skillgap.batch.outcome import Failure, Result, Setup
from skillgap.documents.limits import Limits, ScanFound
from skillgap.documents.workers import interrupts_blocked

# Files handed out before their turn, for each worker: it never waits for the parent to store what came before.
AHEAD = 4

# How often a file is tried whose worker ended. What crashes a library does it each time. A kill comes from outside, at the worst
# again and again while workers start: of 50 within a minute three met one file. Only the system's own, for want of memory, may be
# the file's doing.
TRIES, TRIES_KILLED = 3, 10

# So often the caller is told that nothing came, in seconds, so that it can show that time passes.
TICK = 0.5

# How a worker ends that is killed, and how without memory, by pdfium's doing.
_KILLED = frozenset({-9, -15})
_ENDS = {-6: "out_of_memory", 0xE0000008: "out_of_memory"}


@dataclass(frozen=True, slots=True)
class Job:
    """A file on its way: how often its worker died, and whether it is a scan, which may take longer."""

    file: str
    deaths: int = 0
    patient: bool = False


class Pool:
    """Workers for the files of a run."""

    def __init__(self, setup: Setup, count: int, limits: Limits) -> None:
        self._setup = setup
        self._count = count
        self._limits = limits
        self._jobs: dict[Future[Result | Failure], Job] = {}
        self._pool = self._start()

    def outcomes(self, files: Iterable[str]) -> Iterator[tuple[str, Result | Failure] | None]:
        """Yield each file with what became of it, in the order in which they are done, and None now and then when none is."""
        rest = iter(files)
        while self._fill(rest):
            done, _ = wait(self._jobs, timeout=TICK, return_when=FIRST_COMPLETED)
            if not done:
                yield None
            for future in done:
                job = self._jobs.pop(future)
                outcome = self._outcome(job, future)
                if outcome is not None:
                    yield job.file, outcome

    def end(self) -> None:
        """Stop the workers, whatever they do, and wait for their end."""
        self._pool.stop()
        self._pool.join()

    def _fill(self, rest: Iterator[str]) -> int:
        """Hand out files until the workers have enough, and return how many are on their way."""
        for file in islice(rest, max(0, AHEAD * self._count - len(self._jobs))):
            self._schedule(Job(file))
        return len(self._jobs)

    def _outcome(self, job: Job, future: Future[Result | Failure]) -> Result | Failure | None:
        """Return what became of a file, None where it was handed out again."""
        try:
            return future.result()
        except ScanFound:
            again = replace(job, patient=True)
        except BrokenProcessPool:  # a worker died between two files, which is nobody's fault
            again = job
        except TimeoutError:
            return self._failure(job, "timeout")
        except MemoryError:
            return self._failure(job, "out_of_memory")
        except ProcessExpired as error:
            again = replace(job, deaths=job.deaths + 1)
            code = _ENDS.get(error.exitcode, "crashed")
            if code != "crashed" or again.deaths >= (TRIES_KILLED if error.exitcode in _KILLED else TRIES):
                return self._failure(job, code)
        self._schedule(again)
        return None

    def _failure(self, job: Job, code: str) -> Failure:
        limits = self._limits_of(job)
        what = {
            "timeout": f"takes more than {limits.seconds:g} seconds",
            "out_of_memory": f"takes more than {limits.memory >> 20} MB of memory to read",
            "crashed": "makes the library that reads it crash",
        }[code]
        return Failure(entry.digest_of(job.file), code, f"{what}; print it to a new PDF, or run again with --retry")

    def _limits_of(self, job: Job) -> Limits:
        return self._limits.for_scans() if job.patient else self._limits

    def _schedule(self, job: Job) -> None:
        with interrupts_blocked():
            if not self._pool.active:
                self.end()
                self._pool = self._start()
            # A worker's current folder may be another.
            arguments = (job.file if is_address(job.file) else str(Path(job.file).absolute()), job.patient)
            future = self._pool.schedule(entry.examine, args=arguments, timeout=self._limits_of(job).seconds)
        self._jobs[future] = job

    def _start(self) -> ProcessPool:
        arguments = (self._setup, self._limits.memory)
        return ProcessPool(self._count, initializer=entry.prepare, initargs=arguments, context=_context())


def _context() -> multiprocessing.context.BaseContext:
    """Return how workers are born: from a process that has imported all they need, where there is such a thing.

    A worker that is spawned imports spaCy for two seconds, one that is forked from there is ready at once. That process has one
    thread, so nothing is copied in the midst of something.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["skillgap.batch.nursery"])
    return context
