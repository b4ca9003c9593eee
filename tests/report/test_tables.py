"""Roles and skills -> text, word for word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from skillgap.report import tables
from skillgap.report.look import PLAIN, Look
from skillgap.taxonomy import Taxonomy

PRINTED: dict[str, Callable[[Taxonomy, Look], str]] = {
    "roles_list": lambda known, look: tables.render_roles(list(known.roles.values()), known, look),
    "roles_show": lambda known, look: tables.render_role(known.roles["data-engineer"], known, look),
    "taxonomy_search": lambda known, look: tables.render_skills(list(known.skills.values()), known, look),
    "taxonomy_show": lambda known, look: tables.render_skill(known.skills["apache-spark"], known, look),
    "taxonomy_show_rules": lambda known, look: tables.render_skill(known.skills["go"], known, look),
    "taxonomy_show_name": lambda known, look: tables.render_skill(known.skills["rust"], known, look),
    "taxonomy_show_relations": lambda known, look: tables.render_skill(known.skills["postgresql"], known, look),
}


@pytest.mark.parametrize("name", PRINTED)
def test_tables_are_as_they_were(golden, small: Taxonomy, name: str) -> None:
    golden(name, PRINTED[name](small, PLAIN))


@pytest.mark.parametrize("name", PRINTED)
def test_no_line_of_a_table_is_wider_than_asked(small: Taxonomy, name: str) -> None:
    assert max(map(cell_len, PRINTED[name](small, Look(60)).splitlines())) <= 60


@pytest.mark.parametrize("name", PRINTED)
def test_tables_have_colour_only_where_asked(small: Taxonomy, name: str) -> None:
    assert "\x1b" in PRINTED[name](small, Look(80, colour=True))
    assert "\x1b" not in PRINTED[name](small, Look(80))


def test_markup_of_a_taxonomy_is_printed_as_it_stands(small: Taxonomy) -> None:
    odd = replace(small.skills["go"], name="[red]Go[/red]", about="[bold]x[/bold]")
    out = tables.render_skill(odd, small) + tables.render_skills([odd], small)
    assert out.count("[red]Go[/red]") == 2
    assert out.count("[bold]x[/bold]") == 2


def test_a_role_without_bands_and_shares_leaves_them_out(small: Taxonomy) -> None:
    role = small.roles["all-required"]
    plain = replace(role, requirements=tuple(replace(r, band=None, share=None) for r in role.requirements))
    out = tables.render_role(plain, small)
    assert "None" not in out
    assert out.count("not asked") == len(role.requirements)


def test_a_requirement_without_counted_postings_does_not_say_none(small: Taxonomy) -> None:
    role = small.roles["all-required"]
    uncounted = replace(role, requirements=tuple(replace(r, postings=None) for r in role.requirements))
    assert "None" not in tables.render_role(uncounted, small)


def test_a_role_without_aliases_is_not_also_called_anything(small: Taxonomy) -> None:
    assert "also called" not in tables.render_role(small.roles["all-required"], small)


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({}, "From 120 postings of 90 employers."),
        ({"also": ("model engineer",)}, "From 120 postings of 90 employers; averaged with model engineer."),
        (
            {"borrowed": True},
            "Low evidence: no postings of its own were counted; numbers from data engineer (120 postings of 90 employers).",
        ),
    ],
)
def test_a_role_says_what_stands_behind_its_numbers(small: Taxonomy, change: dict[str, object], line: str) -> None:
    role = replace(small.roles["data-engineer"], **change)
    assert line in tables.render_role(role, small).splitlines()


def test_few_postings_are_low_evidence(small: Taxonomy) -> None:
    few = replace(small.demand["data engineer"], postings=59, years="2023-2026")
    thin = replace(small, demand={**small.demand, "data engineer": few})
    assert "Low evidence: from 59 postings of 90 employers, 2023-2026." in tables.render_role(thin.roles["data-engineer"], thin)


def test_a_role_with_borrowed_counts_has_no_postings_in_the_list(small: Taxonomy) -> None:
    borrowed = replace(small.roles["data-engineer"], borrowed=True)
    assert " 0 " in tables.render_roles([borrowed], small)
