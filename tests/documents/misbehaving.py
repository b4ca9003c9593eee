"""A reader that does what the bytes of a file say: what PDF libraries do on hostile files, without their help."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

from skillgap.documents.content import Content
from skillgap.errors import UnreadableFile
from skillgap.model import Document, Source

HEADER = b"%PDF-1.7 "


def read(content: Content) -> Document:
    """Return a document whose text is the number of the process that read it, or misbehave."""
    deed = content.data.removeprefix(HEADER).decode()
    if deed in DEEDS:
        DEEDS[deed]()
    if deed in ("damaged", "encrypted"):
        raise UnreadableFile(deed, content.file, "can't be read; export it again")
    source = Source(content.file, content.format, content.sha256, 1)
    return Document(source=source, engine="none", text=str(os.getpid()), words=(), sections=(), warnings=())


def _hang() -> None:
    """Hang as a C library does: in no hurry to hear of signals."""
    if os.name == "posix":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGUSR1})
    while True:
        sum(range(10**6))


def _print() -> None:
    os.write(1, b"what the file says\n")
    os.write(2, b"what the file says\n")


def _bug() -> None:
    raise KeyError("a bug")


DEEDS: dict[str, Callable[[], object]] = {
    "abort": os.abort,
    "bug": _bug,
    "eat": lambda: bytearray(8 << 30),
    "exit": lambda: os._exit(3),
    "fall": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "get killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "hang": _hang,
    "print": _print,
    "sleep": lambda: time.sleep(3600),
}
