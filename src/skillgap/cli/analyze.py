"""`skillgap analyze` and `skillgap skills`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from skillgap.cli import codes
from skillgap.cli.options import (
    AsOf,
    Engine,
    Explain,
    Files,
    GapFormat,
    HiddenCheck,
    MinConfidence,
    Output,
    Own,
    PdfEngine,
    SkillFormat,
    pdf_options,
)
from skillgap.cli.output import look, say, write
from skillgap.cli.quick import without_spacy_cli
from skillgap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from skillgap.documents import PdfOptions
    from skillgap.model import Batch, SkillId
    from skillgap.report import Render
    from skillgap.taxonomy import Taxonomy

Roles = Annotated[
    list[str] | None,
    typer.Option("--role", "-r", metavar="ID", help="A role by id or alias, see `skillgap roles`; without any, all are ranked."),
]
Jobs = Annotated[
    list[str] | None,
    typer.Option("--job", "-j", metavar="FILE", help="A job posting: .txt, .md, .html, .pdf or .docx. May be given often."),
]
NoPages = Annotated[bool, typer.Option("--no-pages", help="Leave the résumé's pages out of HTML.")]
Annotate = Annotated[
    Path | None,
    typer.Option(
        "--annotate", metavar="OUT.pdf", help="Also write a copy of the résumé, a PDF, with what meets a requirement highlighted."
    ),
]
Budget = Annotated[
    int | None,
    typer.Option("--budget", min=1, metavar="N", help="Plan only the N skills with the largest gain together."),
]
With = Annotated[
    str | None,
    typer.Option("--with", metavar="SKILLS", help="What if the résumé showed these too, such as docker,airflow."),
]
FailUnder = Annotated[
    float | None,
    typer.Option("--fail-under", min=0, max=1, metavar="SHARE", help="Exit with 1 where a coverage is below this, such as 0.7."),
]


def analyze(
    files: Files,
    role: Roles = None,
    job: Jobs = None,
    format_: Annotated[GapFormat, typer.Option("--format", "-f", help="How the result is written.")] = GapFormat.TEXT,
    output: Output = None,
    budget: Budget = None,
    with_: With = None,
    fail_under: FailUnder = None,
    explain: Explain = False,
    as_of: AsOf = None,
    pdf_engine: PdfEngine = Engine.AUTO,
    hidden_check: HiddenCheck = True,
    own: Own = None,
    min_confidence: MinConfidence = 0.0,
    no_pages: NoPages = False,
    annotate: Annotate = None,
) -> None:
    """Compare résumés with roles and job postings: what is met, partly there or missing, and what to learn first."""
    from skillgap.report import GAP_FORMATS
    from skillgap.taxonomy import load

    if annotate is not None:
        _check_annotate(files, annotate)
    taxonomy = load(own)
    pictures = format_ is GapFormat.HTML and not no_pages
    batch = run_batch(
        files,
        taxonomy,
        as_of,
        pdf_options(pdf_engine, hidden_check),
        roles=role or (),
        jobs=job or (),
        pictures=pictures,
        min_confidence=min_confidence,
        budget=budget,
        supposed=_named(with_, taxonomy),
    )
    if annotate is not None and batch.reports:
        _annotate(batch, annotate)
    write_batch(batch, taxonomy, GAP_FORMATS, format_, output, explain=explain, pages=not no_pages)
    below = fail_under is not None and any((r.coverage.overall or 0.0) < fail_under for r in batch.reports)
    if below:
        raise typer.Exit(codes.BELOW)


def _check_annotate(files: list[str], output: Path) -> None:
    if len(files) > 1:
        raise UsageError("--annotate: writes a copy of one résumé; give one FILE")
    if output.exists() and Path(files[0]).exists() and output.samefile(files[0]):
        raise UsageError(f"{output}: is the résumé itself; choose another path for --annotate")


def _annotate(batch: Batch, output: Path) -> None:
    """Write the annotated copy. Of all roles, ranked, the first counts."""
    from skillgap import pipeline

    write(pipeline.annotate(batch.reports[:1] if batch.ranked else batch.reports), output)


def _named(skills: str | None, taxonomy: Taxonomy) -> list[SkillId]:
    """Return the ids of skills that are named between commas. Raises UsageError."""
    from skillgap.taxonomy import search

    return [search.find(name.strip(), taxonomy).id for name in (skills or "").split(",") if name.strip()]


def skills(
    files: Files,
    format_: Annotated[SkillFormat, typer.Option("--format", "-f", help="How the result is written.")] = SkillFormat.TEXT,
    output: Output = None,
    explain: Explain = False,
    as_of: AsOf = None,
    pdf_engine: PdfEngine = Engine.AUTO,
    hidden_check: HiddenCheck = True,
    own: Own = None,
    min_confidence: MinConfidence = 0.0,
) -> None:
    """List the skills that résumés show, with where and since when."""
    from skillgap.report import SKILL_FORMATS
    from skillgap.taxonomy import load

    taxonomy = load(own)
    pdf = pdf_options(pdf_engine, hidden_check)
    batch = run_batch(files, taxonomy, as_of, pdf, roles=None, min_confidence=min_confidence)
    write_batch(batch, taxonomy, SKILL_FORMATS, format_, output, explain=explain)


def run_batch(
    files: list[str],
    taxonomy: Taxonomy,
    as_of: str | None,
    pdf: PdfOptions,
    *,
    roles: Iterable[str] | None,
    jobs: Sequence[str] = (),
    pictures: bool = False,
    min_confidence: float = 0.0,
    budget: int | None = None,
    supposed: Sequence[SkillId] = (),
) -> Batch:
    """Return the batch of the files, after naming on stderr those that can't be read. Exits where none can."""
    from skillgap import pipeline
    from skillgap.model import Month

    month = Month.parse(as_of) if as_of is not None else Month.current()
    with without_spacy_cli():
        batch = pipeline.run(
            files,
            taxonomy,
            month,
            roles=roles,
            jobs=jobs,
            pdf=pdf,
            pictures=pictures,
            min_confidence=min_confidence,
            skills=budget,
            supposed=supposed,
        )
    for skipped in batch.skipped:
        say(f"{skipped.file}: {skipped.message}")
    return batch


def write_batch(
    batch: Batch,
    taxonomy: Taxonomy,
    formats: Mapping[str, Render],
    format_: str,
    output: Output,
    *,
    explain: bool,
    pages: bool = True,
) -> None:
    """Write a batch in one of some formats. Exits where no file could be read: JSON says so too, text has nothing to say."""
    if batch.profiles or format_ == "json":
        write(formats[format_](batch, taxonomy, replace(look(output), pages=pages), explain=explain), output)
    if not batch.profiles:
        raise typer.Exit(codes.FAILED)
