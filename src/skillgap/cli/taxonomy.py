"""`skillgap taxonomy`: look into what skillgap knows, and check it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from skillgap.cli import codes
from skillgap.cli.options import GapFormat, Output, Own
from skillgap.cli.output import look, say, write
from skillgap.errors import UsageError

app = typer.Typer(help="Look into what skillgap knows, and check it.", no_args_is_help=True)

Format = Annotated[GapFormat, typer.Option("--format", "-f", help="How the result is written.")]


@app.command("check", epilog="Example:  skillgap taxonomy check own.yaml")
def check(
    path: Annotated[
        Path | None, typer.Argument(help="A taxonomy folder or an own file; by default the taxonomy that skillgap uses.")
    ] = None,
) -> None:
    """Check a taxonomy and list all its problems."""
    from skillgap.taxonomy import locate
    from skillgap.taxonomy.load import layers, records

    checked, found = records(*layers(path or locate.own_file()))
    for problem in found:
        say(problem)
    forms = sum(len(skill.forms) for _, skill in checked.skills)
    write(f"{len(checked.skills)} skills, {forms} forms, {len(checked.roles)} roles: {len(found)} problems\n", None)
    if found:
        raise typer.Exit(codes.FAILED)


@app.command("show", epilog="Example:  skillgap taxonomy show apache-spark")
def show(
    skill: Annotated[str, typer.Argument(metavar="ID", help="A skill by id, name or alias.")],
    format_: Format = GapFormat.TEXT,
    output: Output = None,
    own: Own = None,
) -> None:
    """Show a skill with its forms, its relations and the roles that ask for it."""
    from skillgap.report import json, tables
    from skillgap.taxonomy import load, search

    taxonomy = load(own)
    found = search.named(skill, taxonomy)
    if found is None:
        near = ", ".join(s.id for s in search.search(skill, taxonomy, limit=3))
        raise UsageError(f"{skill}: no such skill; try {near or 'another word'}, or see `skillgap taxonomy search`")
    if format_ is GapFormat.JSON:
        write(json.render_taxonomy([found], taxonomy), output)
    else:
        write(tables.render_skill(found, taxonomy, look(output)), output)


@app.command("search", epilog='Example:  skillgap taxonomy search "gradient boosting"')
def search_(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What to look for; spelling needn't be right.")],
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many skills at most.")] = 10,
    format_: Format = GapFormat.TEXT,
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
    if format_ is GapFormat.JSON:
        write(json.render_taxonomy(found, taxonomy), output)
    else:
        write(tables.render_skills(found, taxonomy, look(output)), output)
