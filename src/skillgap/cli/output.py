"""Where results go: stdout, or a file that is either whole or not there. Imports of the report wait: --help has none."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from skillgap.errors import UsageError

if TYPE_CHECKING:
    from skillgap.report.look import Look


def write(result: str | bytes, output: Path | None) -> None:
    """Write a result to a file, or to standard output. Raises UsageError where it can't be written."""
    data = result if isinstance(result, bytes) else result.encode("utf-8", "replace")
    name = "standard output" if output is None else str(output)
    try:
        _to_stdout(data) if output is None else _to_file(data, output)
    except (OSError, ValueError) as error:
        from skillgap.report.look import safe

        why = getattr(error, "strerror", None) or "not a possible path"
        raise UsageError(f"{safe(name) or '--output'}: can't be written ({why}); choose another path") from error


def _to_stdout(data: bytes) -> None:
    if sys.stdout is None:
        return
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except OSError as error:
        # What is left in the buffer must not be tried again when the program ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise
        # Whoever read our output has enough.


def _to_file(data: bytes, output: Path) -> None:
    if output.exists() and not output.is_file():
        output.write_bytes(data)  # a device or a pipe is written to, not replaced
        return
    beside = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(output)
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def say(message: str) -> None:
    """Write a message for the person, not a result, to standard error: one line."""
    from skillgap.report.look import safe

    if sys.stderr is not None:
        sys.stderr.write(safe(message.replace("\n", " ")) + "\n")


def look(output: Path | None) -> Look:
    """Return how text should look: in colour and as wide as the terminal, plain and full where there is none."""
    from skillgap.report.look import Look

    if output is not None or sys.stdout is None or not sys.stdout.isatty():
        return Look()
    width = os.get_terminal_size(sys.stdout.fileno()).columns
    return Look(max(width, 60), colour=not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb")
