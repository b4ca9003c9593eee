"""What the tests of postings share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from skillgap import pipeline
from skillgap.model import Posting
from skillgap.taxonomy import Taxonomy


@pytest.fixture
def posting_of(tmp_path: Path, taxonomy: Taxonomy) -> Callable[..., Posting]:
    """Return a function that gives what a posting, given as text, asks for."""

    def read(text: str, name: str = "job.txt") -> Posting:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return pipeline.read_posting(str(path), taxonomy)

    return read
