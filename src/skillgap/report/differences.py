"""Two roles side by side -> text for a terminal, JSON."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from skillgap.model import Requirement
from skillgap.report import json
from skillgap.report.drawing import draw, table
from skillgap.report.look import PLAIN, Look
from skillgap.report.records import Record, requirement
from skillgap.report.wording import percent
from skillgap.taxonomy.difference import Difference
from skillgap.taxonomy.values import Role, Taxonomy


def render_text(one: Role, other: Role, found: Iterable[Difference], look: Look = PLAIN) -> str:
    """Return what two roles ask for as a table, what differs most first."""

    def print_to(console: Console) -> None:
        console.print(Text.assemble((one.name, "bold"), f" ({one.id}) and ", (other.name, "bold"), f" ({other.id})\n"))
        rows = table("requirement", one.id, other.id, "asked more by")
        for d in found:
            more = one.id if d.by > 0 else other.id if d.by < 0 else "alike"
            rows.add_row(Text(d.label), _asked(d.one), _asked(d.other), Text(more, "dim"))
        console.print(rows)

    return draw(print_to, look)


def render_json(one: Role, other: Role, found: Iterable[Difference], taxonomy: Taxonomy) -> str:
    """Return what two roles ask for as one JSON document."""
    roles = [{"id": role.id, "name": role.name} for role in (one, other)]
    return json.dump(json.about(taxonomy) | {"roles": roles, "differences": [_record(d, taxonomy) for d in found]})


def _asked(asked: Requirement | None) -> str:
    return f"{percent(asked.weight)} {asked.band or asked.level}" if asked else "-"


def _record(d: Difference, taxonomy: Taxonomy) -> Record:
    return {
        "label": d.label,
        "by": d.by,
        "one": requirement(d.one, taxonomy) if d.one else None,
        "other": requirement(d.other, taxonomy) if d.other else None,
    }
