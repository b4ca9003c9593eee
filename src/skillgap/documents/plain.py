"""Text and Markdown -> raw words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from skillgap.documents.content import Content
from skillgap.documents.encoding import decode
from skillgap.documents.flow import STATED
from skillgap.documents.gutters import in_order
from skillgap.documents.reading import Reading
from skillgap.documents.words import LINE, PAGE, SPACE, RawWord

# What Markdown adds to the words: heading marks, code marks, links' addresses, table rules, emphasis.
_MARKUP = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+|`+|(?<=\])\([^)\s]*\)|^[ \t|:-]{3,}$")
_EMPHASIS = re.compile(r"(?<![\w*_\\])([*_]{1,3})(?=[^\s*_])([^\n]*?[^\s*_\\])\1(?![\w*_])|(\*\*)(?=\S)([^*\n]+?)\3")
_BRACKET = re.compile(r"!?\[([^\]\n]*)\]")


_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]")
# A text with so many such headings is Markdown, whatever its file is called.
HEADINGS = 3
_HEADINGS = re.compile(r"^#{1,3} \S", re.MULTILINE)
_UNDERLINE = re.compile(r"[ \t]*(?:={3,}|-{3,}|~{3,})[ \t]*")
_BREAK = re.compile(r"\r\n|\n|\r")


def read(content: Content) -> Reading:
    """Return the words of a text; a form feed begins a new page."""
    text = decode(content.data)
    pages = text.split("\f")
    is_markdown = content.format == "markdown" or len(_HEADINGS.findall(text)) >= HEADINGS
    words = [word for number, page in enumerate(pages, 1) for word in _words(page, number, is_markdown=is_markdown)]
    return Reading("text", len(pages), tuple(words), ())


def _words(page: str, number: int, *, is_markdown: bool) -> Iterator[RawWord]:
    gap = PAGE
    lines = in_order(_BREAK.split(page))
    for line, following in pairwise([*lines, ""]):
        look = _look(line, following, is_markdown=is_markdown)
        words = (_unmarked(line) if is_markdown else line).split()
        for word in words:
            yield RawWord(word, number, None, gap, look=look)
            gap = SPACE
        gap = LINE if words else PAGE


def _look(line: str, following: str, *, is_markdown: bool) -> str:
    """Return what the file says of a line: that it is a heading, of which level, or nothing."""
    if is_markdown and (found := _HEADING.match(line)):
        return f"{STATED}{len(found[1])}"
    return f"{STATED}{following.strip()[0]}" if line.strip() and _UNDERLINE.fullmatch(following) else ""


def _unmarked(line: str) -> str:
    return _EMPHASIS.sub(r"\2\4", _BRACKET.sub(r"\1", _MARKUP.sub("", line)))
