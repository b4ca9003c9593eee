"""Bytes of small Word files, of the XML that a test says, and what is read of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
from docx.document import Document
from docx.oxml import parse_xml

from skillgap.documents import docx as docx_reader
from skillgap.documents.content import Content
from skillgap.documents.words import RawWord, assemble

NAMESPACES = (
    " ".join(
        f'xmlns:{prefix}="http://schemas.{uri}"'
        for prefix, uri in {
            "w": "openxmlformats.org/wordprocessingml/2006/main",
            "m": "openxmlformats.org/officeDocument/2006/math",
            "mc": "openxmlformats.org/markup-compatibility/2006",
            "wp": "openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            "wps": "microsoft.com/office/word/2010/wordprocessingShape",
        }.items()
    )
    + ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def p(text: str = "", properties: str = "", letters: str = "") -> str:
    """Return a paragraph of one run."""
    run = f'<w:r><w:rPr>{letters}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def table(*rows: list[str], style: str = "", cell: str = "") -> str:
    """Return a table; each cell is the XML of its blocks."""
    cells = ("".join(f"<w:tc><w:tcPr>{cell}</w:tcPr>{blocks}</w:tc>" for blocks in row) for row in rows)
    properties = f'<w:tblStyle w:val="{style}"/>' if style else ""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def run(inside: str) -> str:
    """Return a paragraph of one run with these elements."""
    return f"<w:p><w:r>{inside}</w:r></w:p>"


def box(inside: str) -> str:
    """Return a text box, for new programs and once more for old ones."""
    text = f"<w:txbxContent>{inside}</w:txbxContent>"
    first = f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{text}</wps:txbx></w:drawing></mc:Choice>'
    second = f"<mc:Fallback><w:pict><v:textbox>{text}</v:textbox></w:pict></mc:Fallback>"
    return f"<mc:AlternateContent>{first}{second}</mc:AlternateContent>"


def word(*blocks: str, document: Document | None = None, styles: str = "") -> bytes:
    """Return a Word file with these blocks in its body. `styles` are more of its styles."""
    document = document or docx.Document()
    body = document.element.body
    for block in parse_xml(f"<w:body {NAMESPACES}>{''.join(blocks)}</w:body>"):
        body.insert(len(body) - 1, block)
    for style in parse_xml(f"<w:styles {NAMESPACES}>{styles}</w:styles>"):
        document.styles.element.append(style)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a Word file in which some parts have other bytes."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            new.writestr(name, parts.get(name) if name in parts else old.read(name))
    return result.getvalue()


def words_of(data: bytes) -> tuple[RawWord, ...]:
    """Return the words of a Word file."""
    return docx_reader.read(Content("cv.docx", "docx", data)).words


def text_of(*blocks: str, document: Document | None = None) -> str:
    """Return the text of a Word file with these blocks."""
    return assemble(words_of(word(*blocks, document=document)))[0]
