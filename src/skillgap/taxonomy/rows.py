"""Skills, roles and counts <-> rows for JSON. Imported when the first row is read or written, not to load a taxonomy."""

from __future__ import annotations

from typing import Any

from skillgap.model import Kind, Level, Requirement, RequirementKind
from skillgap.taxonomy.values import Demand, Form, FormRule, Role, Skill

Row = list[Any]


def skill_row(s: Skill) -> Row:
    """Return a skill as a row."""
    forms = [[f.text, f.rule and rule_row(f.rule)] for f in s.forms]
    return [s.id, s.name, s.kind, s.category, s.about, forms, s.broader, s.implies, s.related, s.needs, s.external]


def skill_of(row: Row) -> Skill:
    """Return the skill of a row."""
    id_, name, kind, category, about, forms, broader, implies, related, needs, external = row
    return Skill(
        id=id_,
        name=name,
        kind=Kind(kind),
        category=category,
        about=about,
        forms=tuple(Form(text, rule and rule_of(rule)) for text, rule in forms),
        broader=tuple(broader),
        implies=tuple(implies),
        related=tuple((other, strength) for other, strength in related),
        needs=tuple(needs),
        external=tuple((collection, theirs) for collection, theirs in external),
    )


def rule_row(rule: FormRule) -> Row:
    """Return a rule as a row."""
    return [rule.keep_case, rule.context, rule.name, rule.near, rule.not_in, rule.company, rule.wide]


def rule_of(row: Row) -> FormRule:
    """Return the rule of a row."""
    return FormRule(row[0], row[1], row[2], tuple(row[3]), tuple(row[4]), row[5], row[6])


def role_row(r: Role) -> Row:
    """Return a role as a row."""
    return [r.id, r.name, r.aliases, r.about, r.counted, list(map(_requirement_row, r.requirements)), r.also, r.borrowed]


def role_of(row: Row) -> Role:
    """Return the role of a row."""
    id_, name, aliases, about, counted, requirements, also, borrowed = row
    return Role(id_, name, tuple(aliases), about, counted, tuple(map(_requirement, requirements)), tuple(also), borrowed)


def demand_row(d: Demand) -> Row:
    """Return the counts behind a role as a row."""
    return [d.role, d.postings, d.employers, dict(d.shares), dict(d.others), d.years]


def demand_of(row: Row) -> Demand:
    """Return the counts of a row."""
    return Demand(*row)


def _requirement_row(r: Requirement) -> Row:
    return [r.label, r.any_of, r.level, r.weight, r.at_least, r.band, r.share, r.postings, r.distinctiveness, r.kind]


def _requirement(row: Row) -> Requirement:
    label, any_of, level, weight, at_least, band, share, postings, distinctiveness, kind = row
    any_of, level = tuple(any_of), Level(level)
    return Requirement(
        label, any_of, level, weight, at_least, band, share, postings, distinctiveness=distinctiveness, kind=RequirementKind(kind)
    )
