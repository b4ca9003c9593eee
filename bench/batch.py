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
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path

import crowd
import watch

from skillgap import targets
from skillgap.batch import find
from skillgap.batch.exports import write_all
from skillgap.batch.outcome import Setup
from skillgap.batch.run import run
from skillgap.batch.store import NAME, opened
from skillgap.documents.limits import Limits
from skillgap.errors import UnreadableFile
from skillgap.model import Month
from skillgap.taxonomy import Taxonomy, load

ROLES = ("mle", "de")
AS_OF = Month(2026, 11)

# ratio: the limit, and whether it is the most or the least that the ratio may be
LIMITS = {
    "rate of two workers to one": (1.8, "least"),
    "rate of two workers to one, by processor time": (1.8, "least"),
    "rate of one worker to bare reading and matching, by processor time": (0.8, "least"),
    "rate of one worker to bare reading and matching, people's pages apart, by processor time": (0.8, "least"),
    "rate of one worker to reading and matching as `skillgap skills` does it, by processor time": (0.8, "least"),
    "rate of one worker to reading, matching, comparing and reports without a batch, by processor time": (0.8, "least"),
    "memory of the parent, to a tenth of the files": (1.15, "most"),
    "time, to a tenth of the files": (10.5, "most"),
}
# What reading and matching take where another process reads.
APART = "read by another process and matched"
# So many files of the crowd tell how long they take without a batch around them.
SAMPLE = 200
# How many files, results, errors, and files with neither a store has.
COUNTS = (
    "SELECT count(*) FROM file",
    "SELECT count(*) FROM result WHERE code IS NULL",
    "SELECT count(*) FROM result WHERE code IS NOT NULL",
    "SELECT count(*) FROM file LEFT JOIN result USING (sha256) WHERE file.code IS NULL AND result.sha256 IS NULL",
)


@dataclass(frozen=True)
class Run:
    """What a run took: seconds in all and until the exports, files a second in the middle, processor milliseconds a file of all
    workers and of the parent there, the most memory of the parent in kilobytes before and with the exports; files, contents with
    a result and with an error, and files with neither.
    """

    seconds: float
    reading: float
    rate: float
    workers: float
    parent: float
    memory: int
    memory_with_exports: int
    files: int
    results: int
    errors: int
    lost: int


def batch(folder: Path, workers: int, *, say: bool = False) -> Run:
    """Run in a process of its own, whose memory is that of a batch alone."""
    command = [sys.executable, __file__, "--inside", str(folder), "--once", str(workers), *(["--say"] if say else [])]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return Run(**json.loads(done.stdout))


def inside(folder: Path, workers: int, *, say: bool) -> Run:
    """Do what `skillgap batch` does, and look on."""
    begin = time.monotonic()
    taxonomy = load()
    setup = Setup(None, AS_OF, tuple(targets.load("role", role, taxonomy) for role in ROLES))
    with tempfile.TemporaryDirectory() as name, opened(Path(name, NAME), new=True) as store:
        files = find.files([str(folder)], name)
        looking = watch.Watch(len(files), say=say)
        run(store, files, setup, taxonomy, workers=workers, limits=Limits(), show=looking)
        reading, memory = time.monotonic() - begin, watch.memory()
        write_all(store, Path(name))
        counts = [int(str(count)) for query in COUNTS for ((count,),) in [store.rows(query)]]
    return Run(time.monotonic() - begin, reading, *looking.between(), memory, watch.memory(), *counts)


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


def apart(files: list[str], taxonomy: Taxonomy) -> float:
    """Return the processor milliseconds a file of reading and matching as `skillgap skills` does it.

    There, what is read comes from a process that may die: a hostile file may cost a worker, but not the program.
    """
    from skillgap import documents, pipeline

    def taken() -> float:
        return time.process_time() + sum(map(watch.seconds, watch.below(os.getpid())))

    begin = 0.0
    with documents.read_isolated([*files, *files], taxonomy.words) as outcomes:
        for number, document in enumerate(outcomes, 1):
            assert not isinstance(document, UnreadableFile)
            pipeline.profile_of(document, taxonomy, AS_OF)
            if number == len(files):  # from here on all is warm
                begin = taken()
        return (taken() - begin) / len(files) * 1000


def without(folder: Path) -> dict[str, float]:
    """Return the processor milliseconds a file of each part of what a worker does, in one warm process, and of `apart`.

    Garbage is looked for as rarely as in the command line and in workers.
    """
    from skillgap import documents, matching, pipeline, profile  # not for the parent, which does without them
    from skillgap.batch import worker

    taxonomy = load()
    gc.set_threshold(100_000, 50, 50)
    setup = Setup(None, AS_OF, tuple(targets.load("role", role, taxonomy) for role in ROLES))
    files = [str(path) for path in sorted(folder.rglob("*")) if path.is_file()][:SAMPLE]
    for _ in range(2):  # the second time all is warm
        taken = Stopwatch()
        for file in files:
            taken.start()
            document = documents.read(file, taxonomy.words)
            taken.took("read")
            shown = profile.build(document, matching.find(document, taxonomy), taxonomy, AS_OF)
            taken.took("matched")
            reports = pipeline.compare_all(shown, setup.targets, taxonomy)
            taken.took("compared")
            worker.packed_reports(reports, taxonomy)
            taken.took("written as JSON")
            worker.packed_page(shown, reports, setup, taxonomy)
            taken.took("written as a page")
    parts = {part: seconds / len(files) * 1000 for part, seconds in taken.parts.items()}
    return parts | {APART: apart(files, taxonomy)}


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
            two, whole = parts.pop(APART), sum(parts.values())
            bare = parts["read"] + parts["matched"]
            name = "rate of one worker to {}, by processor time"
            found[name.format("bare reading and matching")] = bare / one.workers
            found[name.format("bare reading and matching, people's pages apart")] = bare / (
                one.workers - parts["written as a page"]
            )
            found[name.format("reading and matching as `skillgap skills` does it")] = two / one.workers
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
