"""HTML pages: what is read, how lines break, what is left out, what can't be seen, which encoding."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.documents import html
from skillgap.documents.content import Content
from skillgap.documents.words import assemble


def read(page: str | bytes) -> list[tuple[str, bool]]:
    data = page.encode() if isinstance(page, str) else page
    return [(w.text, w.hidden) for w in html.read(Content("cv.html", "html", data)).words]


def text_of(page: str | bytes) -> str:
    data = page.encode() if isinstance(page, str) else page
    return assemble(html.read(Content("cv.html", "html", data)).words)[0]


def hidden(page: str) -> list[str]:
    return [word for word, unseen in read(page) if unseen]


def test_there_is_one_page_and_there_are_no_places() -> None:
    reading = html.read(Content("cv.html", "html", b"<p>Python"))
    assert (reading.engine, reading.pages, reading.warnings) == ("lxml", 1, ())
    assert [(w.page, w.box) for w in reading.words] == [(1, None)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<h2>Skills</h2><p>Python</p><p>SQL", "Skills\n\nPython\n\nSQL"),
        ("<div>Skills</div><div><div>Python</div></div>", "Skills\nPython"),
        ("Skills<br>Python<br/>SQL", "Skills\nPython\nSQL"),
        ("Skills<br><br>Python", "Skills\n\nPython"),
        ("<ul><li>Python</li><li>SQL</ul>Go", "• Python\n• SQL\n\nGo"),
        ("<ul><li><p>Python</p><p>SQL</p></li></ul>", "• Python\n\nSQL"),
        ("<ul><li>A<ul><li>B</ul></ul>", "• A\n\n• B"),
        ("<table><tr><th>Skill<th>Level<tr><td>SQL</td><td>good</td></tr></table>", "Skill Level\nSQL good"),
        ("<p>Py<b>tho</b>n, C<sup>++</sup></p>", "Python, C++"),
        ("<b>Engineer</b><i>2019</i>", "Engineer 2019"),
        ("<span>Python</span><span>SQL</span>", "Python SQL"),
        ("<span style='display:block'>Python</span><span>SQL</span>", "Python\nSQL"),
        ("Py<!-- no -->thon", "Python"),
        ("Py&shy;thon &amp; C&#43;&#43;", "Python & C++"),
        ("  Python \n\n SQL ", "Python SQL"),
        ("<pre>Python  3\n\nSQL\nGo</pre>", "Python 3\n\nSQL\nGo"),
        ("<dl><dt>Languages<dd>Python</dl>", "Languages\nPython"),
        ("Python<wbr>ista", "Pythonista"),
        ("a<img src=x>b", "a b"),
        ("Python<hr>SQL", "Python\n\nSQL"),
    ],
)
def test_lines_are_those_of_the_page(page: str, expected: str) -> None:
    assert text_of(page) == expected


@pytest.mark.parametrize(
    "page",
    [
        "<title>CV</title>",
        "<script>var Perl</script>",
        "<style>p{color:red}</style>",
        "<template><p>Perl</p></template>",
        "<noscript>Perl</noscript>",
        "<img alt='Ida Marlowe at the sea' title=Perl src=x>",
        "<textarea>Perl</textarea>",
        "<?php Perl ?>",
        "<!-- Perl -->",
        "<svg><title>Perl</title><desc>Perl</desc></svg>",
        "<meta name=keywords content=Perl>",
        "<input value=Perl>",
    ],
)
def test_what_a_page_does_not_show_as_text_is_left_out(page: str) -> None:
    assert text_of(f"<p>Python {page} SQL</p>").split() == ["Python", "SQL"]


@pytest.mark.parametrize(
    "attributes",
    [
        "hidden",
        "style='display:none'",
        "style='DISPLAY : None !important'",
        "style='visibility:hidden'",
        "style='opacity:0'",
        "style='opacity: 0.0'",
        "style='font-size:1px'",
        "style='font-size:0'",
        "style='font-size:0.05em'",
        "style='font:1px/1 serif'",
        "style='color:white'",
        "style='color:#fff'",
        "style='color:#FEFEFE'",
        "style='color:rgb(255, 255, 255)'",
        "style='color:rgba(0,0,0,0)'",
        "style='color:transparent'",
        "style='color:#fff;background:white'",
        "style='position:absolute;left:-9999px'",
    ],
)
def test_what_cannot_be_seen_is_marked(attributes: str) -> None:
    assert hidden(f"<p>Python</p><p {attributes}>Rust <b>Go</b></p><p>SQL</p>") == ["Rust", "Go"]


@pytest.mark.parametrize(
    "attributes",
    [
        "style='color:#999'",
        "style='color:white;background:#123'",
        "style='color:white;background-image:url(x.png)'",
        "style='color:var(--white)'",
        "style='font-size:9pt'",
        "style='font:700 9pt/1.2 serif'",
        "style='opacity:0.5'",
        "style='visibility:visible'",
        "style='display:block;margin-left:-10px'",
        "style='nonsense'",
        "style='font-size:large;color:inherit'",
    ],
)
def test_what_can_be_seen_is_not(attributes: str) -> None:
    assert hidden(f"<p {attributes}>Python</p>") == []


def test_an_element_inside_may_be_seen_again() -> None:
    assert hidden("<div style='visibility:hidden'>Rust <b style='visibility:visible'>Python</b></div>") == ["Rust"]
    assert hidden("<div style='font-size:0'>Rust <b style='font-size:12px'>Python</b></div>") == ["Rust"]
    assert hidden("<div style='color:#fff'>Rust <b style='background:navy'>Python</b></div>") == ["Rust"]
    assert hidden("<div style='display:none'>Rust <b style='display:block'>Go</b></div>") == ["Rust", "Go"]


def test_where_seen_and_hidden_meet_a_word_ends() -> None:
    assert read("Python<span style='color:#fff'>Rust</span>") == [("Python", False), ("Rust", True)]


@pytest.mark.parametrize(
    ("css", "attributes", "unseen"),
    [
        (".h{color:#fff}", "class=h", True),
        ("p{color:#fff}", "", True),
        ("p.h{color:#fff}", "class='a h'", True),
        ("#h{color:#fff}", "id=h", True),
        ("*{color:#fff}", "", True),
        ("a, .h /* c */ {display:none}", "class=h", True),
        ("@import url(x.css); .h{display:none}", "class=h", True),
        (".h{color:#fff} body{background:#123}", "class=h", False),
        (".h{color:#fff} .h{color:#000}", "class=h", False),
        (".h{color:#fff}", "class=h style='color:#000'", False),
        (".h{color:#fff} div .h:hover{background:#123}", "class=h", False),
        ("@media print{.h{display:none}}", "class=h", False),
        ("div .h{color:#fff}", "class=h", False),
        (".h{display:none", "class=h", False),
        ("}}{{,{.h{", "class=h", False),
    ],
)
def test_rules_of_style_sheets(css: str, attributes: str, *, unseen: bool) -> None:
    assert hidden(f"<style>{css}</style><p {attributes}>Python</p>") == ["Python"] * unseen


def test_what_stands_behind_letters_may_be_in_another_file() -> None:
    assert hidden("<link rel=stylesheet href=x.css><p style='color:#fff'>Python</p>") == []


@pytest.mark.parametrize(
    "page",
    [
        "<p>Größe".encode(),
        codecs.BOM_UTF8 + "<p>Größe".encode(),
        codecs.BOM_UTF16_LE + "<p>Größe".encode("utf-16-le"),
        "<meta charset=utf-8><p>Größe".encode(),
        '<meta charset="iso-8859-1"><p>Größe'.encode("latin-1"),
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>Größe'.encode("cp1252"),
        "<p>Größe".encode("cp1252"),
        "<meta charset=utf-8><p>Größe".encode("cp1252"),
        "<meta charset=nonsense><p>Größe".encode(),
        "<meta charset=zlib><p>Größe".encode(),
        "<meta charset=utf-16><p>Größe".encode(),
        '<?xml version="1.0" encoding="utf-16"?><html><p>Größe</p></html>'.encode(),
    ],
)
def test_the_encoding_is_told(page: bytes) -> None:
    assert text_of(page) == "Größe"


def test_another_code_page_is_that_of_the_page() -> None:
    assert text_of("<meta charset=windows-1251><p>Опыт".encode("cp1251")) == "Опыт"


@pytest.mark.parametrize("page", ["", " ", "<!-- Python -->", "<html></html>", "<img src=x>", "<frameset><frame></frameset>"])
def test_a_page_without_text_has_no_words(page: str) -> None:
    assert read(page) == []


def test_deep_and_long_pages_end() -> None:
    assert isinstance(text_of("<div>" * 20_000 + "Python"), str)
    assert isinstance(text_of("<li>" * 5_000 + "Python"), str)
    assert text_of("<style>" + "{" * 100_000 + "</style>Python") == "Python"
    assert text_of("<style>" + "/*" * 100_000 + "</style>Python") == "Python"


same_each_time = settings(derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(data=st.binary(), start=st.sampled_from([b"", b"<html>", b"<!doctype html><p>", b"<style>", b"<p style='"]))
@same_each_time
def test_any_bytes_are_words(data: bytes, start: bytes) -> None:
    assert all(word.split() == [word] for word, _ in read(start + data))


PROPERTIES = st.sampled_from(["color", "background", "font", "font-size", "opacity", "left", "visibility", "display"])
VALUES = st.text("0123456789.-#%()rgbaempxt, ", max_size=12) | st.sampled_from(["white", "none", "rgb(999,1,1)", "rgba(0,0,0,.)"])


@given(declared=st.lists(st.tuples(PROPERTIES, VALUES)))
@same_each_time
def test_any_style_is_read(declared: list[tuple[str, str]]) -> None:
    style = ";".join(f"{name}:{value}" for name, value in declared)
    assert [word for word, _ in read(f'<p style="{style}">Python</p>')] == ["Python"]
