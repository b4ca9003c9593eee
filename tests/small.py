"""The small taxonomy and the résumé of tests/data: an edit of the shipped taxonomy doesn't move what is compared with them."""

from __future__ import annotations

from pathlib import Path

from skillgap import matching
from skillgap.taxonomy import load, locate

DATA = Path(__file__).parent / "data"
TAXONOMY = DATA / "small_taxonomy"
RESUME = DATA / "resumes" / "ida_marlowe.txt"
# What `skillgap batch` is told to write a report on the current folder, by one worker.
BATCH = ("--role", "model-engineer", "--as-of", "2026-11", "--out", "report", "--workers", "1", "--taxonomy", str(TAXONOMY))


def forget_loaded() -> None:
    """Forget the taxonomies that were loaded, as a new process would."""
    load.cache_clear()
    matching.pipeline.cache_clear()
    locate.frequent_words.cache_clear()
