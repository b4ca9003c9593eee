"""What the tests of reports share: the small taxonomy, the batch of a résumé, golden files."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

import golden as golden_files
import small as small_files
from skillgap import pipeline
from skillgap.model import Batch, Month
from skillgap.taxonomy import Taxonomy, load


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="write the golden files of tests/golden anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a function of a name and a text that compares the text with its golden file."""
    return partial(golden_files.check, regen=request.config.getoption("--regen", default=False))


@pytest.fixture(scope="session")
def small(cache_folder: Path) -> Taxonomy:
    """Return the small taxonomy of tests/data."""
    return load(small_files.TAXONOMY)


@pytest.fixture
def batch_of(small: Taxonomy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Batch]:
    """Return a function that gives the batch of a résumé, given as text or else the one of tests/data."""
    monkeypatch.chdir(tmp_path)

    def read(text: str | None = None, *, roles: list[str] | None = None, name: str = "cv.txt") -> Batch:
        Path(name).write_text(small_files.RESUME.read_text(encoding="utf-8") if text is None else text, encoding="utf-8")
        return pipeline.run([name], small, Month(2026, 11), roles=roles)

    return read
