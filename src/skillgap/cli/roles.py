"""`skillgap roles`: the roles that a résumé can be compared with."""

from __future__ import annotations

from typing import Annotated

import typer

from skillgap.cli.options import Output, Own, PlainFormat
from skillgap.cli.output import look, write

app = typer.Typer(help="Show the roles that a résumé can be compared with.", invoke_without_command=True)

Format = Annotated[PlainFormat, typer.Option("--format", "-f", help="How the result is written.")]


@app.callback()
def default(context: typer.Context) -> None:
    """Show the roles that a résumé can be compared with."""
    if context.invoked_subcommand is None:
        list_()


@app.command("list", epilog="Example:  skillgap roles list")
def list_(format_: Format = PlainFormat.TEXT, output: Output = None, own: Own = None) -> None:
    """List the roles with their aliases and what stands behind them."""
    from skillgap.report import json, tables
    from skillgap.taxonomy import load

    taxonomy = load(own)
    roles = list(taxonomy.roles.values())
    if format_ is PlainFormat.JSON:
        write(json.render_roles(roles, taxonomy), output)
    else:
        write(tables.render_roles(roles, taxonomy, look(output)), output)


@app.command("show", epilog="Example:  skillgap roles show mle")
def show(
    role: Annotated[str, typer.Argument(metavar="ID", help="A role by id, name or alias.")],
    format_: Format = PlainFormat.TEXT,
    output: Output = None,
    own: Own = None,
) -> None:
    """Show what a role asks for, with the number of postings behind each requirement."""
    from skillgap.report import json, tables
    from skillgap.targets import roles
    from skillgap.taxonomy import load

    taxonomy = load(own)
    found = roles.find(role, taxonomy)
    if format_ is PlainFormat.JSON:
        write(json.render_roles([found], taxonomy), output)
    else:
        write(tables.render_role(found, taxonomy, look(output)), output)


@app.command("diff", epilog="Example:  skillgap roles diff mle ds")
def diff(
    one: Annotated[str, typer.Argument(metavar="ID", help="A role by id, name or alias.")],
    other: Annotated[str, typer.Argument(metavar="ID", help="Another.")],
    format_: Format = PlainFormat.TEXT,
    output: Output = None,
    own: Own = None,
) -> None:
    """Show what two roles ask for side by side, what differs most first."""
    from skillgap.report import differences as rendered
    from skillgap.targets import roles
    from skillgap.taxonomy import load
    from skillgap.taxonomy.difference import differences

    taxonomy = load(own)
    pair = roles.find(one, taxonomy), roles.find(other, taxonomy)
    found = differences(*pair)
    if format_ is PlainFormat.JSON:
        write(rendered.render_json(*pair, found, taxonomy), output)
    else:
        write(rendered.render_text(*pair, found, look(output)), output)
