"""How templates of HTML pages are filled: nothing that a résumé says is markup there."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from skillgap.report.look import safe
from skillgap.report.wording import percent


@cache
def environment(package: str) -> Environment:
    """Return what fills the templates of a package."""
    made = Environment(
        loader=PackageLoader(package, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["percent"] = percent
    return made


def _harmless(value: object) -> object:
    """Return what may be written into a page: no control characters, and none that turn the direction of writing."""
    return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value
