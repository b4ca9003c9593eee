"""`skillgap batch`: a folder of résumés in, a report on the cohort out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence, Sized
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from skillgap.cli import codes
from skillgap.cli.options import AsOf, Engine, HiddenCheck, Own, Parquet, PdfEngine, pdf_options
from skillgap.cli.output import say
from skillgap.cli.quick import without_spacy_cli
from skillgap.errors import UsageError

if TYPE_CHECKING:
    from skillgap.batch.outcome import Setup
    from skillgap.batch.store import Store
    from skillgap.model import Target
    from skillgap.taxonomy import Taxonomy

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Folders with résumés, or résumés; also by address (s3://…).", show_default=False),
]
Out = Annotated[str, typer.Option("--out", "-o", metavar="FOLDER", help="Where the store and all reports go; may be an address.")]
Roles = Annotated[list[str] | None, typer.Option("--role", "-r", metavar="ID", help="A role by id or alias. May be given often.")]
Jobs = Annotated[list[str] | None, typer.Option("--job", "-j", metavar="FILE", help="A job posting. May be given often.")]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="ADDRESS", help="Do it on the Dask cluster of this scheduler (tcp://host:8786)."),
]
PartSize = Annotated[int, typer.Option("--part-size", min=1, help="With --scheduler: files in a part, on average.")]
PartsOnly = Annotated[
    bool, typer.Option("--parts-only", help="With --scheduler: have the parts made, and no report from them yet.")
]
NoPeople = Annotated[
    bool, typer.Option("--no-people", help="No page for each person; the store and the parts take half the room.")
]
Workers = Annotated[int | None, typer.Option("--workers", "-n", min=1, help="How many at once; by default one for each core.")]
Anonymize = Annotated[bool, typer.Option("--anonymize", help="Keep and show nobody's name, addresses, numbers and files.")]
Key = Annotated[Path | None, typer.Option("--key", metavar="FILE", help="With --anonymize: write here who is in which file.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 2 where a file can't be read.")]
Retry = Annotated[
    bool, typer.Option("--retry", help="Read again what took too long or too much memory or crashed in a run before.")
]
Pictures = Annotated[bool, typer.Option("--pictures", help="Show the pages of PDFs in people's reports; takes longer and room.")]


def batch(
    paths: Paths,
    out: Out,
    role: Roles = None,
    job: Jobs = None,
    workers: Workers = None,
    scheduler: Scheduler = None,
    part_size: PartSize = 256,
    parts_only: PartsOnly = False,
    anonymize: Anonymize = False,
    key: Key = None,
    strict: Strict = False,
    pictures: Pictures = False,
    no_people: NoPeople = False,
    parquet: Parquet = False,
    retry: Retry = False,
    as_of: AsOf = None,
    pdf_engine: PdfEngine = Engine.AUTO,
    hidden_check: HiddenCheck = True,
    own: Own = None,
) -> None:
    """Report on all résumés in folders: who shows what, which gaps are shared. What was done before isn't done again."""
    from skillgap.batch.exports.parquet import require
    from skillgap.batch.outcome import Setup
    from skillgap.model import Month
    from skillgap.report.wording import many
    from skillgap.taxonomy import load

    contradictions = {
        "batch: nothing to compare with; give a --role or a --job": not role and not job,
        "--key: people.csv has names and files already; give it with --anonymize": key and not anonymize,
        "--workers: with --scheduler it is the cluster that has them; start more there": scheduler and workers,
        "--parts-only: it is a cluster that makes parts; give its --scheduler": parts_only and not scheduler,
    }
    for said, holds in contradictions.items():
        if holds:
            raise UsageError(said)
    if parquet:
        require()
    taxonomy = load(own)
    setup = Setup(
        own=str(own) if own else None,
        as_of=Month.parse(as_of) if as_of is not None else Month.current(),
        targets=_targets(role or [], job or [], taxonomy),
        pdf=pdf_options(pdf_engine, hidden_check),
        pages=not no_people,
        pictures=pictures and not anonymize,
        anonymize=anonymize,
    )
    if not scheduler:
        files, fill = _here(paths, out, setup, taxonomy, workers or os.cpu_count() or 1, retry=retry)
    else:
        files, fill, make = _there(paths, out, setup, taxonomy, (scheduler, part_size), retry=retry)
        if parts_only:
            say(f"{many(len(files), 'file')} in {many(make(), 'part')}: see {out}")
            return
    people, failed = _report(out, files, fill, key, parquet_too=parquet)
    if not people or (failed and strict):
        raise typer.Exit(codes.FAILED)


def _targets(roles: list[str], jobs: list[str], taxonomy: Taxonomy) -> tuple[Target, ...]:
    from skillgap import pipeline, targets

    named = [targets.load("role", name, taxonomy) for name in roles]
    if not jobs:
        return tuple(named)
    with without_spacy_cli():
        postings, skipped = pipeline.read_postings(jobs, taxonomy)
    for one in skipped:
        raise UsageError(f"{one.file}: {one.message}")
    return (*named, *postings)


# What brings a store up to date, and returns how many files changed or vanished meanwhile.
Fill = Callable[["Store"], int]


def _here(
    paths: list[str], out: str, setup: Setup, taxonomy: Taxonomy, workers: int, *, retry: bool
) -> tuple[Sequence[str], Fill]:
    from skillgap.batch import find
    from skillgap.batch.place import plain
    from skillgap.batch.run import run
    from skillgap.cli.progress import shown
    from skillgap.documents.limits import Limits

    files = _some(find.files(paths, plain(out)), paths)

    def fill(store: Store) -> int:
        with shown() as show:
            return run(store, files, setup, taxonomy, workers=workers, limits=Limits(), show=show, retry=retry)

    return files, fill


def _there(
    paths: list[str], out: str, setup: Setup, taxonomy: Taxonomy, cluster: tuple[str, int], *, retry: bool
) -> tuple[Sequence[str], Fill, Callable[[], int]]:
    """Return the files, what fills a store by a cluster, and what only has the parts made and returns how many there are."""
    from skillgap.batch import dask, find
    from skillgap.batch.place import plain
    from skillgap.cli.progress import shown
    from skillgap.documents.limits import Limits

    dask.require()
    scheduler, part_size = cluster
    where = dask.Cluster(scheduler, plain(out), part_size)
    marks = _some(find.marks(paths, where.report), paths)
    request = dask.Request(setup, taxonomy, where, Limits(), shown, retry)
    return tuple(marks), lambda store: dask.run(store, marks, request), lambda: dask.make(marks, request)


Files = TypeVar("Files", bound=Sized)


def _some(files: Files, paths: list[str]) -> Files:
    """Return files. Raises UsageError where there are none."""
    if not files:
        raise UsageError(f"{', '.join(paths)}: no files in it; name a folder with résumés")
    return files


def _report(out: str, files: Sequence[str], fill: Fill, key: Path | None, *, parquet_too: bool) -> tuple[int, int]:
    """Do it all, and return how many people there are, and how many files couldn't be read."""
    from skillgap.batch import key as keys
    from skillgap.batch.exports import write_all
    from skillgap.batch.exports.tables import View
    from skillgap.batch.place import report_at
    from skillgap.batch.store import NAME, opened
    from skillgap.report.wording import many

    with report_at(out) as folder, opened(folder / NAME, new=True) as store:
        unsettled = fill(store)
        write_all(store, folder, parquet_too=parquet_too)
        if key:
            keys.write(View(store), files, key)
        people, failed = _counts(store)
    say(f"{many(people, 'person', 'people')}, {many(failed, 'file')} that can't be read: see {out}")
    if unsettled:
        raise UsageError(f"{many(unsettled, 'file')} changed or vanished during the run; run again when all is at rest")
    return people, failed


def _counts(store: Store) -> tuple[int, int]:
    from skillgap.batch.exports.tables import TABLES, View

    view = View(store)
    return len(view.people), sum(1 for _ in TABLES["errors"].rows(view))
