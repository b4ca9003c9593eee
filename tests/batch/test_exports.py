"""What is written of a store: inert, whole, the same each time, without who was forgotten."""

from __future__ import annotations

import csv
import html
import json
import os
import re
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from skillgap.batch import find, forget
from skillgap.batch.compare import compare
from skillgap.batch.exports import EXPORTS, files, summary, text, write_all
from skillgap.batch.exports.csv import inert
from skillgap.batch.exports.tables import TABLES, View
from skillgap.batch.outcome import Setup
from skillgap.batch.store import Store, opened
from skillgap.errors import UsageError

EVIL = "=HYPERLINK(1)<script>alert(1).txt"
BETTER = "Experience\nEngineer, Feb 2022 - Present\nPython, SQL, Docker and PyTorch\n"


@pytest.fixture
def filled(resumes: Path, opening, work, setup: Setup, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Return the store of three people, one with two versions, a duplicate and an error; the files have no folder."""
    monkeypatch.chdir(resumes)
    (resumes / "ada2.txt").write_text((resumes / "ada.txt").read_text() + BETTER)
    (resumes / "below" / "copy.txt").write_bytes((resumes / "ada.txt").read_bytes())
    (resumes / "below" / "bela.txt").rename(EVIL)
    (resumes / "@none.pdf").write_bytes(b"")
    with opening() as store:
        found = find.files(["below", "ada.txt", "ada2.txt", EVIL, "@none.pdf"], resumes / "report")
        work(store, list(found), setup)
        yield store


@pytest.fixture
def out(filled: Store, tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    write_all(filled, folder)
    return folder


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_each_table_is_a_file_with_its_columns(out: Path, filled: Store) -> None:
    for name, table in TABLES.items():
        header = (out / f"{name}.csv").read_text(encoding="utf-8").splitlines()[0]
        assert header.split(",") == [column for column, _ in table.columns(View(filled))]


def test_people_are_listed_once_by_name_with_their_newest_file(out: Path) -> None:
    rows = read(out / "people.csv")
    assert [(r["name"], r["versions"]) for r in rows] == [("Ada Bartok", "2"), ("Bela Corin", "1"), ("Ciro Dalmas", "1")]
    assert [r["file"] for r in rows] == ["ada2.txt", f"'{EVIL}", "below/ciro.md"]


def test_what_changed_between_versions_is_listed(out: Path) -> None:
    (row,) = read(out / "versions.csv")
    assert (row["before"], row["after"], row["skills_lost"]) == ("ada.txt", "ada2.txt", "")
    assert "PyTorch" in row["skills_gained"]
    assert float(row["overall_after"]) > float(row["overall_before"])


def test_duplicates_and_errors_are_listed(out: Path) -> None:
    assert [(r["file"], r["same_as"]) for r in read(out / "duplicates.csv")] == [("below/copy.txt", "ada.txt")]
    assert read(out / "errors.csv") == [
        {"file": "'@none.pdf", "code": "empty", "what_is_wrong": "the file is empty", "what_to_do": "save the résumé again"}
    ]


def test_counts_of_gaps_are_of_people_not_of_versions(out: Path) -> None:
    assert {int(r["met"]) + int(r["partial"]) + int(r["missing"]) for r in read(out / "gaps.csv")} == {3}


@pytest.mark.parametrize("text_", ["=1", "+1", "-1", "@A1", "\tx", "\rx", "\nx"])
def test_a_cell_that_a_spreadsheet_would_run_is_inert(text_: str) -> None:
    assert str(inert(text_)).startswith("'")


def test_a_cell_that_is_a_number_or_plain_is_left_alone() -> None:
    assert (inert(-0.5), inert(3), inert(None), inert("a=b"), inert("a\x1bb")) == (-0.5, 3, None, "a=b", "a\ufffdb")


def test_the_workbook_has_filters_panes_and_colours_and_no_formula(out: Path) -> None:
    with zipfile.ZipFile(out / "cohort.xlsx") as book:
        sheets = {n: book.read(n).decode() for n in book.namelist() if n.startswith("xl/worksheets/sheet")}
        names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
        dates = {info.date_time for info in book.infolist()}
    assert names[:3] == ["Overview", "People", "1 Model Engineer"]
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets.values())
    heat = sheets["xl/worksheets/sheet3.xml"]
    assert all(part in heat for part in ("<autoFilter", 'state="frozen"', "<colorScale>"))
    assert EVIL not in sheets["xl/worksheets/sheet2.xml"]
    assert html.escape(f"'{EVIL}", quote=False) in sheets["xl/worksheets/sheet2.xml"]
    assert len(dates) == 1


def test_the_same_store_gives_the_same_bytes(out: Path, filled: Store, tmp_path: Path) -> None:
    again = tmp_path / "again"
    again.mkdir()
    write_all(filled, again)
    assert contents(again) == contents(out)


@pytest.mark.skipif(os.name != "posix", reason="permissions")
def test_only_their_owner_may_read_the_files(out: Path) -> None:
    assert {stat.S_IMODE(p.stat().st_mode) for p in out.rglob("*") if p.is_file()} == {0o600}


def test_the_page_needs_nothing_else_and_runs_nothing_of_a_name(out: Path) -> None:
    page = (out / "index.html").read_text(encoding="utf-8")
    assert not re.search(r'(?:src|href)="(?!#|people/)', page)
    assert not re.search(r"https?://", page)
    assert page.count("</script>") == 2
    data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1])
    assert data["people"][1]["file"] == EVIL


def test_a_persons_page_names_the_file_and_old_pages_go(out: Path, filled: Store) -> None:
    stale = out / "people" / "P-gone.html"
    stale.write_text("somebody", encoding="utf-8")
    write_all(filled, out)
    ids = {r["person"]: r["file"] for r in read(out / "people.csv")}
    assert {p.stem for p in (out / "people").iterdir()} == set(ids)
    for id_, file in ids.items():
        page = (out / "people" / f"{id_}.html").read_text(encoding="utf-8")
        assert html.escape(file.removeprefix("'")) in page
        assert "file-" not in page


def test_who_is_forgotten_is_in_no_file(out: Path, filled: Store) -> None:
    view = View(filled)
    forget.forget(view, forget.find(view, "ada BARTOK"))
    write_all(filled, out)
    assert [name for name, data in contents(out).items() if b"bartok" in data.lower() or b"ada2" in data] == []
    assert b"Bartok" not in filled.path.read_bytes()
    assert len(View(filled).people) == 2


@pytest.mark.parametrize("who", ["Ada Bartok", "ada.bartok@example.org", "ada.txt"])
def test_somebody_is_found_by_name_address_or_file_of_any_version(filled: Store, who: str) -> None:
    person = forget.find(View(filled), who)
    assert (person.name, forget.find(View(filled), person.id)) == ("Ada Bartok", person)


def test_nobody_is_found_by_another_name(filled: Store) -> None:
    with pytest.raises(UsageError, match="Zoe: nobody in the cohort"):
        forget.find(View(filled), "Zoe")


def test_one_name_of_several_people_asks_for_an_id(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    view = View(filled)
    one = next(iter(view.people))
    monkeypatch.setattr(view, "people", (one, one))
    with pytest.raises(UsageError, match="2 people have this name; give one of their ids: P-"):
        forget.find(view, "Ada Bartok")


def test_a_cohort_at_a_glance(filled: Store) -> None:
    shown = text.show(View(filled)).splitlines()
    assert shown[0] == "3 people in 6 files: 1 with several versions, 1 duplicate, 1 file can't be read"
    assert shown[2].startswith("Model Engineer (model-engineer): coverage ")
    assert "  Workshops that would help most" in shown


def test_the_same_as_json(filled: Store) -> None:
    record = json.loads(summary.render(View(filled)))
    assert (record["people"], record["files"], record["errors"], record["anonymized"]) == (3, 6, 1, False)
    (target,) = record["targets"]
    assert sum(target["bins"]) == 3
    assert target["nearest"][0]["name"] == "Ada Bartok"


def test_two_cohorts_are_compared_by_person(filled: Store, resumes: Path, work, setup: Setup, tmp_path: Path) -> None:
    with opened(tmp_path / "old.db", new=True) as before:
        work(before, ["ada.txt", "below/ciro.md"], setup)
        shown = text.show_changes(compare(View(before), View(filled))).splitlines()
        back = text.show_changes(compare(View(filled), View(before))).splitlines()
    assert shown[0] == "1 person improved, 1 is unchanged, 1 is new, 0 are gone"
    assert re.match(r"\d+% → \d+%  Ada Bartok, Model Engineer; closed: ", shown[1])
    assert shown[2] == "new   Bela Corin"
    assert ("; open again: " in back[1], back[2]) == (True, "gone  Bela Corin")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match=r"file/report: can't be written \(Not a directory\)"):
        files.make_folder(tmp_path / "file" / "report")


def test_what_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(UsageError, match="No space left"), files.whole(path):
        raise OSError(28, "No space left on device")
    assert ([p.name for p in tmp_path.iterdir()], path.read_text()) == (["a.csv"], "old")


def test_every_export_is_in_the_table() -> None:
    assert set(EXPORTS) >= {"csv", "jsonl", "xlsx", "html", "people"}
