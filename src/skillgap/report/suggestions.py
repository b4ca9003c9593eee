"""Terms that the taxonomy lacks -> text for a terminal, JSON."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from skillgap.model import Skipped
from skillgap.report import json, records
from skillgap.report.drawing import draw, table
from skillgap.report.look import PLAIN, Look, safe
from skillgap.taxonomy.suggest import Suggestion
from skillgap.taxonomy.values import Taxonomy


def render_text(found: Iterable[Suggestion], look: Look = PLAIN) -> str:
    """Return the terms as a table."""

    def print_to(console: Console) -> None:
        rows = table("résumés", "term", "may be")
        for one in found:
            rows.add_row(str(one.resumes), Text(safe(", ".join(one.spellings))), Text(one.near or "", "dim"))
        console.print(rows)

    return draw(print_to, look)


def render_json(found: Iterable[Suggestion], resumes: int, skipped: Iterable[Skipped], taxonomy: Taxonomy) -> str:
    """Return the terms as one JSON document. `resumes` is how many were read."""
    suggestions = [{"text": s.text, "spellings": list(s.spellings), "resumes": s.resumes, "near": s.near} for s in found]
    rest = {"resumes": resumes, "suggestions": suggestions, "skipped": [records.skipped(s) for s in skipped]}
    return json.dump(json.about(taxonomy) | rest)
