"""Values -> text. Nothing here prints.

ADD A FORMAT: a module with a render function of the shape below, its line in a FORMATS table, its golden file in tests/golden/.
"""

from __future__ import annotations

from importlib import import_module, resources
from typing import Protocol, cast

from skillgap.model import Batch
from skillgap.report.look import PLAIN, Look
from skillgap.taxonomy.values import Taxonomy


class Render(Protocol):
    """What every format has: a function of a batch and its taxonomy."""

    def __call__(self, batch: Batch, taxonomy: Taxonomy, look: Look = PLAIN, /, *, explain: bool = False) -> str:
        """Return the batch as text."""
        ...


def _lazy(module: str, function: str) -> Render:
    """Return a render function whose module is imported when it is called: JSON needs no terminal library."""

    def render(batch: Batch, taxonomy: Taxonomy, look: Look = PLAIN, /, *, explain: bool = False) -> str:
        real = cast("Render", getattr(import_module(f"skillgap.report.{module}"), function))
        return real(batch, taxonomy, look, explain=explain)

    return render


# Formats of `analyze` and of `skills`.
GAP_FORMATS = {
    "text": _lazy("text", "render_gaps"),
    "json": _lazy("json", "render_gaps"),
    "markdown": _lazy("markdown", "render_gaps"),
    "html": _lazy("html", "render_gaps"),
}
SKILL_FORMATS = {
    "text": _lazy("text", "render_skills"),
    "json": _lazy("json", "render_skills"),
    "jsonl": _lazy("json", "render_lines"),
}

SCHEMAS = ("analyze", "cohort", "posting", "read", "roles", "roles-diff", "skills", "taxonomy", "taxonomy-suggest")

__all__ = ["GAP_FORMATS", "SCHEMAS", "SKILL_FORMATS", "Look", "Render", "schema"]


def schema(command: str) -> str:
    """Return the JSON Schema of what a command in SCHEMAS, its words joined by a hyphen, prints with `--format json`."""
    return resources.files("skillgap.report").joinpath("schemas", f"{command}.schema.json").read_text(encoding="utf-8")
