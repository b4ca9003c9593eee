"""A cohort -> JSON; its shape is docs/json.md's and cohort.schema.json's."""

from __future__ import annotations

from skillgap.batch.exports.tables import TABLES, Row, View
from skillgap.batch.summary import Spread, summarise
from skillgap.report import json
from skillgap.report.records import Record


def render(view: View) -> str:
    """Return a cohort at a glance as one JSON document."""
    about, facts = view.store.about(), summarise(view)
    taxonomy = {"version": about["taxonomy_version"], "digest": about["taxonomy_digest"]}
    return json.dump(
        json.tool()
        | {
            "as_of": about["as_of"],
            "taxonomy": taxonomy,
            "anonymized": about["anonymized"] == "true",
            "people": facts.people,
            "files": facts.files,
            "several_versions": facts.several_versions,
            "duplicates": facts.duplicates,
            "errors": facts.errors,
            "targets": [_target(view, spread) for spread in facts.spreads],
        }
    )


def _target(view: View, spread: Spread) -> Record:
    return {
        "id": spread.target.id,
        "name": spread.target.name,
        "mean": spread.mean,
        "median": spread.median,
        "bins": list(spread.bins),
        "gaps": [_gap(row) for row in TABLES["gaps"].rows(view) if row[0] == spread.target.id],
        "workshops": [_workshop(row) for row in TABLES["workshops"].rows(view) if row[0] == spread.target.id],
        "nearest": [{"person": p.id, "name": p.name, "overall": share} for p, share in spread.nearest],
    }


def _gap(row: Row) -> Record:
    return dict(zip(("label", "level", "weight", "met", "partial", "missing"), row[1:7], strict=True))


def _workshop(row: Row) -> Record:
    return dict(zip(("skill", "name", "people", "mean_gain"), row[1:], strict=True))
