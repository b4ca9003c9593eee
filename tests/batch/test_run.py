"""A run over files: nothing is done twice, nothing is lost, what changed is redone."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

import small
from skillgap.batch import find, run
from skillgap.batch.outcome import Failure, Setup
from skillgap.batch.people import People
from skillgap.batch.store import Store


def files(folder: Path) -> list[str]:
    return list(find.files([str(folder)], folder / "report"))


def names(store: Store) -> list[str]:
    return [person.name for person in People(store)]


def test_every_file_has_a_result_or_an_error(resumes: Path, opening, work, setup: Setup) -> None:
    (resumes / "empty.pdf").write_bytes(b"")
    (resumes / "odd.pdf").write_bytes(b"<html></html>")
    with opening() as store:
        unsettled, seen = work(store, files(resumes), setup, workers=2)
        assert (unsettled, names(store)) == (0, ["Ada Bartok", "Bela Corin", "Ciro Dalmas"])
        assert store.rows("SELECT code FROM result WHERE code IS NOT NULL ORDER BY code") == [("damaged",), ("empty",)]
    assert (seen[-1].done, seen[-1].total, seen[-1].failed) == (5, 5, 2)


def test_what_is_unchanged_is_not_done_again(resumes: Path, opening, work, setup: Setup) -> None:
    with opening() as store:
        work(store, files(resumes), setup)
        (resumes / "ada.txt").write_text((resumes / "ada.txt").read_text() + "And Docker\n")
        (resumes / "below" / "bela.txt").rename(resumes / "bela_moved.txt")
        _, seen = work(store, files(resumes), setup)
        assert (seen[-1].done, seen[-1].known) == (3, 2)
        assert [p.latest.files for p in People(store)][1] == (str(resumes / "bela_moved.txt"),)
        assert len(store.rows("SELECT * FROM result")) == 3


def test_an_error_that_another_run_may_be_free_of_is_retried_where_it_is_asked_for(
    resumes: Path, opening, work, setup: Setup
) -> None:
    (resumes / "empty.pdf").write_bytes(b"")
    with opening() as store:
        work(store, files(resumes), setup)
        (settings,) = {row[0] for row in store.rows("SELECT settings FROM result")}
        sha256 = run.entry.digest_of(str(resumes / "ada.txt")) or ""
        store.put(Failure(sha256, "timeout", "takes more than 20 seconds"), settings, named=True)
        _, seen = work(store, files(resumes), setup)
        assert (seen[-1].known, names(store)) == (4, ["Bela Corin", "Ciro Dalmas"])
        _, seen = work(store, files(resumes), setup, retry=True)
        assert (seen[-1].known, names(store)) == (3, ["Ada Bartok", "Bela Corin", "Ciro Dalmas"])


@pytest.mark.parametrize("change", [{"anonymize": True}, {"targets": ()}, {"pictures": True}])
def test_other_settings_do_all_again(resumes: Path, opening, work, setup: Setup, change: dict) -> None:
    with opening() as store:
        work(store, files(resumes), setup)
        _, seen = work(store, files(resumes), replace(setup, **change))
        assert seen[-1].known == 0


def test_a_file_that_is_gone_from_the_folder_is_forgotten(resumes: Path, opening, work, setup: Setup) -> None:
    with opening() as store:
        work(store, files(resumes), setup)
        (resumes / "ada.txt").unlink()
        work(store, files(resumes), setup)
        assert names(store) == ["Bela Corin", "Ciro Dalmas"]


def test_one_content_under_two_names_is_one_person(resumes: Path, opening, work, setup: Setup) -> None:
    copy = resumes / "below" / "ada_again.txt"
    copy.write_bytes((resumes / "ada.txt").read_bytes())
    with opening() as store:
        _, seen = work(store, files(resumes), setup)
        assert next(iter(People(store))).latest.files == (str(resumes / "ada.txt"), str(copy))
    assert seen[-1].done == 4


def test_a_file_that_vanishes_is_an_error_of_its_own(resumes: Path, opening, work, setup: Setup) -> None:
    with opening() as store:
        unsettled, _ = work(store, [*files(resumes), str(resumes / "gone.pdf")], setup)
        assert unsettled == 1
        assert store.rows("SELECT code FROM file WHERE code IS NOT NULL") == [("not_found",)]
        assert len(names(store)) == 3


def test_a_file_that_changes_between_hash_and_reading_is_read_as_it_is_now(
    resumes: Path, opening, work, setup: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, wrong = run.entry.digest_of, ["0" * 64]
    monkeypatch.setattr(run.entry, "digest_of", lambda file: wrong.pop() if wrong and "ada" in file else real(file))
    with opening() as store:
        unsettled, _ = work(store, files(resumes), setup)
        assert (unsettled, len(names(store))) == (0, 3)


def test_a_file_that_never_rests_is_counted(resumes: Path, opening, work, setup: Setup, monkeypatch: pytest.MonkeyPatch) -> None:
    real = run.entry.digest_of
    count = iter(range(100))
    monkeypatch.setattr(run.entry, "digest_of", lambda file: f"{next(count):064}" if "ada" in file else real(file))
    with opening() as store:
        unsettled, _ = work(store, files(resumes), setup)
        assert unsettled == 1


def test_an_anonymous_store_has_no_trace_of_anybody(resumes: Path, opening, work, setup: Setup, tmp_path: Path) -> None:
    with opening() as store:
        work(store, files(resumes), replace(setup, anonymize=True))
        ids = [p.id for p in People(store)]
        assert names(store) == ids
    data = (tmp_path / "cohort.db").read_bytes()
    assert [word for word in (b"Bartok", b"bela", b"example.org", b"ada.txt") if word in data] == []


def test_an_id_is_the_same_with_and_without_a_name(resumes: Path, opening, work, setup: Setup) -> None:
    with opening() as store:
        work(store, files(resumes), setup)
        named = {p.id for p in People(store)}
        work(store, files(resumes), replace(setup, anonymize=True))
        assert {p.id for p in People(store)} == named


def test_the_settings_are_those_that_a_result_depends_on(setup: Setup, known) -> None:
    about = run.describe(setup, known)
    assert about["taxonomy_digest"] == known.digest
    assert about == run.describe(setup, known)
    assert small.TAXONOMY.name not in str(about)


def test_files_whose_names_are_no_text_are_told_apart(resumes: Path, opening, work, setup: Setup) -> None:
    for end in (b"\xfe", b"\xff"):
        name = resumes / os.fsdecode(b"cv" + end + b".txt")
        try:
            name.write_bytes((resumes / "ada.txt").read_bytes() + end)
        except OSError:
            pytest.skip("the file system takes text alone")
    with opening() as store:
        unsettled, _ = work(store, files(resumes), setup)
        found = [str(path) for (path,) in store.rows("SELECT path FROM file WHERE path LIKE '%udc%' ORDER BY path")]
    assert (unsettled, [Path(path).name for path in found]) == (0, ["cv\\udcfe.txt", "cv\\udcff.txt"])
