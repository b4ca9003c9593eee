"""Files behind addresses, in the memory of this process, on its disk and in archives."""

from __future__ import annotations

import builtins
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from skillgap.batch import addresses, entry, find, place, worker
from skillgap.batch.outcome import Result, Setup
from skillgap.batch.run import label
from skillgap.errors import UnreadableFile, UsageError

fsspec = pytest.importorskip("fsspec")

RESUME = b"Zo\xc3\xab Example\n\nExperience\nEngineer, Jan 2021 - Present\nBuilt pipelines with Python\n"


@pytest.fixture
def memory() -> Iterator[dict[str, bytes]]:
    """Return the files of the memory file system; they are put there and taken away."""
    system = fsspec.filesystem("memory")
    files = {"/cvs/zoë 1.txt": RESUME, "/cvs/deep/b.txt": b"x", "/cvs/deep/.git/c.txt": b"x", "/cvs/~$open.docx": b"x"}
    system.pipe(files)
    yield files
    system.rm("/", recursive=True)


def names(address: str) -> list[str]:
    return sorted(fsspec.filesystem("memory").find(address))


@pytest.mark.parametrize(
    ("path", "expected"),
    [("s3://a/b", "address"), ("zip://::a.zip", "address"), ("C:\\a://b", "path"), ("a/b", "path"), ("//a", "path")],
)
def test_an_address_is_told_from_a_path(path: str, expected: str) -> None:
    assert ("address" if addresses.is_address(path) else "path") == expected


@pytest.mark.parametrize("end", ["", "/"])
def test_all_that_is_not_hidden_is_found_by_its_address(memory: dict[str, bytes], end: str) -> None:
    assert find.files([f"memory://cvs{end}"], "report") == ("memory://cvs/deep/b.txt", "memory://cvs/zoë 1.txt")


def test_a_file_is_found_by_its_own_address(memory: dict[str, bytes]) -> None:
    assert find.files(["memory://cvs/zoë 1.txt"], "report") == ("memory://cvs/zoë 1.txt",)


def test_nothing_of_the_report_is_found(memory: dict[str, bytes], tmp_path: Path) -> None:
    assert find.files(["memory://cvs"], "memory://cvs/deep") == ("memory://cvs/zoë 1.txt",)
    for name in ("cvs/a.txt", "cvs/report/people.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert find.files([f"file://{tmp_path}/cvs"], tmp_path / "cvs" / "report") == (f"file://{tmp_path}/cvs/a.txt",)


def test_a_chain_of_addresses_names_each_file(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "cvs.zip", "w") as archive:
        archive.writestr("a/zoë.txt", RESUME)
    (file,) = find.files([f"zip://::file://{tmp_path}/cvs.zip"], "report")
    assert file == f"zip://a/zoë.txt::file://{tmp_path}/cvs.zip"
    assert addresses.load(file).data == RESUME


def test_a_content_is_loaded_as_from_a_path(memory: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "zoë 1.txt").write_bytes(RESUME)
    there, here = addresses.load("memory://cvs/zoë 1.txt"), addresses.load(str(tmp_path / "zoë 1.txt"))
    assert (there.file, there.format, there.sha256) == ("memory://cvs/zoë 1.txt", here.format, here.sha256)
    assert entry.digest_of("memory://cvs/zoë 1.txt") == entry.digest_of(str(tmp_path / "zoë 1.txt")) == here.sha256


def test_the_limits_are_those_of_paths(memory: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "MAX_BYTES", 10)
    assert len(addresses._read("memory://cvs/zoë 1.txt")) == 11
    monkeypatch.setattr("skillgap.documents.content.MAX_BYTES", 10)
    with pytest.raises(UnreadableFile) as caught:
        addresses.load("memory://cvs/zoë 1.txt")
    assert caught.value.code == "too_large"


def test_a_worker_reads_it(memory: dict[str, bytes], setup: Setup) -> None:
    worker._setups[:] = [setup]
    found = worker.examine("memory://cvs/zoë 1.txt", patient=True)
    assert isinstance(found, Result)
    assert {s.skill for s in found.skills} == {"python"}


@pytest.mark.parametrize(
    ("file", "code"), [("memory://cvs/gone.txt", "not_found"), ("memory://cvs/deep", "not_found"), ("nope://a", "not_a_file")]
)
def test_what_cannot_be_read_has_a_code(memory: dict[str, bytes], file: str, code: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        addresses.load(file)
    assert (caught.value.code, "address" in caught.value.message) == (code, True)
    assert entry.digest_of(file) is None


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("memory://gone", "memory://gone: no such file or folder; check the address"),
        ("nope://a", r"nope://a: can't be reached \(ValueError\); check the address"),
        ("s3://me:secret@host/a", "a password in an address would be in every report; give it by the settings"),
    ],
)
def test_an_address_that_leads_nowhere_is_said(memory: dict[str, bytes], address: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        find.files([address], "report")


def test_a_place_that_cannot_be_listed_is_said(memory: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(fsspec.filesystem("memory")), "find", refuse)
    with pytest.raises(UsageError, match=r"memory://cvs: can't be listed \(Permission denied\)"):
        find.files(["memory://cvs"], "report")


def missing(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    real = builtins.__import__

    def importing(name: str, *rest: object, **more: object) -> object:
        if name.partition(".")[0] == package:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", importing)


def test_without_fsspec_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    missing(monkeypatch, "fsspec")
    with pytest.raises(UsageError, match=r"memory://a: addresses need fsspec; pip install fsspec"):
        find.files(["memory://a"], "report")


def test_an_address_whose_package_is_missing_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    from fsspec.registry import known_implementations

    unknown = {"class": "nosuchpackage.System", "err": "Install it"}
    monkeypatch.setitem(known_implementations, "nosuch", unknown)
    with pytest.raises(UsageError, match="nosuch://a: this kind of address needs nosuchpackage; pip install nosuchpackage"):
        find.files(["nosuch://a"], "report")


def test_an_anonymous_label_has_the_ending_only() -> None:
    assert label("s3://bucket/zoë.pdf", anonymize=True).endswith(".pdf")
    assert "zoë" not in label("s3://bucket/zoë.pdf", anonymize=True)


# ---------------------------------------------------------------- where a report goes


def test_a_place_of_this_machine_is_a_path(tmp_path: Path) -> None:
    assert (place.plain(f"file://{tmp_path}/"), place.plain("memory://a/"), place.plain("a/")) == (
        str(tmp_path),
        "memory://a",
        "a/",
    )


def test_a_report_is_made_here_and_copied_there_with_the_store_of_the_last_run(memory: dict[str, bytes]) -> None:
    old = {"/out/cohort.db": b"store", "/out/people/P-gone.html": b"x", "/out/skills.parquet": b"x", "/out/own.txt": b"mine"}
    fsspec.filesystem("memory").pipe(old)
    with place.report_at("memory://out/") as folder:
        assert (folder / "cohort.db").read_bytes() == b"store"
        (folder / "people").mkdir()
        (folder / "people" / "P-new.html").write_bytes(b"page")
        (folder / "cohort.db").write_bytes(b"more")
    assert names("/out") == ["/out/cohort.db", "/out/own.txt", "/out/people/P-new.html"]
    assert fsspec.filesystem("memory").cat("/out/cohort.db") == b"more"
    assert not folder.exists()


def test_a_report_that_fails_leaves_its_store_and_no_halves(memory: dict[str, bytes]) -> None:
    def stopped() -> None:
        with place.report_at("memory://out") as folder:
            (folder / "cohort.db").write_bytes(b"half")
            (folder / "people.csv").write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert names("/out") == ["/out/cohort.db"]


def test_a_report_that_fails_before_it_has_a_store_leaves_nothing(memory: dict[str, bytes]) -> None:
    with pytest.raises(UsageError), place.report_at("memory://out"):
        raise UsageError("")
    assert names("/out") == []


def test_a_store_is_looked_at_without_a_trace_and_changed_with_all_beside_it(memory: dict[str, bytes]) -> None:
    fsspec.filesystem("memory").pipe({"/out/cohort.db": b"store", "/out/people.csv": b"old"})
    for named, changes in (("memory://out", False), ("memory://out/cohort.db", True)):
        with place.store_at(named, changes=changes) as path:
            path.write_bytes(b"changed")
            (path.parent / "people.csv").write_bytes(b"new")
        assert fsspec.filesystem("memory").cat("/out/people.csv") == (b"new" if changes else b"old")


def test_a_store_lies_in_its_folder(tmp_path: Path) -> None:
    assert {place.folder_of(named) for named in (str(tmp_path), str(tmp_path / "cohort.db"), f"file://{tmp_path}/cohort.db")} == {
        str(tmp_path)
    }
    assert place.folder_of("memory://out/cohort.db") == place.folder_of("memory://out/") == "memory://out"


def test_a_place_without_a_store_is_said(memory: dict[str, bytes]) -> None:
    with pytest.raises(UsageError, match=r"memory://cvs: no cohort\.db there; name the folder"), place.store_at("memory://cvs"):
        pass


@pytest.mark.parametrize(("method", "said"), [("put_file", "written"), ("get_file", "read")])
def test_a_place_that_refuses_is_said(memory: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, method: str, said: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(fsspec.filesystem("memory")), method, refuse)
    message = rf"memory://out.*: can't be {said} \(Permission denied\); check the address and the permissions"
    with pytest.raises(UsageError, match=message), place.report_at("memory://out") as folder:
        (folder / "people.csv").write_bytes(b"x")
