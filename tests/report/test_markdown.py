"""Batch -> Markdown: golden files, and what a résumé says is never markup."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

import made
from skillgap.model import Batch, ReadingWarning
from skillgap.report import markdown
from skillgap.taxonomy import Taxonomy

BatchOf = Callable[..., Batch]

SHOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</td></table><b>bold</b>",
    "[link](https://example.org)",
    "![picture](https://example.org/x.png)",
    "**bold** _it_ `code` ~~gone~~",
    "either|or",
    r"\*not bold\* \| \\",
    "&lt;b&gt; &amp; &copy;",
    "<https://example.org>",
    "https://example.org www.example.org",
    "$x^2$ # heading",
    "``` fence",
)


@pytest.mark.parametrize("explain", [False, True])
@pytest.mark.parametrize(("kind", "roles"), [("analyze", ["de"]), ("analyze_two", ["de", "me"]), ("ranking", [])])
def test_reports_are_as_they_were(
    golden, batch_of: BatchOf, small: Taxonomy, kind: str, roles: list[str], *, explain: bool
) -> None:
    printed = markdown.render_gaps(batch_of(roles=roles), small, explain=explain)
    golden(f"{kind}_markdown{'_explained' if explain else ''}", printed)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_shown_as_they_stand(words: str) -> None:
    assert text_of(SHOWN.renderInline(markdown.escape(words))) == words


@pytest.mark.parametrize("words", HOSTILE)
def test_a_resume_changes_nothing_but_its_own_words(batch_of: BatchOf, small: Taxonomy, words: str) -> None:
    plain = SHOWN.render(markdown.render_gaps(batch_of("Experience\nWrote it in Python\n", roles=["de"]), small))
    laced = SHOWN.render(markdown.render_gaps(batch_of(f"Experience\nWrote {words} in Python\n", roles=["de"]), small))
    assert re.findall("<[^>]*>", laced) == re.findall("<[^>]*>", plain)
    assert f"Wrote {words} in Python" in text_of(laced)


@pytest.mark.parametrize("name", ["<b>cv.txt", "cv\u202e.txt", "[cv](x).txt", "`cv`.txt", "cv\n# more.txt"], ids=ascii)
def test_a_file_name_is_shown_as_it_stands(batch_of: BatchOf, small: Taxonomy, name: str) -> None:
    batch = batch_of(roles=["de"])
    document = batch.profiles[0].document
    profile = replace(batch.profiles[0], document=replace(document, source=replace(document.source, file=name)))
    renamed = replace(batch, profiles=(profile,), reports=(replace(batch.reports[0], profile=profile),))
    first = SHOWN.render(markdown.render_gaps(renamed, small)).split("\n")[0]
    assert text_of(first) == f"{name.replace(chr(0x202E), chr(0xFFFD)).replace(chr(10), ' ')} against Data Engineer"


def test_no_control_character_gets_through(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of("Experience\nWrote Python\n", roles=["de"])
    (report,) = batch.reports
    worse = tuple(replace(f, evidence=(made.evidence(line="\x1b[31m it\u202e"),)) for f in report.findings)
    out = markdown.render_gaps(replace(batch, reports=(replace(report, findings=worse),)), small)
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_warnings_are_noted(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of()
    document = replace(batch.profiles[0].document, warnings=(ReadingWarning("second_reader", "check the *text*"),))
    out = markdown.render_gaps(replace(batch, profiles=(replace(batch.profiles[0], document=document),)), small)
    assert out == "> Note: check the \\*text\\*\n"


def text_of(shown: str) -> str:
    """Return the text of what is shown."""
    return html.unescape(re.sub("<[^>]*>", "", shown)).strip()
