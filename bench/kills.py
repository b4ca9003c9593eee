"""Kill `skillgap batch` and its workers at random moments, and say whether the exports are those of a run that nobody disturbed.

    python bench/kills.py [--files 300] [--hostile 0.05] [--parent 20] [--workers 50] [--seed 11]

Linux only: workers are found in /proc. A run that ends before it was killed often enough is compared and begun anew.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

import crowd
from watch import children

OPTIONS = ("--role", "mle", "--role", "de", "--as-of", "2026-11", "--workers", "2")
# Starting takes some seconds, and nothing is done in them.
START = 4.0


@dataclass(frozen=True)
class Undisturbed:
    """The files, a folder for reports, and what a run wrote that nobody disturbed, in how many seconds."""

    folder: Path
    work: Path
    exports: dict[str, bytes]
    seconds: float


@dataclass
class Tally:
    """What was done and found."""

    kills: int = 0
    ends: int = 0
    differing: int = 0


def start(folder: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "skillgap", "batch", str(folder), *OPTIONS, "--out", str(out)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def exports(out: Path) -> dict[str, bytes]:
    """Return what a run wrote by name, without the store and its lock."""
    files = (path for path in sorted(out.rglob("*")) if path.is_file() and not path.name.startswith(("cohort.db", ".")))
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def workers_of(pid: int) -> list[int]:
    """Return the workers of a run: what was begun by the process from which they are forked."""
    return [worker for child in children(pid) for worker in children(child)]


def compare(out: Path, expected: dict[str, bytes], tally: Tally) -> None:
    tally.ends += 1
    found = exports(out)
    for name in sorted(found.keys() | expected.keys()):
        if found.get(name) != expected.get(name):
            tally.differing += 1
            print(f"  {name} differs", flush=True)
            if name == "errors.csv":
                lines = set(found.get(name, b"").splitlines()) ^ set(expected.get(name, b"").splitlines())
                print(*sorted(lines), sep="\n")


def kill_parents(of: Undisturbed, kills: int, dice: Random) -> Tally:
    """Kill a run at random moments until that was done often enough, then let it end."""
    tally, number = Tally(), 0
    while tally.kills < kills or not tally.ends:
        number += 1
        out = of.work / f"parent{number}"
        while True:
            run = start(of.folder, out)
            try:
                moment = dice.uniform(0.2, START + 2 * of.seconds / 20) if tally.kills < kills else None
                code = run.wait(moment)
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL)
                run.wait()
                tally.kills += 1
                continue
            if code:
                sys.exit(f"a run ended with {code}")
            compare(out, of.exports, tally)
            break
    return tally


def kill_workers(of: Undisturbed, kills: int, dice: Random) -> Tally:
    """Kill workers of runs at random moments until that was done often enough."""
    tally, number = Tally(), 0
    while tally.kills < kills or not tally.ends:
        number += 1
        out = of.work / f"workers{number}"
        run = start(of.folder, out)
        while run.poll() is None:
            time.sleep(dice.uniform(0.0, 2 * of.seconds / max(kills, 1)))
            there = workers_of(run.pid)
            if there and tally.kills < kills:
                try:
                    os.kill(dice.choice(there), signal.SIGKILL)
                except ProcessLookupError:
                    continue
                tally.kills += 1
        if run.returncode:
            sys.exit(f"a run ended with {run.returncode}")
        compare(out, of.exports, tally)
    return tally


def main() -> int:
    """Print the verdict; 1 where an export differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--hostile", type=float, default=0.05)
    parser.add_argument("--parent", type=int, default=20)
    parser.add_argument("--workers", type=int, default=50)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    dice = Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        crowd.generate(work / "crowd", options.files, bad=options.hostile)
        began = time.monotonic()
        if start(work / "crowd", work / "undisturbed").wait():
            sys.exit("the undisturbed run failed")
        seconds, expected = time.monotonic() - began, exports(work / "undisturbed")
        people, errors = (len(expected[f"{table}.csv"].splitlines()) - 1 for table in ("people", "errors"))
        print(f"undisturbed: {seconds:.0f} s, {people} people, {errors} errors of {options.files} files", flush=True)
        of, differing = Undisturbed(work / "crowd", work, expected, seconds), 0
        for who, kill, kills in (("parent", kill_parents, options.parent), ("workers", kill_workers, options.workers)):
            tally = kill(of, kills, dice)
            differing += tally.differing
            verdict = f"{tally.differing} files differ" if tally.differing else "every export is the same, byte for byte"
            print(f"{who} killed {tally.kills} times, {tally.ends} runs came to an end: {verdict}", flush=True)
    return min(differing, 1)


if __name__ == "__main__":
    sys.exit(main())
