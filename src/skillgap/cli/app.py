"""The commands put together. Imports nothing heavy: `skillgap --help` must be quick."""

from __future__ import annotations

from typing import Annotated

import typer

from skillgap.cli import analyze, batch, cohort, posting, read, roles, taxonomy

app = typer.Typer(
    name="skillgap",
    help="Read a résumé, find the skills that it shows, and compare them with what a role asks for.",
    epilog="Examples:  skillgap analyze cv.pdf --role mle   ·   skillgap skills cv.pdf --explain   ·   skillgap roles show de",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(
    "analyze",
    epilog="Example:  skillgap analyze cv.pdf --role mle --job posting.html --budget 3 --with docker,airflow",
)(analyze.analyze)
app.command("skills", epilog="Example:  skillgap skills cv.pdf --explain")(analyze.skills)
app.command("read", epilog="Example:  skillgap read cv.pdf")(read.read)
app.command("posting", epilog="Example:  skillgap posting job.html")(posting.posting)
app.command(
    "batch",
    epilog="Example:  skillgap batch resumes/ --role mle --role de --out report/   ·   "
    "skillgap batch s3://cvs/ --role mle --out s3://report/ --scheduler tcp://10.0.0.1:8786",
)(batch.batch)
app.add_typer(cohort.app, name="cohort")
app.add_typer(roles.app, name="roles")
app.add_typer(taxonomy.app, name="taxonomy")


def _version(wanted: bool) -> None:  # noqa: FBT001  Typer calls it with the option's value
    if wanted:
        from importlib.metadata import version

        typer.echo(f"skillgap {version('skillgap')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read a résumé, find the skills that it shows, and compare them with what a role asks for."""
