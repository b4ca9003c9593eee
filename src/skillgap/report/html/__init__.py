"""Batch -> one HTML file that needs nothing else: no script, no address outside.

marks    evidence -> outlines on the pages       build    values of the model -> what the templates show
views    what the templates show                 ../templates   the page and its style
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from skillgap.model import Batch
from skillgap.report.html.build import whole
from skillgap.report.look import PLAIN, Look, safe
from skillgap.report.wording import percent
from skillgap.taxonomy.values import Taxonomy


def render_gaps(batch: Batch, taxonomy: Taxonomy, look: Look = PLAIN, *, explain: bool = False) -> str:
    """Return the reports of a batch as one page; the pages of the résumés are in it unless `look` leaves them out."""
    view = whole(batch, taxonomy, pages=look.pages, explain=explain)
    return _environment().get_template("page.html").render(page=view, style=_style())


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("skillgap.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["percent"] = percent
    return environment


def _harmless(value: object) -> object:
    """Return what may be written into the page: no control characters, and none that turn the direction of writing."""
    return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _style() -> Markup:
    style = resources.files("skillgap.report").joinpath("templates", "style.css").read_text(encoding="utf-8")
    return Markup(style)  # noqa: S704  the package's own file
