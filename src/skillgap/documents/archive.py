"""The directory of a ZIP file, looked at before anything in it is unpacked."""

from __future__ import annotations

import io
import zipfile

from skillgap.errors import UnreadableFile

# What a file may unpack to. Its own pictures don't shrink, so that above the second size only a bomb grows as in the third line;
# Word's own templates, most of it repeated styles, grow by 20 and stay below the second.
MAX_TOTAL = 200 * 1024 * 1024
MAX_SMALL = 20 * 1024 * 1024
MAX_GROWTH = 20

_ENCRYPTED = 0x1


def entries(data: bytes) -> tuple[zipfile.ZipInfo, ...] | None:
    """Return what a ZIP file says it has, None where it isn't one. Nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, OverflowError, OSError, ValueError):
        return None


def check(file: str, data: bytes) -> None:
    """Raise UnreadableFile where a ZIP file is damaged, encrypted, or unpacks to far more than a résumé.

    zipfile unpacks no more of an entry than the directory says, so that its sizes can be relied on.
    """
    found = entries(data)
    if found is None:
        raise UnreadableFile("damaged", file, "is a damaged Office document; save it again as .docx or PDF")
    if any(entry.flag_bits & _ENCRYPTED for entry in found):
        raise UnreadableFile("encrypted", file, "needs a password; save a copy without one")
    total = sum(entry.file_size for entry in found)
    if total > MAX_TOTAL or total > max(MAX_SMALL, MAX_GROWTH * len(data)):
        raise UnreadableFile("too_large", file, f"unpacks to {total >> 20} MB; give the résumé alone")
