"""Files that are whole or not there, and that only their owner may read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from skillgap.errors import UsageError


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Open a file to be written; it takes the place of what is there once all of it is written. Raises UsageError."""
    beside = path.with_name(f".{path.name}.part")
    with explained(path):
        try:
            with open(beside, "wb", opener=_for_the_owner) as stream:
                yield stream
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise


def make_folder(path: Path) -> None:
    """Make a folder that only its owner may look into, where there is none. Raises UsageError."""
    with explained(path):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the system says into what to do."""
    try:
        yield
    except OSError as error:
        message = (
            f"can't be written ({error.strerror}); make room, check the permissions or choose another folder, then run again"
        )
        raise UsageError(f"{path}: {message}") from error


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
