"""How far a run over many files is: a bar on a terminal, a line every ten seconds elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from skillgap.cli.output import say

if TYPE_CHECKING:
    from skillgap.batch.run import Progress

# Seconds between two lines of a log.
EVERY = 10.0


@contextmanager
def shown() -> Iterator[Callable[[Progress], None]]:
    """Give what shows progress, on stderr, to its caller."""
    if sys.stderr is not None and sys.stderr.isatty():
        with _bar() as show:
            yield show
    else:
        yield _lines()


@contextmanager
def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich import progress
    from rich.console import Console

    columns = (
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        progress.TextColumn("{task.fields[rate]}, {task.fields[failed]} can't be read,"),
        progress.TimeRemainingColumn(elapsed_when_finished=True),
        progress.TextColumn("left"),
    )
    rate = Rate()
    with progress.Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None, rate="", failed=0)
        yield lambda now: bar.update(task, total=now.total, completed=now.done, failed=now.failed, rate=rate(now))


def _lines() -> Callable[[Progress], None]:
    from skillgap.report.wording import many

    rate, last = Rate(), time.monotonic()

    def show(now: Progress) -> None:
        nonlocal last
        if time.monotonic() - last >= EVERY:
            last = time.monotonic()
            say(f"{now.done} of {many(now.total, 'file')}, {rate(now)}, {rate.left(now)} left, {now.failed} can't be read")

    return show


class Rate:
    """Files a second since the run began. What was known already took no time, so it doesn't count."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def __call__(self, now: Progress) -> str:
        """Return the rate in words."""
        return f"{self._rate(now):.1f} files/s"

    def left(self, now: Progress) -> str:
        """Return the time left in words, at this rate."""
        rate = self._rate(now)
        minutes, seconds = divmod(int((now.total - now.done) / rate), 60) if rate else (0, 0)
        return f"{minutes}:{seconds:02d}" if rate else "unknown time"

    def _rate(self, now: Progress) -> float:
        return (now.done - now.known) / max(time.monotonic() - self._began, 0.001)
