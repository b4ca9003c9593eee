"""`skillgap batch` as a process that is killed, interrupted, short of room, and whose workers die."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

linux = pytest.mark.skipif(sys.platform != "linux", reason="finds workers in /proc")
posix = pytest.mark.skipif(os.name != "posix", reason="signals")
OPTIONS = ("--role", "mle", "--as-of", "2026-11")
PERSON = """Quinn Example
person{n}@example.org

Experience
Data Engineer, Jan 20{y} - Present
Built pipelines with Python, SQL and {skill}
"""
SKILLS = ("Docker", "Airflow", "Spark", "PyTorch", "Kubernetes")
KILLS = 4


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory, samples: Path, data: Path) -> Path:
    """Return a folder with some résumés, of which a few are hostile."""
    folder = tmp_path_factory.mktemp("crowd")
    for n in range(60):
        (folder / f"{n:03}.txt").write_text(PERSON.format(n=n, y=10 + n % 10, skill=SKILLS[n % 5]), encoding="utf-8")
    for sample in sorted(samples.glob("*.pdf")):
        shutil.copy(sample, folder)
    shutil.copy(folder / "000.txt", folder / "zz_copy.txt")
    for name in ("truncated_50.pdf", "random_hdr.pdf", "zero.pdf", "tree_self.pdf", "filters_5000.pdf"):
        shutil.copy(data / "hostile" / name, folder)
    return folder


@pytest.fixture(scope="module")
def undisturbed(steady, crowd: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what a run that nobody disturbs writes."""
    out = tmp_path_factory.mktemp("undisturbed")
    done = steady("batch", crowd, *OPTIONS, "--out", out)
    assert done.code == 0, done.stderr
    return written(out)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return where a run writes its report."""
    return tmp_path / "report"


def written(out: Path) -> dict[str, bytes]:
    """Return the exports in a folder by name; the store itself isn't one."""
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file() and p.suffix != ".db"}


def workers_of(pid: int) -> list[int]:
    """Return the processes that a run has started, its own and those of these."""
    found, waiting = [], [pid]
    while waiting:
        children = Path(f"/proc/{waiting.pop()}/task")
        for task in children.glob("*/children"):
            waiting += [int(child) for child in task.read_text().split()]
            found += [int(child) for child in task.read_text().split()]
    return found


def gone(pids: list[int]) -> bool:
    """Return whether some processes end within the tests' patience."""
    for _ in range(600):
        if not any(is_alive(pid) for pid in pids):
            return True
        time.sleep(0.1)
    return False


def is_alive(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    try:
        return status.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_everybody_is_in_the_exports_once_and_every_file_that_cannot_be_read_is_named(undisturbed: dict[str, bytes]) -> None:
    people = undisturbed["people.csv"].decode().splitlines()[1:]
    errors = [line.split(",")[1] for line in undisturbed["errors.csv"].decode().splitlines()[1:]]
    assert sorted(errors) == ["damaged", "damaged", "empty"]
    assert len(people) == 60 + 6 + 2  # two of the hostile files can be read
    assert len([name for name in undisturbed if name.startswith("people/")]) == len(people)
    assert b"zz_copy.txt" in undisturbed["duplicates.csv"]


def test_the_lines_are_the_contracts_reports(undisturbed: dict[str, bytes], schema) -> None:
    import jsonschema

    whole = schema("analyze")
    one = {"$schema": whole["$schema"], "$defs": whole["$defs"], **whole["properties"]["reports"]["items"]}
    lines = undisturbed["results.jsonl"].decode().splitlines()
    for line in lines:
        jsonschema.validate(json.loads(line), one)
    assert "file-" not in "".join(str(json.loads(line)["source"]["file"]) for line in lines)


@linux
def test_a_run_killed_at_any_moment_goes_on_and_ends_like_one_that_was_not(
    program, crowd: Path, out: Path, undisturbed: dict[str, bytes]
) -> None:
    dice = random.Random(11)
    for _ in range(KILLS):
        run = program.start("batch", crowd, *OPTIONS, "--out", out, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.2, 6))
        children = workers_of(run.pid)
        run.send_signal(signal.SIGKILL)
        run.wait()
        assert gone(children)
    assert program("batch", crowd, *OPTIONS, "--out", out).code == 0
    assert written(out) == undisturbed


@linux
def test_workers_killed_at_any_moment_cost_nobody_a_result(
    program, crowd: Path, out: Path, undisturbed: dict[str, bytes]
) -> None:
    dice = random.Random(12)
    run = program.start("batch", crowd, *OPTIONS, "--out", out, stderr=subprocess.DEVNULL)
    killed = 0
    while run.poll() is None and killed < 8:
        time.sleep(dice.uniform(0.1, 0.8))
        grandchildren = [pid for child in workers_of(run.pid) for pid in workers_of(child)]
        for pid in grandchildren[:1]:
            os.kill(pid, signal.SIGKILL)
            killed += 1
    assert run.wait() == 0
    assert killed
    assert written(out) == undisturbed


@posix
def test_ctrl_c_ends_a_run_cleanly_and_the_next_goes_on(program, crowd: Path, out: Path, undisturbed: dict[str, bytes]) -> None:
    run = program.start("batch", crowd, *OPTIONS, "--out", out, stderr=subprocess.PIPE)
    while not (out / "cohort.db").exists():
        time.sleep(0.05)
    time.sleep(1.0)
    children = workers_of(run.pid) if sys.platform == "linux" else []
    run.send_signal(signal.SIGINT)
    _, said = run.communicate()
    assert (run.returncode, said) == (130, b"")
    assert gone(children)
    assert program("batch", crowd, *OPTIONS, "--out", out).code == 0
    assert written(out) == undisturbed


def test_the_order_and_number_of_workers_change_nothing(program, crowd: Path, out: Path, undisturbed: dict[str, bytes]) -> None:
    done = program("batch", crowd, *OPTIONS, "--out", out, "--workers", "3")
    assert done.code == 0
    assert written(out) == undisturbed


def test_a_file_that_cannot_be_read_fails_a_strict_run_only(program, crowd: Path, tmp_path: Path) -> None:
    two = tmp_path / "two"
    two.mkdir()
    shutil.copy(crowd / "000.txt", two)
    shutil.copy(crowd / "zero.pdf", two)
    assert program("batch", two, *OPTIONS, "--out", tmp_path / "a").code == 0
    assert program("batch", two, *OPTIONS, "--out", tmp_path / "a", "--strict").code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("gone", *OPTIONS), "gone: no such file or folder; check the path"),
        ((".", "--as-of", "2026-11"), "batch: nothing to compare with; give a --role or a --job"),
        ((".", *OPTIONS), ".: no files in it; name a folder with résumés"),
        ((".", "--job", "gone.txt"), "gone.txt: no such file; check the path"),
    ],
)
def test_what_cannot_be_done_is_said(program, out: Path, arguments: tuple[str, ...], message: str) -> None:
    done = program("batch", *arguments, "--out", out)
    assert (done.code, done.stderr.strip()) == (2, message)
    assert not (out).exists()


def test_a_file_that_is_taken_away_or_changed_meanwhile_is_said_and_the_next_run_completes(
    program, crowd: Path, tmp_path: Path, out: Path
) -> None:
    folder = tmp_path / "crowd"
    folder.mkdir()
    for n in range(16):
        shutil.copy(crowd / f"{n:03}.txt", folder)
    run = program.start("batch", folder, *OPTIONS, "--workers", "1", "--out", out, stderr=subprocess.PIPE)
    while not (out / "cohort.db").exists():
        time.sleep(0.05)
    (folder / "015.txt").unlink()
    with (folder / "014.txt").open("a", encoding="utf-8") as stream:
        stream.write("Terraform\n")
    _, said = run.communicate()
    assert (run.returncode, said.decode().splitlines()[-1]) == (
        2,
        "1 file changed or vanished during the run; run again when all is at rest",
    )
    assert program("batch", folder, *OPTIONS, "--out", out).code == 0
    assert len((out / "people.csv").read_text(encoding="utf-8").splitlines()) == 1 + 15
    assert "terraform" in (out / "skills.csv").read_text(encoding="utf-8")


def test_a_run_beside_another_is_told_so(program, crowd: Path, out: Path) -> None:
    first = program.start("batch", crowd, *OPTIONS, "--out", out, stderr=subprocess.DEVNULL)
    try:
        while not (out / "cohort.db").exists():
            time.sleep(0.05)
        time.sleep(0.5)
        done = program("batch", crowd, *OPTIONS, "--out", out)
        assert (done.code, done.stderr.strip()) == (2, f"{out / 'cohort.db'}: is in use by another run; wait for its end")
    finally:
        first.terminate()
        first.wait()


@posix
def test_a_disk_without_room_is_named_and_the_store_is_whole(program, crowd: Path, out: Path, undisturbed) -> None:
    import resource
    import sqlite3
    from contextlib import closing

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    try:
        done = program("batch", crowd, *OPTIONS, "--out", out)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert done.code == 2
    assert "run again" in done.stderr
    with closing(sqlite3.connect(out / "cohort.db")) as store:
        assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert program("batch", crowd, *OPTIONS, "--out", out).code == 0
    assert written(out) == undisturbed
