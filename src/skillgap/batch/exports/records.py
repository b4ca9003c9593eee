"""What the store keeps whole -> results.jsonl, a report a line, and people/ID.html, the report of one person as a page.

Both name the file as it is called now.
"""

from __future__ import annotations

import html
import json
import zlib
from pathlib import Path

from skillgap.batch.exports.files import explained, make_folder, whole
from skillgap.batch.exports.tables import View
from skillgap.batch.outcome import mark

PAGES = "people"


def write_lines(view: View, folder: Path) -> None:
    """Write the contract's reports of everybody's newest résumé, one a line."""
    with whole(folder / "results.jsonl") as stream:
        for person in view.people:
            version = person.latest
            ((packed,),) = view.store.rows("SELECT records FROM result WHERE sha256 = ?", version.sha256)
            name = json.dumps(version.files[0], ensure_ascii=False)
            text = _unpacked(packed).replace(f'"{mark(version.sha256)}"', name)
            stream.write(text.encode("utf-8", "replace") + b"\n")


def write_pages(view: View, folder: Path) -> None:
    """Write a page for each person, and remove those of people who aren't in the cohort any more."""
    if (folder / PAGES).is_dir():
        wanted = {person.id for person in view.people}
        with explained(folder / PAGES):
            for old in (folder / PAGES).iterdir():
                if old.name.removesuffix(".html") not in wanted:
                    old.unlink()
    make_folder(folder / PAGES)
    for person in view.people:
        version = person.latest
        ((packed,),) = view.store.rows("SELECT page FROM result WHERE sha256 = ?", version.sha256)
        _write_page(folder / PAGES / f"{person.id}.html", packed, version.sha256, version.files[0])


def _write_page(path: Path, packed: object, sha256: str, file: str) -> None:
    """Write somebody's page, or take an old one away where there is none: the run was told to make none."""
    if packed is None:
        with explained(path):
            path.unlink(missing_ok=True)
        return
    with whole(path) as stream:
        stream.write(_unpacked(packed).replace(mark(sha256), html.escape(file)).encode("utf-8", "replace"))


def _unpacked(packed: object) -> str:
    return zlib.decompress(packed).decode() if isinstance(packed, bytes) else ""
