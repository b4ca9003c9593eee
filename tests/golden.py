"""Golden files: what a test expects, word for word. `pytest tests/report --regen` writes them anew; review the diff."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def check(name: str, text: str, *, regen: bool) -> None:
    """Compare a text with its golden file, or write the file."""
    path = FOLDER / f"{name}.txt"
    if regen:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8"), f"{path.name} differs; if that is meant: pytest tests/report --regen"
