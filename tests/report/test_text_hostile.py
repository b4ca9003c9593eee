"""Batch -> text: nothing that a résumé or a file name says reaches a terminal as a command or as markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest

from skillgap.model import Batch
from skillgap.report import text
from skillgap.report.look import PLAIN, Look
from skillgap.taxonomy import Taxonomy

BatchOf = Callable[..., Batch]

ANSI = re.compile(r"\x1b\[[\d;]*m")
# Unicode's Bidi_Control characters.
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def rendered(batch: Batch, taxonomy: Taxonomy, look: Look = PLAIN) -> str:
    """Return the profile and the reports of a batch."""
    return "".join(render(batch, taxonomy, look, explain=True) for render in (text.render_skills, text.render_gaps))


def test_rich_markup_is_printed_as_it_stands(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of("Experience\nWrote [red]Python[/red] and [link=https://example.org]SQL[/link] :smile:\n", roles=["de"])
    out = rendered(batch, small, Look(200, colour=True))
    assert "[red]Python[/red] and [link=https://example.org]SQL[/link] :smile:" in ANSI.sub("", out)
    assert "\x1b]8" not in out


def test_markup_in_a_file_name_is_printed_as_it_stands(batch_of: BatchOf, small: Taxonomy) -> None:
    out = rendered(batch_of(roles=["de"], name="[bold]cv[bold].txt"), small)
    assert out.count("[bold]cv[bold].txt") == 2


def test_no_control_character_of_a_resume_gets_through(batch_of: BatchOf, small: Taxonomy) -> None:
    controls = "".join(map(chr, (*range(1, 9), 11, *range(14, 32), *range(127, 160))))
    batch = batch_of(
        f"Skills\nPython, SQL{controls}, Frob\x1b[31mnicator, Dock\x07er\n\x1b]0;title\x07 Go {controls} Rust\n", roles=["de"]
    )
    assert bad(rendered(batch, small)) == set()


@pytest.mark.parametrize(
    "control", ["\x1b[31m", "\x1b]8;;https://example.org\x07", "\x00", "\r", "\x7f", "\x9b31m", *BIDI[1:]], ids=ascii
)
def test_what_a_reader_let_through_is_replaced(batch_of: BatchOf, small: Taxonomy, control: str) -> None:
    assert bad(rendered(laced(batch_of(roles=["de"]), control), small)) == set()


def test_the_arabic_letter_mark_is_replaced(batch_of: BatchOf, small: Taxonomy) -> None:
    assert bad(rendered(laced(batch_of(roles=["de"]), BIDI[0]), small)) == set()


@pytest.mark.parametrize("name", ["cv\x1b[31m.txt", "cv\u202e.txt", "cv\r.txt"], ids=ascii)
def test_no_control_character_of_a_file_name_gets_through(batch_of: BatchOf, small: Taxonomy, name: str) -> None:
    assert bad(rendered(batch_of(roles=["de"], name=name), small)) == set()


def bad(printed: str) -> set[str]:
    """Return the characters of a text that a terminal could take for a command."""
    return {c for c in printed if (unicodedata.category(c) == "Cc" and c != "\n") or c in BIDI}


def laced(batch: Batch, control: str) -> Batch:
    """Return a batch in which every text of the résumé has a control character in it."""
    (profile,), (report,) = batch.profiles, batch.reports

    def spoil(shown):
        return replace(shown, evidence=tuple(replace(e, text=e.text + control, line=control + e.line) for e in shown.evidence))

    worse = replace(
        profile,
        skills=tuple(map(spoil, profile.skills)),
        unlisted=tuple(replace(u, text=control + u.text) for u in profile.unlisted),
        dropped=tuple(replace(d, text=d.text + control, detail=control) for d in profile.dropped),
    )
    findings = tuple(spoil(f) for f in report.findings)
    return replace(batch, profiles=(worse,), reports=(replace(report, profile=worse, findings=findings),))
