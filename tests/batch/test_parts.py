"""What a part keeps, where it lies, and how a store is filled from parts."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from skillgap.batch import find, gather, worker
from skillgap.batch.chunks import Chunk
from skillgap.batch.outcome import Failure, Result, Setup
from skillgap.batch.parts import Parts, Row, forget_in, packed, unpacked
from skillgap.batch.people import People
from skillgap.errors import UsageError

fsspec = pytest.importorskip("fsspec")
pyarrow = pytest.importorskip("pyarrow")

GONE = Failure(None, "not_found", "no such file; check the path")


@pytest.fixture
def rows(resumes: Path, setup: Setup) -> Iterator[list[Row]]:
    """Return what becomes of four files, one of which can't be read, and of one that isn't there."""
    worker._setups[:] = [setup]
    (resumes / "none.pdf").write_bytes(b"")
    found = [(file, worker.examine(file, patient=True)) for file in find.files([str(resumes)], resumes / "report")]
    yield [*found, ("gone.pdf", GONE)]
    worker._setups.clear()


@pytest.fixture
def memory() -> Iterator[str]:
    yield "memory://report"
    fsspec.filesystem("memory").rm("/", recursive=True)


def keys_of(outcome: Result | Failure) -> tuple[object, ...]:
    assert isinstance(outcome, Result)
    who = outcome.identity
    return who.name, who.mail, who.name_key, who.mail_key


def test_a_part_gives_back_what_was_put_into_it(rows: list[Row]) -> None:
    found = list(unpacked(packed(rows, named=True)))
    assert [file for file, _ in found] == [file for file, _ in rows]
    for (_, before), (_, after) in zip(rows, found, strict=True):
        if isinstance(before, Result):
            assert keys_of(after) == keys_of(before)
            assert replace(after, identity=before.identity) == before
        else:
            assert after == before


def test_an_anonymous_part_has_keys_and_no_names(rows: list[Row]) -> None:
    data = packed(rows, named=False)
    first = next(outcome for _, outcome in unpacked(data))
    assert keys_of(first)[:2] == (None, None)
    assert keys_of(first)[2:] == keys_of(rows[0][1])[2:]
    records = pyarrow.parquet.read_table(pyarrow.BufferReader(data), columns=["name", "mail"]).to_pylist()
    assert {value for record in records for value in record.values()} == {None}


def test_the_same_rows_give_the_same_bytes(rows: list[Row]) -> None:
    assert packed(rows, named=True) == packed(list(rows), named=True)


@pytest.mark.parametrize("data", [b"", b"PAR1 and nothing", "another"])
def test_what_is_no_part_is_told(data: bytes | str) -> None:
    if isinstance(data, str):
        sink = pyarrow.BufferOutputStream()
        pyarrow.parquet.write_table(pyarrow.table({"a": [1]}), sink)
        data = sink.getvalue().to_pybytes()
    with pytest.raises(ValueError, match=r"Parquet|schema"):
        list(unpacked(data))


def test_a_part_with_a_wrong_byte_is_damaged_too(rows: list[Row]) -> None:
    data = bytearray(packed(rows, named=True))
    data[200:1200] = bytes(1000)
    with pytest.raises(ValueError, match=r"."):
        list(unpacked(bytes(data)))


@pytest.mark.parametrize("where", ["folder", "file", "memory"])
def test_parts_lie_in_a_folder_or_behind_an_address(rows: list[Row], where: str, tmp_path: Path, memory: str) -> None:
    place = {"folder": str(tmp_path / "é"), "file": f"file://{tmp_path}/é", "memory": memory}[where]
    parts = Parts(place)
    assert parts.keys() == set()
    parts.write("a" * 32, rows, named=True)
    parts.write("b" * 32, rows[:1], named=True)
    assert parts.keys() == {"a" * 32, "b" * 32}
    assert [file for file, _ in parts.read("a" * 32)] == [file for file, _ in rows]
    parts.remove("b" * 32)
    assert parts.keys() == {"a" * 32}
    if where != "memory":
        (part,) = (tmp_path / "é" / "parts").iterdir()
        assert stat.S_IMODE(part.stat().st_mode) == 0o600


def test_who_is_forgotten_is_in_no_part_any_more(rows: list[Row], tmp_path: Path) -> None:
    parts = Parts(str(tmp_path))
    parts.write("a", rows[:2], named=True)
    parts.write("b", rows[1:], named=True)
    parts.write("c", [], named=True)
    (tmp_path / "parts" / "c.parquet").write_bytes(b"PAR1")
    forget_in(str(tmp_path), {str(rows[0][1].sha256)})
    assert parts.keys() == {"b"}


def test_parts_without_what_reads_them_are_said(rows: list[Row], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Parts(str(tmp_path)).write("a", rows, named=True)
    monkeypatch.setattr("skillgap.batch.parts.find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"has parts, which are read by pyarrow; pip install 'skillgap\[dask\]'"):
        forget_in(str(tmp_path), set())


def test_a_report_without_parts_needs_nothing_to_forget_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skillgap.batch.parts.Parts", None)
    forget_in(str(tmp_path), {"a"})


def test_a_part_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="a part isn't there; --out must be a folder that all machines share, or an address"):
        list(Parts(str(tmp_path)).read("a" * 32))


def test_a_store_is_filled_and_damaged_parts_are_taken_away(rows: list[Row], opening, tmp_path: Path) -> None:
    parts, shown = Parts(str(tmp_path)), []
    parts.write("a", rows[:2], named=True)
    parts.write("b", rows[1:], named=True)
    parts.write("c", [], named=True)
    (tmp_path / "parts" / "c.parquet").write_bytes(b"PAR1")
    wanted = [Chunk("a", ("1", "2")), Chunk("b", ("2", "3", "4", "5")), Chunk("c", ("6",))]
    with opening() as store:
        store.begin({"settings": "s"}, ())
        damaged = gather.gather(store, parts, wanted, settings="s", show=shown.append)
        assert [person.name for person in People(store)] == ["Ada Bartok", "Bela Corin", "Ciro Dalmas"]
        assert store.rows("SELECT code FROM file WHERE code IS NOT NULL") == [("not_found",)]
        assert store.rows("SELECT code FROM result WHERE code IS NOT NULL") == [("empty",)]
    assert (damaged, parts.keys()) == ([wanted[2]], {"a", "b"})
    assert [(p.done, p.total, p.failed) for p in shown] == [(2, 7, 0), (6, 7, 2), (6, 7, 2)]
