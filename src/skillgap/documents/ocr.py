"""The engines that read pictures, the best first. They are optional: the extra `ocr` brings them.

ADD AN ENGINE: a module with `is_there()` and `read(picture) -> words`, its line in ENGINES.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from skillgap.documents import rapid, tesseract
from skillgap.documents.pageimage import PageImage
from skillgap.documents.words import RawWord

# What to do where there is no engine.
REMEDY = "to read it, pip install 'skillgap[ocr]' and apt install tesseract-ocr"


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine. `read` raises OcrFailed; the words that it gives begin with a page break."""

    name: str
    is_there: Callable[[], bool]
    read: Callable[[PageImage], tuple[RawWord, ...]]


# On a page of 440 words tesseract takes 1.0 s and rapidocr 3.3 s; tesseract's lines are in a better order.
ENGINES = (
    Engine("tesseract", tesseract.is_there, tesseract.read),
    Engine("rapidocr", rapid.is_there, rapid.read),
)


def engine() -> Engine | None:
    """Return the best engine that is installed."""
    return next((one for one in ENGINES if one.is_there()), None)
