"""What is opened, and as which format."""

from __future__ import annotations

import hashlib
import io
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from skillgap.documents import content
from skillgap.documents.content import load
from skillgap.errors import UnreadableFile

Write = Callable[[str, bytes], str]


def code_of(file: str) -> str:
    with pytest.raises(UnreadableFile) as raised:
        load(file)
    assert raised.value.path == file
    assert str(raised.value) == f"{file}: {raised.value.message}"
    return raised.value.code


@pytest.mark.parametrize("name", ["absent.pdf", "no/such/folder/cv.pdf"])
def test_a_missing_file_is_not_found(tmp_path: Path, name: str) -> None:
    assert code_of(str(tmp_path / name)) == "not_found"


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert code_of(str(tmp_path)) == "not_a_file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert code_of(str(tmp_path / "pipe.pdf")) == "not_a_file"


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets in folders here")
def test_a_socket_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("cv.pdf")
        assert code_of("cv.pdf") == "not_a_file"


@pytest.mark.parametrize("name", ["cv\0.pdf", "cv\ud800.pdf", "x" * 5000], ids=["nul", "surrogate", "long"])
def test_an_impossible_name_is_an_error_of_the_file(tmp_path: Path, name: str) -> None:
    assert code_of(f"{tmp_path}/{name}") == "not_a_file"


def test_a_file_used_as_a_folder_is_an_error_of_the_file(write: Write) -> None:
    assert code_of(write("cv.txt", b"Python") + "/cv.pdf") == "not_a_file"


def test_a_link_to_a_file_is_followed(tmp_path: Path, write: Write) -> None:
    (tmp_path / "link.txt").symlink_to(write("cv.txt", b"Python"))
    assert load(str(tmp_path / "link.txt")).data == b"Python"


def test_a_link_to_itself_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "loop.pdf").symlink_to("loop.pdf")
    assert code_of(str(tmp_path / "loop.pdf")) == "not_a_file"


@pytest.mark.parametrize("data", [b"", b" ", b"\n\t\r\n\x0c\x0b "])
@pytest.mark.parametrize("name", ["cv.pdf", "cv.txt", "cv.md"])
def test_nothing_but_white_space_is_empty(write: Write, name: str, data: bytes) -> None:
    assert code_of(write(name, data)) == "empty"


@pytest.fixture
def megabyte(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(content, "MAX_BYTES", 1 << 20)
    return 1 << 20


def test_a_file_of_the_largest_size_is_read(write: Write, megabyte: int) -> None:
    assert len(load(write("cv.txt", b"x" * megabyte)).data) == megabyte


def test_one_byte_more_is_too_large(write: Write, megabyte: int) -> None:
    path = write("cv.txt", b"x" * (megabyte + 1))
    with pytest.raises(UnreadableFile, match="larger than 1 MB") as raised:
        load(path)
    assert raised.value.code == "too_large"


def test_standard_input_may_be_too_large(monkeypatch: pytest.MonkeyPatch, megabyte: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * (megabyte + 1))))
    assert code_of("-") == "too_large"


@pytest.mark.parametrize(("data", "format_"), [(b"%PDF-1.7 ...", "pdf"), ("Ada Lovelace, Größe".encode(), "text")])
def test_a_hyphen_is_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, format_: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    loaded = load("-")
    assert (loaded.file, loaded.format, loaded.data) == ("-", format_, data)


def test_standard_input_may_be_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert code_of("-") == "empty"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04\x14\x00xl/workbook.xml", "Office document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office document"),
        (b"GIF89a", "picture"),
        (b"II*\0\x08\0\0\0", "picture"),
        (b"{\\rtf1\\ansi Python}", "RTF"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "none of the formats"),
        ("Python".encode("utf-16-le"), "none of the formats"),
    ],
    ids=["xlsx", "doc", "gif", "tiff", "rtf", "binary", "utf-16 without a mark"],
)
def test_other_formats_are_named_to_the_person(write: Write, data: bytes, what: str) -> None:
    path = write("cv", data)
    with pytest.raises(UnreadableFile, match=what) as raised:
        load(path)
    assert raised.value.code == "unknown_format"


@pytest.mark.parametrize("suffix", [".pdf", ".txt", ".docx", ""])
def test_the_bytes_tell_an_office_document_whatever_its_name(write: Write, suffix: str) -> None:
    assert code_of(write(f"cv{suffix}", b"PK\x03\x04")) == "unknown_format"


@pytest.mark.parametrize("name", ["cv.pdf", "CV.PDF", "my.cv.Pdf"])
@pytest.mark.parametrize("data", [b"<html>404</html>", b"\0" * 100, b"Python"])
def test_a_pdf_by_name_only_is_damaged(write: Write, name: str, data: bytes) -> None:
    assert code_of(write(name, data)) == "damaged"


@pytest.mark.parametrize("name", ["cv.pdf", "cv.txt", "cv.docx", "cv"])
@pytest.mark.parametrize("junk", [b"", b"\n", b"\xef\xbb\xbf", b"HTTP/1.1 200 OK\r\n\r\n", b"\0" * 1019])
def test_a_pdf_header_in_the_first_kilobyte_makes_a_pdf(write: Write, name: str, junk: bytes) -> None:
    assert load(write(name, junk + b"%PDF-1.4\n")).format == "pdf"


def test_a_pdf_header_later_on_makes_none(write: Write) -> None:
    assert load(write("cv.txt", b"x" * 1020 + b"%PDF-1.4\n")).format == "text"


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("cv.md", "markdown"),
        ("cv.markdown", "markdown"),
        ("CV.MD", "markdown"),
        ("cv.txt", "text"),
        ("cv", "text"),
        ("md", "text"),
    ],
)
def test_the_name_tells_markdown_from_text(write: Write, name: str, format_: str) -> None:
    assert load(write(name, b"# Skills")).format == format_


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_any_usual_encoding_is_text(write: Write, encoding: str) -> None:
    assert load(write("cv.txt", "Größe: Python".encode(encoding))).format == "text"


def test_the_digest_is_that_of_the_bytes(write: Write) -> None:
    assert load(write("cv.txt", b"Python\n")).sha256 == hashlib.sha256(b"Python\n").hexdigest()


def test_a_missing_file_keeps_the_cause(write: Write) -> None:
    with pytest.raises(UnreadableFile) as raised:
        load(write("cv.txt", b"x") + ".absent")
    assert isinstance(raised.value.__cause__, FileNotFoundError)
