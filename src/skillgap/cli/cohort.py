"""`skillgap cohort`: what is in the store that `skillgap batch` fills."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from skillgap.cli.options import Output, Parquet
from skillgap.cli.output import say, write

app = typer.Typer(help="Look into a cohort that `skillgap batch` made, compare two, take somebody out.", no_args_is_help=True)


class CohortFormat(StrEnum):
    """Formats of `cohort show`."""

    TEXT = "text"
    JSON = "json"


Database = Annotated[str, typer.Argument(metavar="DB", help="The cohort.db of a report, or its folder; may be an address.")]
Format = Annotated[CohortFormat, typer.Option("--format", "-f", help="How the result is written.")]


@app.command("show", epilog="Example:  skillgap cohort show report/cohort.db")
def show(database: Database, format_: Format = CohortFormat.TEXT, output: Output = None) -> None:
    """Show a cohort at a glance, also while a run fills it: the spread of coverage, gaps, workshops, who is nearest."""
    from skillgap.batch.exports import summary, text
    from skillgap.batch.exports.tables import View
    from skillgap.batch.place import store_at
    from skillgap.batch.store import reading
    from skillgap.report.wording import many

    with store_at(database) as path, reading(path) as store:
        if unfinished := store.unfinished():
            done, total = unfinished
            say(f"{store.path}: its run isn't finished: it has {done} of {many(total, 'file')} so far")
        view = View(store)
        write(summary.render(view) if format_ is CohortFormat.JSON else text.show(view), output)


@app.command("compare", epilog="Example:  skillgap cohort compare spring/cohort.db autumn/cohort.db")
def compare(old: Database, new: Database, output: Output = None) -> None:
    """Show what changed from one cohort to another: who improved, which gaps closed."""
    from skillgap.batch import compare as comparing
    from skillgap.batch.exports import text
    from skillgap.batch.exports.tables import View
    from skillgap.batch.place import store_at
    from skillgap.batch.store import reading

    with store_at(old) as first, store_at(new) as second, reading(first) as before, reading(second) as after:
        write(text.show_changes(comparing.compare(View(before), View(after))), output)


@app.command("export", epilog="Example:  skillgap cohort export report/cohort.db --out elsewhere/ --parquet")
def export(
    database: Database,
    out: Annotated[
        str | None,
        typer.Option("--out", "-o", metavar="FOLDER", help="Where to, maybe an address; by default the folder of the store."),
    ] = None,
    parquet: Parquet = False,
) -> None:
    """Write all exports again, from the store alone."""
    from skillgap.batch.exports import write_all
    from skillgap.batch.exports.parquet import require
    from skillgap.batch.place import report_at, store_at
    from skillgap.batch.store import opened, reading

    if parquet:
        require()
    open_ = opened if out is None else reading  # a run over the same folder would write the same files
    with store_at(database, changes=out is None) as path, open_(path) as store:
        if out is None:
            write_all(store, path.parent, parquet_too=parquet)
            return
        with report_at(out, stored=False) as folder:
            write_all(store, folder, parquet_too=parquet)


@app.command("forget", epilog='Example:  skillgap cohort forget report/cohort.db "Ada Bartok"')
def forget(
    database: Database,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="An id, a name, an e-mail address or a file.")],
) -> None:
    """Remove somebody from the store and from the exports beside it. The résumé itself stays where it is: take it away too."""
    from skillgap.batch import forget as forgetting
    from skillgap.batch import kept
    from skillgap.batch.exports import write_all
    from skillgap.batch.exports.tables import View
    from skillgap.batch.parts import forget_in
    from skillgap.batch.place import folder_of, store_at
    from skillgap.batch.store import opened

    with store_at(database, changes=True) as path, opened(path, alone=True) as store:
        view = View(store)
        found = forgetting.find(view, person)
        forget_in(folder_of(database), {version.sha256 for version in found.versions})
        kept.forget(folder_of(database))
        forgetting.forget(view, found)
        write_all(store, path.parent)
    say(f"{found.id} is forgotten; the next run over the folder brings back who still has a file in it")
