"""Batch -> JSON. The shapes are docs/json.md's and the schemas' in schemas/, which the tests hold real output against."""

from __future__ import annotations

import json
from collections.abc import Mapping

from skillgap.model import Batch, Month
from skillgap.report import records
from skillgap.report.look import PLAIN, Look
from skillgap.report.records import Record
from skillgap.report.wording import version
from skillgap.taxonomy.values import Role, Skill, Taxonomy

SCHEMA_VERSION = "1.0"


def render_gaps(batch: Batch, taxonomy: Taxonomy, _: Look = PLAIN, *, explain: bool = False) -> str:
    """Return the reports of a batch as one JSON document."""
    reports = [records.report(r, taxonomy, explain=explain) for r in batch.reports]
    skipped = [records.skipped(s) for s in batch.skipped]
    return dump(head(taxonomy, batch.as_of) | {"reports": reports, "skipped": skipped, "supposed": list(batch.supposed)})


def render_skills(batch: Batch, taxonomy: Taxonomy, _: Look = PLAIN, *, explain: bool = False) -> str:
    """Return the profiles of a batch as one JSON document."""
    documents = [records.document(p, taxonomy, explain=explain) for p in batch.profiles]
    return dump(head(taxonomy, batch.as_of) | {"documents": documents, "skipped": [records.skipped(s) for s in batch.skipped]})


def render_lines(batch: Batch, taxonomy: Taxonomy, _: Look = PLAIN, *, explain: bool = False) -> str:
    """Return the profiles of a batch, one JSON document a line."""
    rows = (records.document(p, taxonomy, explain=explain) for p in batch.profiles)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def render_roles(roles: list[Role], taxonomy: Taxonomy) -> str:
    """Return role profiles as one JSON document."""
    return dump(about(taxonomy) | {"roles": [_role(r, taxonomy) for r in roles]})


def render_taxonomy(skills: list[Skill], taxonomy: Taxonomy) -> str:
    """Return skills of the taxonomy as one JSON document."""
    asked: dict[str, list[str]] = {}
    for role in taxonomy.roles.values():
        for skill in {i for r in role.requirements for i in r.any_of}:
            asked.setdefault(skill, []).append(role.id)
    return dump(about(taxonomy) | {"skills": [_entry(s, asked) for s in skills]})


def dump(record: Record) -> str:
    """Return a record as JSON text; the same record gives the same bytes."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def head(taxonomy: Taxonomy, as_of: Month) -> Record:
    """Return the keys that come first in what depends on a month."""
    return tool() | {"as_of": str(as_of), "taxonomy": {"version": taxonomy.version, "digest": taxonomy.digest}}


def about(taxonomy: Taxonomy) -> Record:
    """Return the keys that come first in what depends on no month."""
    return tool() | {"taxonomy": {"version": taxonomy.version, "digest": taxonomy.digest}}


def tool() -> Record:
    """Return the keys that come first in everything."""
    return {"schema_version": SCHEMA_VERSION, "tool": {"name": "skillgap", "version": version()}}


def _role(role: Role, taxonomy: Taxonomy) -> Record:
    demand = taxonomy.counts(role)
    return {
        "id": role.id,
        "name": role.name,
        "aliases": list(role.aliases),
        "about": role.about,
        "postings": 0 if role.borrowed else demand.postings,
        "employers": 0 if role.borrowed else demand.employers,
        "requirements": [records.requirement(r, taxonomy) for r in role.requirements],
    }


def _entry(skill: Skill, asked: Mapping[str, list[str]]) -> Record:
    return {
        "id": skill.id,
        "name": skill.name,
        "kind": skill.kind,
        "category": skill.category,
        "about": skill.about,
        "forms": [f.text for f in skill.forms],
        "broader": list(skill.broader),
        "implies": list(skill.implies),
        "related": dict(skill.related),
        "needs": list(skill.needs),
        "external": dict(skill.external),
        "asked_by": asked.get(skill.id, []),
    }
