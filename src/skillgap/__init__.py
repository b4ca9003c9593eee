"""Read a résumé, find the skills that it shows, compare them with what a role or a job posting asks for.

>>> import skillgap
>>> report = skillgap.analyze("cv.pdf", role="mle", as_of="2026-11")    # doctest: +SKIP
>>> report.coverage.overall                                             # doctest: +SKIP
0.61
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillgap.api import analyze, annotate, posting, skills, to_html, to_json, to_markdown
    from skillgap.errors import SkillgapError
    from skillgap.model import GapReport, Posting, Profile

__all__ = [
    "GapReport",
    "Posting",
    "Profile",
    "SkillgapError",
    "analyze",
    "annotate",
    "posting",
    "skills",
    "to_html",
    "to_json",
    "to_markdown",
]

_HOMES = {"GapReport": "model", "Posting": "model", "Profile": "model", "SkillgapError": "errors"}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: `import skillgap` alone loads nothing heavy."""
    from importlib import import_module

    if name not in __all__:
        raise AttributeError(f"module 'skillgap' has no attribute {name!r}")
    return getattr(import_module(f"skillgap.{_HOMES.get(name, 'api')}"), name)
