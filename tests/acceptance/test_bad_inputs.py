"""What can't be read: exit code 2, one line that says what is wrong and what to do, no result, no file, no traceback."""

from __future__ import annotations

import json
import os
import re
import zipfile
from pathlib import Path
from random import Random

import pytest

# Each file and its code.
BAD = {
    "missing.pdf": "not_found",
    "folder": "not_a_file",
    "empty.pdf": "empty",
    "blank.txt": "empty",
    "html.pdf": "damaged",
    "png_renamed.pdf": "no_text_layer",
    "archive.zip": "unknown_format",
    "binary.txt": "unknown_format",
    "hdr_only.pdf": "damaged",
    "truncated_50.pdf": "damaged",
    "no_root.pdf": "damaged",
    "random.pdf": "damaged",
    "encrypted_user_aes256.pdf": "encrypted",
    "no_text.pdf": "no_text_layer",
}


@pytest.fixture
def bad(tmp_path: Path, data: Path) -> Path:
    """Return a folder that has all of BAD but the missing one."""
    folder = tmp_path / "bad"
    folder.mkdir()
    for path in (data / "hostile").glob("*.pdf"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "folder").mkdir()
    (folder / "empty.pdf").touch()
    (folder / "blank.txt").write_text(" \n\n\t", encoding="utf-8")
    (folder / "random.pdf").write_bytes(b"%PDF-1.7\n" + Random(7).randbytes(20_000))
    with zipfile.ZipFile(folder / "archive.zip", "w") as archive:
        archive.writestr("cv.txt", "Python")
    (folder / "binary.txt").write_bytes(b"Python\0SQL" * 10)
    shown = b"(Python SQL Docker experience) Tj"
    simple = (data / "hostile" / "ok_simple.pdf").read_bytes()
    assert shown in simple
    (folder / "no_text.pdf").write_bytes(simple.replace(shown, b" " * len(shown)))
    return folder


def assert_says_what_to_do(line: str, path: Path) -> None:
    """Hold a message against the form of all messages: path, what is wrong, what to do."""
    assert re.fullmatch(rf"{re.escape(str(path))}: [^;]+; [^;]+", line), line


@pytest.mark.parametrize("name", BAD)
def test_it_is_one_line_and_no_result(program, bad: Path, tmp_path: Path, name: str) -> None:
    done = program("analyze", bad / name, "--role", "mle", "--output", tmp_path / "out")
    assert (done.code, done.stdout) == (2, b"")
    (line,) = done.said
    assert_says_what_to_do(line, bad / name)
    assert [p.name for p in tmp_path.iterdir()] == ["bad"]


def test_json_lists_them_all_with_their_codes(program, bad: Path) -> None:
    done = program("skills", *BAD, "--format", "json", cwd=bad)
    out = json.loads(done.out)
    assert (done.code, out["documents"]) == (2, [])
    assert [(s["source"]["file"], s["code"]) for s in out["skipped"]] == list(BAD.items())
    assert done.said == [f"{s['source']['file']}: {s['message']}" for s in out["skipped"]]


def test_the_readable_ones_among_them_are_read(program, bad: Path) -> None:
    done = program("skills", "missing.pdf", "ok_simple.pdf", "no_root.pdf", "--format", "json", cwd=bad)
    out = json.loads(done.out)
    assert (done.code, len(done.said)) == (0, 2)
    assert [d["source"]["file"] for d in out["documents"]] == ["ok_simple.pdf"]


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
@pytest.mark.parametrize("name", ["hdr_only.pdf", "truncated_50.pdf", "no_root.pdf", "random.pdf", "encrypted_user_aes256.pdf"])
def test_each_engine_by_itself_refuses_it_too(program, bad: Path, engine: str, name: str) -> None:
    done = program("skills", bad / name, "--pdf-engine", engine)
    assert (done.code, done.stdout) == (2, b"")
    (line,) = done.said
    assert_says_what_to_do(line, bad / name)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("analyze", "cv.txt", "--role", "machine learning enginer"), "no such role; try ml-engineer"),
        (("roles", "show", "nope"), "no such role; try "),
        (("skills", "cv.txt", "--as-of", "yesterday"), "--as-of yesterday: not a month; "),
        (("taxonomy", "show", "nosuchthing"), "nosuchthing: no such skill; try "),
        (("taxonomy", "search", "§§§§"), "§§§§: nothing like it in the taxonomy; "),
        (("skills", "cv.txt", "--output", "nowhere/out"), "can't be written ("),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_meant_is_one_line(program, data: Path, tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    (tmp_path / "cv.txt").write_bytes((data / "resumes" / "ida_marlowe.txt").read_bytes())
    done = program(*arguments)
    assert (done.code, done.stdout) == (2, b"")
    assert len(done.said) == 1
    assert message in done.stderr
    assert [p.name for p in tmp_path.iterdir()] == ["cv.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_named_pipe_is_not_waited_for(program, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = program("skills", "pipe")
    assert (done.code, done.said) == (2, ["pipe: is no regular file; give a file or pipe it to -"])


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read_is_named(program, tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text("Python", encoding="utf-8")
    (tmp_path / "cv.txt").chmod(0)
    done = program("skills", "cv.txt")
    assert done.code == 2
    assert done.said == ["cv.txt: can't be opened (Permission denied); check the path and the permissions"]
