"""HTML -> raw words, in the order of the text: elements that are blocks are lines, rows of tables too, items have a bullet.

The encoding is told by the byte order mark, then the page's meta element, then UTF-8, then Windows-1252. What a browser doesn't
show as text (scripts, alternatives, what pictures show) is left out. All of it is on page 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree
from lxml.etree import _Element as Element

from skillgap.documents.content import Content
from skillgap.documents.csslooks import Declarations, Look, Sheet, look_of, sheet_of
from skillgap.documents.encoding import decode
from skillgap.documents.flow import BLANK, BREAK, EDGE, GAP, STATED, Piece, flat, words_of
from skillgap.documents.reading import Reading

BULLET = "• "

_LEFT_OUT = (
    *("audio", "canvas", "datalist", "desc", "iframe", "noscript", "object"),
    *("script", "style", "template", "textarea", "title", "video"),
)

# What stands before and after elements; those of no other line break none.
_APART = ("blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul")
_LINES = (
    *("address", "article", "aside", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dt", "fieldset"),
    *("figcaption", "figure", "footer", "form", "header", "html", "legend", "li", "main", "menu", "nav", "option", "section"),
    *("summary", "tbody", "tfoot", "thead", "tr"),
)
_AROUND = {**dict.fromkeys(_APART, BLANK), **dict.fromkeys(_LINES, EDGE), **dict.fromkeys(("img", "td", "th"), GAP)}
_BLOCKS = frozenset({"block", "flex", "grid", "list-item", "table", "table-row"})

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

# What may stand in the middle of a word.
_INSIDE_WORDS = frozenset({"sub", "sup", "wbr", "br"})

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)

# Encodings of pages, and those that browsers take for them.
_KNOWN = re.compile(
    r"utf-?8|windows-125\d|cp125\d|iso-8859-\d{1,2}|koi8-[ru]|macintosh|shift_jis|euc-(?:jp|kr)|gb2312|gbk|gb18030|big5",
    re.IGNORECASE,
)
_LATIN = frozenset({"iso-8859-1", "windows-1252"})


@dataclass(frozen=True, slots=True)
class _Open:
    """An element whose end is still to come: how its letters look, whether its line breaks count, what stands around it.

    `begins_item`: nothing stands between its beginning and the bullet of the item that it is or is in. `heading` is the look of
    the heading that it is or is in.
    """

    look: Look
    keeps_lines: bool = False
    around: Piece | None = None
    begins_item: bool = False
    heading: str = ""


def read(content: Content) -> Reading:
    """Return the words of an HTML page; every byte string has some."""
    text = decode(content.data, _said(content.data))
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    return Reading("lxml", 1, () if root is None else tuple(words_of(_pieces(root))), ())


def _said(data: bytes) -> str:
    """Return the encoding that a page names, UTF-8 where it names none that is known."""
    found = _META.search(data[:4096])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    return "utf-8" if not _KNOWN.fullmatch(name) else "cp1252" if name in _LATIN else name


def _pieces(root: Element) -> Iterator[Piece]:
    sheet = sheet_of(root)
    etree.strip_elements(root, *_LEFT_OUT, with_tail=False)
    stack = [_Open(Look(ground=sheet.linked))]
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            stack.append(_opened(element, stack[-1], sheet))
            yield from _before(element, stack[-1])
            yield from _text(element.text, stack[-1])
        else:
            yield stack.pop().around or Piece("")
            yield from _text(element.tail, stack[-1])


def _opened(element: Element, parent: _Open, sheet: Sheet) -> _Open:
    declared = sheet.declared(element)
    look = look_of(declared, parent.look)
    if element.get("hidden") is not None:
        look = replace(look, gone=True)
    begins_item = element.tag == "li" or (parent.begins_item and _is_first(element))
    heading = f"{STATED}{str(element.tag)[1]}" if element.tag in _HEADINGS else parent.heading
    return _Open(look, parent.keeps_lines or element.tag == "pre", _around(element, declared), begins_item, heading)


def _around(element: Element, declared: Declarations) -> Piece | None:
    own = _AROUND.get(str(element.tag))
    return EDGE if own is None and declared.get("display") in _BLOCKS else own


def _before(element: Element, opened: _Open) -> Iterator[Piece]:
    if element.tag == "br":
        yield BREAK
    elif opened.around is None:
        # Two elements that touch are chips or the ends of a line, and apart on the page.
        if _touches(element) and element.tag not in _INSIDE_WORDS:
            yield GAP
    elif element.tag == "li" or not opened.begins_item:
        yield opened.around
    if element.tag == "li":
        yield Piece(BULLET, opened.look.is_unseen)


def _touches(element: Element) -> bool:
    previous = element.getprevious()
    return previous is not None and not previous.tail and previous.tag not in _INSIDE_WORDS


def _is_first(element: Element) -> bool:
    """Return whether nothing stands before an element in the one around it."""
    return element.getprevious() is None and not (element.getparent().text or "").strip()


def _text(text: str | None, inside: _Open) -> Iterator[Piece]:
    if text:
        lines = text.split("\n") if inside.keeps_lines else [text]
        for number, line in enumerate(lines):
            if number:
                yield BREAK
            yield Piece(flat(line), inside.look.is_unseen, inside.heading)
