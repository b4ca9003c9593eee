"""A store in, files out. All of them come from the store alone, and the same store gives the same bytes.

tables   what there is to show        sheets   the workbook         records   the contract's reports, a page for each person
csv      a file for each table        page     index.html           files     files that are whole or not there
parquet  the same with an extra

ADD AN EXPORT: a function of a View and a folder, and its line in EXPORTS.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from skillgap.batch.exports import csv, page, parquet, records, sheets
from skillgap.batch.exports.tables import View
from skillgap.batch.store import Store

EXPORTS: dict[str, Callable[[View, Path], None]] = {
    "csv": csv.write,
    "jsonl": records.write_lines,
    "xlsx": sheets.write,
    "html": page.write,
    "people": records.write_pages,
}


def write_all(store: Store, folder: Path, *, parquet_too: bool = False) -> None:
    """Write every export of a store into a folder, in place of what is there; Parquet where it is wanted or there already."""
    view = View(store)
    for export in EXPORTS.values():
        export(view, folder)
    (parquet.write if parquet_too else parquet.renew)(view, folder)
