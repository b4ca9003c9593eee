"""A cohort -> cohort.xlsx: an overview, people, a heat map of people and requirements for each target, gaps, workshops, errors.

Text is written as text, never as a formula or a link. The date in the file is fixed, so that the same store gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from skillgap.batch.cohort import TargetOf
from skillgap.batch.exports.csv import inert
from skillgap.batch.exports.files import whole
from skillgap.batch.exports.tables import TABLES, Row, View
from skillgap.batch.summary import BINS, summarise

_DATE = datetime(2026, 1, 1)  # noqa: DTZ001  Excel knows no time zones
_WIDTHS = {"text": 24, "number": 10, "share": 10}
# The colours of credit, from nothing to all of it: told apart by people who see no red and green too.
_NONE, _HALF, _ALL = "#F2C4BF", "#FBECCB", "#8FCDB4"
_LONGEST = 31  # Excel's limit for the name of a sheet


def write(view: View, folder: Path) -> None:
    """Write the workbook."""
    with whole(folder / "cohort.xlsx") as stream:
        _write(view, stream)


def _write(view: View, stream: BinaryIO) -> None:
    # In constant memory, rows go to a file of their own as they come, and text isn't shared between cells.
    book = Workbook(stream, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Cohort", "created": _DATE})
    book.set_size(2400, 1500)
    sheets = _Sheets(book)
    sheets.overview(view)
    sheets.table(view, "people", shares=True)
    for target in view.targets:
        sheets.heat(view, target)
    for name in ("gaps", "workshops", "versions", "duplicates", "errors"):
        sheets.table(view, name, shares=name == "gaps")
    book.close()


class _Sheets:
    """The sheets of a workbook, with the formats that they share."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._formats: dict[str, Format | None] = {
            "share": book.add_format({"num_format": "0%"}),
            "number": book.add_format({"num_format": "0"}),
            "text": None,
        }

    def overview(self, view: View) -> None:
        """Write the cohort at a glance."""
        sheet, facts = self._book.add_worksheet("Overview"), summarise(view)
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 3 + BINS, 11)
        sheet.write_string(0, 0, "Cohort", self._title)
        counts = {
            "People": facts.people,
            "Files": facts.files,
            "People with several versions": facts.several_versions,
            "Files with the content of another": facts.duplicates,
            "Files that can't be read": facts.errors,
        }
        for row, (name, number) in enumerate(counts.items(), 1):
            self._row(sheet, row, (name, number), ("text", "number"))
        top = len(counts) + 2
        head = ["Target", "Mean coverage", "Median", *(f"{n * 100 // BINS} to {(n + 1) * 100 // BINS}%" for n in range(BINS))]
        self._headings(sheet, top, head)
        for row, of in enumerate(facts.spreads, top + 1):
            self._row(sheet, row, (of.target.name, of.mean, of.median, *of.bins), ("text", "share", "share", *["number"] * BINS))

    def table(self, view: View, name: str, *, shares: bool) -> None:
        """Write a table of tables.py."""
        columns = TABLES[name].columns(view)
        sheet = self._book.add_worksheet(name.capitalize())
        for number, (_, kind) in enumerate(columns):
            sheet.set_column(number, number, _WIDTHS[kind])
        last = self._all(sheet, [column for column, _ in columns], [kind for _, kind in columns], TABLES[name].rows(view))
        if shares:
            for number, (_, kind) in enumerate(columns):
                if kind == "share" and last:
                    sheet.conditional_format(1, number, last, number, {"type": "data_bar", "bar_solid": True, "bar_color": _ALL})

    def heat(self, view: View, target: TargetOf) -> None:
        """Write what everybody earns of each requirement of a target."""
        sheet = self._book.add_worksheet(_sheet_name(target))
        sheet.set_column(0, 1, 24)
        sheet.set_column(2, 2 + len(target.asked), 9)
        head = ["person", "name", "overall", *(asked.label for asked in target.asked)]
        kinds = ["text", "text", *["share"] * (len(target.asked) + 1)]
        last = self._all(sheet, head, kinds, _credits(view, target), frozen=3)
        if last and target.asked:
            colours = {"min_color": _NONE, "mid_color": _HALF, "max_color": _ALL}
            ends = {"min_type": "num", "min_value": 0, "mid_type": "num", "mid_value": 0.5, "max_type": "num", "max_value": 1}
            sheet.conditional_format(1, 3, last, len(head) - 1, {"type": "3_color_scale", **colours, **ends})

    def _all(self, sheet: Worksheet, head: Sequence[str], kinds: Sequence[str], rows: Iterable[Row], *, frozen: int = 2) -> int:
        """Write headings and rows, with filters and headings that stay, and return the number of the last row."""
        self._headings(sheet, 0, head)
        sheet.freeze_panes(1, min(frozen, len(head) - 1))
        last = 0
        for last, row in enumerate(rows, 1):
            self._row(sheet, last, row, kinds)
        sheet.autofilter(0, 0, last, len(head) - 1)
        return last

    def _headings(self, sheet: Worksheet, row: int, names: Sequence[str]) -> None:
        for column, name in enumerate(names):
            sheet.write_string(row, column, str(inert(name)), self._head)

    def _row(self, sheet: Worksheet, number: int, row: Row, kinds: Sequence[str]) -> None:
        for column, (cell, kind) in enumerate(zip(row, kinds, strict=True)):
            if isinstance(cell, str):
                sheet.write_string(number, column, str(inert(cell)))
            elif cell is not None:
                sheet.write_number(number, column, round(cell, 4), self._formats[kind])


def _credits(view: View, target: TargetOf) -> Iterable[Row]:
    for person in view.people:
        key = (person.latest.sha256, target.number)
        ((overall,),) = view.store.rows("SELECT overall FROM report WHERE sha256 = ? AND target = ?", *key)
        rows = view.store.rows("SELECT credit FROM finding WHERE sha256 = ? AND target = ? ORDER BY number", *key)
        yield person.id, person.name, *(c if isinstance(c, float) else None for c in (overall, *(credit for (credit,) in rows)))


def _sheet_name(target: TargetOf) -> str:
    """Return a name that Excel takes for a sheet, and that no other sheet has."""
    name = "".join(" " if c in "[]:*?/\\'" else c for c in target.name)
    return f"{target.number + 1} {name}"[:_LONGEST].strip()
