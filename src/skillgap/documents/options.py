"""How PDFs are read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PdfEngine(StrEnum):
    """Which library reads PDFs. AUTO takes pdfplumber where pdfium fails or its text looks damaged."""

    AUTO = "auto"
    PDFIUM = "pdfium"
    PDFPLUMBER = "pdfplumber"


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """Which library reads PDFs, and whether pages are drawn to find words that a person can't see: half of the time."""

    engine: PdfEngine = PdfEngine.AUTO
    hidden_check: bool = True


DEFAULT = PdfOptions()
