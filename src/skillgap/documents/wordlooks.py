"""The styles and formatting of a Word file in, how its letters look out: as far as it takes to say whether they can be seen.

What isn't stated by a run is stated by its style, then by the paragraph's, then by the file's defaults.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache, cached_property, reduce

from docx.oxml.ns import qn
from lxml import etree

from skillgap.documents.flow import STATED

VALUE = qn("w:val")

# Letters lower than this, in points, can't be read.
TINY = 2.0

# The level of what is no heading.
BODY = 10

# Of 255: lighter letters on white paper can't be seen. The same contrast as of PDFs, see hidden.py.
WHITE = 243


@dataclass(frozen=True, slots=True)
class Look:
    """What a style or a formatting says; None where it says nothing. `size` in points, `colour` as RRGGBB or "auto".

    `heading` is the level of a heading, 0 of what is none.
    """

    vanish: bool | None = None
    colour: str | None = None
    size: float | None = None
    shaded: bool | None = None
    listed: bool | None = None
    heading: int | None = None
    bold: bool | None = None

    def over(self, below: Look) -> Look:
        """Return this look, and what is below where this says nothing."""
        if below is NOTHING or self is NOTHING:
            return self if below is NOTHING else below
        pairs = ((getattr(self, f.name), getattr(below, f.name)) for f in fields(self))
        return Look(*(low if own is None else own for own, low in pairs))

    @property
    def name(self) -> str:
        """What tells apart how letters look: the level of a heading, or weight and size."""
        if self.heading:
            return f"{STATED}{self.heading}"
        return f"{'bold' if self.bold else 'plain'} {self.size or 0:.1f}"

    def is_unseen(self, *, on_ground: bool) -> bool:
        """Return whether letters of this look can't be seen; on a ground of some colour white ones can."""
        if self.vanish or (self.size is not None and self.size < TINY):
            return True
        return is_white(self.colour) and not self.shaded and not on_ground


NOTHING = Look()

_PROPERTIES = tuple(qn(f"w:{name}") for name in ("pPr", "rPr", "tcPr", "tblPr"))


def is_white(colour: str | None) -> bool:
    """Return whether a colour, RRGGBB, is that of the paper."""
    try:
        red, green, blue = bytes.fromhex(colour or "")
    except ValueError:
        return False
    return 0.299 * red + 0.587 * green + 0.114 * blue > WHITE


def stated(element: etree._Element) -> Look:
    """Return what a style, a paragraph, a run, a cell or a table says itself."""
    if all(element.find(name) is None for name in _PROPERTIES):
        return NOTHING
    size = _value(element, "w:rPr/w:sz")
    outline = _value(element, "w:pPr/w:outlineLvl")
    return Look(
        vanish=_is_on(element.find(_path("w:rPr/w:vanish"))),
        colour=_value(element, "w:rPr/w:color"),
        size=int(size) / 2 if size and size.isdecimal() else None,
        shaded=any(map(is_coloured, _grounds(element))) or None,
        listed=_is_listed(element),
        heading=(int(outline) + 1) % BODY if outline and outline.isdecimal() else None,
        bold=_is_on(element.find(_path("w:rPr/w:b"))),
    )


def is_coloured(shading: etree._Element) -> bool:
    """Return whether a w:shd or w:highlight makes a ground other than white."""
    fill = shading.get(qn("w:fill"))
    if fill is None:
        return shading.get(VALUE) not in (None, "none", "white", "clear", "nil")
    return (fill != "auto" and not is_white(fill)) or shading.get(VALUE) not in (None, "clear", "nil")


def _grounds(element: etree._Element) -> Iterator[etree._Element]:
    for path in ("w:rPr/w:shd", "w:rPr/w:highlight", "w:pPr/w:shd", "w:tcPr/w:shd", "w:tblPr/w:shd"):
        yield from element.iterfind(_path(path))


def _is_listed(element: etree._Element) -> bool | None:
    if element.find(_path("w:pPr/w:numPr")) is None:
        return None
    return _value(element, "w:pPr/w:numPr/w:numId") != "0"


def _is_on(toggle: etree._Element | None) -> bool | None:
    return None if toggle is None else toggle.get(VALUE) not in ("0", "false", "off")


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find(_path(path))
    return None if found is None else found.get(VALUE)


@cache
def _path(path: str) -> str:
    return "/".join(qn(step) for step in path.split("/"))


@dataclass(frozen=True)
class Styles:
    """The styles of a Word file, by the element that holds them all."""

    root: etree._Element

    def look(self, style: str | None, kind: str = "paragraph") -> Look:
        """Return what a style says, with those that it is based on; None is the style of what names none."""
        name = style or self._defaults.get(kind, "")
        if name not in self._looks:
            self._looks[name] = reduce(Look.over, map(stated, self._chain(name)), NOTHING)
        return self._looks[name]

    def shades(self, table_style: str | None) -> bool:
        """Return whether a style of tables gives some of their cells a ground."""
        return any(is_coloured(shd) for style in self._chain(table_style) for shd in style.iter(qn("w:shd")))

    @cached_property
    def letters(self) -> Look:
        """What the file says of all letters."""
        default = self.root.find(_path("w:docDefaults/w:rPrDefault"))
        return NOTHING if default is None else stated(default)

    def _chain(self, style: str | None) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style and style not in seen and style in self._by_id:
            seen.add(style)
            yield self._by_id[style]
            style = _value(self._by_id[style], "w:basedOn")

    @cached_property
    def _looks(self) -> dict[str, Look]:
        return {}

    @cached_property
    def _by_id(self) -> dict[str, etree._Element]:
        return {style.get(qn("w:styleId"), ""): style for style in self.root.iterfind(qn("w:style"))}

    @cached_property
    def _defaults(self) -> dict[str, str]:
        named = (style for style in self._by_id.values() if style.get(qn("w:default")) in ("1", "true"))
        return {style.get(qn("w:type"), ""): style.get(qn("w:styleId"), "") for style in named}
