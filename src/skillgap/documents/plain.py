"""Text and Markdown -> raw words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillgap.documents.content import Content
from skillgap.documents.encoding import decode
from skillgap.documents.reading import Reading
from skillgap.documents.words import LINE, PAGE, SPACE, RawWord

# What Markdown adds to the words: heading marks, code marks, links' addresses, table rules, emphasis.
_MARKUP = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+|`+|(?<=\])\([^)\s]*\)|^[ \t|:-]{3,}$", re.MULTILINE)
_EMPHASIS = re.compile(r"(?<![\w*_\\])([*_]{1,3})(?=[^\s*_])([^\n]*?[^\s*_\\])\1(?![\w*_])|(\*\*)(?=\S)([^*\n]+?)\3")
_BRACKET = re.compile(r"!?\[([^\]\n]*)\]")


def read(content: Content) -> Reading:
    """Return the words of a text; a form feed begins a new page."""
    text = decode(content.data)
    if content.format == "markdown":
        text = _EMPHASIS.sub(r"\2\4", _BRACKET.sub(r"\1", _MARKUP.sub("", text)))
    pages = text.split("\f")
    words = [word for number, page in enumerate(pages, 1) for word in _words(page, number)]
    return Reading("text", len(pages), tuple(words), ())


def _words(page: str, number: int) -> Iterator[RawWord]:
    end = 0
    for match in re.finditer(r"\S+", page):
        between = page[end : match.start()]
        breaks = between.count("\n") or between.count("\r")
        gap = PAGE if breaks > 1 or end == 0 else LINE if breaks else SPACE
        yield RawWord(match[0], number, None, gap)
        end = match.end()
