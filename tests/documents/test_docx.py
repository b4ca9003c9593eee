"""Word files: what is read, in which order, what is left out, what can't be seen, and files that mean harm."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx as python_docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_files import p, table, with_parts, word

from skillgap.documents import archive, docx
from skillgap.documents.content import Content
from skillgap.documents.words import assemble
from skillgap.errors import UnreadableFile

BULLETED = '<w:pStyle w:val="ListBullet"/>'
WHITE = '<w:color w:val="FFFFFF"/>'
DARK = '<w:shd w:val="clear" w:fill="1F3864"/>'
HEAD = "<w:p><w:r><w:t>Python</w:t></w:r></w:p>"


def text_of(*blocks: str, **options: object) -> str:
    return text(word(*blocks, **options))  # type: ignore[arg-type]


def text(data: bytes) -> str:
    return assemble(docx.read(Content("cv.docx", "docx", data)).words)[0]


def hidden(*blocks: str, **options: object) -> list[str]:
    data = word(*blocks, **options)  # type: ignore[arg-type]
    return [w.text for w in docx.read(Content("cv.docx", "docx", data)).words if w.hidden]


def code_of(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as raised:
        docx.read(Content("cv.docx", "docx", data))
    return raised.value.code


def run(inside: str) -> str:
    return f"<w:p><w:r>{inside}</w:r></w:p>"


def test_paragraphs_are_lines_and_empty_ones_leave_a_line_empty() -> None:
    assert text_of(p("Skills"), p("Python"), p(), p("  "), p("SQL")) == "Skills\nPython\n\nSQL"


def test_there_is_one_page_and_there_are_no_places() -> None:
    reading = docx.read(Content("cv.docx", "docx", word(p("Python"))))
    assert (reading.engine, reading.pages, reading.warnings) == ("python-docx", 1, ())
    assert [(w.page, w.box, w.hidden) for w in reading.words] == [(1, None, False)]


def test_runs_go_on_in_the_same_word() -> None:
    assert text_of("<w:p><w:r><w:t>Py</w:t></w:r><w:proofErr/><w:r><w:t>thon</w:t></w:r></w:p>") == "Python"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:t>Python</w:t><w:tab/><w:t>SQL</w:t>", "Python SQL"),
        ("<w:t>Python</w:t><w:br/><w:t>SQL</w:t>", "Python\nSQL"),
        ('<w:t>Python</w:t><w:br w:type="page"/><w:t>SQL</w:t>', "Python\nSQL"),
        ("<w:t>Py</w:t><w:softHyphen/><w:t>thon</w:t>", "Python"),
        ("<w:t>scikit</w:t><w:noBreakHyphen/><w:t>learn</w:t>", "scikit-learn"),
        ('<w:sym w:font="Wingdings" w:char="F0B7"/><w:t>Python</w:t>', "Python"),
        ("<w:t>Py\nthon</w:t>", "Py thon"),
        ("<w:lastRenderedPageBreak/><w:t>Python</w:t>", "Python"),
    ],
    ids=["tab", "break", "page break", "soft hyphen", "hard hyphen", "symbol", "line break in a text", "rendered break"],
)
def test_marks_inside_runs(inside: str, expected: str) -> None:
    assert text_of(run(inside)) == expected


def test_a_paragraphs_tab_stops_are_no_text() -> None:
    assert text_of(p("Python", '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>')) == "Python"


def test_links_and_content_controls_and_formulas_are_read() -> None:
    link = '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>GitHub</w:t></w:r></w:hyperlink></w:p>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Python')}</w:sdtContent></w:sdt>"
    formula = "<w:p><m:oMath><m:r><m:t>n=12</m:t></m:r></m:oMath></w:p>"
    assert text_of(link, control, formula) == "GitHub\nPython\nn=12"


def test_of_tracked_changes_the_new_text_is_read() -> None:
    kept = "<w:ins><w:r><w:t>Python</w:t></w:r></w:ins>"
    gone = "<w:del><w:r><w:delText>Perl</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>COBOL</w:t></w:r></w:moveFrom>"
    assert text_of(f"<w:p>{gone}{kept}<w:moveTo><w:r><w:t> SQL</w:t></w:r></w:moveTo></w:p>") == "Python SQL"


def test_of_fields_the_result_is_read() -> None:
    simple = '<w:fldSimple w:instr="DOCPROPERTY Skill"><w:r><w:t>Python</w:t></w:r></w:fldSimple>'
    parts = ('<w:fldChar w:fldCharType="begin"/>', "<w:instrText> HYPERLINK Perl </w:instrText>", "<w:t>SQL</w:t>")
    assert text_of(f"<w:p>{simple}</w:p>", "<w:p>" + "".join(f"<w:r>{part}</w:r>" for part in parts) + "</w:p>") == "Python\nSQL"


@pytest.mark.parametrize(
    "properties",
    [BULLETED, '<w:pStyle w:val="ListNumber"/>', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'],
    ids=["style", "numbers", "by hand"],
)
def test_items_of_lists_have_a_bullet(properties: str) -> None:
    assert text_of(p("Duties"), p("Python", properties)) == "Duties\n• Python"


def test_what_is_taken_out_of_a_list_and_headings_have_none() -> None:
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    numbered = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    assert text_of(p("Python", BULLETED + off), p("Skills", f'<w:pStyle w:val="Heading1"/>{numbered}')) == "Python\nSkills"


def test_tables_stand_where_they_are() -> None:
    assert text_of(p("Before"), table([p("A"), p("B")], [p("C"), p("D")]), p("After")) == "Before\nA\nB\nC\nD\nAfter"


def test_the_paragraphs_of_a_cell_are_lines_and_empty_ones_around_them_are_none() -> None:
    assert text_of(table([p() + p("A") + p("B") + p(), p(), p("C")])) == "A\nB\nC"


def test_a_date_stands_in_the_line_of_what_is_beside_it() -> None:
    rows = [p("03/2019 – 06/2021"), p("Data Engineer") + p("Acme")], [p("Data Analyst"), p("2015 – 2018")]
    assert text_of(table(*rows)) == "03/2019 – 06/2021 Data Engineer\nAcme\nData Analyst\n2015 – 2018"


def test_rows_of_a_grid_are_lines() -> None:
    rows = [[p("Skill"), p("Level"), p("Years")], [p("R"), p("beginner"), p("1")]]
    assert text_of(table(*rows)) == "Skill Level Years\nR beginner 1"


def test_tables_in_tables_are_read_in_their_place() -> None:
    assert text_of(table([p("A") + table([p("B"), p("C")]) + p(), p("D")])) == "A\nB\nC\nD"


def test_merged_cells_are_read_once() -> None:
    document = python_docx.Document()
    grid = document.add_table(rows=3, cols=2)
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "Wide"
    grid.cell(1, 0).merge(grid.cell(2, 0)).text = "High"
    grid.cell(1, 1).text, grid.cell(2, 1).text = "A", "B"
    assert text_of(document=document) == "Wide\nHigh\nA\nB"


def box(inside: str, fallback: str | None = None) -> str:
    first = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>'
    second = f"<w:pict><v:textbox><w:txbxContent>{fallback or inside}</w:txbxContent></v:textbox></w:pict>"
    return f"<mc:AlternateContent>{first}<mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>"


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    around = f"<w:p><w:r><w:t>Na</w:t></w:r><w:r>{box(p('Python') + p('SQL'))}</w:r><w:r><w:t>me</w:t></w:r></w:p>"
    assert text_of(around, p("After")) == "Name\nPython\nSQL\nAfter"


def test_text_boxes_keep_their_order_also_in_each_other() -> None:
    inner = f"<w:p><w:r><w:t>B</w:t></w:r><w:r>{box(p('C'))}</w:r></w:p>"
    assert text_of(f"<w:p><w:r><w:t>A</w:t></w:r><w:r>{box(inner)}</w:r><w:r>{box(p('D'))}</w:r></w:p>") == "A\nB\nC\nD"


def test_an_old_text_box_is_read() -> None:
    assert text_of(run(f"<w:pict><v:textbox><w:txbxContent>{p('Python')}</w:txbxContent></v:textbox></w:pict>")) == "Python"


def test_headers_come_first_and_footers_last_each_once() -> None:
    document = python_docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ida Marlowe"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_section().header.is_linked_to_previous = True
    other = document.add_section()
    other.header.is_linked_to_previous = False
    other.header.paragraphs[0].text = "Ida Marlowe"
    assert text_of(p("Skills"), document=document) == "Ida Marlowe\n\nSkills\n\nPage 1"


def test_the_header_of_the_first_page_is_read_where_it_is_shown() -> None:
    document = python_docx.Document()
    section = document.sections[0]
    section.first_page_header.paragraphs[0].text = "First"
    section.even_page_header.paragraphs[0].text = "Even"
    assert text_of(p("Skills"), document=document) == "Skills"
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    assert set(text_of(document=document).split()) == {"First", "Even", "Skills"}


@pytest.mark.parametrize(
    "letters",
    ["<w:vanish/>", WHITE, '<w:color w:val="fefefe"/>', '<w:sz w:val="3"/>', '<w:sz w:val="2"/>', '<w:rStyle w:val="Ghost"/>'],
)
def test_letters_that_cannot_be_seen_are_marked(letters: str) -> None:
    ghost = f'<w:style w:type="character" w:styleId="Ghost"><w:rPr>{WHITE}</w:rPr></w:style>'
    assert hidden(p("Python"), p("Rust Go", letters=letters), styles=ghost) == ["Rust", "Go"]


@pytest.mark.parametrize(
    "letters",
    [
        '<w:vanish w:val="0"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="AAAAAA"/>',
        '<w:sz w:val="8"/>',
        f'{WHITE}<w:highlight w:val="black"/>',
        f"{WHITE}{DARK}",
    ],
)
def test_letters_that_can_be_seen_are_not(letters: str) -> None:
    assert hidden(p("Python", letters=letters)) == []


def test_a_style_hides_and_a_run_shows_again() -> None:
    base = f'<w:style w:type="paragraph" w:styleId="Base"><w:rPr>{WHITE}</w:rPr></w:style>'
    style = '<w:style w:type="paragraph" w:styleId="Ghost"><w:basedOn w:val="Base"/></w:style>'
    loop = '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
    paragraphs = [p("Rust", '<w:pStyle w:val="Ghost"/>'), p("Go", '<w:pStyle w:val="Ghost"/>', '<w:color w:val="000000"/>')]
    assert hidden(*paragraphs, p("SQL", '<w:pStyle w:val="Loop"/>'), styles=base + style + loop) == ["Rust"]


@pytest.mark.parametrize(
    "block",
    [
        p("Python", DARK, WHITE),
        table([p("Python", letters=WHITE)], cell=DARK),
        table([p("Python", letters=WHITE)], style="Dark"),
        run(box(p("Python", letters=WHITE))),
    ],
    ids=["paragraph", "cell", "table style", "text box"],
)
def test_white_letters_on_a_ground_can_be_seen(block: str) -> None:
    style = f'<w:style w:type="table" w:styleId="Dark"><w:tblStylePr w:type="firstRow"><w:tcPr>{DARK}</w:tcPr></w:tblStylePr></w:style>'
    assert hidden(block, styles=style) == []


def test_white_letters_on_a_white_ground_cannot() -> None:
    white = '<w:shd w:val="clear" w:fill="FFFFFF"/>'
    assert hidden(table([p("Rust", letters=WHITE)], cell=white), p("Go", white, WHITE)) == ["Rust", "Go"]


def test_white_letters_may_stand_on_a_shape_behind_the_text() -> None:
    shape = run('<w:drawing><wp:anchor behindDoc="1"/></w:drawing>')
    assert hidden(shape, p("Python", letters=WHITE)) == []
    assert hidden(shape, p("Rust", letters="<w:vanish/>")) == ["Rust"]


def test_an_empty_file_has_no_words() -> None:
    assert text_of() == ""


def document_xml(xml: str) -> bytes:
    return with_parts(word(p("Python")), {"word/document.xml": xml.encode()})


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 word/document.xml",
        word(p("Python"))[:2000],
        document_xml("<w:document"),
        document_xml("<html><body>Python</body></html>"),
        with_parts(word(p("Python")), {"[Content_Types].xml": b"<Types/>"}),
        with_parts(word(p("Python")), {"_rels/.rels": b"no xml"}),
    ],
    ids=["no directory", "cut", "no XML", "other XML", "no types", "no relations"],
)
def test_a_broken_file_is_damaged(data: bytes) -> None:
    assert code_of(data) == "damaged"


def test_entities_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET", encoding="utf-8")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    doctype = f'<!DOCTYPE d [<!ENTITY file SYSTEM "{secret.as_uri()}"><!ENTITY word "Rust">]>'
    body = "<w:p><w:r><w:t>Python &file; &word;</w:t></w:r></w:p>"
    assert text(document_xml(f"{doctype}<w:document {space}><w:body>{body}</w:body></w:document>")) == "Python"


def test_deep_nesting_is_read_or_damaged() -> None:
    deep = p("Python")
    for _ in range(40):
        deep = table([deep + p()])
    assert text_of(deep) == "Python"
    for _ in range(60):
        deep = f"<w:sdt><w:sdtContent>{deep}</w:sdtContent></w:sdt>"
    xml = (
        f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{deep}</w:body></w:document>'
    )
    assert code_of(document_xml(xml)) == "damaged"


def test_what_unpacks_to_too_much_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = with_parts(word(p("Python")), {"word/media/image1.png": b"\0" * (archive.MAX_SMALL + 1)})
    assert len(bomb) < 200_000
    assert code_of(bomb) == "too_large"
    monkeypatch.setattr(archive, "MAX_TOTAL", 10_000)
    assert code_of(word(p("Python"))) == "too_large"


def test_a_zip_file_with_a_password_is_encrypted() -> None:
    data = bytearray(word(p("Python")))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert code_of(bytes(data)) == "encrypted"


def test_an_error_never_quotes_the_text() -> None:
    with pytest.raises(UnreadableFile) as raised:
        docx.read(Content("cv.docx", "docx", document_xml("<w:document>Marlowe")))
    assert "Marlowe" not in str(raised.value)


def read_or_refuse(data: bytes) -> None:
    try:
        docx.read(Content("cv.docx", "docx", data))
    except UnreadableFile as error:
        assert error.code in {"damaged", "encrypted", "too_large"}


SMALL = with_parts(word(p("Python")), {"word/styles.xml": b"<w/>"})
same_each_time = settings(derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@given(data=st.binary())
@same_each_time
def test_any_bytes_behind_the_magic_are_words_or_an_error(data: bytes) -> None:
    read_or_refuse(b"PK\x03\x04" + data)


@given(cut=st.integers(0, len(SMALL)), length=st.integers(0, 40), junk=st.binary(max_size=20))
@same_each_time
def test_a_damaged_file_is_words_or_an_error(cut: int, length: int, junk: bytes) -> None:
    read_or_refuse(SMALL[:cut] + junk + SMALL[cut + length :])


@given(data=st.binary(), name=st.sampled_from(["word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"]))
@same_each_time
def test_any_bytes_in_a_part_are_words_or_an_error(data: bytes, name: str) -> None:
    read_or_refuse(with_parts(SMALL, {name: data}))


TAGS = st.sampled_from(["p", "r", "t", "tbl", "tr", "tc", "sdt", "pPr", "rPr", "numPr", "txbxContent", "br", "del", "color"])
XML = st.recursive(
    st.builds(lambda tag: f'<w:{tag} w:val="x">a</w:{tag}>', TAGS),
    lambda inner: st.builds(lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>", TAGS, st.lists(inner, max_size=3)),
)


@given(body=XML)
@same_each_time
def test_any_elements_in_any_place_are_words_or_an_error(body: str) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    parts = {"word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()}
    read_or_refuse(with_parts(SMALL, parts))


def test_the_directory_of_what_is_no_zip_file_is_none() -> None:
    assert archive.entries(b"Python") is None
    with zipfile.ZipFile(io.BytesIO(), "w") as empty:
        assert empty.namelist() == []
