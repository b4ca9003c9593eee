"""Text and Markdown."""

from __future__ import annotations

import codecs

import pytest

from skillgap.documents.content import Content
from skillgap.documents.plain import decode, read
from skillgap.documents.words import assemble

RESUME = "Ida Größe\r\nPython – SQL"


def text_of(data: str | bytes, format_: str = "text") -> str:
    data = data.encode() if isinstance(data, str) else data
    return assemble(read(Content("cv", format_, data)).words)[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_told(encoding: str) -> None:
    assert decode(RESUME.encode(encoding)) == RESUME


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
    ids=["utf-8", "little", "big"],
)
def test_a_byte_order_mark_is_no_character(bom: bytes, encoding: str) -> None:
    assert decode(bom + RESUME.encode(encoding)) == RESUME


def test_a_byte_order_mark_is_believed_where_the_rest_is_broken() -> None:
    assert decode(codecs.BOM_UTF8 + b"Python \xff") == "Python \ufffd"
    assert decode(codecs.BOM_UTF16_LE + "Go".encode("utf-16-le") + b"x") == "Go\ufffd"


def test_windows_punctuation_is_read() -> None:
    assert decode(b"Acme\x92s 2019 \x96 2021 \x95 \x80") == "Acme’s 2019 – 2021 • €"


def test_bytes_that_are_in_no_code_page_are_replaced() -> None:
    assert decode(b"Gr\xf6\x81e") == "Grö\ufffde"


def test_an_utf32_text_with_a_mark_is_read() -> None:
    assert text_of("Python SQL".encode("utf-32")) == "Python SQL"


def test_a_form_feed_begins_a_page() -> None:
    reading = read(Content("cv", "text", b"Ada\fPython\nSQL\f\fGo"))
    assert reading.pages == 4
    assert [(w.text, w.page) for w in reading.words] == [("Ada", 1), ("Python", 2), ("SQL", 2), ("Go", 4)]
    assert assemble(reading.words)[0] == "Ada\n\nPython\nSQL\n\nGo"


def test_text_has_no_boxes_and_no_warnings() -> None:
    reading = read(Content("cv", "text", b"Python"))
    assert (reading.engine, reading.warnings, reading.words[0].box) == ("text", (), None)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_and_empty_lines_remain(newline: str) -> None:
    assert text_of(newline.join(["Skills", "Python  SQL", "", "", "Projects", ""])) == "Skills\nPython SQL\n\nProjects"


@pytest.mark.parametrize("space", ["  ", "\t", "\u00a0", "\u3000"])
def test_other_white_space_is_a_space(space: str) -> None:
    assert text_of(f"Python{space}SQL") == "Python SQL"


def test_a_line_of_spaces_is_an_empty_line() -> None:
    assert text_of("Python\n   \nSQL") == "Python\n\nSQL"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# Skills", "Skills"),
        ("###### Skills", "Skills"),
        ("  ## Skills", "Skills"),
        ("Python\n## Skills\nSQL", "Python\nSkills\nSQL"),
        ("**Python** and __SQL__", "Python and SQL"),
        ("`pandas`, ``numpy``", "pandas, numpy"),
        ("```\ncode\n```", "code"),
        ("[Acme](https://example.org/go/python)", "Acme"),
        ("![Badge](badge.svg) Python", "Badge Python"),
        ("[Acme] Python", "Acme Python"),
        ("Skills\n------\nPython", "Skills\n\nPython"),
        ("Python\n\n---\n\nSQL", "Python\n\nSQL"),
        ("| Tool | Years |\n|:-----|------:|\n| SQL | 3 |", "| Tool | Years |\n\n| SQL | 3 |"),
        ("- Python\n- SQL", "- Python\n- SQL"),
        ("* Python\n* C# and F#", "* Python\n* C# and F#"),
        ("C++, .NET, node.js, #1", "C++, .NET, node.js, #1"),
        ("snake_case (2019)", "snake_case (2019)"),
    ],
)
def test_markdown_marks_are_taken_out(markdown: str, text: str) -> None:
    assert text_of(markdown, "markdown") == text


@pytest.mark.parametrize("marks", ["# Skills", "**Python**", "`SQL`", "[Acme](https://example.org)", "-----"])
def test_marks_in_plain_text_remain(marks: str) -> None:
    assert text_of(marks) == marks


def test_an_empty_line_before_a_markdown_heading_remains() -> None:
    assert text_of("Python\n\n# Projects", "markdown") == "Python\n\nProjects"


@pytest.mark.parametrize(
    "markdown", ["*Python* and SQL", "_Python_ and SQL", "***Python*** and SQL", "**Python** and *SQL*", "__Python and SQL__"]
)
def test_emphasis_marks_are_taken_out(markdown: str) -> None:
    assert text_of(markdown, "markdown") == "Python and SQL"


@pytest.mark.parametrize("text", ["(Python, SQL)", "scikit-learn", "Python: 3 years"])
def test_emphasis_leaves_no_gap(text: str) -> None:
    marked = text.replace("Python", "**Python**").replace("scikit", "**scikit**")
    assert text_of(marked, "markdown") == text


@pytest.mark.parametrize("text", ["2 * 3 * 4", "A. Moreau*, T. Abiola*, K. Lindgren", "snake_case_name", "*.py, *.sql"])
def test_other_stars_and_underscores_remain(text: str) -> None:
    assert text_of(text, "markdown") == text


@pytest.mark.parametrize(
    ("text", "format_", "look"),
    [
        ("# Skills", "markdown", "heading 1"),
        ("### Skills", "markdown", "heading 3"),
        ("Skills\n------", "markdown", "heading -"),
        ("Skills\n======", "text", "heading ="),
        ("Skills\n\n------", "text", ""),
        ("# Skills", "text", ""),
    ],
)
def test_a_heading_says_its_level(text: str, format_: str, look: str) -> None:
    (word, *_) = (w for w in read(Content("cv", format_, text.encode())).words if w.text == "Skills")
    assert word.look == look
