"""Consoles and tables of plain text, for all that is printed."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO

from rich.console import Console
from rich.table import Table

from skillgap.report.look import PLAIN, Look

# Lines are full where there is no terminal: nothing that is printed is longer than this.
PLAIN_WIDTH = 2000


def draw(print_to: Callable[[Console], None], look: Look = PLAIN) -> str:
    """Return what a function prints to a console."""
    stream = StringIO()
    console = Console(
        file=stream,
        width=look.width or PLAIN_WIDTH,
        force_terminal=look.colour,
        no_color=not look.colour,
        color_system="standard" if look.colour else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    print_to(console)
    return "\n".join(line.rstrip() for line in stream.getvalue().split("\n"))


def table(*columns: str, ratio: int | None = None) -> Table:
    """Return an empty table without lines; its last column takes the room that is left and `ratio` times as much."""
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", show_header=any(columns))
    for number, column in enumerate(columns):
        last = number == len(columns) - 1
        made.add_column(column, overflow="fold", ratio=ratio if last else None, no_wrap=False)
    return made
