"""Postings -> what they ask for, as text or JSON."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from skillgap.model import Level, Posting, Requirement, RequirementKind, Skipped
from skillgap.report import json, records
from skillgap.report.drawing import draw, table
from skillgap.report.look import PLAIN, Look, safe
from skillgap.taxonomy.values import Taxonomy

# How much of a line is quoted beside what it asks for.
QUOTE = 90

_TITLES = {Level.REQUIRED: "Required", Level.PREFERRED: "Preferred", Level.MENTIONED: "Only mentioned"}


def render_json(postings: tuple[Posting, ...], skipped: tuple[Skipped, ...], taxonomy: Taxonomy) -> str:
    """Return postings as one JSON document."""
    rows = [records.posting(p, taxonomy) for p in postings]
    return json.dump(json.about(taxonomy) | {"postings": rows, "skipped": [records.skipped(s) for s in skipped]})


def render_text(postings: tuple[Posting, ...], taxonomy: Taxonomy, look: Look = PLAIN) -> str:
    """Return what postings ask for, required first."""

    def print_to(console: Console) -> None:
        for posting in postings:
            _print_posting(console, posting, taxonomy)

    return draw(print_to, look)


def _print_posting(console: Console, posting: Posting, taxonomy: Taxonomy) -> None:
    console.print(
        Text.assemble((safe(posting.document.source.file), "bold"), "  ", (safe(posting.title or "(no title)"), "bold"))
    )
    for fact in _facts(posting, taxonomy):
        console.print(Text(fact, "dim"))
    for level, title in _TITLES.items():
        asked = [r for r in posting.requirements if r.level is level]
        if asked:
            _print_level(console, title, asked)
    for warning in (*posting.document.warnings, *posting.notes):
        console.print(Text(f"Note: {warning.message}", "yellow"))
    console.print()


def _facts(posting: Posting, taxonomy: Taxonomy) -> list[str]:
    role = taxonomy.roles[posting.role].name if posting.role else None
    return [
        *([f"Nearest role: {role} ({posting.role})"] if role else []),
        *([f"Seniority: {posting.seniority}"] if posting.seniority else []),
        *([f"Years of experience: {posting.min_years} or more"] if posting.min_years else []),
    ]


def _print_level(console: Console, title: str, asked: list[Requirement]) -> None:
    console.print(Text.assemble("\n", (f"{title} ({len(asked)})", "bold")))
    if asked[0].level is Level.MENTIONED:
        console.print(Text("  " + ", ".join(r.label for r in asked)))
        return
    rows = table("", "", "", ratio=1)
    for r in asked:
        rows.add_row(Text(f"  {_label(r)}"), Text(_aside(r), "dim"), Text(_quote(r), "italic"))
    console.print(rows)


def _label(r: Requirement) -> str:
    return f"{r.at_least} of: {r.label}" if r.at_least > 1 else r.label


def _aside(r: Requirement) -> str:
    years = "" if r.min_years is None else f"{r.min_years}+ years"
    return years or ("" if r.kind is RequirementKind.SKILL else str(r.kind))


def _quote(r: Requirement) -> str:
    text = safe(r.quote or "")
    return f"“{text}”" if len(text) <= QUOTE else f"“{text[:QUOTE].rsplit(' ', 1)[0]} …”"
