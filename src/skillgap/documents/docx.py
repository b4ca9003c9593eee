"""Word file (.docx) -> raw words, in the order of the file: headers, then paragraphs and tables, then footers.

A cell's paragraphs are lines; a text box comes after the paragraph that it hangs on. What tracked changes took out, the codes of
fields and comments are left out. A Word file has no fixed pages: all of it is on page 1.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element as Element

from skillgap.documents import archive
from skillgap.documents.content import Content
from skillgap.documents.flow import BLANK, BREAK, EDGE, GAP, Piece, flat, words_of
from skillgap.documents.reading import Reading
from skillgap.documents.wordlooks import NOTHING, VALUE, Look, Styles, is_white, stated
from skillgap.errors import UnreadableFile

BULLET = Piece("• ")

_P, _R, _T, _TABLE, _ROW, _CELL, _BOX = (qn(f"w:{name}") for name in ("p", "r", "t", "tbl", "tr", "tc", "txbxContent"))
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHOICES, _FALLBACK = f"{_COMPATIBLE}AlternateContent", f"{_COMPATIBLE}Fallback"

# Deleted and moved text, and codes of fields.
_LEFT_OUT = [qn(f"w:{name}") for name in ("del", "moveFrom", "instrText", "delInstrText", "rt")]

# What stands for something else than its own text.
_MARKS = {
    qn("w:tab"): GAP,
    qn("w:ptab"): GAP,
    qn("w:sym"): GAP,
    qn("w:noBreakHyphen"): Piece("-"),
    qn("w:br"): BREAK,
    qn("w:cr"): BREAK,
}

# A row of so many cells, none longer than this, is one of a grid ("R | beginner | 1"); of two the first may head the other.
GRID = 3
MAX_CELL = 40

# A date in a cell of its own: the title, in the next cell, stands in the same line of the page.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def read(content: Content) -> Reading:
    """Return the words of a Word file. Raises UnreadableFile: damaged, encrypted, too_large."""
    archive.check(content.file, content.data)
    try:
        document = docx.Document(io.BytesIO(content.data))
        words = tuple(words_of(_pieces(document)))
    except Exception as error:  # the wall to python-docx, which raises KeyError, ValueError and whatever zipfile and lxml do
        raise UnreadableFile("damaged", content.file, "can't be read as a Word file; save it again as .docx or PDF") from error
    return Reading("python-docx", 1, words, ())


def _pieces(document: Document) -> Iterator[Piece]:
    walk = _Walk(Styles(document.styles.element))
    ground = _has_ground(document)
    for part in _margins(document, "header"):
        yield from walk.blocks(part, ground=ground)
        yield BLANK
    yield from walk.blocks(_made_plain(document.element.body), ground=ground)
    for part in _margins(document, "footer"):
        yield BLANK
        yield from walk.blocks(part, ground=ground)


def _margins(document: Document, kind: str) -> list[Element]:
    """Return the headers or footers that are shown, in their order; those that say the same once."""
    references = [r for r in document.element.body.iter(qn(f"w:{kind}Reference")) if _is_shown(r, document)]
    parts = document.part.related_parts
    found = [_made_plain(parts[id_].element) for id_ in dict.fromkeys(r.get(qn("r:id")) for r in references) if id_ in parts]
    return list({"".join(element.itertext()): element for element in reversed(found)}.values())[::-1]


def _is_shown(reference: Element, document: Document) -> bool:
    """Return whether pages have a header: that of the first page and that of even ones may be switched off."""
    kind = reference.get(qn("w:type"))
    if kind == "first":
        return reference.getparent().find(qn("w:titlePg")) is not None
    return kind != "even" or document.settings.odd_and_even_pages_header_footer


def _has_ground(document: Document) -> bool:
    """Return whether letters may stand on something coloured: the page, or a shape behind the text. Where is not looked into."""
    background = document.element.find(qn("w:background"))
    if background is not None and not is_white(background.get(qn("w:color"), "FFFFFF")):
        return True
    roots = [document.element, *(e for kind in ("header", "footer") for e in _margins(document, kind))]
    return any(anchor.get("behindDoc") in ("1", "true") for root in roots for anchor in root.iter(qn("wp:anchor")))


def _made_plain(root: Element) -> Element:
    """Take out of a part what isn't read, and put each text box behind the paragraph that it hangs on."""
    for choices in list(root.iter(_CHOICES)):
        if len(choices) > 1:  # the same content once more, for programs that don't know the first
            etree.strip_elements(choices, _FALLBACK, with_tail=False)
    etree.strip_elements(root, *_LEFT_OUT, with_tail=False)
    for box in reversed(list(root.iter(_BOX))):
        if (paragraph := next(box.iterancestors(_P), None)) is not None:
            paragraph.addnext(box)
    return root


@dataclass(frozen=True, slots=True)
class _Walk:
    """Goes through the parts of a file whose styles are these. `ground` says that white letters can be seen."""

    styles: Styles

    def blocks(self, parent: Element, *, ground: bool) -> Iterator[Piece]:
        """Yield the pieces of what has paragraphs and tables, perhaps inside other things."""
        for child in parent:
            if child.tag == _P:
                yield from self._paragraph(child, ground=ground)
            elif child.tag == _TABLE:
                yield from self._table(child, ground=ground)
            else:
                # What a text box is filled with is not looked into.
                yield from self.blocks(child, ground=ground or child.tag == _BOX)

    def _paragraph(self, paragraph: Element, *, ground: bool) -> Iterator[Piece]:
        leaves = list(paragraph.iter(_T, _MATH, *_MARKS))
        look = stated(paragraph).over(self.styles.look(_style(paragraph, "w:pPr", "w:pStyle"))) if leaves else NOTHING
        pieces = list(self._letters(leaves, look, ground=ground))
        if not any(piece.text.strip() for piece in pieces):
            yield BLANK
            return
        yield EDGE
        if look.listed and not look.heading:
            yield Piece(BULLET.text, pieces[0].hidden)
        yield from pieces
        yield EDGE

    def _letters(self, leaves: list[Element], look: Look, *, ground: bool) -> Iterator[Piece]:
        for leaf in leaves:
            run = leaf.getparent()
            if leaf.tag not in _MARKS:
                style = self.styles.look(_style(run, "w:rPr", "w:rStyle"), "character")
                letters = stated(run).over(style).over(look).over(self.styles.letters)
                yield Piece(flat(leaf.text or ""), letters.is_unseen(on_ground=ground), letters.name)
            elif run.tag == _R:
                yield _MARKS[leaf.tag]

    def _table(self, table: Element, *, ground: bool) -> Iterator[Piece]:
        ground = ground or self.styles.shades(_style(table, "w:tblPr", "w:tblStyle")) or bool(stated(table).shaded)
        for row in _members(table, _ROW):
            cells = [self._cell(cell, ground=ground) for cell in _members(row, _CELL)]
            yield from _row([pieces for pieces in cells if pieces])

    def _cell(self, cell: Element, *, ground: bool) -> list[Piece]:
        """Return the pieces of a cell without breaks around them: an empty paragraph there leaves no line empty."""
        merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        if merged is not None and merged.get(VALUE) != "restart":  # the cell above goes on
            return []
        pieces = list(self.blocks(cell, ground=ground or bool(stated(cell).shaded)))
        filled = [i for i, piece in enumerate(pieces) if piece.text.strip()]
        return pieces[filled[0] : filled[-1] + 1] if filled else []


def _row(cells: list[list[Piece]]) -> Iterator[Piece]:
    """Yield the cells of a row, each in lines of its own but where the page has one: rows of a grid, the title beside a date."""
    is_grid = len(cells) >= GRID and all(len(text) <= MAX_CELL and text.isprintable() for text in map(_text, cells))
    for pieces in cells:
        yield from pieces
        yield GAP if is_grid or _is_date(_text(pieces)) else EDGE
    yield EDGE


def _members(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row; content controls may be around them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from _members(child, tag)


def _text(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _is_date(text: str) -> bool:
    return len(text) <= MAX_CELL and text.isprintable() and _YEAR.search(text) is not None


def _style(element: Element, properties: str, style: str) -> str | None:
    found = element.find(f"{qn(properties)}/{qn(style)}")
    return None if found is None else found.get(VALUE)
