"""The tables as Parquet: what CSV has, with values as they are."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from skillgap.batch import find, forget
from skillgap.batch.exports import parquet, write_all
from skillgap.batch.exports.tables import TABLES, View
from skillgap.batch.outcome import Setup
from skillgap.batch.store import Store
from skillgap.errors import UsageError

pq = pytest.importorskip("pyarrow.parquet")

ACTIVE = "=1+1 é.txt"


@pytest.fixture
def filled(resumes: Path, opening, work, setup: Setup, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Return the store of three people, one file of a name that a spreadsheet would run, and an error."""
    monkeypatch.chdir(resumes)
    (resumes / "ada.txt").rename(ACTIVE)
    (resumes / "none.pdf").write_bytes(b"")
    with opening() as store:
        work(store, list(find.files(["below", ACTIVE, "none.pdf"], resumes / "report")), setup)
        yield store


@pytest.fixture
def out(filled: Store, tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    write_all(filled, folder, parquet_too=True)
    return folder


def read(path: Path) -> list[dict[str, object]]:
    return pq.read_table(path).to_pylist()


def as_in_csv(cell: object) -> str:
    text = "" if cell is None else str(round(cell, 4)) if isinstance(cell, float) else str(cell)
    return f"'{text}" if text.startswith("=") else text


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_that_of_the_csv(out: Path, name: str) -> None:
    with (out / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        header, *rows = csv.reader(stream)
    table = pq.read_table(out / f"{name}.parquet")
    assert table.column_names == header
    assert [[as_in_csv(cell) for cell in row.values()] for row in table.to_pylist()] == rows
    assert bool(rows) == (name not in {"versions", "duplicates"})


def test_values_stay_as_they_are(out: Path, filled: Store) -> None:
    first = read(out / "people.parquet")[0]
    ((overall,),) = filled.rows("SELECT overall FROM report WHERE sha256 = ?", next(iter(View(filled).people)).latest.sha256)
    assert (first["file"], first["model-engineer_overall"]) == (ACTIVE, overall)
    kinds = dict(zip(TABLES["skills"].columns(View(filled)), pq.read_schema(out / "skills.parquet").types, strict=True))
    assert {kind: str(type_) for (_, kind), type_ in kinds.items()} == {"text": "string", "number": "int64"}


def test_the_same_store_gives_the_same_bytes_in_groups_too(
    out: Path, filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = tmp_path / "again"
    again.mkdir()
    parquet.write(View(filled), again)
    assert {p.name: p.read_bytes() for p in again.iterdir()} == {p.name: p.read_bytes() for p in out.glob("*.parquet")}
    monkeypatch.setattr(parquet, "ROWS", 2)
    parquet.write(View(filled), again)
    rows = read(out / "findings.parquet")
    assert pq.ParquetFile(again / "findings.parquet").num_row_groups == (len(rows) + 1) // 2 > 1
    assert read(again / "findings.parquet") == rows


def test_a_name_that_is_no_text_has_question_marks() -> None:
    assert parquet._true("cv\udcff.pdf") == "cv?.pdf"


def test_who_is_forgotten_is_in_no_parquet_either(out: Path, filled: Store) -> None:
    view = View(filled)
    forget.forget(view, forget.find(view, "Ada Bartok"))
    write_all(filled, out)
    assert [row["name"] for row in read(out / "people.parquet")] == ["Bela Corin", "Ciro Dalmas"]
    assert "Ada Bartok" not in {row["name"] for row in read(out / "findings.parquet")}


@pytest.fixture
def without_pyarrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "find_spec", lambda _: None)


def test_tables_that_cannot_be_written_again_are_taken_away(out: Path, filled: Store, without_pyarrow: None) -> None:
    write_all(filled, out)
    assert list(out.glob("*.parquet")) == []
    assert (out / "people.csv").exists()


def test_without_the_extra_it_is_said_what_to_install(filled: Store, tmp_path: Path, without_pyarrow: None) -> None:
    with pytest.raises(UsageError, match=r"--parquet: needs pyarrow; pip install 'skillgap\[parquet\]'"):
        write_all(filled, tmp_path, parquet_too=True)
