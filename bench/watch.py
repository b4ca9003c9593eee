"""What a run takes on its way: files a second, processor time of the parent and of the processes below it. Linux only: /proc."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from skillgap.batch.run import Progress

_TICKS = os.sysconf("SC_CLK_TCK")


class Watch:
    """Looks at the clock and at processor times a tenth of the way, and at nine tenths."""

    def __init__(self, total: int, *, say: bool) -> None:
        self._marks = [total // 10, total * 9 // 10]
        self._say = say
        self._began = self._said = self._looked = time.monotonic()
        self._workers: dict[int, float] = {}
        self.seen: list[tuple[int, float, float, float]] = []

    def __call__(self, now: Progress) -> None:
        clock, marked = time.monotonic(), len(self.seen) < len(self._marks) and now.done >= self._marks[len(self.seen)]
        if marked or clock - self._looked > 1:  # a worker that died has taken what was seen of it last
            self._looked = clock
            self._workers |= {pid: seconds(pid) for pid in below(os.getpid())}
        if marked:
            self.seen.append((now.done, clock, seconds(os.getpid()), sum(self._workers.values())))
        if self._say and clock - self._said > 30:
            self._said = clock
            rate = now.done / (clock - self._began)
            print(f"{now.done} of {now.total}, {now.failed} failed, {rate:.1f}/s, {memory()} kB", file=sys.stderr, flush=True)

    def between(self) -> tuple[float, float, float]:
        """Return files a second, and milliseconds a file of the workers and of the parent."""
        first, last = self.seen[0], self.seen[-1]
        files = max(last[0] - first[0], 1)
        return files / (last[1] - first[1] or 1), (last[3] - first[3]) / files * 1000, (last[2] - first[2]) / files * 1000


def memory() -> int:
    """Return the most memory that this process has had, in kilobytes."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) if found else 0


def seconds(pid: int) -> float:
    """Return the processor time that a process has taken, 0 where it has ended."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:13])) / _TICKS


def children(pid: int) -> list[int]:
    """Return the processes that a process has begun and that haven't ended."""
    try:
        lists = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    return [int(child) for found in lists for child in found.split()]


def below(pid: int) -> Iterator[int]:
    """Yield the processes that a process has begun, and those that these have."""
    for child in children(pid):
        yield child
        yield from below(child)
