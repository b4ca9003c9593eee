"""Options that several commands share, with their values."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from skillgap.documents import PdfOptions


class GapFormat(StrEnum):
    """Formats of `analyze`."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


class PlainFormat(StrEnum):
    """Formats of what has no report."""

    TEXT = "text"
    JSON = "json"


class SkillFormat(StrEnum):
    """Formats of `skills`."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


class Engine(StrEnum):
    """Readers of PDFs."""

    AUTO = "auto"
    PDFIUM = "pdfium"
    PDFPLUMBER = "pdfplumber"


Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...",
        help="Résumés: .pdf, .docx, .html, .json (JSON Resume), .md, .txt, .png, .jpg; - is standard input.",
        show_default=False,
    ),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="PATH", help="Write here instead of to standard output.")]
Explain = Annotated[bool, typer.Option("--explain", help="Also show why candidates were not taken as skills.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="YYYY-MM", help='The month that "present" stands for; by default this month.'),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        min=0,
        max=1,
        metavar="SHARE",
        help="Leave out skills that are less sure than this: of those with 0.9 about 90 of 100 are right.",
    ),
]
PdfEngine = Annotated[Engine, typer.Option("--pdf-engine", help="Which library reads PDFs.")]
Own = Annotated[
    Path | None,
    typer.Option(
        "--taxonomy",
        metavar="PATH",
        help="An own file, laid over the shipped taxonomy instead of the one in your settings; or a whole taxonomy folder.",
    ),
]
HiddenCheck = Annotated[
    bool,
    typer.Option(
        "--hidden-check/--no-hidden-check", help="Find words in PDFs that can't be seen; without it reading takes half the time."
    ),
]

Parquet = Annotated[
    bool, typer.Option("--parquet", help="Write the tables as Parquet too, which needs: pip install 'skillgap\\[parquet]'")
]


def pdf_options(engine: Engine, hidden_check: HiddenCheck) -> PdfOptions:
    """Return what the options say of how PDFs are read."""
    from skillgap import documents

    return documents.PdfOptions(documents.PdfEngine(engine), hidden_check)
