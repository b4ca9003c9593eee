"""What all tests share: the shipped taxonomy, the compiled cache in a folder of the test run, small résumés."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from skillgap import pipeline
from skillgap.model import Month, Profile
from skillgap.taxonomy import Taxonomy, load

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
AS_OF = Month(2026, 11)

# As the command line does: with the whole taxonomy in memory, looking for garbage takes long.
gc.set_threshold(100_000, 50, 50)

# How long an example takes says nothing on a machine that does other things too.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep the compiled taxonomy of the test run, settings and what is unfinished apart from the person's."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("SKILLGAP_CACHE", str(folder))
        patch.setenv("SKILLGAP_CONFIG", str(tmp_path_factory.mktemp("config")))
        patch.setenv("SKILLGAP_STATE", str(tmp_path_factory.mktemp("state")))
        yield folder


@pytest.fixture(scope="session")
def taxonomy(cache_folder: Path) -> Taxonomy:
    return load()


@pytest.fixture
def profile_of(tmp_path: Path, taxonomy: Taxonomy) -> Callable[..., Profile]:
    """Return a function that gives the profile of a résumé given as text."""

    def read(text: str, name: str = "cv.txt") -> Profile:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return pipeline.read_profile(str(path), taxonomy, AS_OF)

    return read
