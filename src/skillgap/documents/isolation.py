"""Files in, documents out, read by a process that may crash, hang or run out of memory: the program goes on.

pdfium aborts on bombs of compressed data, pdfminer doesn't come back from some loops, and neither can be caught where it
happens. So a worker process reads, one file after the other, and is replaced when it dies. Plain text is read here.

The worker is spawned, on every platform, not forked: the pool replaces it from a thread, maybe while spaCy is being imported,
and a fork would copy the locks of half-imported modules. Starting an interpreter costs the program nothing, because the worker
starts, imports and reads while the program imports spaCy. As with everything spawned, a script needs `if __name__ == "__main__"`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Generic, NoReturn, TypeVar

from skillgap.documents.content import Content, load
from skillgap.documents.limits import Limits, ScanFound
from skillgap.errors import UnreadableFile

if TYPE_CHECKING:
    from skillgap.documents.workers import Read, Workers

T = TypeVar("T")

Pending = Callable[[], T]

# Formats that no library is needed to read.
HARMLESS = frozenset({"json", "markdown", "text"})

# Files loaded before their turn, for each worker: enough that it never waits, few enough to hold in memory.
AHEAD = 3


@contextmanager
def reading(
    files: Iterable[str], read: Read[T], *, read_scan: Read[T] | None = None, workers: int = 1, limits: Limits | None = None
) -> Iterator[Iterator[T | UnreadableFile]]:
    """Begin with the first files, and give what becomes of each, in their order: what `read` gives (a document), or why not.

    `read` must pickle. Where it raises ScanFound, `read_scan` reads the file, in a process that may take longer. Beside its own
    UnreadableFile there are those with the codes timeout, out_of_memory and crashed; anything else it raises is raised when the
    file's turn comes. No process is left at the end.
    """
    reader = _Reader(read, read_scan or read, workers, limits or Limits())
    rest = iter(files)
    try:
        outcomes = _outcomes(reader, deque(reader.begin(file) for file in islice(rest, 1 + AHEAD * workers)), rest)
        yield outcomes
    finally:
        reader.end()


def _outcomes(reader: _Reader[T], begun: deque[Pending[T]], rest: Iterator[str]) -> Iterator[T | UnreadableFile]:
    while begun:
        try:
            outcome: T | UnreadableFile = begun.popleft()()
        except UnreadableFile as error:
            outcome = error
        begun.extend(reader.begin(file) for file in islice(rest, 1))
        if not begun:
            reader.retire()
        yield outcome


class _Reader(Generic[T]):
    """Reads here what is harmless and has workers for the rest, from the first file that needs them."""

    def __init__(self, read: Read[T], read_scan: Read[T], count: int, limits: Limits) -> None:
        self._read = read
        self._new_workers = partial(_workers, read, count, limits)
        self._new_scanners = partial(_workers, read_scan, count, limits.for_scans())
        self._workers: Workers[T] | None = None
        self._scanners: Workers[T] | None = None

    def begin(self, file: str) -> Pending[T]:
        """Load a file, begin to read it, and return what waits for its document. Raises nothing, but waiting may."""
        try:
            content = load(file)
        except UnreadableFile as error:
            return partial(_fail, error)
        if content.format in HARMLESS:
            return partial(self._read, content)
        self._workers = self._workers or self._new_workers()
        return partial(self._patiently, content, self._workers.begin(content))

    def retire(self) -> None:
        for workers in filter(None, (self._workers, self._scanners)):
            workers.retire()

    def end(self) -> None:
        for workers in filter(None, (self._workers, self._scanners)):
            workers.end()

    def _patiently(self, content: Content, pending: Pending[T]) -> T:
        """Wait for a document; should it be a scan, have it read once more, by others."""
        try:
            return pending()
        except ScanFound:
            self._scanners = self._scanners or self._new_scanners()
            return self._scanners.begin(content)()


def _workers(read: Read[T], count: int, limits: Limits) -> Workers[T]:
    from skillgap.documents.workers import Workers

    return Workers(read, count, limits)


def _fail(error: UnreadableFile) -> NoReturn:
    raise error
