"""What a worker of a cluster does with a chunk, here in this process, with real processes of the pool."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest

import small
from skillgap.batch import addresses, fetching, task
from skillgap.batch.chunks import Chunk
from skillgap.batch.outcome import Failure, Result, Setup
from skillgap.batch.parts import Parts
from skillgap.documents.limits import Limits
from skillgap.taxonomy import Taxonomy

fsspec = pytest.importorskip("fsspec")
pytest.importorskip("pyarrow")

HOSTILE = Path(__file__).parents[1] / "data" / "hostile"


@pytest.fixture(autouse=True)
def _pools_end() -> Iterator[None]:
    yield
    task._end()
    multiprocessing.current_process().daemon = False


@pytest.fixture
def expected(known: Taxonomy) -> tuple[str, str]:
    return version("skillgap"), known.digest


@pytest.fixture
def order(resumes: Path, setup: Setup) -> task.Order:
    """Return an order for two résumés, one by its path from a folder and one by its address, and for one that isn't there."""
    files = ("ada.txt", f"file://{resumes}/below/bela.txt", f"file://{resumes}/gone.txt")
    return task.Order(Chunk("k", files), str(resumes), str(resumes / "report"), setup, Limits(seconds=10))


def do(order: task.Order, expected: tuple[str, str]) -> task.Answer:
    return task.do(expected, str(small.TAXONOMY), pickle.dumps(order))


def outcomes(order: task.Order) -> dict[str, Result | Failure]:
    return dict(Parts(order.report).read("k"))


def test_a_chunk_becomes_a_part_in_the_order_of_its_files(order: task.Order, expected: tuple[str, str]) -> None:
    assert do(order, expected) == (3, 1, "", False)
    found = outcomes(order)
    assert tuple(found) == order.chunk.files
    ada, bela, gone = found.values()
    assert [r.identity.name for r in (ada, bela) if isinstance(r, Result)] == ["Ada Bartok", "Bela Corin"]
    assert gone == Failure(None, "not_found", "no such file; check the address")


def test_a_file_that_is_named_in_two_ways_is_done_for_both(order: task.Order, expected: tuple[str, str], resumes: Path) -> None:
    names = ("ada.txt", str(resumes / "ada.txt"))
    assert do(replace(order, chunk=Chunk("k", names)), expected) == (2, 0, "", False)
    assert tuple(outcomes(order)) == names


def test_a_pool_is_kept_for_the_next_chunk_of_the_same_setup(order: task.Order, expected: tuple[str, str]) -> None:
    do(order, expected)
    ((_, first),) = task._idle
    do(order, expected)
    assert task._idle == [((order.setup, order.limits), first)]
    do(replace(order, setup=replace(order.setup, anonymize=True)), expected)
    ((_, second),) = task._idle
    assert second is not first
    task._idle.insert(0, ((order.setup, order.limits), first))
    do(order, expected)
    assert {id(pool) for _, pool in task._idle} == {id(first), id(second)}
    do(replace(order, setup=replace(order.setup, anonymize=True)), expected)
    labels = set(outcomes(order))
    assert {label[:5] for label in labels} == {"file-"}


def test_a_file_that_hangs_or_takes_all_memory_costs_a_process_of_the_pool_alone(
    order: task.Order, expected: tuple[str, str], resumes: Path
) -> None:
    names = ("form_exponential_2^30.pdf", "ok_simple.pdf")
    hard = replace(order, chunk=Chunk("k", tuple(str(HOSTILE / name) for name in names)), limits=Limits(seconds=3))
    assert do(hard, expected)[:2] == (2, 1)
    hangs, good = outcomes(hard).values()
    assert isinstance(hangs, Failure)
    assert (hangs.code in {"timeout", "out_of_memory"}, isinstance(good, Result)) == (True, True)


def test_a_worker_that_is_a_daemon_does_it_too(order: task.Order, expected: tuple[str, str]) -> None:
    multiprocessing.current_process().daemon = True
    assert do(order, expected) == (3, 1, "", False)


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (("9.9.9", ""), "a worker has skillgap {}, this machine 9.9.9; install the same everywhere"),
        (("", "0" * 64), "a worker has the taxonomy {:.12}, this machine 000000000000; install the same everywhere"),
    ],
)
def test_another_version_or_taxonomy_is_refused(
    order: task.Order, expected: tuple[str, str], other: tuple[str, str], said: str
) -> None:
    wanted = other[0] or expected[0], other[1] or expected[1]
    found = expected[0] if other[0] else expected[1]
    assert do(order, wanted) == (0, 0, said.format(found), False)
    assert Parts(order.report).keys() == set()


def test_an_own_taxonomy_that_a_worker_lacks_is_named(expected: tuple[str, str]) -> None:
    assert task.do(expected, "gone.yaml", b"")[2:] == (
        "gone.yaml: no such file; name a taxonomy folder or an own file",
        True,
    )


def test_what_may_pass_is_tried_again_and_leaves_no_part(
    order: task.Order, expected: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(address: str) -> bytes:
        raise TimeoutError("https://signed.example")

    monkeypatch.setattr(addresses, "read", fail)
    said = "a worker failed (TimeoutError); see that it reaches the files and has room"
    assert do(order, expected) == (0, 0, said, True)
    assert (Parts(order.report).keys(), task._idle) == (set(), [])


def test_files_are_fetched_ahead_and_named_by_their_endings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = fsspec.filesystem("memory")
    system.pipe({f"/cvs/{n}.pdf": b"x" * n for n in range(20)})
    try:
        found = list(fetching.fetched([f"memory://cvs/{n}.pdf" for n in range(20)], tmp_path))
    finally:
        system.rm("/", recursive=True)
    assert [Path(str(path)).read_bytes() for _, path in found] == [b"x" * n for n in range(20)]
    assert {Path(str(path)).suffix for _, path in found} == {".pdf"}


def test_a_file_that_may_not_be_read_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(address: str) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(addresses, "read", refuse)
    ((_, failure),) = fetching.fetched(["memory://a.pdf"], tmp_path)
    assert isinstance(failure, Failure)
    assert failure.message == "can't be read (Permission denied); check the address and the permissions"
