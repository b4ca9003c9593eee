"""Documents -> what a machine reads of them, as text or JSON: sections, entries with their dates, hidden words, warnings."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from skillgap.model import Document, Entry, Section, Skipped, Word
from skillgap.report import json, records
from skillgap.report.drawing import draw
from skillgap.report.look import PLAIN, Look, safe
from skillgap.report.records import Record

# Letters lower than this, in points, can't be read (documents/hidden.py).
TINY = 2.0


def render_json(documents: tuple[Document, ...], skipped: tuple[Skipped, ...], head: Record) -> str:
    """Return documents as one JSON document; `head` has the keys that come first."""
    return json.dump(head | {"documents": [_record(d) for d in documents], "skipped": [records.skipped(s) for s in skipped]})


def render_text(documents: tuple[Document, ...], look: Look = PLAIN) -> str:
    """Return documents as their text in reading order, with what was understood of it."""

    def print_to(console: Console) -> None:
        for document in documents:
            _print_document(console, document)

    return draw(print_to, look)


def _record(document: Document) -> Record:
    return {
        "source": records.source(document),
        "reading": records.reading(document),
        "text": document.text,
        "sections": [_section(s) for s in document.sections],
        "hidden": [{"start": w.start, "end": w.end, "why": why_hidden(w)} for w in document.words if w.hidden],
    }


def _section(section: Section) -> Record:
    entries = [
        {"start": e.start, "end": e.end, "from": str(e.dates.since), "to": str(e.dates.until) if e.dates.until else "present"}
        for e in section.entries
    ]
    return {"kind": section.kind, "heading": section.heading, "start": section.start, "end": section.end, "entries": entries}


def why_hidden(word: Word) -> str:
    """Return why a person can't see a word."""
    if word.box is None:
        return "marked as hidden in the file"
    if word.box[3] - word.box[1] < TINY:
        return f"letters under {TINY:g} points"
    return "nothing to be seen at its place, or letters of the colour of their background"


def _print_document(console: Console, document: Document) -> None:
    source = document.source
    console.print(
        Text.assemble((safe(source.file), "bold"), f"  {source.format}, read by {document.engine}, pages: {source.pages}")
    )
    for warning in document.warnings:
        console.print(Text(f"! {warning.message}", "yellow"))
    hidden = [w for w in document.words if w.hidden]
    for section in document.sections:
        console.print(
            Text.assemble("\n", (f"[{section.kind}] {safe(section.heading) or '(goes on, or no heading)'}", "bold cyan"))
        )
        for start, end, entry in _lines(document, section):
            if entry:
                until = entry.dates.until or "present"
                console.print(Text(f"  ({entry.dates.since} to {until}{'' if entry.dates.exact else ', years only'})", "green"))
            console.print(Text(f"  {safe(_marked(document.text, start, end, hidden))}"))
    console.print()


def _lines(document: Document, section: Section) -> Iterator[tuple[int, int, Entry | None]]:
    """Yield the lines of a section below its heading, each with the entry that begins with it."""
    begins = {e.start: e for e in section.entries}
    start = section.start
    for line in document.text[section.start : section.end].split("\n"):
        end = start + len(line)
        if line.strip() and not (start == section.start and line.strip() == section.heading):
            yield start, end, begins.get(start)
        start = end + 1


def _marked(text: str, start: int, end: int, hidden: list[Word]) -> str:
    """Return a line with its hidden words in brackets."""
    pieces: list[str] = []
    at = start
    for word in hidden:
        if start <= word.start < end:
            pieces += (text[at : word.start], f"[hidden: {text[word.start : word.end]}]")
            at = word.end
    return "".join((*pieces, text[at:end]))
