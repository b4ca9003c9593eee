"""How templates of HTML pages are filled: nothing that a résumé says is markup there."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from markupsafe import Markup, escape

from skillgap.report.look import safe
from skillgap.report.wording import many, percent

_MARKUP = re.compile("[&<>'\"]")


def fill(package: str, template: str, **values: object) -> str:
    """Return a template of a package with values in it, and no control characters, nor those that turn the direction of writing.

    They are taken out of the whole, not of each value: a page has thousands, and that was a third of its time.
    """
    return safe(_environment(package).get_template(template).render(**values))


def escaped(value: object) -> str:
    """Return a value as text without markup. What has none stays as it is: a Markup for each was a third of a page's time."""
    if type(value) is str and (value.isalnum() or not _MARKUP.search(value)):
        return value
    return value if type(value) is Markup else escape(value)


class _Writer(CodeGenerator):
    """Compiles templates that escape by `escaped`."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        del node, frame, finalize
        self.write("environment.escaped(")


class _Pages(Environment):
    """An environment whose values have attributes and no items by their names: asking for both was a tenth of a page's time."""

    code_generator_class = _Writer
    escaped = staticmethod(escaped)
    getattr = staticmethod(getattr)  # type: ignore[assignment]


@cache
def _environment(package: str) -> Environment:
    made = _Pages(
        loader=PackageLoader(package, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {"percent": percent, "many": many}
    return made
