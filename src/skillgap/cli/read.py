"""`skillgap read`: what a machine reads of a résumé."""

from __future__ import annotations

from typing import Annotated

import typer

from skillgap.cli import codes
from skillgap.cli.options import AsOf, Engine, Files, HiddenCheck, Output, Own, PdfEngine, PlainFormat, pdf_options
from skillgap.cli.output import look, say, write


def read(
    files: Files,
    format_: Annotated[PlainFormat, typer.Option("--format", "-f", help="How the result is written.")] = PlainFormat.TEXT,
    output: Output = None,
    as_of: AsOf = None,
    pdf_engine: PdfEngine = Engine.AUTO,
    hidden_check: HiddenCheck = True,
    own: Own = None,
) -> None:
    """Show what a machine reads of résumés: the text in its order, sections, dates, hidden words, warnings."""
    from skillgap import pipeline
    from skillgap.model import Month
    from skillgap.report import json, reading
    from skillgap.taxonomy import load

    taxonomy = load(own)
    month = Month.parse(as_of) if as_of is not None else Month.current()
    documents, skipped = pipeline.read_all(files, taxonomy, pdf=pdf_options(pdf_engine, hidden_check))
    for one in skipped:
        say(f"{one.file}: {one.message}")
    if format_ is PlainFormat.JSON:
        write(reading.render_json(documents, skipped, json.head(taxonomy, month)), output)
    elif documents:
        write(reading.render_text(documents, look(output)), output)
    if not documents:
        raise typer.Exit(codes.FAILED)
