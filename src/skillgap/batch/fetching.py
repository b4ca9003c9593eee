"""Files with paths and addresses in, files of this machine out, fetched some ahead of their turn.

A worker that reads a file has a limit of time, and a slow network is no file's fault. What is fetched is in a folder that is
there for the task alone, and each file of it until it is done.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path, PurePath

from skillgap.batch import addresses
from skillgap.batch.outcome import Failure

# Files on their way at once. An object store takes 50 to 100 ms to begin to answer, a résumé's matching about as long.
AHEAD = 8


def fetched(files: Iterable[str], folder: Path) -> Iterator[tuple[str, str | Failure]]:
    """Yield each file, in order, with its path here, or why it has none. What may pass is raised as the package raises it."""
    rest = enumerate(files)
    with ThreadPoolExecutor(AHEAD) as threads:

        def begin(number: int, file: str) -> tuple[str, Future[str | Failure]]:
            suffix = PurePath(file.partition("::")[0]).suffix
            return file, threads.submit(_fetch, file, folder / f"{number}{suffix}")

        begun = deque(begin(*one) for one in islice(rest, AHEAD))
        while begun:
            file, future = begun.popleft()
            path = future.result()
            begun.extend(begin(*one) for one in islice(rest, 1))
            yield file, path


def _fetch(file: str, path: Path) -> str | Failure:
    if not addresses.is_address(file):
        return file
    try:
        path.write_bytes(addresses.read(file))
    except FileNotFoundError:
        return Failure(None, "not_found", "no such file; check the address")
    except (PermissionError, IsADirectoryError) as error:
        return Failure(None, "not_a_file", f"can't be read ({addresses.why(error)}); check the address and the permissions")
    return str(path)
