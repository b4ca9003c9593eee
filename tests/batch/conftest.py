"""A folder of short résumés, compared with a role of the small taxonomy by real workers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import small
from skillgap import targets
from skillgap.batch.outcome import Setup
from skillgap.batch.run import Progress, run
from skillgap.batch.store import NAME, Store, opened
from skillgap.documents.limits import Limits
from skillgap.model import Month
from skillgap.taxonomy import Taxonomy, load

HEAD = "{name}\n{mail}\n\nExperience\n{job}, Jan 2021 - Present\n"
PEOPLE = {
    "ada.txt": HEAD.format(name="Ada Bartok", mail="ada.bartok@example.org", job="Engineer")
    + "Built pipelines with Python and SQL\n",
    "below/bela.txt": HEAD.format(name="Bela Corin", mail="bela@example.org", job="Analyst") + "Wrote Python and dashboards\n",
    "below/ciro.md": HEAD.format(name="Ciro Dalmas", mail="ciro@example.org", job="Engineer") + "Moved SQL to Docker\n",
}


@pytest.fixture
def resumes(tmp_path: Path) -> Path:
    """Return a folder with the résumés of three people."""
    folder = tmp_path / "resumes"
    for name, text in PEOPLE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def known(cache_folder: Path) -> Taxonomy:
    return load(small.TAXONOMY)


@pytest.fixture(scope="session")
def setup(known: Taxonomy) -> Setup:
    return Setup(str(small.TAXONOMY), Month(2026, 11), (targets.load("role", "model-engineer", known),))


Work = Callable[..., tuple[int, list[Progress]]]


@pytest.fixture
def work(known: Taxonomy) -> Work:
    """Return a function that brings a store up to date, and gives how many files are unsettled and the progress shown."""

    def over(
        store: Store, files: list[str], setup: Setup, *, workers: int = 1, retry: bool = False
    ) -> tuple[int, list[Progress]]:
        seen: list[Progress] = []
        limits = Limits(seconds=10)
        unsettled = run(store, files, setup, known, workers=workers, limits=limits, show=seen.append, retry=retry)
        return unsettled, seen

    return over


@pytest.fixture
def opening(tmp_path: Path) -> Callable[[], Iterator[Store]]:
    """Return what opens the store of the test."""

    @contextmanager
    def open_() -> Iterator[Store]:
        with opened(tmp_path / NAME, new=True) as store:
            yield store

    return open_
