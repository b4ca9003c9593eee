"""A Dask cluster of real processes on this machine: a scheduler and workers, started and stopped one by one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

# Nothing takes so long, in seconds.
PATIENCE = 120


@dataclass
class Cluster:
    """A scheduler and its workers, whose files are in a folder. Nothing listens beyond this machine."""

    folder: Path
    cache: Path
    address: str = ""
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self) -> str:
        """Start the scheduler and return its address, with a port that is free."""
        file = self.folder / "scheduler.json"
        self._start("scheduler", "--port", "0", "--scheduler-file", str(file))
        until(lambda: file.exists() and file.read_text().endswith("}"))
        self.address = str(json.loads(file.read_text())["address"])
        return self.address

    def worker(self, *options: str) -> subprocess.Popen[bytes]:
        """Start a worker of one thread."""
        more = ("--nthreads", "1", "--local-directory", str(self.folder / "work"), *options)
        return self._start("worker", "--scheduler-file", str(self.folder / "scheduler.json"), *more)

    def staff(self) -> subprocess.Popen[bytes]:
        """Return a worker, a new one where none is left."""
        alive = [process for process in self.processes[1:] if process.poll() is None]
        return alive[0] if alive else self.worker()

    def stop(self) -> None:
        """Stop all that was started, workers first, and wait for the end."""
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _start(self, what: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "dask", what, "--host", "127.0.0.1", "--no-dashboard", *options]
        with (self.folder / f"{what}{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, env=self.environment)
        self.processes.append(process)
        return process

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"SKILLGAP_CACHE": str(self.cache)}


def until(true: Callable[[], object]) -> None:
    """Wait until something is true."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it never came true"
        time.sleep(0.05)
