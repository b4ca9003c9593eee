"""Where the taxonomy is: the shipped one beside this package in a wheel, at the top of the tree in a checkout; the user's own."""

from __future__ import annotations

import os
from functools import cache
from itertools import islice
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


@cache
def frequent_words(count: int) -> frozenset[str]:
    """Return so many of the most frequent English words, in lower case."""
    with english_words().open(encoding="utf-8") as lines:
        return frozenset(line.strip() for line in islice(lines, count))


def own_file() -> Path | None:
    """Return the user's own file, laid over the shipped taxonomy: taxonomy.yaml in SKILLGAP_CONFIG where that is set, else in the
    platform's folder for settings. None where there is no such file.
    """
    if chosen := os.environ.get("SKILLGAP_CONFIG"):
        settings = Path(chosen)
    else:
        import platformdirs

        settings = Path(platformdirs.user_config_dir("skillgap", appauthor=False))
    path = (settings / "taxonomy.yaml").absolute()
    return path if path.is_file() else None
