"""How text for a terminal looks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """The width of a line in columns, None for full unbroken lines; and whether in colour."""

    width: int | None = None
    colour: bool = False


PLAIN = Look()
