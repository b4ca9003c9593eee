"""Roles and skills of the taxonomy -> text for a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from skillgap.model import FEW_POSTINGS
from skillgap.report.drawing import draw, table
from skillgap.report.look import PLAIN, Look
from skillgap.report.wording import percent
from skillgap.taxonomy.values import Demand, FormRule, Role, Skill, Taxonomy

# How many of its aliases the list of roles shows; `roles show` has them all.
MOST_ALIASES = 2


def render_roles(roles: list[Role], taxonomy: Taxonomy, look: Look = PLAIN) -> str:
    """Return a table of roles."""

    def print_to(console: Console) -> None:
        rows = table("id", "role", "also called", "postings", "asks for", ratio=1)
        for role in roles:
            demand = taxonomy.counts(role)
            core = ", ".join(r.label for r in role.requirements[:4])
            rows.add_row(role.id, role.name, Text(", ".join(role.aliases[:MOST_ALIASES])), _own(role, demand), Text(core, "dim"))
        console.print(rows)

    return draw(print_to, look)


def render_role(role: Role, taxonomy: Taxonomy, look: Look = PLAIN) -> str:
    """Return what a role asks for."""
    demand = taxonomy.counts(role)

    def print_to(console: Console) -> None:
        console.print(
            Text.assemble(
                (role.name, "bold"), f" ({role.id})", f"  also called: {', '.join(role.aliases)}" if role.aliases else ""
            )
        )
        console.print(Text(role.about))
        console.print(Text(_basis(role, demand), "dim"))
        rows = table("level", "band", "share" if demand.postings else "weight", "postings", "distinctive", "requirement", ratio=1)
        for r in role.requirements:
            rows.add_row(
                r.level,
                r.band or "",
                percent(r.share if demand.postings else r.weight),
                "" if r.postings is None else f"about {r.postings}",
                "" if r.distinctiveness is None else f"{r.distinctiveness:.1f}x",
                Text(r.label),
            )
        console.print(rows)

    return draw(print_to, look)


def _own(role: Role, demand: Demand) -> str:
    return "0" if role.borrowed else str(demand.postings)


def _basis(role: Role, demand: Demand) -> str:
    """Return the line that says what stands behind a role's numbers."""
    years = f", {demand.years}" if demand.years else ""
    counts = f"{demand.postings} postings of {demand.employers} employers{years}"
    if not demand.postings:
        return "Not counted in postings.\n"
    if role.borrowed:
        return f"Low evidence: no postings of its own were counted; numbers from {demand.role} ({counts}).\n"
    few = demand.postings < FEW_POSTINGS
    also = f"; averaged with {' and '.join(role.also)}" if role.also else ""
    return f"{'Low evidence: from' if few else 'From'} {counts}{also}.\n"


def render_skills(skills: list[Skill], taxonomy: Taxonomy, look: Look = PLAIN) -> str:
    """Return a table of skills."""

    def print_to(console: Console) -> None:
        rows = table("id", "name", "category", "what it is", ratio=1)
        for skill in skills:
            rows.add_row(skill.id, Text(skill.name), taxonomy.categories[skill.category.split("/")[0]], Text(skill.about, "dim"))
        console.print(rows)

    return draw(print_to, look)


def render_skill(skill: Skill, taxonomy: Taxonomy, look: Look = PLAIN) -> str:
    """Return a skill with its forms, relations and the roles that ask for it."""

    def print_to(console: Console) -> None:
        console.print(Text.assemble((skill.name, "bold"), f" ({skill.id}, {skill.category})"))
        console.print(Text(skill.about))
        rows = table("", "", ratio=1)
        for label, value in _facts(skill, taxonomy):
            if value:
                rows.add_row(Text(label, "dim"), Text(value))
        console.print(rows)

    return draw(print_to, look)


def _facts(skill: Skill, taxonomy: Taxonomy) -> list[tuple[str, str]]:
    related = taxonomy.graph.related(skill.id)
    near = (f"{taxonomy.skills[s].name} {strength:.1f}" for s, strength in sorted(related.items(), key=lambda x: (-x[1], x[0])))
    asking = [r.name for r in taxonomy.roles.values() if any(skill.id in q.any_of for q in r.requirements)]
    return [
        ("forms", ", ".join(f.text for f in skill.forms)),
        ("with a rule", "; ".join(f"{f.text}: {_rule(f.rule)}" for f in skill.forms if f.rule and _rule(f.rule))),
        ("kind of", ", ".join(taxonomy.skills[s].name for s in skill.broader)),
        ("implies", ", ".join(taxonomy.skills[s].name for s in skill.implies)),
        ("needs", ", ".join(taxonomy.skills[s].name for s in skill.needs)),
        ("close to", ", ".join(near)),
        ("asked for by", ", ".join(asking)),
        ("elsewhere", ", ".join(f"{collection} {theirs}" for collection, theirs in skill.external)),
    ]


def _rule(rule: FormRule) -> str:
    parts = [
        "only in this spelling" if rule.keep_case else "",
        "only among skills" + (f" or near {', '.join(rule.near)}" if rule.near else "") if rule.context else "",
        "not as part of a name" if rule.name else "",
        "not as an employer" if rule.company else "",
        f"not in {', '.join(rule.not_in)}" if rule.not_in else "",
    ]
    return ", ".join(p for p in parts if p)
