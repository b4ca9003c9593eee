"""Where the shipped taxonomy is: beside this package in a wheel, at the top of the tree in a checkout."""

from __future__ import annotations

from pathlib import Path

from skillgap.errors import TaxonomyError

PACKAGED = Path(__file__).parent / "data"
CHECKOUT = Path(__file__).parents[3] / "taxonomy"


def folder() -> Path:
    """Return the folder that holds skills.yaml. Raises TaxonomyError where the installation lacks it."""
    for candidate in (PACKAGED, CHECKOUT):
        if (candidate / "skills.yaml").is_file():
            return candidate
    raise TaxonomyError((f"{PACKAGED}: the taxonomy is missing from this installation; install skillgap again",))


def english_words() -> Path:
    """Return the path of the list of common English words, most frequent first; docs/taxonomy.md says where from."""
    return folder() / "english.txt"
