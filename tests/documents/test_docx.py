"""Word files: what is read, in which order, and what is left out."""

from __future__ import annotations

import docx as python_docx
import pytest
from word_files import box, p, run, table, text_of, word

from skillgap.documents import docx
from skillgap.documents.content import Content

BULLETED = '<w:pStyle w:val="ListBullet"/>'


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


def test_rows_may_be_in_content_controls() -> None:
    row = f"<w:sdt><w:sdtContent><w:tr><w:tc>{p('A')}</w:tc></w:tr></w:sdtContent></w:sdt>"
    assert text_of(f"<w:tbl>{row}</w:tbl>", p("B")) == "A\nB"


def test_merged_cells_are_read_once() -> None:
    document = python_docx.Document()
    grid = document.add_table(rows=3, cols=2)
    grid.cell(0, 0).merge(grid.cell(0, 1)).text = "Wide"
    grid.cell(1, 0).merge(grid.cell(2, 0)).text = "High"
    grid.cell(1, 1).text, grid.cell(2, 1).text = "A", "B"
    assert text_of(document=document) == "Wide\nHigh\nA\nB"


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


def test_an_empty_file_has_no_words() -> None:
    assert text_of() == ""
