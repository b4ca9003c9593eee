"""The real program as a process. Nothing here imports skillgap, so that an installed one can be tested apart from the sources:

    SKILLGAP=/path/to/clean/venv/bin/skillgap pytest --confcutdir tests/acceptance tests/acceptance

Without SKILLGAP it is `python -m skillgap` with the Python that runs the tests.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GIVEN = os.environ.get("SKILLGAP", "")
COMMAND = [GIVEN] if Path(GIVEN).is_file() else shlex.split(GIVEN) or [sys.executable, "-m", "skillgap"]

# A process that takes so long hangs; nothing is measured by it.
PATIENCE = 300


@dataclass(frozen=True)
class Done:
    """What a process did."""

    code: int
    stdout: bytes
    stderr: str

    @property
    def out(self) -> str:
        return self.stdout.decode("utf-8")

    @property
    def said(self) -> list[str]:
        """The lines on stderr."""
        return self.stderr.splitlines()


@dataclass(frozen=True)
class Program:
    """How to start the program."""

    command: tuple[str, ...]
    environment: Mapping[str, str]
    folder: Path

    def __call__(self, *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, **variables: str | None) -> Done:
        """Run the program to its end; a variable that is None is taken out of its environment."""
        done = subprocess.run(
            [*self.command, *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=cwd or self.folder,
            env=self.variables(**variables),
            timeout=PATIENCE,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))

    def start(self, *arguments: str | Path, **streams: int | None) -> subprocess.Popen[bytes]:
        """Start the program with these streams."""
        return subprocess.Popen([*self.command, *map(str, arguments)], env=self.variables(), cwd=self.folder, **streams)

    def variables(self, **changed: str | None) -> dict[str, str]:
        """Return the environment with some variables changed."""
        return {k: v for k, v in {**self.environment, **changed}.items() if v is not None}


def make(folder: Path, cache: Path) -> Program:
    """Return the program that runs in a folder and has its cache in another."""
    removed = ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "PYTHONHASHSEED", "TZ", "_SKILLGAP_COMPLETE")
    kept = {k: v for k, v in os.environ.items() if k not in removed}
    return Program(tuple(COMMAND), {**kept, "SKILLGAP_CACHE": str(cache), "TERM": "xterm"}, folder)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the cache folder of the processes."""
    return tmp_path_factory.mktemp("acceptance_cache")


@pytest.fixture
def program(tmp_path: Path, cache: Path) -> Program:
    """Return the program, which runs in an empty folder."""
    return make(tmp_path, cache)


@pytest.fixture(scope="session")
def steady(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Program:
    """Return the program for fixtures that several tests share."""
    return make(tmp_path_factory.mktemp("acceptance"), cache)


@pytest.fixture(scope="session")
def data() -> Path:
    """Return the folder of test data."""
    return ROOT / "tests" / "data"


@pytest.fixture(scope="session")
def samples() -> Path:
    """Return the folder of sample résumés."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def schema() -> Callable[[str], dict]:
    """Return a function that gives the JSON Schema of a command's output."""
    import json

    folder = ROOT / "src" / "skillgap" / "report" / "schemas"
    return lambda name: json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8"))
