"""A page's style sheets and an element's own style in, how its letters look out: enough to say whether they can be seen.

Of style sheets only rules for a tag, a class or an id are read (`.note`, `p.note`, `#note`), not those of media. Where it can't
be known what stands behind letters they can be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

Declarations = Mapping[str, str]

# Letters lower than this, in px, can't be read.
TINY = 2.0

# Of 255: lighter letters on white paper can't be seen. The same contrast as of PDFs, see hidden.py.
WHITE = 243

# What is moved so far, in px, is moved off the page.
OFF_PAGE = -900.0

_UNITS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 3.78, "cm": 37.8, "in": 96.0, "rem": 16.0}
_LENGTH = re.compile(r"(-?\d*\.?\d+)(px|pt|pc|mm|cm|in|rem|em|%)?(?![\w.])")
_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_SIMPLE = re.compile(r"(?:\*|[a-z][a-z0-9]*)?(?:[.#][\w-]+)?", re.IGNORECASE)
_LAST = re.compile(r"(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?(?=(?::[\w:()-]*)?$)", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+(\d*\.?\d+)(%?))?\s*\)")
_CLEAR = frozenset({"none", "transparent", "inherit", "initial", "unset", "0"})
_OF_GROUND = ("background-image", "background-color", "background")


@dataclass(frozen=True, slots=True)
class Look:
    """How the letters of an element look. `size` in px; `ground`: what stands behind them is not the white of the page."""

    gone: bool = False
    invisible: bool = False
    size: float = 16.0
    white: bool = False
    ground: bool = False

    @property
    def is_unseen(self) -> bool:
        """Whether the letters can't be seen."""
        return self.gone or self.invisible or self.size < TINY or (self.white and not self.ground)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rules of a page's style sheets by their selectors. `linked`: there are others, in other files."""

    rules: Mapping[str, Declarations]
    linked: bool

    def declared(self, element: etree._Element) -> Declarations:
        """Return what is declared for an element; its own style is the strongest."""
        own = _declarations(element.get("style", ""))
        if not self.rules:
            return own
        tag, classes = str(element.tag), element.get("class", "").split()
        selectors = ("*", tag, *(f".{c}" for c in classes), *(f"{tag}.{c}" for c in classes), f"#{element.get('id', '')}")
        result: dict[str, str] = {}
        for selector in selectors:
            result.update(self.rules.get(selector, {}))
        return {**result, **own}


def sheet_of(root: etree._Element) -> Sheet:
    """Return the style sheets of a page."""
    rules: dict[str, dict[str, str]] = {}
    for style in root.iter("style"):
        for selector, declarations in _rules(style.text or ""):
            rules.setdefault(selector, {}).update(declarations)
    return Sheet(rules, any("stylesheet" in link.get("rel", "").lower() for link in root.iter("link")))


def _rules(css: str) -> Iterator[tuple[str, Declarations]]:
    """Yield simple selectors with what they declare; of other selectors what they say of grounds, for their last part."""
    for selectors, body in _blocks(_COMMENT.sub("", css)):
        declarations = _declarations(body)
        grounds = {name: value for name, value in declarations.items() if name in _OF_GROUND}
        for selector in (s.strip() for s in selectors.split(",")):
            if _SIMPLE.fullmatch(selector):
                yield selector, declarations
            elif grounds and (last := _LAST.search(selector)):
                yield last[0], grounds


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before and in the braces that aren't in others."""
    heads: list[str] = []
    text = ""
    for part in re.split(r"([{}])", css):
        if part == "{":
            heads.append(text.rpartition(";")[2].strip())
        elif part == "}" and heads:
            head = heads.pop()
            if not heads and not head.startswith("@"):
                yield head, text
        text = "" if part in ("{", "}") else part


def _declarations(style: str) -> Declarations:
    if not style:
        return {}
    pairs = (declaration.partition(":") for declaration in style.lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs if value.strip()}


def look_of(declared: Declarations, around: Look) -> Look:
    """Return the look of an element inside one of another look."""
    if not declared:
        return around
    return replace(
        around,
        gone=around.gone or _is_gone(declared),
        invisible={"hidden": True, "collapse": True, "visible": False}.get(declared.get("visibility", ""), around.invisible),
        size=_size(declared.get("font-size") or declared.get("font", ""), around.size),
        white=_is_white(declared["color"], around.white) if "color" in declared else around.white,
        ground=_ground(declared, around.ground),
    )


def _is_gone(declared: Declarations) -> bool:
    moved = (_pixels(declared.get(name, ""), 16.0) for name in ("left", "top", "text-indent", "margin-left"))
    opacity = _LENGTH.match(declared.get("opacity", "1"))
    return (
        declared.get("display") == "none"
        or (opacity is not None and float(opacity[1]) == 0)
        or any(pixels is not None and pixels < OFF_PAGE for pixels in moved)
    )


def _size(value: str, around: float) -> float:
    pixels = _pixels(value, around)
    return around if pixels is None else pixels


def _pixels(value: str, em: float) -> float | None:
    """Return the first length in a value, None where there is none."""
    units = {"em": em, "%": em / 100, **_UNITS}
    for number, unit in _LENGTH.findall(value):
        if unit or float(number) == 0:
            return float(number) * units.get(unit, 0.0)
    return None


def _is_white(colour: str, otherwise: bool) -> bool:  # noqa: FBT001
    gray = _gray(colour)
    if colour in ("inherit", "currentcolor", "unset"):
        return otherwise
    return gray is not None and gray > WHITE


def _ground(declared: Declarations, around: bool) -> bool:  # noqa: FBT001
    for value in (declared[name] for name in _OF_GROUND if name in declared):
        if value not in _CLEAR:
            gray = _gray(value)
            return gray is None or gray <= WHITE
    return around


def _gray(colour: str) -> float | None:
    """Return the gray, of 255, of a colour on white paper; None of one that isn't known."""
    if colour in ("white", "transparent"):
        return 255.0
    if found := _RGB.fullmatch(colour):
        alpha = float(found[4] or 1) / (100 if found[5] else 1)
        return 255 - alpha * (255 - _weighed(*(int(part) for part in found.group(1, 2, 3))))
    digits = colour.removeprefix("#")
    if colour.startswith("#") and re.fullmatch(r"[0-9a-f]{3}|[0-9a-f]{6}", digits):
        wide = digits if len(digits) == 6 else "".join(d * 2 for d in digits)
        return _weighed(*bytes.fromhex(wide))
    return None


def _weighed(red: int, green: int, blue: int) -> float:
    return 0.299 * red + 0.587 * green + 0.114 * blue
