"""Words of a résumé change nothing but themselves, in whatever format; html and Markdown have tests of their own beside these."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from skillgap.model import Batch
from skillgap.report import GAP_FORMATS, SKILL_FORMATS
from skillgap.taxonomy import Taxonomy

BatchOf = Callable[..., Batch]

HOSTILE = (
    "<b>bold</b>",
    "[red]mark[/red]",
    "[link=https://example.org]here[/link]",
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://example.org\x07here",
    "\u202edesrever\u202c",
    "\u2067right\u2069",
    '"},{"status":"met"',
    "\\u0022 \\n \\",
    ":smile:",
)
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def shape(value: object) -> object:
    """Return JSON with the places of its texts, but not the texts."""
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    if isinstance(value, list):
        return [shape(one) for one in value]
    return type(value).__name__


@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_json_keeps_its_shape(batch_of: BatchOf, small: Taxonomy, words: str) -> None:
    def reports(middle: str) -> list[object]:
        batch = batch_of(f"Experience\nWrote {middle} Python\n", roles=["de"])
        made = json.loads(GAP_FORMATS["json"](batch, small))["reports"]
        return [report | {"reading": None} for report in made]  # odd signs make the reader warn

    assert shape(reports(words)) == shape(reports("it"))


@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_nothing_that_steers_a_terminal_or_turns_the_writing_gets_through(
    batch_of: BatchOf, small: Taxonomy, format_: str, words: str
) -> None:
    batch = batch_of(f"Experience\nWrote {words} Python {words}\n", roles=["de"])
    out = GAP_FORMATS[format_](batch, small, explain=True)
    assert not set("\x1b\x07\x9b" + BIDI) & set(out)


@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_a_line_of_json_stays_a_line(batch_of: BatchOf, small: Taxonomy, words: str) -> None:
    lines = SKILL_FORMATS["jsonl"](batch_of(f"Experience\nWrote {words} Python\n"), small).splitlines()
    assert [json.loads(line)["source"]["file"] for line in lines] == ["cv.txt"]
