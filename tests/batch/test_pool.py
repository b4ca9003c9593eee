"""What the pool makes of how a worker ended. Real workers that die are in tests/acceptance/test_batch.py."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

import pytest
from pebble import ProcessExpired

from skillgap.batch import pool as pools
from skillgap.batch.outcome import Failure, Setup
from skillgap.batch.pool import TRIES, TRIES_KILLED, Job, Pool
from skillgap.documents.limits import Limits, ScanFound


class Recorded(Pool):
    """A pool whose workers never start; what would be handed out is recorded."""

    def __init__(self, setup: Setup) -> None:
        super().__init__(setup, 1, Limits(seconds=5, memory=64 << 20, scan_seconds=90))
        self.again: list[Job] = []

    def _schedule(self, job: Job) -> None:
        self.again.append(job)


@pytest.fixture
def pool(setup: Setup) -> Iterator[Recorded]:
    made = Recorded(setup)
    yield made
    made.end()


@pytest.fixture
def job(tmp_path: Path) -> Job:
    (tmp_path / "a.pdf").write_bytes(b"x")
    return Job(str(tmp_path / "a.pdf"))


def ended(error: Exception) -> Future:
    future: Future = Future()
    future.set_exception(error)
    return future


def died(code: int) -> Future:
    return ended(ProcessExpired("died", code=code))


REMEDY = "print it to a new PDF, or run again with --retry"


@pytest.mark.parametrize(
    ("future", "code", "message"),
    [
        (ended(TimeoutError()), "timeout", "takes more than 5 seconds"),
        (ended(MemoryError()), "out_of_memory", "takes more than 64 MB of memory to read"),
        (died(-6), "out_of_memory", "takes more than 64 MB of memory to read"),
    ],
)
def test_what_a_file_does_to_its_worker_is_an_outcome(pool: Recorded, job: Job, future: Future, code: str, message: str) -> None:
    outcome = pool._outcome(job, future)
    assert isinstance(outcome, Failure)
    assert (outcome.code, outcome.message, len(outcome.sha256 or ""), pool.again) == (code, f"{message}; {REMEDY}", 64, [])


@pytest.mark.parametrize(("code", "tries"), [(-11, TRIES), (-9, TRIES_KILLED), (-15, TRIES_KILLED)])
def test_a_worker_that_died_has_its_file_tried_again_but_not_for_ever(pool: Recorded, job: Job, code: int, tries: int) -> None:
    for deaths in range(1, tries):
        assert pool._outcome(replace(job, deaths=deaths - 1), died(code)) is None
        assert pool.again[-1] == replace(job, deaths=deaths)
    outcome = pool._outcome(replace(job, deaths=tries - 1), died(code))
    assert isinstance(outcome, Failure)
    assert outcome.code == "crashed"


def test_a_death_between_two_files_is_nobodys(pool: Recorded, job: Job) -> None:
    assert pool._outcome(job, ended(BrokenProcessPool())) is None
    assert pool.again == [job]


def test_a_scan_has_the_time_of_a_scan(pool: Recorded, job: Job) -> None:
    assert pool._outcome(job, ended(ScanFound("no_text_layer", job.file, "is a scan"))) is None
    assert pool.again == [replace(job, patient=True)]
    assert pool._limits_of(pool.again[0]).seconds == 90


def test_a_bug_is_not_taken_for_a_files_doing(pool: Recorded, job: Job) -> None:
    with pytest.raises(KeyError):
        pool._outcome(job, ended(KeyError("x")))


def test_where_nothing_is_forked_workers_are_spawned(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools.multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert pools._context().get_start_method() == "spawn"
