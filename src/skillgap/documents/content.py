"""Path in, bytes of a known format out. Nothing is opened that isn't a regular file of a sane size."""

from __future__ import annotations

import hashlib
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from skillgap.documents.kinds import format_of
from skillgap.errors import UnreadableFile

# The largest of 3,262 collected résumés had 12 MB; a file above this is no résumé.
MAX_BYTES = 50 * 1024 * 1024

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file; `format` is told by what they are, and by the name only between kinds of text."""

    file: str
    format: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def load(file: str) -> Content:
    """Return the content of a file, or of standard input for "-". Raises UnreadableFile."""
    return content_of(file, _standard_input() if file == STDIN else _bytes_of(file))


def content_of(file: str, data: bytes) -> Content:
    """Return the content that the bytes of a file are. Raises UnreadableFile."""
    if len(data) > MAX_BYTES:
        raise UnreadableFile("too_large", file, f"larger than {MAX_BYTES >> 20} MB; give the résumé alone")
    if not data.strip():
        raise UnreadableFile("empty", file, "the file is empty; save the résumé again")
    return Content(file, format_of(file, data), data)


def digest_of(file: str) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal; of one that is too large, of its beginning. Raises UnreadableFile."""
    return hashlib.sha256(_bytes_of(file)).hexdigest()


def _standard_input() -> bytes:
    # A stream that was closed is None in Python: nothing is on it.
    return sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin is not None else b""


def _bytes_of(file: str) -> bytes:
    try:
        mode = Path(file).stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableFile("not_a_file", file, "is a folder; give the files in it")
        if not stat.S_ISREG(mode):
            raise UnreadableFile("not_a_file", file, "is no regular file; give a file or pipe it to -")
        with Path(file).open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableFile("not_found", file, "no such file; check the path") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "not a possible path"
        raise UnreadableFile("not_a_file", file, f"can't be opened ({why}); check the path and the permissions") from error
