"""Tables -> a Parquet file each, with all values as they are. pyarrow, which the extra parquet brings, is imported to write them.

No program runs what is in a cell of Parquet, so nothing is made inert; shares aren't rounded. Rows are written in groups as they
come.
"""

from __future__ import annotations

from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from skillgap.batch.exports.files import explained, whole
from skillgap.batch.exports.tables import TABLES, Cell, Table, View
from skillgap.errors import UsageError

# Rows in a group: so many are held in memory, and readers skip what they don't need by groups.
ROWS = 50_000


def require() -> None:
    """Raise UsageError where there is nothing to write Parquet with, before a long run finds out at its end."""
    if find_spec("pyarrow") is None:
        raise UsageError("--parquet: needs pyarrow; pip install 'skillgap[parquet]'")


def write(view: View, folder: Path) -> None:
    """Write each table. Raises UsageError."""
    require()
    for name, table in TABLES.items():
        with whole(folder / f"{name}.parquet") as stream:
            _write(table, view, stream)


def renew(view: View, folder: Path) -> None:
    """Write the tables again where a folder has them, or take them away where that can't be done: they would tell of the past."""
    old = [path for name in TABLES if (path := folder / f"{name}.parquet").exists()]
    if old and find_spec("pyarrow"):
        write(view, folder)
        return
    for path in old:
        with explained(path):
            path.unlink()


def _write(table: Table, view: View, stream: BinaryIO) -> None:
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    types = {"text": pyarrow.string(), "number": pyarrow.int64(), "share": pyarrow.float64()}
    schema = pyarrow.schema([(name, types[kind]) for name, kind in table.columns(view)])
    rows = table.rows(view)
    with ParquetWriter(stream, schema, compression="zstd") as writer:
        while group := list(islice(rows, ROWS)):
            columns = zip(*group, strict=True)
            arrays = [pyarrow.array(map(_true, column), type_) for column, type_ in zip(columns, schema.types, strict=True)]
            writer.write_batch(pyarrow.RecordBatch.from_arrays(arrays, schema=schema))


def _true(cell: Cell) -> Cell:
    """Return a cell as it is; what in the name of a file is no text becomes question marks."""
    return cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell
