"""Tables -> a CSV file each: UTF-8, shares as numbers between 0 and 1, unknown is empty."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from skillgap.batch.exports.files import whole
from skillgap.batch.exports.tables import TABLES, Cell, View
from skillgap.report.look import safe

# What makes a spreadsheet take text for a formula.
_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(view: View, folder: Path) -> None:
    """Write each table."""
    for name, table in TABLES.items():
        with whole(folder / f"{name}.csv") as stream:
            text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="", write_through=True)
            rows = csv.writer(text, lineterminator="\n")
            rows.writerow(column for column, _ in table.columns(view))
            rows.writerows([inert(cell) for cell in row] for row in table.rows(view))
            text.detach()


def inert(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula and no terminal for a command."""
    if isinstance(cell, float):
        return round(cell, 4)
    if isinstance(cell, str):
        return f"'{safe(cell)}" if cell.startswith(_ACTIVE) else safe(cell)
    return cell
