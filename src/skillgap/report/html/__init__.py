"""Batch -> one HTML file that needs nothing else: no script, no address outside.

marks    evidence -> outlines on the pages       build    values of the model -> what the templates show
views    what the templates show                 ../templates   the page and its style
"""

from __future__ import annotations

from functools import cache
from importlib import resources

from markupsafe import Markup

from skillgap.model import Batch
from skillgap.report.html.build import whole
from skillgap.report.look import PLAIN, Look
from skillgap.report.pages import fill
from skillgap.taxonomy.values import Taxonomy


def render_gaps(batch: Batch, taxonomy: Taxonomy, look: Look = PLAIN, *, explain: bool = False) -> str:
    """Return the reports of a batch as one page; the pages of the résumés are in it unless `look` leaves them out."""
    view = whole(batch, taxonomy, pages=look.pages, explain=explain)
    return fill("skillgap.report", "page.html", page=view, style=_style())


@cache
def _style() -> Markup:
    style = resources.files("skillgap.report").joinpath("templates", "style.css").read_text(encoding="utf-8")
    return Markup(style)  # noqa: S704  the package's own file
