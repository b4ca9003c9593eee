"""What the parent may name of a worker without importing what a worker imports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from skillgap.batch import addresses
from skillgap.errors import UnreadableFile

if TYPE_CHECKING:
    from skillgap.batch.outcome import Failure, Result, Setup


def prepare(setup: Setup, memory: int) -> None:
    """Make this process a worker."""
    from skillgap.batch import worker

    worker.prepare(setup, memory)


def examine(file: str, patient: bool) -> Result | Failure:  # noqa: FBT001  the pool hands over arguments by position
    """Return what a file shows, in a worker."""
    from skillgap.batch import worker

    return worker.examine(file, patient=patient)


def digest_of(file: str) -> str | None:
    """Return the SHA-256 of a file, None where it can't be read any more."""
    try:
        return addresses.digest_of(file)
    except UnreadableFile:
        return None
