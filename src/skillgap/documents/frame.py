"""Places of PDF user space in, places on the page as a person sees it out: from the upper left corner, turned as the page is."""

from __future__ import annotations

from dataclasses import dataclass

from skillgap.model import Box


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page as (left, bottom, right, top) in points, and how far it is turned: 0, 90, 180 or 270 degrees."""

    bounds: tuple[float, float, float, float]
    turned: int = 0

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return the box on the page of a rectangle in user space, in hundredths of a point."""
        x0, y0, x1, y1 = self.bounds
        if not self.turned:  # nearly all pages, and there is a box for each word
            return round(left - x0, 2), round(y1 - top, 2), round(right - x0, 2), round(y1 - bottom, 2)
        box = {
            90: (bottom - y0, left - x0, top - y0, right - x0),
            180: (x1 - right, bottom - y0, x1 - left, top - y0),
            270: (y1 - top, x1 - right, y1 - bottom, x1 - left),
        }.get(self.turned, (left - x0, y1 - top, right - x0, y1 - bottom))
        return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return the place in user space of a place on the page."""
        x0, y0, x1, y1 = self.bounds
        turned = {90: (x0 + y, y0 + x), 180: (x1 - x, y0 + y), 270: (x1 - y, y1 - x)}
        return turned.get(self.turned, (x0 + x, y1 - y))
