"""Print what docs/scale.md reckons with: the rate of a Dask cluster to that of one machine's run, and seconds and bytes a résumé.

    python bench/scale.py [--files 600] [--part-size 8]

Both have two processes that read, over the files of bench/crowd.py; the cluster is on this machine. Seconds are of processor
time, which others who use the machine disturb least. Linux only: times and memory are read from /proc.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import crowd

import batch

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "batch"))
from cluster import Cluster

from skillgap import pipeline, targets
from skillgap.batch.parts import Parts, packed
from skillgap.model import Month
from skillgap.taxonomy import load
from skillgap.taxonomy.store import folder as cache

TICKS = os.sysconf("SC_CLK_TCK")
# The least that the cluster's rate to the machine's may be: a task costs the scheduler's and the network's time.
LEAST = 0.8
# Seconds that tell what a scheduler takes that has nothing to do.
IDLE = 10


def run(folder: Path, out: Path, *options: str) -> float:
    """Return the seconds that a run takes."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "skillgap", "batch", str(folder), *batch.OPTIONS, "--out", str(out), *options]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def spent(pid: int) -> float:
    """Return the seconds of processor time that a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def below(pid: int) -> Iterator[int]:
    """Yield the processes that a process has started, its own and those of these."""
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield int(child)
            yield from below(int(child))


def own_memory(pid: int) -> int:
    """Return the bytes of memory of a process, each page that is shared by the share in it."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:"))


def bare(folder: Path) -> float:
    """Return the seconds of processor time that reading, matching and comparing a résumé takes in a warm process."""
    taxonomy, as_of = load(), Month(2026, 11)
    wanted = [targets.load("role", role, taxonomy) for role in batch.ROLES]
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()][: batch.SAMPLE]
    pipeline.read_profile(str(files[0]), taxonomy, as_of)
    start = time.process_time()
    for path in files:
        shown = pipeline.read_profile(str(path), taxonomy, as_of)
        for target in wanted:
            pipeline.compare(shown, target, taxonomy)
    return (time.process_time() - start) / len(files)


def size(*paths: Path) -> int:
    return sum(p.stat().st_size for path in paths for p in (path.rglob("*") if path.is_dir() else [path]) if p.is_file())


def without_pages(report: Path) -> int:
    """Return the bytes of all parts, would they have no pages."""
    from dataclasses import replace

    from skillgap.batch.outcome import Result

    parts = Parts(str(report))
    total = 0
    for key in sorted(parts.keys()):
        rows = ((f, replace(o, page=None) if isinstance(o, Result) else o) for f, o in parts.read(key))
        total += len(packed(rows, named=True))
    return total


def main() -> int:
    """Print all of it; 1 where the cluster is slower than it may be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=600)
    parser.add_argument("--part-size", type=int, default=8)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        folder, here, there = work / "cvs", work / "here", work / "there"
        crowd.generate(folder, options.files)
        load()  # compiled before anything is measured
        cluster = Cluster(work, cache())
        try:
            address = cluster.start()
            workers = [cluster.worker(), cluster.worker()]
            way = ("--scheduler", address, "--part-size", str(options.part_size))
            run(folder, work / "warm", *way, "--as-of", "2020-01")
            scheduler = cluster.processes[0].pid
            before = spent(scheduler)
            time.sleep(IDLE)
            idle = (spent(scheduler) - before) / IDLE
            before = spent(scheduler)
            over = run(folder, there, *way)
            busy = spent(scheduler) - before - idle * over
            tasks = len(list((there / "parts").iterdir()))
            print(f"scheduler: {idle * 1000:.0f} ms of processor time a second, and {busy / tasks * 1000:.1f} ms a task")
            memory = sum(own_memory(pid) for worker in workers for pid in (worker.pid, *below(worker.pid))) / len(workers)
            print(f"worker of one thread with all its processes: {memory / 2**20:.0f} MB")
            began = os.times().children_user
            run(folder, there, *way)
            asking = (os.times().children_user - began) / options.files
            print(f"filling the store and exporting: {asking:.3f} s of a core's time a résumé")
        finally:
            cluster.stop()
        run(folder, work / "warm too", "--workers", "2", "--as-of", "2020-01")
        alone = run(folder, here, "--workers", "2")
        print(f"cluster's rate to one machine's: {alone / over:.2f} (at least {LEAST})")
        print(f"reading, matching and comparing: {bare(folder):.3f} s of a core's time a résumé")
        kept = {"parts": there / "parts", "store": there / "cohort.db"}
        for name, path in kept.items():
            print(f"{name}: {size(path) / options.files / 1000:.1f} kB a résumé")
        print(f"parts without pages: {without_pages(there) / options.files / 1000:.1f} kB a résumé")
        people = size(there / "people")
        print(f"pages of people: {people / options.files / 1000:.1f} kB a résumé")
        print(f"other exports: {(size(there) - size(*kept.values()) - people) / options.files / 1000:.1f} kB a résumé")
        print(f"résumés: {size(folder) / options.files / 1000:.1f} kB each")
        return int(alone / over < LEAST)


if __name__ == "__main__":
    sys.exit(main())
