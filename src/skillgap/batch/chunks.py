"""Files and how each is told from a changed one, in; chunks of files, each with a key, out.

A chunk is what one task of a cluster does and one part keeps, so its key is of all that the part depends on: what is done has a
part with its key. A chunk ends after a file whose name hashes to a multiple of the size. So it is as long as that on average, and
a file that comes or goes changes its own chunk only, however many others there are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from skillgap.batch.identity import digest

# Files of a chunk, on average: half a minute of work for a core. What a worker that dies has done of its chunk is done again.
SIZE = 256
# No chunk has more than so many times that.
MOST = 4


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some files, sorted."""

    key: str
    files: tuple[str, ...]


def chunks(marks: Mapping[str, str], settings: str, size: int) -> Iterator[Chunk]:
    """Yield all files in chunks; a `mark` is what changes when its file does."""
    files: list[str] = []
    for file in sorted(marks):
        files.append(file)
        if len(files) == MOST * size or int(digest(file)[:12], 16) % size == 0:
            yield _chunk(files, marks, settings)
            files = []
    if files:
        yield _chunk(files, marks, settings)


def _chunk(files: list[str], marks: Mapping[str, str], settings: str) -> Chunk:
    key = hashlib.sha256(settings.encode())
    for file in files:
        key.update(f"{digest(file)} {digest(marks[file])}\n".encode())
    return Chunk(key.hexdigest()[:32], tuple(files))
