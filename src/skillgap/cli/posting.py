"""`skillgap posting`: what a job posting asks for."""

from __future__ import annotations

from typing import Annotated

import typer

from skillgap.cli import codes
from skillgap.cli.options import Engine, HiddenCheck, Output, Own, PdfEngine, PlainFormat, pdf_options
from skillgap.cli.output import look, say, write
from skillgap.cli.quick import without_spacy_cli

Postings = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE...", help="Job postings: .txt, .md, .html, .pdf, .docx; - is standard input.", show_default=False
    ),
]


def posting(
    files: Postings,
    format_: Annotated[PlainFormat, typer.Option("--format", "-f", help="How the result is written.")] = PlainFormat.TEXT,
    output: Output = None,
    pdf_engine: PdfEngine = Engine.AUTO,
    hidden_check: HiddenCheck = True,
    own: Own = None,
) -> None:
    """Show what job postings ask for: required, preferred and only mentioned, alternatives, years, degree, nearest role."""
    from skillgap import pipeline
    from skillgap.report import asked
    from skillgap.taxonomy import load

    taxonomy = load(own)
    with without_spacy_cli():
        postings, skipped = pipeline.read_postings(files, taxonomy, pdf=pdf_options(pdf_engine, hidden_check))
    for one in skipped:
        say(f"{one.file}: {one.message}")
    if format_ is PlainFormat.JSON:
        write(asked.render_json(postings, skipped, taxonomy), output)
    elif postings:
        write(asked.render_text(postings, taxonomy, look(output)), output)
    if not postings:
        raise typer.Exit(codes.FAILED)
