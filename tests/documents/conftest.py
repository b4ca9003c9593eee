"""What the tests of documents share: the words of the shipped taxonomy, and files in a folder of the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from skillgap.documents.dates import DateReader
from skillgap.taxonomy import Taxonomy
from skillgap.taxonomy.values import Words


@pytest.fixture(scope="session")
def words(taxonomy: Taxonomy) -> Words:
    return taxonomy.words


@pytest.fixture(scope="session")
def dates(words: Words) -> DateReader:
    return DateReader(words)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes], str]:
    """Return a function that writes a file and gives its path."""

    def to(name: str, data: bytes) -> str:
        path = tmp_path / name
        path.write_bytes(data)
        return str(path)

    return to
