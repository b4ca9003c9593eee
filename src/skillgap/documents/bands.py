"""A page's picture in, its dark parts with their light print turned dark out: tesseract takes some of them for drawings.

Headings on bands, names on a ground, whole sidebars: of a résumé whose headings are white on gray bands it sees none, and all so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy as np

from skillgap.documents.pageimage import Gray
from skillgap.documents.seen import DOUBTFUL, Seen

Mask = np.ndarray[tuple[int, int], np.dtype[np.bool_]]

# The side of a square whose middle gray is looked at, in pixels: a millimetre at 200 dots an inch.
CELL = 8

# A square of at most this gray (of 255) is dark.
DARK = 140

# A dark part is somewhere at least three squares high and wide, as no letter is, and its print no wider than six.
SOLID = 1
PRINT = 3

# A page with a smaller dark part has a rule or a dot.
LEAST = 0.002


def dark_parts(gray: Gray) -> Mask | None:
    """Return where a picture is dark, None where nowhere."""
    height, width = (side // CELL for side in gray.shape)
    cells: Mask = gray[: height * CELL, : width * CELL].reshape(height, CELL, width, CELL).mean(axis=(1, 3)) <= DARK
    parts = _grown(_shrunk(cells, SOLID), SOLID)
    if parts.mean() < LEAST:
        return None
    with_print = _shrunk(_grown(cells, PRINT), PRINT)
    while (wider := _grown(parts, 1) & with_print).sum() > parts.sum():
        parts = wider
    dark = np.zeros(gray.shape, dtype=np.bool_)
    dark[: height * CELL, : width * CELL] = parts.repeat(CELL, axis=0).repeat(CELL, axis=1)
    return dark


def inverted(gray: Gray, dark: Mask) -> Gray:
    """Return a white picture with the light print of the dark parts in black."""
    ground = float(np.median(gray[dark]))
    light = np.clip((gray.astype(np.float32) - ground) / max(255 - ground, 1), 0, 1)
    picture: Gray = np.where(dark, 255 - light * 255, 255).astype(np.uint8)
    return picture


def with_light_words(seen: Sequence[Seen], light: Sequence[Seen], dark: Mask) -> list[Seen]:
    """Return the words of a page with those that were seen on its dark parts only when these were inverted.

    A line of them comes before the next line below it.
    """
    sure = [word for word in seen if word.confidence >= DOUBTFUL]
    new = [word for word in light if _is_word(word, dark) and not any(_share_a_place(word, other) for other in sure)]
    kept = [word for word in seen if word.confidence >= DOUBTFUL or not any(_share_a_place(word, other) for other in new)]
    lines = [list(line) for _, line in groupby(kept, key=lambda word: word.line)]
    for _, line in groupby(new, key=lambda word: word.line):
        added = [Seen(word.text, word.confidence, word.place, (-word.line[0], *word.line[1:])) for word in line]
        lines.insert(next((i for i, other in enumerate(lines) if _is_below(other, added)), len(lines)), added)
    return [word for line in lines for word in line]


def _is_word(word: Seen, dark: Mask) -> bool:
    left, top, right, bottom = word.place
    is_inside = bool(dark[(top + bottom) // 2, (left + right) // 2])
    return is_inside and word.confidence >= DOUBTFUL and any(c.isalnum() for c in word.text)


def _share_a_place(word: Seen, other: Seen) -> bool:
    (left, top, right, bottom), (x0, y0, x1, y1) = word.place, other.place
    return left < x1 and x0 < right and top < y1 and y0 < bottom


def _is_below(line: Sequence[Seen], other: Sequence[Seen]) -> bool:
    """Return whether a line stands below another, and not beside it."""
    (left, top, _, _), (_, _, right, _) = line[0].place, line[-1].place
    (other_left, other_top, _, _), (_, _, other_right, _) = other[0].place, other[-1].place
    return top > other_top and left < other_right and other_left < right


def _grown(mask: Mask, by: int) -> Mask:
    """Return a mask that is set where anything near is: so many squares to each side."""
    for axis in (0, 1):
        padded = np.pad(mask, [(by, by) if a == axis else (0, 0) for a in (0, 1)])
        mask = np.logical_or.reduce(np.lib.stride_tricks.sliding_window_view(padded, 2 * by + 1, axis=axis), axis=-1)
    return mask


def _shrunk(mask: Mask, by: int) -> Mask:
    whole: Mask = ~_grown(~mask, by)
    return whole
