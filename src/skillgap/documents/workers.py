"""Content in, document out, by processes that may die. Their pool is imported when the first file needs it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from skillgap.documents import confined
from skillgap.documents.content import Content
from skillgap.documents.limits import Limits
from skillgap.errors import UnreadableFile

T = TypeVar("T")

# What is done with the content of a file: in most cases it is read, and a document comes of it.
Read = Callable[[Content], T]

# The pool times a file from when a worker takes it. Should the pool itself fail, so many seconds more are waited.
GRACE = 30

# How a worker ends without memory: pdfium aborts (on Windows with a code of its own), the system kills. And by its own alarm.
_ENDS = {-6: "out_of_memory", -9: "out_of_memory", 0xE0000008: "out_of_memory", -14: "timeout"}


class Workers(Generic[T]):
    """Processes that read, replaced when they die."""

    def __init__(self, read: Read[T], count: int, limits: Limits) -> None:
        self._read = read
        self._count = count
        self._limits = limits
        self._pool = self._start()

    def begin(self, content: Content) -> Callable[[], T]:
        """Have a content read as soon as a worker is free; what is returned waits for the document.

        Waiting raises UnreadableFile, the reader's or one with the code timeout, out_of_memory or crashed, or what else the
        reader raised.
        """
        pool, future = self._schedule(content)
        return partial(self._wait, content, pool, future)

    def retire(self) -> None:
        """Let the workers end when they can, without waiting for it."""
        self._pool.stop()

    def end(self) -> None:
        """Stop the workers, whatever they do, and wait for their end."""
        self._pool.stop()
        self._pool.join()

    def _start(self) -> ProcessPool:
        return ProcessPool(self._count, initializer=_prepare, initargs=(self._limits.memory,), context=get_context("spawn"))

    def _schedule(self, content: Content) -> tuple[ProcessPool, ProcessFuture[T]]:
        arguments = (self._read, content, int(self._limits.seconds) + GRACE)
        # Here the pool's threads and processes are born. Ctrl-C is for the program alone, which then stops them.
        with interrupts_blocked():
            if not self._pool.active:
                self.end()
                self._pool = self._start()
            return self._pool, self._pool.schedule(_run, args=arguments, timeout=self._limits.seconds)

    def _wait(self, content: Content, pool: ProcessPool, future: ProcessFuture[T], *, again: bool = True) -> T:
        if pool.active or future.done():
            try:
                return self._result(content, future)
            except BrokenProcessPool as error:
                if not again:
                    raise self._unreadable(content, "crashed") from error
        # The pool gave up, because a worker died between two files or for another file's sake.
        return self._wait(content, *self._schedule(content), again=False)

    def _result(self, content: Content, future: ProcessFuture[T]) -> T:
        try:
            return future.result(self._limits.seconds + GRACE)
        except TimeoutError as error:
            if not future.done():  # so the pool itself is stuck
                self.end()
            raise self._unreadable(content, "timeout") from error
        except MemoryError as error:
            raise self._unreadable(content, "out_of_memory") from error
        except ProcessExpired as error:
            raise self._unreadable(content, _ENDS.get(error.exitcode, "crashed")) from error

    def _unreadable(self, content: Content, code: str) -> UnreadableFile:
        what = {
            "timeout": f"takes more than {self._limits.seconds:g} seconds to read",
            "out_of_memory": f"takes more than {self._limits.memory >> 20} MB of memory to read",
            "crashed": "makes the library that reads it crash",
        }[code]
        return UnreadableFile(code, content.file, f"{what}; print it to a new PDF")


@contextmanager
def interrupts_blocked() -> Iterator[None]:
    """Let what is born meanwhile not hear Ctrl-C, which is for the program alone."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


# What follows runs in the worker.


def _prepare(memory: int) -> None:
    """Import what reads PDFs, be silent, and take no more memory than this, in bytes, on top."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from skillgap.documents import pdfium  # noqa: F401  before the limit, which is for the files alone

    confined.be_silent()
    confined.limit(memory)


def _run(read: Read[T], content: Content, patience: int) -> T:
    """Read, and end this process should nobody be there any more to end it."""
    if sys.platform == "win32":
        return read(content)
    signal.alarm(patience)
    try:
        return read(content)
    finally:
        signal.alarm(0)
