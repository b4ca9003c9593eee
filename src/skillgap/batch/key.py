"""The key of an anonymous cohort: which id lies in which file, as CSV. It is written only where somebody asks for it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from skillgap.batch.exports.csv import inert
from skillgap.batch.exports.files import whole
from skillgap.batch.exports.tables import View
from skillgap.batch.run import label


def write(view: View, files: Iterable[str], path: Path) -> None:
    """Write the key of a cohort that was made from some files. Raises UsageError."""
    owners = {file: person.id for person in view.people for version in person.versions for file in version.files}
    labels = ((label(file, anonymize=True), file) for file in files)
    rows = sorted((owners[name], file) for name, file in labels if name in owners)
    with whole(path) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="", write_through=True)
        lines = csv.writer(text, lineterminator="\n")
        lines.writerow(("person", "file"))
        lines.writerows([inert(cell) for cell in row] for row in rows)
        text.detach()
