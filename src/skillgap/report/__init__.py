"""Values -> text. Nothing here prints.

ADD A FORMAT: a module with a render function of the shape below, its line in a FORMATS table, its golden file in tests/golden/.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

from skillgap.model import Batch
from skillgap.report import json, text
from skillgap.taxonomy.values import Taxonomy

Render = Callable[..., str]

# Formats of `analyze` and of `skills`: functions of a batch, its taxonomy and `explain`.
GAP_FORMATS: dict[str, Render] = {"text": text.render_gaps, "json": json.render_gaps}
SKILL_FORMATS: dict[str, Render] = {"text": text.render_skills, "json": json.render_skills, "jsonl": json.render_lines}

SCHEMAS = ("analyze", "roles", "skills", "taxonomy")

__all__ = ["GAP_FORMATS", "SCHEMAS", "SKILL_FORMATS", "Batch", "Taxonomy", "schema"]


def schema(command: str) -> str:
    """Return the JSON Schema of what a command in SCHEMAS prints with `--format json`."""
    return resources.files("skillgap.report").joinpath("schemas", f"{command}.schema.json").read_text(encoding="utf-8")
