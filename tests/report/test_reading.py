"""Documents -> what a machine reads of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from skillgap.model import Batch, Document, Month, ReadingWarning, Skipped, Word
from skillgap.report import json as report_json
from skillgap.report import reading
from skillgap.report.look import Look
from skillgap.taxonomy import Taxonomy

BatchOf = Callable[..., Batch]


@pytest.fixture
def document(batch_of: BatchOf) -> Document:
    return batch_of().profiles[0].document


def with_word(document: Document, text: str, **changes: object) -> Document:
    """Return a document in which the first word that reads `text` is another."""
    at = next(i for i, w in enumerate(document.words) if document.text[w.start : w.end] == text)
    return replace(document, words=(*document.words[:at], replace(document.words[at], **changes), *document.words[at + 1 :]))


def test_a_document_is_read_as_it_was(golden, document: Document) -> None:
    golden("read", reading.render_text((document,)))


def test_documents_come_one_after_the_other(document: Document) -> None:
    assert reading.render_text((document, document)) == reading.render_text((document,)) * 2


def test_json_has_the_keys_of_the_contract(document: Document, small: Taxonomy) -> None:
    skipped = (Skipped("a.pdf", "empty", "is empty"),)
    out = json.loads(reading.render_json((document,), skipped, report_json.head(small, Month(2026, 11))))
    assert list(out) == ["schema_version", "tool", "as_of", "taxonomy", "documents", "skipped"]
    (read,) = out["documents"]
    assert list(read) == ["source", "reading", "text", "sections", "hidden"]
    assert read["text"] == document.text
    assert out["skipped"] == [{"source": {"file": "a.pdf"}, "code": "empty", "message": "is empty"}]


def test_sections_cover_the_text_and_entries_have_dates(document: Document, small: Taxonomy) -> None:
    out = json.loads(reading.render_json((document,), (), report_json.head(small, Month(2026, 11))))
    sections = out["documents"][0]["sections"]
    assert [list(s) for s in sections] == [["kind", "heading", "start", "end", "entries"]] * len(sections)
    assert [s["end"] for s in sections] == [s["start"] for s in sections[1:]] + [len(document.text)]
    (jobs,) = [s["entries"] for s in sections if s["kind"] == "experience"]
    assert [(e["from"], e["to"]) for e in jobs] == [("2021-03", "present"), ("2018-01", "2019-12")]


def test_a_hidden_word_is_marked_where_it_stands(document: Document) -> None:
    out = reading.render_text((with_word(document, "Postgres.", hidden=True),))
    assert "wrote them in Python over [hidden: Postgres.]\n" in out


@pytest.mark.parametrize(
    ("box", "why"),
    [
        (None, "marked as hidden in the file"),
        ((0.0, 0.0, 10.0, 1.9), "letters under 2 points"),
        ((0.0, 0.0, 10.0, 9.0), "nothing to be seen at its place, or letters of the colour of their background"),
    ],
    ids=["no box", "tiny", "invisible"],
)
def test_a_hidden_word_says_why(document: Document, small: Taxonomy, box: tuple[float, ...] | None, why: str) -> None:
    worse = with_word(document, "Postgres.", hidden=True, box=box)
    out = json.loads(reading.render_json((worse,), (), report_json.head(small, Month(2026, 11))))
    (hidden,) = out["documents"][0]["hidden"]
    assert (document.text[hidden["start"] : hidden["end"]], hidden["why"]) == ("Postgres.", why)


def test_warnings_come_first(document: Document) -> None:
    worse = replace(document, warnings=(ReadingWarning("second_reader", "compare it"),))
    assert reading.render_text((worse,)).splitlines()[1] == "! compare it"


def test_a_section_without_heading_and_years_without_months_say_so(batch_of: BatchOf) -> None:
    out = reading.render_text((batch_of("Nobody\nExperience\nCook, Nowhere, 2014 - 2017\n").profiles[0].document,))
    assert "[other] (goes on, or no heading)" in out
    assert "(2014-01 to 2017-12, years only)" in out


@pytest.mark.parametrize("look", [Look(60), Look(60, colour=True)], ids=["plain", "colour"])
def test_no_text_of_a_resume_is_a_command_or_wider_than_asked(document: Document, look: Look) -> None:
    text = f"[red]x[/red] \u202eabc \x9b31m {'y' * 300}"
    worse = replace(document, text=text, words=(Word(0, len(text), 1),), sections=(replace(document.sections[0], end=len(text)),))
    out = reading.render_text((worse,), look)
    assert "[red]x[/red]" in out
    assert not {"\u202e", "\x9b"} & set(out)
    assert look.colour or max(map(cell_len, out.splitlines())) <= 60


def test_a_long_line_stays_one_line_in_a_pipe(batch_of: BatchOf) -> None:
    line = "Cooked for guests from all over the world " * 9
    assert line.strip() in reading.render_text((batch_of(f"Experience\n{line}\n").profiles[0].document,))
