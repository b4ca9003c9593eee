"""What a cluster gives: a Parquet file for each chunk of files, with a row for each file, in the folder `parts` of the report.

A row has all that the store keeps of a file and its content. pyarrow and fsspec, which the extra dask brings, are imported here.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from skillgap.batch import addresses
from skillgap.batch.exports.files import make_folder, whole
from skillgap.batch.identity import Owner
from skillgap.batch.outcome import Failure, FindingRow, ReportRow, Result, SkillRow, StepRow
from skillgap.errors import UsageError

FOLDER = "parts"
_SUFFIX = ".parquet"

Row = tuple[str, Result | Failure]


class Parts:
    """The parts of the report in a place, which is a path or an address."""

    def __init__(self, report: str) -> None:
        here = report if addresses.is_address(report) else f"file://{Path(report).absolute().as_posix()}"
        self._address = addresses.joined(here, FOLDER)
        self._system, self._root = addresses.filesystem(self._address)
        self._is_local = "file" in self._system.protocol

    def keys(self) -> set[str]:
        """Return the keys of the parts that are there."""
        with addresses.reading(self._address):
            self._system.invalidate_cache()
            found = self._system.find(self._root)
        return {name.rpartition("/")[2].removesuffix(_SUFFIX) for name in found if name.endswith(_SUFFIX)}

    def write(self, key: str, rows: Iterable[Row], *, named: bool) -> None:
        """Write a part, all of it or nothing; whose the résumés are only where it may be `named`. Raises UsageError."""
        self._write(self._path(key), packed(rows, named=named))

    def write_about(self, about: Mapping[str, str]) -> None:
        """Write what all parts are about, for programs that count over them: the targets with what each asks for."""
        targets = [{**t, "requirements": [_named(r) for r in t["requirements"]]} for t in json.loads(about["targets"])]
        record = {**about, "anonymized": json.loads(about["anonymized"]), "targets": targets}
        self._write(
            f"{self._root}/about.json", (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
        )

    def read(self, key: str) -> Iterator[Row]:
        """Yield the rows of a part. Raises ValueError where it is damaged, UsageError where it can't be read."""
        yield from unpacked(self._data(key))

    def drop(self, keys: AbstractSet[str], column: str, values: AbstractSet[str]) -> None:
        """Take away those of some parts that have one of some values in a column, or are damaged. Raises UsageError."""
        for key in keys & self.keys():
            try:
                keep = values.isdisjoint(_table(self._data(key), [column])[column].to_pylist())
            except ValueError:
                keep = False
            if not keep:
                self.remove(key)

    def keep(self, keys: AbstractSet[str]) -> None:
        """Take away all other parts. Raises UsageError."""
        for key in self.keys() - keys:
            self.remove(key)

    def remove(self, key: str) -> None:
        """Take a part away. Raises UsageError."""
        with addresses.writing(self._address):
            self._system.rm_file(self._path(key))

    def _data(self, key: str) -> bytes:
        with addresses.reading(self._address):
            data = self._system.cat_file(self._path(key)) if self._system.exists(self._path(key)) else None
        if data is None:
            raise UsageError(
                f"{self._address}: a part isn't there; --out must be a folder that all machines share, or an address"
            )
        return bytes(data)

    def _write(self, path: str, data: bytes) -> None:
        if self._is_local:
            make_folder(Path(self._root))
            with whole(Path(path)) as stream:
                stream.write(data)
            return
        with addresses.writing(self._address):
            self._system.pipe_file(path, data)

    def _path(self, key: str) -> str:
        return f"{self._root}/{key}{_SUFFIX}"


def forget_in(report: str, contents: AbstractSet[str]) -> None:
    """Take away the parts of a report that have some contents, or are damaged; the next run makes them anew."""
    if not addresses.is_address(report) and not Path(report, FOLDER).is_dir():
        return
    parts = Parts(report)
    keys = parts.keys()
    if keys and find_spec("pyarrow") is None:
        raise UsageError(f"{report}: has parts, which are read by pyarrow; pip install 'skillgap[dask]'")
    parts.drop(keys, "sha256", contents)


def packed(rows: Iterable[Row], *, named: bool) -> bytes:
    """Return some rows as Parquet: the same rows in the same order give the same bytes."""
    import pyarrow
    from pyarrow import parquet

    table = pyarrow.Table.from_pylist([_record(*row, named=named) for row in rows], schema=_schema())
    out = io.BytesIO()
    parquet.write_table(table, out, compression="zstd")
    return out.getvalue()


def unpacked(data: bytes) -> Iterator[Row]:
    """Yield the rows of a Parquet file. Raises ValueError where it is none, or another's."""
    table = _table(data)
    if table.schema != _schema():
        raise ValueError("another schema")
    for batch in table.to_batches(max_chunksize=64):  # values of Python take ten times the room of Arrow's
        yield from map(_row, batch.to_pylist())


def _table(data: bytes, columns: list[str] | None = None) -> Any:  # noqa: ANN401  pyarrow has no types
    from pyarrow import parquet

    try:
        return parquet.read_table(io.BytesIO(data), columns=columns)
    except OSError as error:  # what pyarrow raises of pages that can't be unpacked
        raise ValueError("damaged") from error


def _named(requirement: dict[str, Any]) -> dict[str, Any]:
    return {name: requirement[name] for name in ("label", "kind", "level", "weight")}


def _record(file: str, outcome: Result | Failure, *, named: bool) -> dict[str, Any]:
    if isinstance(outcome, Failure):
        return {"file": file, **asdict(outcome)}
    who = outcome.identity
    keys = {"name_key": who.name_key, "mail_key": who.mail_key}
    names = {"name": who.name, "mail": who.mail} if named else {}
    values = {name: getattr(outcome, name) for name in ("sha256", "format", "pages", "newest", "records", "page")}
    skills = [skill._asdict() for skill in outcome.skills]
    return {"file": file, **values, **names, **keys, "skills": skills, "reports": list(map(_report_record, outcome.reports))}


def _report_record(report: ReportRow) -> dict[str, Any]:
    findings, steps = ([row._asdict() for row in rows] for rows in (report.findings, report.steps))
    return asdict(report) | {"findings": findings, "steps": steps}


def _row(record: dict[str, Any]) -> Row:
    file = record["file"]
    if record["code"] is not None:
        return file, Failure(record["sha256"], record["code"], record["message"])
    values = {name: record[name] for name in ("sha256", "format", "pages", "newest", "records", "page")}
    owner = Owner(*(record[name] for name in ("name", "mail", "name_key", "mail_key")))
    skills = tuple(SkillRow(**skill) for skill in record["skills"])
    return file, Result(**values, identity=owner, skills=skills, reports=tuple(map(_report, record["reports"])))


def _report(record: dict[str, Any]) -> ReportRow:
    findings = tuple(FindingRow(**finding) for finding in record["findings"])
    steps = tuple(StepRow(**step) for step in record["steps"])
    return ReportRow(**(record | {"findings": findings, "steps": steps}))


def _schema() -> Any:  # noqa: ANN401  pyarrow has no types
    import pyarrow as pa

    text, number, share, data = pa.string(), pa.int32(), pa.float64(), pa.binary()
    skill = {"skill": text, "name": text, "status": text, "months": number, "last_used": text}
    finding = {"number": number, "status": text, "credit": share}
    step = {"number": number, "skill": text, "name": text, "gain": share}
    report = {"target": number, "fit": share, "overall": share, "required": share, "preferred": share}
    lists = {"findings": pa.list_(pa.struct(finding)), "steps": pa.list_(pa.struct(step))}
    failed = {"code": text, "message": text}
    found = {"format": text, "pages": number, "newest": text}
    who = {"name": text, "mail": text, "name_key": text, "mail_key": text}
    skills, reports = pa.list_(pa.struct(skill)), pa.list_(pa.struct({**report, **lists}))
    all_ = {"file": text, "sha256": text, **failed, **found, **who, "skills": skills, "reports": reports}
    return pa.schema({**all_, "records": data, "page": data})
