"""How templates are filled: nothing that a value says is markup."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from skillgap.model import Status
from skillgap.report.pages import _environment, escaped


@given(st.text() | st.integers() | st.none() | st.sampled_from(Status))
def test_every_value_is_escaped_as_markupsafe_does_it(value: object) -> None:
    assert str(escaped(value)) == str(escape(value))


def test_what_is_markup_already_stays() -> None:
    assert escaped(Markup("<b>")) == "<b>"


def test_templates_escape_what_they_show_in_text_loops_and_macros() -> None:
    template = (
        "{% macro show(x) %}<i>{{ x }}</i>{% endmacro %}{% for x in them %}{{ x }}{{ show(x) }}{{ '%s' | format(x) }}{% endfor %}"
    )
    assert _environment("skillgap.report").from_string(template).render(them=["<&'\">"]) == (
        "&lt;&amp;&#39;&#34;&gt;<i>&lt;&amp;&#39;&#34;&gt;</i>&lt;&amp;&#39;&#34;&gt;"
    )
