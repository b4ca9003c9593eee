"""Print ratios of `skillgap batch`: two workers to one, one to bare reading, how memory and time grow.

    python bench/batch.py [--files 1000] [--hostile 0.0] [--rounds 1]
    python bench/batch.py --files 10000 --once 2        one run, with what it says on its way

The files are those of bench/crowd.py. Rates are those of the middle: from a tenth of the files to nine tenths, without start and
exports, which the time of a whole run has. What a busy machine spoils least is counted too: processor time of the workers and of
the parent for each file, from /proc, so Linux only. Of two cores that do nothing else, two workers get twice what one worker
takes for a file, over what a worker and the parent take for one.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import crowd

from skillgap import targets
from skillgap.batch import find
from skillgap.batch.exports import write_all
from skillgap.batch.outcome import Setup
from skillgap.batch.run import Progress, run
from skillgap.batch.store import NAME, opened
from skillgap.documents.limits import Limits
from skillgap.model import Month
from skillgap.taxonomy import load

ROLES = ("mle", "de")
AS_OF = Month(2026, 11)

# ratio: the limit, and whether it is the most or the least that the ratio may be
LIMITS = {
    "rate of two workers to one": (1.8, "least"),
    "rate of two workers to one, by processor time": (1.8, "least"),
    "rate of one worker to bare reading and matching, by processor time": (0.8, "least"),
    "rate of one worker to bare reading and matching, people's pages apart, by processor time": (0.8, "least"),
    "rate of one worker to reading, matching, comparing and reports without a batch, by processor time": (0.8, "least"),
    "memory of the parent, to a tenth of the files": (1.15, "most"),
    "time, to a tenth of the files": (10.5, "most"),
}
# So many files of the crowd tell how long they take without a batch around them.
SAMPLE = 200
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Run:
    """What a run took: seconds in all and until the exports, files a second in the middle, processor milliseconds a file of all
    workers and of the parent there, the most memory of the parent in kilobytes before and with the exports, and its outcome.
    """

    seconds: float
    reading: float
    rate: float
    workers: float
    parent: float
    memory: int
    memory_with_exports: int
    files: int
    people: int
    failed: int


def batch(folder: Path, workers: int, *, say: bool = False) -> Run:
    """Run in a process of its own, whose memory is that of a batch alone."""
    command = [sys.executable, __file__, "--inside", str(folder), "--once", str(workers), *(["--say"] if say else [])]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return Run(**json.loads(done.stdout))


class Watch:
    """Looks at the clock and at processor times a tenth of the way, and at nine tenths."""

    def __init__(self, total: int, *, say: bool) -> None:
        self._marks = [total // 10, total * 9 // 10]
        self._say = say
        self._began = self._said = time.monotonic()
        self.seen: list[tuple[int, float, float, float]] = []

    def __call__(self, now: Progress) -> None:
        if len(self.seen) < len(self._marks) and now.done >= self._marks[len(self.seen)]:
            self.seen.append((now.done, time.monotonic(), _seconds(os.getpid()), sum(map(_seconds, _below(os.getpid())))))
        if self._say and time.monotonic() - self._said > 30:
            self._said = time.monotonic()
            rate = now.done / (self._said - self._began)
            print(f"{now.done} of {now.total}, {now.failed} failed, {rate:.1f}/s, {_memory()} kB", file=sys.stderr, flush=True)

    def between(self) -> tuple[float, float, float]:
        """Return files a second, and milliseconds a file of the workers and of the parent."""
        first, last = self.seen[0], self.seen[-1]
        files = max(last[0] - first[0], 1)
        return files / (last[1] - first[1] or 1), (last[3] - first[3]) / files * 1000, (last[2] - first[2]) / files * 1000


def inside(folder: Path, workers: int, *, say: bool) -> Run:
    """Do what `skillgap batch` does, and look on."""
    begin = time.monotonic()
    taxonomy = load()
    setup = Setup(None, AS_OF, tuple(targets.load("role", role, taxonomy) for role in ROLES))
    with tempfile.TemporaryDirectory() as name, opened(Path(name, NAME), new=True) as store:
        files = find.files([str(folder)], name)
        watch = Watch(len(files), say=say)
        run(store, files, setup, taxonomy, workers=workers, limits=Limits(), show=watch)
        reading, memory = time.monotonic() - begin, _memory()
        write_all(store, Path(name))
        counts = "SELECT (SELECT count(*) FROM file), count(*) FILTER (WHERE code IS NULL), count(code) FROM result"
        ((all_, people, failed),) = store.rows(counts)
    seconds = time.monotonic() - begin
    return Run(seconds, reading, *watch.between(), memory, _memory(), int(str(all_)), int(str(people)), int(str(failed)))


def _memory() -> int:
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) if found else 0


def _seconds(pid: int) -> float:
    """Return the processor time that a process has taken, 0 where it has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:13])) / _TICKS


def _below(pid: int) -> Iterator[int]:
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield int(child)
            yield from _below(int(child))


class Stopwatch:
    """Adds up the processor time of this process by what was done in it."""

    def __init__(self) -> None:
        self.parts: defaultdict[str, float] = defaultdict(float)
        self.start()

    def start(self) -> None:
        self._last = time.process_time()

    def took(self, part: str) -> None:
        self.parts[part] += time.process_time() - self._last
        self.start()


def without(folder: Path) -> dict[str, float]:
    """Return the processor milliseconds a file of each part of what a worker does, in one warm process."""
    from skillgap import documents, matching, pipeline, profile  # not for the parent, which does without them
    from skillgap.batch import worker

    taxonomy = load()
    setup = Setup(None, AS_OF, tuple(targets.load("role", role, taxonomy) for role in ROLES))
    files = [str(path) for path in sorted(folder.rglob("*")) if path.is_file()][:SAMPLE]
    for _ in range(2):  # the second time all is warm
        watch = Stopwatch()
        for file in files:
            watch.start()
            document = documents.read(file, taxonomy.words)
            watch.took("read")
            shown = profile.build(document, matching.find(document, taxonomy), taxonomy, AS_OF)
            watch.took("matched")
            reports = pipeline.compare_all(shown, setup.targets, taxonomy)
            watch.took("compared")
            worker.packed_reports(reports, taxonomy)
            watch.took("written as JSON")
            worker.packed_page(shown, reports, setup, taxonomy)
            watch.took("written as a page")
    return {part: seconds / len(files) * 1000 for part, seconds in watch.parts.items()}


def ratios(count: int, bad: float) -> dict[str, float]:
    """Run it all once."""
    with tempfile.TemporaryDirectory() as work:
        large, small = Path(work, "large"), Path(work, "small")
        crowd.generate(large, count, bad=bad)
        crowd.generate(small, count // 10, bad=bad)
        one, two, few = batch(large, 1), batch(large, 2), batch(small, 2)
        for each in (one, two, few):
            print(asdict(each), flush=True)
        found = {
            "rate of two workers to one": two.rate / one.rate,
            "rate of two workers to one, by processor time": 2 * one.workers / (two.workers + two.parent),
            "memory of the parent, to a tenth of the files": two.memory_with_exports / few.memory_with_exports,
            "time, to a tenth of the files": two.seconds / few.seconds,
        }
        if not bad:  # hostile files are only read by processes that may die
            parts = without(large)
            print("milliseconds a file:", ", ".join(f"{name} {took:.1f}" for name, took in parts.items()), flush=True)
            bare, whole = parts["read"] + parts["matched"], sum(parts.values())
            name = "rate of one worker to {}, by processor time"
            found[name.format("bare reading and matching")] = bare / one.workers
            found[name.format("bare reading and matching, people's pages apart")] = bare / (
                one.workers - parts["written as a page"]
            )
            found[name.format("reading, matching, comparing and reports without a batch")] = whole / one.workers
        return found


def main() -> int:
    """Print the ratios, the best of the rounds; 1 where one is beyond its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--hostile", type=float, default=0.0)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--once", type=int, metavar="WORKERS")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--say", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        print(json.dumps(asdict(inside(options.inside, options.once, say=options.say))))
        return 0
    if options.once:
        with tempfile.TemporaryDirectory() as folder:
            crowd.generate(Path(folder), options.files, bad=options.hostile)
            print(batch(Path(folder), options.once, say=True))
        return 0
    return _verdict([ratios(options.files, options.hostile) for _ in range(options.rounds)])


def _verdict(rounds: list[dict[str, float]]) -> int:
    beyond = 0
    for name in rounds[0]:
        limit, way = LIMITS[name]
        best = (max if way == "least" else min)(found[name] for found in rounds)
        beyond += best < limit if way == "least" else best > limit
        print(f"{name}: {best:.2f} (at {way} {limit:g})")
    return min(beyond, 1)


if __name__ == "__main__":
    sys.exit(main())
