"""How templates of HTML pages are filled: nothing that a résumé says is markup there."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from skillgap.report.look import safe
from skillgap.report.wording import percent


def fill(package: str, template: str, **values: object) -> str:
    """Return a template of a package with values in it, and no control characters, nor those that turn the direction of writing.

    They are taken out of the whole, not of each value: a page has thousands, and that was a third of its time.
    """
    return safe(_environment(package).get_template(template).render(**values))


@cache
def _environment(package: str) -> Environment:
    made = Environment(
        loader=PackageLoader(package, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["percent"] = percent
    return made
