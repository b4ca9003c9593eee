"""Files behind addresses (s3://bucket/resumes, file:///resumes, zip://::resumes.zip): found, read, written.

fsspec does it, with a package for each kind of address; which one is missing is said when it is needed. Their errors are of all
kinds, and the text may have signed links in it, so only what went wrong is said.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from skillgap.documents import content as contents
from skillgap.documents.content import MAX_BYTES, Content
from skillgap.errors import UnreadableFile, UsageError

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def is_address(path: str) -> bool:
    """Return whether a path is an address."""
    return _ADDRESS.match(path) is not None


def filesystem(address: str) -> tuple[Any, str]:
    """Return what lists, reads and writes files there, and what the place is called in it. Raises UsageError."""
    if "@" in address and urlsplit(address).password:
        raise UsageError(
            "a password in an address would be in every report; give it by the settings of the package that reads it"
        )
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise UsageError(f"{address}: addresses need fsspec; pip install fsspec") from error
    try:
        system, place = url_to_fs(address)
    except ImportError as error:
        name = getattr(error.__cause__, "name", None) or error.name
        raise UsageError(f"{address}: this kind of address needs {name}; pip install {name}") from error
    except Exception as error:  # whichever package fsspec found
        raise UsageError(f"{address}: can't be reached ({why(error)}); check the address") from error
    return system, str(place)


def local_path(place: str) -> str:
    """Return the path of what a file:// address names; anything else as it is."""
    if not is_address(place):
        return place
    system, path = filesystem(place)
    return path if "file" in system.protocol else place


def load(file: str) -> Content:
    """Return the content of a file with a path or an address. Raises UnreadableFile."""
    return contents.content_of(file, _read(file)) if is_address(file) else contents.load(file)


def digest_of(file: str) -> str:
    """Return the SHA-256 of a file with a path or an address, like contents.digest_of."""
    return hashlib.sha256(_read(file)).hexdigest() if is_address(file) else contents.digest_of(file)


def read(address: str) -> bytes:
    """Return what is there, and a byte more than a file may have of what is too large. Raises what the package does."""
    system, path = filesystem(address)
    with system.open(path, "rb") as stream:
        return bytes(stream.read(MAX_BYTES + 1))


def _read(address: str) -> bytes:
    """Return what is there, like `read`. Raises UnreadableFile."""
    try:
        return read(address)
    except FileNotFoundError as error:
        raise UnreadableFile("not_found", address, "no such file; check the address") from error
    except Exception as error:  # whichever package fsspec found
        message = f"can't be read ({why(error)}); check the address and the permissions"
        raise UnreadableFile("not_a_file", address, message) from error


def find(address: str) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield each file in a place and below by its address, the path from there, and what is known of it. Raises UsageError."""
    system, root = filesystem(address)
    try:
        found = system.find(root, detail=True)
        there = bool(found) or system.exists(root)
    except Exception as error:  # whichever package fsspec found
        raise UsageError(f"{address}: can't be listed ({why(error)}); check the address and the permissions") from error
    if not there:
        raise UsageError(f"{address}: no such file or folder; check the address")
    for name, facts in found.items():
        below = name.removeprefix(root).lstrip("/")
        yield joined(address, below) if below else address, below, facts


def joined(address: str, below: str) -> str:
    """Return the address of what lies below another; of a chain (zip://::file.zip) the first link is the place."""
    first, *others = address.split("::")
    return "::".join([f"{first}{below}" if first.endswith("/") else f"{first}/{below}", *others])


def publish(folder: Path, address: str, files: Sequence[str], *, replaced: Callable[[str], bool] = lambda _: False) -> None:
    """Copy files of a folder to an address; of those there that are `replaced` by them, the others go. Raises UsageError."""
    system, root = filesystem(address)
    with writing(address):
        there = [name.removeprefix(root).lstrip("/") for name in system.find(root)]
        for name in files:
            _put(system, folder / name, f"{root}/{name}")
        for name in set(filter(replaced, there)) - set(files):
            system.rm_file(f"{root}/{name}")


def _put(system: Any, path: Path, place: str) -> None:  # noqa: ANN401  fsspec has no types
    try:
        system.put_file(str(path), place)
    except FileNotFoundError:  # where there are folders, they have to be made: stores of objects have none
        system.makedirs(place.rpartition("/")[0], exist_ok=True)
        system.put_file(str(path), place)


def mark(address: str) -> str:
    """Return what changes when what is at an address does; "" where nothing is. Raises UsageError."""
    system, place = filesystem(address)
    with reading(address):
        try:
            return str(system.ukey(place))
        except FileNotFoundError:
            return ""


def fetch(address: str, path: Path) -> None:
    """Copy what is at an address to a path, where there is something. Raises UsageError."""
    system, place = filesystem(address)
    with reading(address):
        try:
            system.get_file(place, str(path))
        except FileNotFoundError:
            path.unlink(missing_ok=True)  # some packages make it first


@contextmanager
def reading(address: str) -> Iterator[None]:
    """Turn what a package says of reading into what to do."""
    with _explained(address, "read"):
        yield


@contextmanager
def writing(address: str) -> Iterator[None]:
    """Turn what a package says of writing into what to do."""
    with _explained(address, "written"):
        yield


@contextmanager
def _explained(address: str, done: str) -> Iterator[None]:
    try:
        yield
    except Exception as error:  # whichever package fsspec found
        raise UsageError(f"{address}: can't be {done} ({why(error)}); check the address and the permissions") from error


def why(error: Exception) -> str:
    """Return what went wrong, without the text of a package."""
    return str(getattr(error, "strerror", None) or type(error).__name__)
