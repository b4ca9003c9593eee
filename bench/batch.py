"""Print ratios of `skillgap batch`: two workers to one, one to bare reading, matching and comparing, how memory and time grow.

    python bench/batch.py [--files 1000] [--hostile 0.0] [--rounds 1]

The files are those of bench/crowd.py. Linux only: the parent's memory is read from /proc.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import crowd

from skillgap import pipeline, targets
from skillgap.model import Month
from skillgap.taxonomy import load

ROLES = ("mle", "de")
OPTIONS = (*(word for role in ROLES for word in ("--role", role)), "--as-of", "2026-11")

# ratio: the limit, and whether it is the most or the least that the ratio may be
LIMITS = {
    "rate of two workers to one": (1.8, "least"),
    "rate of one worker to bare reading, matching and comparing": (0.8, "least"),
    "memory of the parent, to a tenth of the files": (1.15, "most"),
    "time, to a tenth of the files": (10.5, "most"),
}
# So many files of the crowd tell how long bare reading, matching and comparing takes.
SAMPLE = 200


@dataclass(frozen=True)
class Run:
    """What a run took: seconds, and the most memory of its parent in kilobytes."""

    seconds: float
    memory: int


def batch(folder: Path, workers: int) -> Run:
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "skillgap", "batch", str(folder), *OPTIONS, "--out", out, "--workers", str(workers)]
        start, most = time.perf_counter(), 0
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            status = Path(f"/proc/{process.pid}/status").read_text()
            found = re.search(r"VmHWM:\s+(\d+)", status)
            most = int(found[1]) if found else most
            time.sleep(0.1)
        if process.returncode:
            sys.exit(f"the run ended with {process.returncode}")
        return Run(time.perf_counter() - start, most)


def bare(folder: Path) -> float:
    """Return how many files a second are read, matched and compared by this process, one after the other, once it is warm."""
    taxonomy, as_of = load(), Month(2026, 11)
    wanted = [targets.load("role", role, taxonomy) for role in ROLES]
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()][:SAMPLE]
    pipeline.read_profile(str(files[0]), taxonomy, as_of)
    start = time.perf_counter()
    for path in files:
        shown = pipeline.read_profile(str(path), taxonomy, as_of)
        for target in wanted:
            pipeline.compare(shown, target, taxonomy)
    return len(files) / (time.perf_counter() - start)


def ratios(count: int, bad: float) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as work:
        large, small = Path(work, "large"), Path(work, "small")
        crowd.generate(large, count, bad=bad)
        crowd.generate(small, count // 10, bad=bad)
        one, two, few = batch(large, 1), batch(large, 2), batch(small, 2)
        found = {
            "rate of two workers to one": one.seconds / two.seconds,
            "memory of the parent, to a tenth of the files": two.memory / few.memory,
            "time, to a tenth of the files": two.seconds / few.seconds,
        }
        if not bad:  # hostile files are only read by processes that may die
            found["rate of one worker to bare reading, matching and comparing"] = count / one.seconds / bare(large)
        return found


def main() -> int:
    """Print the ratios, the best of the rounds; 1 where one is beyond its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--hostile", type=float, default=0.0)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    rounds = [ratios(options.files, options.hostile) for _ in range(options.rounds)]
    beyond = 0
    for name in rounds[0]:
        limit, way = LIMITS[name]
        best = (max if way == "least" else min)(found[name] for found in rounds)
        beyond += best < limit if way == "least" else best > limit
        print(f"{name}: {best:.2f} (at {way} {limit:g})")
    return min(beyond, 1)


if __name__ == "__main__":
    sys.exit(main())
