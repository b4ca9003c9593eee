"""The bytes of a file in, the name of its format out: told by what the bytes are, and by the name only between kinds of text.

ADD A FORMAT: a function that tells it, and its line in BINARY or, for a kind of text, in `format_of`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import PurePath

from skillgap.documents import archive
from skillgap.documents.encoding import decode
from skillgap.errors import UnreadableFile

# So much of a file's beginning tells whether it is text, and which.
_HEAD = 4096

MARKDOWN = (".md", ".markdown")

_INSTEAD = "save it as .docx or PDF"
_PICTURE = "is a picture of another kind; save it as PNG or JPEG, or the résumé as a PDF with text"

# Beginnings of files that can't be read, and what to tell the person who has one.
MAGIC = {
    b"PK\x03\x04": f"is a ZIP archive or another Office document; {_INSTEAD}",
    b"\xd0\xcf\x11\xe0": f"is an old Office document; {_INSTEAD}",
    b"GIF8": _PICTURE,
    b"II*\0": _PICTURE,
    b"MM\0*": _PICTURE,
    b"{\\rtf": f"is RTF; {_INSTEAD}",
}

# What Office puts around a document with a password, in a file that begins like an old one.
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_WITH_PASSWORD = "EncryptedPackage".encode("utf-16-le")

_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_FRAGMENT = re.compile(r"\s*<(?:head|meta|title|style|body|main|section|article|div|table|h[1-6]|p|ul)\b[^<]*>", re.IGNORECASE)

# An object with one of these is a JSON Resume: https://jsonresume.org/schema, version 1.0.0.
RESUME_KEYS = frozenset({"basics", "work", "education", "skills", "projects"})


def format_of(file: str, data: bytes) -> str:
    """Return the format of the bytes of a file, a name of READERS. Raises UnreadableFile: unknown_format, encrypted, damaged."""
    for format_, is_it in BINARY.items():
        if is_it(data):
            return format_
    _refuse(file, data)
    suffix = PurePath(file).suffix.lower()
    text = decode(data[:_HEAD])
    if _is_html(text, suffix):
        return "html"
    if suffix in MARKDOWN:
        return "markdown"
    return "json" if _is_json_resume(file, data, suffix) else "text"


def _is_pdf(data: bytes) -> bool:
    # PDF readers accept up to 1,024 bytes before the header.
    return b"%PDF-" in data[:1024]


def _is_docx(data: bytes) -> bool:
    """Return whether a ZIP file has what Word puts into one, or, where it is damaged, says so; its reader says what is wrong."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    found = archive.entries(data)
    return b"word/" in data if found is None else any(entry.filename.startswith("word/") for entry in found)


def _is_png(data: bytes) -> bool:
    return data.startswith(b"\x89PNG\r\n\x1a\n")


def _is_jpeg(data: bytes) -> bool:
    return data.startswith(b"\xff\xd8\xff")


BINARY: dict[str, Callable[[bytes], bool]] = {"pdf": _is_pdf, "docx": _is_docx, "png": _is_png, "jpeg": _is_jpeg}


def _refuse(file: str, data: bytes) -> None:
    """Raise UnreadableFile for what no reader reads."""
    if data.startswith(_OLD_OFFICE) and _WITH_PASSWORD in data:
        raise UnreadableFile("encrypted", file, "needs a password; save a copy without one")
    for magic, what in MAGIC.items():
        if data.startswith(magic):
            raise UnreadableFile("unknown_format", file, what)
    # Who gives a .pdf wants it read as one: an HTML page or a text by this name is an error message that was saved.
    if PurePath(file).suffix.lower() == ".pdf":
        raise UnreadableFile("damaged", file, "is called .pdf but isn't a PDF; export it again")
    if b"\0" in data[:_HEAD] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableFile("unknown_format", file, f"is none of the formats that can be read; {_INSTEAD}")


def _is_html(text: str, suffix: str) -> bool:
    if _HTML.match(text) or suffix in (".html", ".htm", ".xhtml"):
        return True
    return suffix not in MARKDOWN and _FRAGMENT.match(text) is not None


def _is_json_resume(file: str, data: bytes, suffix: str) -> bool:
    """Return whether bytes are a JSON Resume. Raises UnreadableFile for other JSON."""
    if not data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith((b"{", b"[")) and suffix != ".json":
        return False
    try:
        value = parse_json(data)
    except ValueError as error:
        if suffix == ".json":
            raise UnreadableFile("damaged", file, "is called .json but isn't JSON; export it again") from error
        return False
    if isinstance(value, dict) and not RESUME_KEYS.isdisjoint(value):
        return True
    raise UnreadableFile("unknown_format", file, "is JSON but no JSON Resume (https://jsonresume.org/schema); save it as PDF")


def parse_json(data: bytes) -> object:
    """Return the value of a JSON text. Raises ValueError."""
    try:
        value: object = json.loads(decode(data))
    except RecursionError as error:
        raise ValueError("too deep") from error
    return value
