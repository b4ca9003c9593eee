"""What every reader gives back."""

from __future__ import annotations

from dataclasses import dataclass

from skillgap.documents.words import RawWord
from skillgap.model import ReadingWarning


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a file in reading order, the engine that read them, and what it noticed."""

    engine: str
    pages: int
    words: tuple[RawWord, ...]
    warnings: tuple[ReadingWarning, ...]
