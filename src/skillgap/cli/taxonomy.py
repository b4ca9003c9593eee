"""`skillgap taxonomy`: look into what skillgap knows, and check it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from skillgap.cli import codes
from skillgap.cli.options import AsOf, Engine, Files, HiddenCheck, Output, Own, PdfEngine, PlainFormat, pdf_options
from skillgap.cli.output import look, say, write
from skillgap.errors import UsageError

app = typer.Typer(help="Look into what skillgap knows, and check it.", no_args_is_help=True)

Format = Annotated[PlainFormat, typer.Option("--format", "-f", help="How the result is written.")]


@app.command("check", epilog="Example:  skillgap taxonomy check own.yaml")
def check(
    path: Annotated[
        Path | None, typer.Argument(help="A taxonomy folder or an own file; by default the taxonomy that skillgap uses.")
    ] = None,
) -> None:
    """Check a taxonomy and list all its problems."""
    from skillgap.taxonomy import cases, locate
    from skillgap.taxonomy.load import layers, records

    checked, found = records(*layers(path or locate.own_file()))
    found = found or cases.problems(checked)
    for problem in found:
        say(problem)
    forms = sum(len(skill.forms) for _, skill in checked.skills)
    write(f"{len(checked.skills)} skills, {forms} forms, {len(checked.roles)} roles: {len(found)} problems\n", None)
    if found:
        raise typer.Exit(codes.FAILED)


@app.command("show", epilog="Example:  skillgap taxonomy show apache-spark")
def show(
    skill: Annotated[str, typer.Argument(metavar="ID", help="A skill by id, name or alias.")],
    format_: Format = PlainFormat.TEXT,
    output: Output = None,
    own: Own = None,
) -> None:
    """Show a skill with its forms, its relations and the roles that ask for it."""
    from skillgap.report import json, tables
    from skillgap.taxonomy import load, search

    taxonomy = load(own)
    found = search.find(skill, taxonomy)
    if format_ is PlainFormat.JSON:
        write(json.render_taxonomy([found], taxonomy), output)
    else:
        write(tables.render_skill(found, taxonomy, look(output)), output)


@app.command("search", epilog='Example:  skillgap taxonomy search "gradient boosting"')
def search_(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for; spelling needn't be right.")],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many skills at most.")] = 10,
    format_: Format = PlainFormat.TEXT,
    output: Output = None,
    own: Own = None,
) -> None:
    """Search for skills by name, alias or description."""
    from skillgap.report import json, tables
    from skillgap.taxonomy import load, search

    taxonomy = load(own)
    found = search.search(" ".join(words), taxonomy, limit=limit)
    if not found:
        raise UsageError(f"{' '.join(words)}: nothing like it in the taxonomy; try another word")
    if format_ is PlainFormat.JSON:
        write(json.render_taxonomy(found, taxonomy), output)
    else:
        write(tables.render_skills(found, taxonomy, look(output)), output)


class ExportFormat(StrEnum):
    """Formats of `taxonomy export`."""

    JSON = "json"
    CSV = "csv"
    SKOS = "skos"


@app.command("export", epilog="Example:  skillgap taxonomy export --format csv --output skills.csv")
def export(
    format_: Annotated[
        ExportFormat, typer.Option("--format", "-f", help="How the skills are written; skos is RDF in Turtle.")
    ] = ExportFormat.JSON,
    output: Output = None,
    own: Own = None,
) -> None:
    """Write all skills with their forms and relations."""
    from skillgap.report import export as rendered
    from skillgap.report import json
    from skillgap.taxonomy import load

    taxonomy = load(own)
    if format_ is ExportFormat.JSON:
        write(json.render_taxonomy(list(taxonomy.skills.values()), taxonomy), output)
    else:
        render = rendered.render_csv if format_ is ExportFormat.CSV else rendered.render_skos
        write(render(taxonomy), output)


@app.command("suggest", epilog="Example:  skillgap taxonomy suggest resumes/*.pdf --at-least 2")
def suggest(
    files: Files,
    at_least: Annotated[int, typer.Option("--at-least", "-n", min=1, help="Leave out what fewer résumés have.")] = 1,
    format_: Format = PlainFormat.TEXT,
    output: Output = None,
    as_of: AsOf = None,
    pdf_engine: PdfEngine = Engine.AUTO,
    hidden_check: HiddenCheck = True,
    own: Own = None,
) -> None:
    """List terms in skills lists that the taxonomy lacks, by how many résumés have them."""
    from skillgap.cli.analyze import run_batch
    from skillgap.report import suggestions
    from skillgap.taxonomy import load
    from skillgap.taxonomy import suggest as terms

    taxonomy = load(own)
    batch = run_batch(files, taxonomy, as_of, pdf_options(pdf_engine, hidden_check), roles=None)
    found = terms.suggest(batch.profiles, taxonomy, at_least=at_least)
    if format_ is PlainFormat.JSON:
        write(suggestions.render_json(found, len(batch.profiles), batch.skipped, taxonomy), output)
    elif batch.profiles:
        write(suggestions.render_text(found, look(output)), output)
    if not batch.profiles:
        raise typer.Exit(codes.FAILED)


@app.command("import", epilog="Example:  skillgap taxonomy import skills_en.csv --output own.yaml")
def import_(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="ESCO's skills_en.csv or O*NET's Technology Skills.txt.")],
    output: Output = None,
    own: Own = None,
) -> None:
    """Make an own file from a table of ESCO or O*NET that you have: skills to add, and their ids for those that are known."""
    from skillgap.taxonomy import load
    from skillgap.taxonomy.foreign import own_file

    write(own_file(path, load(own)), output)
