"""Where results go: stdout or a file that is either whole or not there."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from skillgap.errors import UsageError

if TYPE_CHECKING:
    from skillgap.report.look import Look


def write(result: str, output: Path | None) -> None:
    """Write a result to a file, or to standard output. Raises UsageError where the file can't be written."""
    if output is None:
        sys.stdout.buffer.write(result.encode("utf-8", "replace"))
        sys.stdout.flush()
        return
    beside = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        beside.write_bytes(result.encode("utf-8", "replace"))
        beside.replace(output)
    except OSError as error:
        raise UsageError(f"{output}: can't be written ({error.strerror}); choose another --output") from error
    finally:
        beside.unlink(missing_ok=True)


def say(message: str) -> None:
    """Write a message for the person, not a result, to standard error."""
    sys.stderr.write(message + "\n")


def look(output: Path | None) -> Look:
    """Return how text should look: in colour and as wide as the terminal, plain and full where there is none."""
    from skillgap.report.look import Look

    if output is not None or not sys.stdout.isatty():
        return Look()
    width = os.get_terminal_size(sys.stdout.fileno()).columns
    return Look(max(width, 60), colour="NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb")
