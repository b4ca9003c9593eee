"""Which files a run looks at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from skillgap.batch import find
from skillgap.errors import UsageError

posix = pytest.mark.skipif(os.name != "posix", reason="links and permissions")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "cvs"
    for name in ("b.pdf", "a.txt", ".hidden.pdf", "~$open.docx", "deep/er/c.docx", ".git/d.pdf", "report/people.csv"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text("x", encoding="utf-8")
    return top


def names(found: tuple[str, ...], folder: Path) -> list[str]:
    return [Path(path).relative_to(folder).as_posix() for path in found]


def test_everything_that_is_not_hidden_is_found_below_a_folder_in_order_but_nothing_of_the_report(folder: Path) -> None:
    assert names(find.files([str(folder)], folder / "report"), folder) == ["a.txt", "b.pdf", "deep/er/c.docx"]


def test_a_file_that_is_named_twice_is_found_once_even_when_it_is_hidden(folder: Path) -> None:
    hidden = str(folder / ".hidden.pdf")
    assert find.files([hidden, hidden], folder / "report") == (hidden,)


@posix
def test_links_are_followed_once_and_loops_end(folder: Path) -> None:
    (folder / "deep" / "loop").symlink_to(folder, target_is_directory=True)
    elsewhere = folder.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "d.pdf").write_text("x", encoding="utf-8")
    (folder / "link").symlink_to(elsewhere, target_is_directory=True)
    (folder / "nowhere.pdf").symlink_to(folder / "gone.pdf")
    assert names(find.files([str(folder)], folder / "report"), folder) == ["a.txt", "b.pdf", "deep/er/c.docx", "link/d.pdf"]


def test_a_path_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(UsageError, match="gone: no such file or folder; check the path"):
        find.files([str(folder / "gone")], folder / "report")


def test_a_folder_that_cannot_be_listed_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(UsageError, match=r"can't be listed \(Permission denied\)"):
        find.files([str(folder)], folder / "report")


def test_a_mark_changes_with_its_file_and_nothing_else(folder: Path) -> None:
    before = find.marks([str(folder)], folder / "report")
    assert tuple(before) == find.files([str(folder)], folder / "report")
    assert find.marks([str(folder)], folder / "report") == before
    (folder / "a.txt").write_text("longer", encoding="utf-8")
    os.utime(folder / "b.pdf", ns=(1, 1))
    after = find.marks([str(folder)], folder / "report")
    assert {Path(file).name for file in after if after[file] != before[file]} == {"a.txt", "b.pdf"}
    assert find._mark(str(folder / "gone.pdf")) == ""


def test_a_mark_behind_an_address_is_what_its_file_system_says(folder: Path) -> None:
    pytest.importorskip("fsspec")
    before = find.marks([f"file://{folder}"], folder / "report")
    os.utime(folder / "b.pdf", ns=(1, 1))
    after = find.marks([f"file://{folder}"], folder / "report")
    assert [Path(file).name for file in after if after[file] != before[file]] == ["b.pdf"]
    assert all(mark.startswith("size=1 mtime=") for mark in after.values())
