"""Parts in, the store that a run of this machine would have filled out."""

from __future__ import annotations

from collections.abc import Sequence

from skillgap.batch.chunks import Chunk
from skillgap.batch.outcome import Failure
from skillgap.batch.parts import Parts
from skillgap.batch.run import PASSING, Progress, Show
from skillgap.batch.store import Store


def gather(store: Store, parts: Parts, wanted: Sequence[Chunk], *, settings: str, show: Show) -> list[Chunk]:
    """Read the parts of some chunks into a store, take away damaged ones, and return their chunks. Raises UsageError."""
    done, failed, total = 0, 0, sum(len(chunk.files) for chunk in wanted)
    damaged = []
    for chunk in wanted:
        try:
            failed += _read(store, parts, chunk.key, settings)
            done += len(chunk.files)
        except ValueError:
            parts.remove(chunk.key)
            damaged.append(chunk)
        store.commit()
        show(Progress(done, total, 0, failed))
    return damaged


def _read(store: Store, parts: Parts, key: str, settings: str) -> int:
    """Read a part, and return how many of its files have no result. Raises ValueError where it is damaged."""
    failed = 0
    for file, outcome in parts.read(key):
        failed += isinstance(outcome, Failure)
        if outcome.sha256 is None:
            store.put_file(file, None, outcome if isinstance(outcome, Failure) else None)
            continue
        if not store.has(outcome.sha256, settings, retried=PASSING):  # it may have been, with success
            store.put(outcome, settings, named=True)  # an anonymous part has no names
        store.put_file(file, outcome.sha256)
    return failed
