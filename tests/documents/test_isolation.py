"""Reading goes on whatever a file does to the process that reads it. The real libraries' files are in test_hostile.py."""

from __future__ import annotations

import io
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import misbehaving
import pytest
from misbehaving import HEADER

from skillgap.documents import isolation, workers
from skillgap.documents.content import Content
from skillgap.documents.limits import Limits
from skillgap.documents.workers import Workers
from skillgap.errors import UnreadableFile
from skillgap.model import Document

posix = pytest.mark.skipif(os.name != "posix", reason="signals")

# Time enough for what behaves, on a busy machine too.
LIMITS = Limits(seconds=2.0, memory=1 << 30)

Files = Callable[..., list[str]]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Return a function that writes a PDF for each deed of misbehaving.py and gives their paths."""

    def write(*deeds: str) -> list[str]:
        paths = [tmp_path / f"{number}.pdf" for number, _ in enumerate(deeds)]
        for path, deed in zip(paths, deeds, strict=True):
            path.write_bytes(HEADER + deed.encode())
        return [str(path) for path in paths]

    return write


def outcomes(paths: Iterable[str], *, count: int = 1, limits: Limits = LIMITS) -> list[Document | UnreadableFile]:
    with isolation.reading(paths, misbehaving.read, workers=count, limits=limits) as read:
        return list(read)


def codes(found: Iterable[Document | UnreadableFile]) -> list[str]:
    return [one.code if isinstance(one, UnreadableFile) else "read" for one in found]


def reader_of(outcome: Document | UnreadableFile) -> int:
    """Return the number of the process that read a document."""
    assert isinstance(outcome, Document)
    return int(outcome.text)


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        ("damaged", "damaged"),
        ("encrypted", "encrypted"),
        ("exit", "crashed"),
        ("hang", "timeout"),
        ("sleep", "timeout"),
        pytest.param("fall", "crashed", marks=posix),
        pytest.param("abort", "out_of_memory", marks=posix),
        pytest.param("get killed", "out_of_memory", marks=posix),
        pytest.param("eat", "out_of_memory", marks=pytest.mark.skipif(sys.platform != "linux", reason="no limit of memory")),
    ],
)
def test_a_file_that_takes_its_reader_down_is_an_outcome_and_the_next_is_read(files: Files, deed: str, code: str) -> None:
    paths = files("", deed, "")
    found = outcomes(paths)
    assert codes(found) == ["read", code, "read"]
    assert str(found[1]).startswith(f"{paths[1]}: ")
    assert found[1].message.count("; ") == 1


def test_each_file_has_its_outcome_in_its_place(files: Files) -> None:
    paths = files(*["", "exit", "damaged"] * 4)
    found = outcomes(paths)
    assert codes(found) == ["read", "crashed", "damaged"] * 4
    assert [f.path if isinstance(f, UnreadableFile) else f.source.file for f in found] == paths


def test_one_worker_reads_them_all(files: Files) -> None:
    readers = {reader_of(one) for one in outcomes(files(*[""] * 10))}
    assert len(readers) == 1
    assert os.getpid() not in readers


def test_several_workers_keep_the_order(files: Files) -> None:
    paths = files(*[""] * 12)
    assert [f.source.file for f in outcomes(paths, count=2) if isinstance(f, Document)] == paths


@pytest.mark.parametrize(("name", "text"), [("cv.txt", "Python"), ("cv.md", "# Python"), ("cv.json", '{"skills": []}')])
def test_what_needs_no_library_is_read_in_this_process(write: Callable[[str, bytes], str], name: str, text: str) -> None:
    [found] = outcomes([write(name, text.encode())])
    assert reader_of(found) == os.getpid()


def test_what_cannot_be_opened_is_an_outcome(files: Files, tmp_path: Path) -> None:
    missing, folder = str(tmp_path / "absent.pdf"), str(tmp_path)
    assert codes(outcomes([missing, *files(""), folder])) == ["not_found", "read", "not_a_file"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_itself_is_an_outcome(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").symlink_to(tmp_path / "b.pdf")
    (tmp_path / "b.pdf").symlink_to(tmp_path / "a.pdf")
    assert codes(outcomes([str(tmp_path / "a.pdf")])) == ["not_a_file"]


def test_standard_input_goes_to_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(HEADER)))
    [found] = outcomes(["-"])
    assert reader_of(found) != os.getpid()


def test_no_files_have_no_outcomes() -> None:
    assert outcomes([]) == []


def test_files_are_asked_for_only_a_few_ahead(files: Files) -> None:
    asked = []
    paths = files(*[""] * 10)

    def asking() -> Iterable[str]:
        for path in paths:
            asked.append(path)
            yield path

    with isolation.reading(asking(), misbehaving.read, limits=LIMITS) as read:
        assert len(asked) == 1 + isolation.AHEAD
        next(read)
        assert len(asked) == 2 + isolation.AHEAD


def test_a_bug_is_raised_as_it_is(files: Files) -> None:
    with pytest.raises(KeyError, match="a bug"):
        outcomes(files("bug"))


def test_what_libraries_print_is_not_seen(files: Files, capfd: pytest.CaptureFixture[str]) -> None:
    assert codes(outcomes(files("print"))) == ["read"]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("deed", ["", "hang"])
def test_no_process_is_left_when_the_caller_loses_interest(files: Files, deed: str) -> None:
    with suppress(KeyboardInterrupt), isolation.reading(files(deed, deed), misbehaving.read, limits=LIMITS):
        assert multiprocessing.active_children()
        raise KeyboardInterrupt
    assert multiprocessing.active_children() == []


def test_no_process_is_left_at_the_end(files: Files) -> None:
    outcomes(files("", "exit"))
    assert multiprocessing.active_children() == []


def content(deed: str) -> Content:
    return Content("cv.pdf", "pdf", HEADER + deed.encode())


@posix
def test_a_worker_that_dies_between_two_files_is_replaced() -> None:
    pool = Workers(misbehaving.read, 1, LIMITS)
    try:
        first = reader_of(pool.begin(content(""))())
        os.kill(first, signal.SIGKILL)
        assert reader_of(pool.begin(content(""))()) != first
    finally:
        pool.end()


def test_a_worker_that_cannot_start_is_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_prepare", misbehaving.DEEDS["bug"])
    pool = Workers(misbehaving.read, 1, LIMITS)
    try:
        with pytest.raises(UnreadableFile) as raised:
            pool.begin(content(""))()
        assert raised.value.code == "crashed"
    finally:
        pool.end()


def test_a_pool_that_never_answers_is_given_up_and_the_others_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "GRACE", -1)
    pool = Workers(misbehaving.read, 1, Limits(seconds=1.0))
    try:
        stuck, other = pool.begin(content("sleep")), pool.begin(content(""))
        with pytest.raises(UnreadableFile) as raised:
            stuck()
        assert raised.value.code == "timeout"
        monkeypatch.undo()
        assert reader_of(other()) != os.getpid()
    finally:
        pool.end()


@posix
def test_a_worker_without_a_program_ends_by_itself() -> None:
    code = "from test_isolation import content, misbehaving, workers; workers._run(misbehaving.read, content('hang'), 1)"
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parent, check=False, timeout=60)
    assert done.returncode == -signal.SIGALRM


def test_the_error_of_a_file_survives_the_way_between_processes() -> None:
    error = UnreadableFile("damaged", "cv.pdf", "can't be read; export it again")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.code, again.path, again.message) == (UnreadableFile, error.code, error.path, error.message)
    assert str(again) == str(error)


HANGS = Path(__file__).parents[1] / "data" / "hostile" / "form_exponential_2^30.pdf"


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.usefixtures("taxonomy")  # compiled, so that the program reads soon
def test_control_c_stops_the_program_and_its_worker_without_a_word() -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "skillgap", "skills", HANGS],
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    wait_until(lambda: any(seconds_of(pid) > 1 for pid in workers_of(program.pid)))
    os.killpg(program.pid, signal.SIGINT)
    assert program.communicate(timeout=30) == (b"", b"")
    assert program.returncode == 130
    wait_until(lambda: not members_of(program.pid))


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def members_of(group: int) -> list[int]:
    """Return the numbers of the processes of a group."""
    stats = {int(path.parent.name): stat_of(path) for path in Path("/proc").glob("[0-9]*/stat")}
    return [pid for pid, stat in stats.items() if stat and int(stat[2]) == group]


def workers_of(group: int) -> list[int]:
    return [pid for pid in members_of(group) if pid != group]


def seconds_of(pid: int) -> float:
    """Return how much processor time a process has had."""
    stat = stat_of(Path(f"/proc/{pid}/stat"))
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK") if stat else 0.0


def stat_of(path: Path) -> list[str]:
    """Return what /proc says of a process behind its name: state, parent, group, ...; nothing where it has ended."""
    try:
        return path.read_text().rpartition(")")[2].split()
    except OSError:
        return []
