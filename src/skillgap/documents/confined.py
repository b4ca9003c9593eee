"""What a process that reads hostile files does to itself first: it is silent, ends when told to, has a limit of memory."""

from __future__ import annotations

import logging
import os
import signal
import sys
from pathlib import Path


def be_silent() -> None:
    """Say nothing: libraries quote the file in their logs, and C libraries have last words."""
    logging.disable()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def limit(memory: int) -> None:
    """Take no more memory than this, in bytes, on top, and end at SIGTERM."""
    if sys.platform == "win32":
        return
    # The pool's own handler would wait for the end of what hangs.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _limit_memory(memory)


def _limit_memory(memory: int) -> None:
    """Limit the memory where the platform tells how much there is already."""
    import resource

    sizes = Path("/proc/self/statm")
    if sizes.exists():
        most = int(sizes.read_text().split()[0]) * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
