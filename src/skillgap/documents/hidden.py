"""A page of pdfium and its words in, those that a person can't see out.

The page is drawn in gray at 72 dpi: a word whose place shows no ink is hidden, whatever hides it (white on white, a box
over it, transparency, a clip, a layer that is off, outside the page). What it can't tell is asked of the file: letters too
small to read, and letters of the colour of their background with other ink in their place. Text of no colour at all (render
mode 3) with ink in its place is the text layer of a scan, and visible.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as c

from skillgap.model import Box, ReadingWarning

Gray = np.ndarray[tuple[int, int], np.dtype[np.uint8]]

# Steps of gray (of 255) that the eye tells apart on paper: the weakest visible control was at 30, the strongest hidden word at 5.
CONTRAST = 12

# Letters lower than this, in points, can't be read.
TINY = 2.0

# Pages of more square points (four times A0) aren't drawn: the picture would fill the memory.
LARGEST = 32_000_000

# Fill colours above this gray are looked at against their background; dark ones show.
LIGHT = 200


def find_hidden(
    page: pdfium.PdfPage, textpage: object, boxes: Sequence[Box | None], firsts: Sequence[int]
) -> frozenset[int] | None:
    """Return the numbers of the hidden words; None where the page is too large to draw.

    `firsts` are the numbers of the words' first characters in the text page.
    """
    if not boxes:
        return frozenset()
    if page.get_width() * page.get_height() > LARGEST:
        return None
    image: Gray = page.render(scale=1, grayscale=True, may_draw_forms=False).to_numpy()
    image = image[..., 0] if image.ndim == 3 else image
    placed = ((number, box) for number, box in enumerate(boxes) if box is not None)
    return frozenset(n for n, box in placed if box[3] - box[1] < TINY or _is_unseen(image, box, textpage, firsts[n]))


def _is_unseen(image: Gray, box: Box, textpage: object, first: int) -> bool:
    """Return whether the place of a word shows no ink, or none but of other things."""
    place = _part(image, box)
    if place.size == 0 or int(place.max()) - int(place.min()) < CONTRAST:
        return True
    colour = _gray_of(textpage, first)
    return colour is not None and colour > LIGHT and abs(colour - _ground(image, box, place)) < CONTRAST


def _part(image: Gray, box: Box, margin: int = 0) -> Gray:
    left, top, right, bottom = (
        max(int(n), 0) for n in (box[0] - margin, box[1] - margin, box[2] + margin + 1, box[3] + margin + 1)
    )
    return image[top:bottom, left:right]


def _ground(image: Gray, box: Box, place: Gray) -> float:
    """Return the gray on which a word stands: most of its place, or of what is around it where it is one letter.

    A white pictogram may fill its place, and has its dark ground around it.
    """
    if box[2] - box[0] < box[3] - box[1]:
        around = _part(image, box, margin=1)
        place = np.concatenate((around[0], around[-1], around[:, 0], around[:, -1]))
    return float(np.median(place))


def _gray_of(textpage: object, character: int) -> int | None:
    """Return the gray (0 black, 255 white) with which a character is filled; None where it isn't: as a scan's text layer."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not c.FPDFText_GetFillColor(textpage, character, red, green, blue, alpha) or not alpha.value:
        return None
    return round(0.299 * red.value + 0.587 * green.value + 0.114 * blue.value)


def undrawn(page: int | None) -> ReadingWarning:
    """Return the warning that a page, or None for the whole file, can't be drawn."""
    where = f"page {page}" if page else "the file"
    return ReadingWarning(
        "hidden_unknown", f"{where} can't be drawn, so all its words count as seen; export the résumé again", page
    )
