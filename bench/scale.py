"""Print what docs/scale.md reckons with: a cluster's processor time a résumé to one machine's, and bytes and memory.

    python bench/scale.py [--files 400] [--part-size 8]

Both have two processes that read, over the files of bench/crowd.py; the cluster is on this machine. What counts is processor
time, which others who use the machine disturb least. Linux only: times and memory are read from /proc.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import crowd

import batch

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "batch"))
from cluster import Cluster

from skillgap.batch.chunks import Chunk
from skillgap.batch.exports import write_all
from skillgap.batch.gather import gather
from skillgap.batch.outcome import Result
from skillgap.batch.parts import Parts, packed
from skillgap.batch.store import NAME, opened
from skillgap.taxonomy import load
from skillgap.taxonomy.store import folder as cache

# The least that one machine's time a résumé may be of the cluster's, which also fetches, packs and writes.
LEAST = 0.8
# Seconds that tell what a scheduler takes that has nothing to do.
IDLE = 10


def run(folder: Path, out: Path, cluster: Cluster, part_size: int) -> None:
    roles = [word for role in batch.ROLES for word in ("--role", role)]
    where = ["--out", str(out), "--scheduler", cluster.address, "--part-size", str(part_size)]
    command = [sys.executable, "-m", "skillgap", "batch", str(folder), *roles, "--as-of", str(batch.AS_OF), *where]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def filled(report: Path, new: Path) -> tuple[float, float]:
    """Return the processor milliseconds a part's row of filling a store and of exporting it."""
    about = json.loads((report / "parts" / "about.json").read_text(encoding="utf-8"))
    about = {name: value if isinstance(value, str) else json.dumps(value) for name, value in about.items()}
    parts = Parts(str(report))
    chunks = [Chunk(key, ()) for key in sorted(parts.keys())]
    new.mkdir()
    with opened(new / NAME, new=True) as store:
        began = time.process_time()
        store.begin(about, ())
        gather(store, parts, chunks, settings=about["settings"], show=lambda _: None)
        store.finish(about["settings"])
        middle = time.process_time()
        write_all(store, new)
        ((files,),) = store.rows("SELECT count(*) FROM file")
    return (middle - began) / int(str(files)) * 1000, (time.process_time() - middle) / int(str(files)) * 1000


def count(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def spent(pids: list[int]) -> float:
    """Return the milliseconds of processor time that some processes and all below them have taken."""
    return sum(batch._seconds(p) for pid in pids for p in (pid, *batch._below(pid))) * 1000


def memory(pid: int) -> float:
    """Return the megabytes of a process and all below it, each page by the share in it."""
    maps = (Path(f"/proc/{p}/smaps_rollup").read_text().splitlines() for p in (pid, *batch._below(pid)))
    return sum(int(line.split()[1]) for lines in maps for line in lines if line.startswith("Pss:")) / 1024


def size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else sum(p.stat().st_size for p in path.rglob("*") if p.is_file())


def without_pages(report: Path) -> int:
    """Return the bytes of all parts, would they have no pages."""
    parts = Parts(str(report))

    def rows(key: str) -> Iterator[tuple[str, object]]:
        return ((file, replace(of, page=None) if isinstance(of, Result) else of) for file, of in parts.read(key))

    return sum(len(packed(rows(key), named=True)) for key in sorted(parts.keys()))


def over(folder: Path, work: Path, part_size: int) -> float:
    """Print what a cluster takes, and return the processor milliseconds of its workers a file."""
    cluster = Cluster(work, cache())
    try:
        cluster.start()
        scheduler, *workers = (process.pid for process in (cluster.processes[0], cluster.worker(), cluster.worker()))
        run(folder, work / "warm", cluster, part_size)
        before = spent([scheduler])
        time.sleep(IDLE)
        idle, began = (spent([scheduler]) - before) / IDLE, time.monotonic()
        before, before_workers = spent([scheduler]), spent(workers)
        run(folder, work / "report", cluster, part_size)
        busy = spent([scheduler]) - before - idle * (time.monotonic() - began)
        taken = (spent(workers) - before_workers) / count(folder)
        tasks = sum(1 for _ in (work / "report" / "parts").glob("*.parquet"))
        print(f"scheduler: {idle:.0f} ms of processor time a second, and {max(busy, 0) / tasks:.1f} ms a task")
        print(f"worker of one thread: {memory(workers[0]):.0f} MB with all its processes")
        filling, exporting = filled(work / "report", work / "again")
        print(f"asking machine: {filling:.1f} ms of processor time a résumé to fill the store, {exporting:.1f} to export")
    finally:
        cluster.stop()
    return taken


def main() -> int:
    """Print all of it; 1 where the cluster takes more than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--part-size", type=int, default=8)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        folder, report = work / "cvs", work / "report"
        crowd.generate(folder, options.files)
        load()  # compiled before anything is measured
        taken = over(folder, work, options.part_size)
        here = batch.batch(folder, 2)
        print(f"processor time of a worker: cluster {taken:.1f} ms a résumé, one machine {here.workers:.1f}")
        print(f"one machine's to the cluster's: {here.workers / taken:.2f} (at least {LEAST})")
        sizes = {name: size(report / path) for name, path in (("parts", "parts"), ("store", "cohort.db"), ("people", "people"))}
        sizes["other exports"] = size(report) - sum(sizes.values())
        sizes |= {"parts without pages": without_pages(report), "résumés": size(folder)}
        for name, bytes_ in sizes.items():
            print(f"{name}: {bytes_ / options.files / 1000:.1f} kB a résumé")
        return int(here.workers / taken < LEAST)


if __name__ == "__main__":
    sys.exit(main())
