"""How text for a terminal looks, and what of a résumé's text may reach one."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Control characters and those that turn the direction of writing.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Look:
    """The width of a line in columns, None for full unbroken lines; whether in colour; whether HTML shows the résumé's pages."""

    width: int | None = None
    colour: bool = False
    pages: bool = True


PLAIN = Look()


def safe(words: str) -> str:
    """Return text without what a terminal could take for a command."""
    return _UNSAFE.sub("\ufffd", words)
