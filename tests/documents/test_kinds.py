"""Which format bytes are, whatever the name of their file."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import p, word

from skillgap.documents import READERS
from skillgap.documents.kinds import format_of
from skillgap.errors import UnreadableFile

NAMES = ["cv.docx", "cv.pdf", "cv.txt", "cv.html", "cv.json", "cv", "-"]
RESUME = json.dumps({"basics": {"name": "Ida"}}).encode()
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(file: str, data: bytes) -> tuple[str, str]:
    with pytest.raises(UnreadableFile) as raised:
        format_of(file, data)
    return raised.value.code, raised.value.message


def zipped(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, "Python")
    return data.getvalue()


@pytest.mark.parametrize("name", NAMES)
def test_the_name_does_not_matter_to_word_files_and_pdfs(name: str) -> None:
    assert format_of(name, word(p("Python"))) == "docx"
    assert format_of(name, b"%PDF-1.7\n") == "pdf"


@pytest.mark.parametrize("name", [*NAMES, "cv.png", "cv.jpg"])
def test_the_name_does_not_matter_to_pictures(name: str) -> None:
    assert format_of(name, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR") == "png"
    assert format_of(name, b"\xff\xd8\xff\xe0\x00\x10JFIF") == "jpeg"


@pytest.mark.parametrize("data", [zipped("a.txt"), zipped("xl/workbook.xml"), zipped("content.xml"), zipped(), b"PK\x03\x04"])
@pytest.mark.parametrize("name", NAMES)
def test_other_zip_files_are_unknown(name: str, data: bytes) -> None:
    if data.startswith(b"PK\x03\x04"):
        code, message = refused(name, data)
        assert code == "unknown_format"
        assert message.endswith("save it as .docx or PDF")


def test_a_word_file_that_is_cut_is_one() -> None:
    assert format_of("cv.docx", word(p("Python"))[:5000]) == "docx"


def test_an_old_word_file_is_unknown_and_one_with_a_password_encrypted() -> None:
    assert refused("cv.docx", OLD) == ("unknown_format", "is an old Office document; save it as .docx or PDF")
    assert refused("cv.docx", OLD + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"))[0] == "encrypted"


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html><p>Python",
        "\n <html lang=en>",
        "<?xml version='1.0'?>\n<!-- saved -->\n<!DOCTYPE html PUBLIC>",
        "<body>Python</body>",
        "<meta charset=utf-8><title>CV</title>",
        "<h1>Ida</h1>",
        "<div class='cv'>Ida</div>",
    ],
)
@pytest.mark.parametrize("name", ["cv.txt", "cv.html", "cv.doc", "cv", "-"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_html_is_html_whatever_its_name(name: str, page: str, encoding: str) -> None:
    assert format_of(name, page.encode(encoding)) == "html"


@pytest.mark.parametrize(
    ("name", "data", "format_"),
    [
        ("cv.html", b"Python", "html"),
        ("cv.HTM", b"Python", "html"),
        ("cv.md", b"<div align=center>Ida</div>\n\n# Skills", "markdown"),
        ("cv.md", b"<!doctype html><p>Ida", "html"),
        ("cv.txt", b"<Python> developer", "text"),
        ("cv.txt", b"I write <html>", "text"),
        ("cv.txt", b"<<< Ida >>>", "text"),
        ("cv.docx", b"Python", "text"),
        ("cv.txt", b"{Python}", "text"),
        ("cv.txt", b"[Ida](https://example.org)", "text"),
        ("cv.txt", b"42", "text"),
        ("cv.txt", b"[" * 100_000, "text"),
    ],
)
def test_between_kinds_of_text_the_name_helps(name: str, data: bytes, format_: str) -> None:
    assert format_of(name, data) == format_


@pytest.mark.parametrize("name", ["cv.json", "cv.txt", "cv", "-"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_json_resume_is_told_by_its_keys(name: str, encoding: str) -> None:
    for key in ("basics", "work", "skills", "education", "projects"):
        assert format_of(name, json.dumps({"x": 1, key: []}).encode(encoding)) == "json"


@pytest.mark.parametrize("data", [b"{}", b"[]", b'{"name": "Ida"}', b"[1, 2]"])
@pytest.mark.parametrize("name", ["cv.json", "cv.txt", "-"])
def test_other_json_is_unknown(name: str, data: bytes) -> None:
    code, message = refused(name, data)
    assert code == "unknown_format"
    assert "JSON Resume" in message


@pytest.mark.parametrize("data", [b"{", b"Python", b"[" * 100_000, b'{"basics": ' + b"9" * 5000 + b"}"])
def test_what_is_only_called_json_is_damaged(data: bytes) -> None:
    assert refused("cv.json", data)[0] == "damaged"


@pytest.mark.parametrize("data", [RESUME, b"<!doctype html><p>Not found"])
def test_a_text_called_pdf_is_damaged(data: bytes) -> None:
    assert refused("cv.pdf", data)[0] == "damaged"


@given(
    data=st.binary(), name=st.sampled_from(NAMES), start=st.sampled_from([b"", b"PK\x03\x04", b"{", b"<", b"\xd0\xcf\x11\xe0"])
)
@settings(deadline=None)
def test_any_bytes_are_of_a_format_or_refused(data: bytes, name: str, start: bytes) -> None:
    assert format_or_code(name, start + data) in {*READERS, "unknown_format", "damaged", "encrypted"}


def format_or_code(name: str, data: bytes) -> str:
    try:
        return format_of(name, data)
    except UnreadableFile as error:
        return error.code
