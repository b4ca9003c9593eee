"""An address in, the folder of this machine out where its report is made: the same for each run until one has come to its end.

So a run that is killed loses nothing: the next one with the same address finds its store there. The folder is named by a hash of
the address, in the platform's folder for the state of programs, and only its owner may look into it. Where there can be none, it
is a temporary one, and what is killed begins anew.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from skillgap.batch import addresses
from skillgap.batch.identity import digest
from skillgap.batch.lock import held
from skillgap.batch.store import NAME
from skillgap.errors import UsageError

# What the store behind the address was when it was fetched.
_FETCHED = ".fetched"
# SQLite's files beside a store have its name and something more.
_OURS = (NAME, f".{NAME}", _FETCHED, ".run.")


def folder() -> Path:
    """Return where the folders of unfinished reports lie: SKILLGAP_STATE where that is set, else the platform's place."""
    if chosen := os.environ.get("SKILLGAP_STATE"):
        return Path(chosen).absolute()
    import platformdirs

    return Path(platformdirs.user_state_dir("skillgap", appauthor=False), "batch")


@contextmanager
def working_folder(address: str) -> Iterator[Path]:
    """Give the folder in which the report behind an address is made, to the caller alone: with the store of a run that was
    killed, or else with that behind the address. It is taken away at the end unless the caller fails. Raises UsageError.
    """
    place = _place(address)
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        (place / _FETCHED).touch(mode=0o600)
    except OSError:
        with TemporaryDirectory(prefix="skillgap-") as name:
            addresses.fetch(f"{address}/{NAME}", Path(name, NAME))
            yield Path(name)
        return
    with _alone(place, address):
        done = False
        try:
            _fill(place, address)
            yield place
            done = True
        finally:
            if done or not (place / NAME).exists():
                clear(place)


def clear(place: Path) -> None:
    """Take away what was made in a folder."""
    shutil.rmtree(place, ignore_errors=True)


def forget(address: str) -> None:
    """Take away what an unfinished run over the report behind an address has left. Raises UsageError while one goes on."""
    place = _place(address)
    if place.is_dir():
        with _alone(place, address):
            clear(place)


def _place(address: str) -> Path:
    return folder() / digest(address)[:24]


@contextmanager
def _alone(place: Path, address: str) -> Iterator[None]:
    with ExitStack() as stack:
        try:
            stack.enter_context(held(place / "run"))
        except sqlite3.OperationalError as error:
            raise UsageError(f"{address}: is in use by another run on this machine; wait for its end") from error
        yield


def _fill(place: Path, address: str) -> None:
    """Keep the store of a run that was killed, and nothing else; fetch the one behind the address where that is another now."""
    for path in place.iterdir():
        if not path.name.startswith(_OURS):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    there = addresses.mark(f"{address}/{NAME}")
    if (place / NAME).exists() and (place / _FETCHED).read_text(encoding="utf-8") == there:
        return
    for path in place.glob(f"{NAME}*"):
        path.unlink()
    addresses.fetch(f"{address}/{NAME}", place / NAME)
    if (place / NAME).exists():
        (place / NAME).chmod(0o600)
    (place / _FETCHED).write_text(there, encoding="utf-8")
