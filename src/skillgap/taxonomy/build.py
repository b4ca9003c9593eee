"""Taxonomy folder in, records out, and from records a Taxonomy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from skillgap.model import Kind, SkillId
from skillgap.taxonomy import profiles, schema, scoring, wide, wordschema
from skillgap.taxonomy.parse import parse
from skillgap.taxonomy.values import VERSION, Demand, Form, FormRule, Scoring, Skill, Taxonomy, Words

# Stands for a scoring.yaml with problems.
NO_SCORING = scoring.ScoringRecord(
    status=scoring.StatusRecord(demonstrated=0, listed=0, coursework=0),
    certification=0,
    stale=(),
    years=scoring.YearsRecord(least=0),
    related=(),
    degree=(),
    weights={},
)

# In headings.yaml, beside the kinds of sections: words that may stand before a heading.
QUALIFYING = "qualifying"


@dataclass(frozen=True, slots=True)
class Records:
    """The validated content of a taxonomy folder, with the file of each role, and of each skill that an own file states."""

    folder: Path
    categories: dict[str, schema.CategoryRecord]
    skills: tuple[tuple[str, schema.SkillRecord], ...]
    roles: tuple[tuple[Path, schema.RoleRecord], ...]
    demand: dict[str, schema.DemandRecord]
    headings: dict[str, tuple[str, ...]]
    cues: wordschema.CuesRecord
    dates: wordschema.DatesRecord
    degrees: dict[str, tuple[str, ...]]
    variants: wordschema.VariantsRecord
    postings: wordschema.PostingsRecord
    scoring: scoring.ScoringRecord
    own: Mapping[str, Path] = field(default_factory=dict)
    wide: tuple[tuple[str, ...], ...] = ()

    def file_of(self, category: str) -> Path:
        """Return the path of the file of a category."""
        return self.folder / "skills" / f"{category}.yaml"


def read(folder: Path) -> tuple[Records, list[str]]:
    """Return the records of a folder and the problems of their shape; with problems the records are not whole."""
    problems: list[str] = []
    words = dict[str, tuple[str, ...]]
    index = parse(folder / "skills.yaml", schema.IndexRecord, problems)
    categories = {c.id: c for c in index.categories} if index else {}
    skills = [
        (category, record)
        for category in categories
        for record in parse(folder / "skills" / f"{category}.yaml", tuple[schema.SkillRecord, ...], problems) or ()
    ]
    roles = [
        (path, record)
        for path in sorted((folder / "roles").glob("*.yaml"))
        if (record := parse(path, schema.RoleRecord, problems))
    ]
    records = Records(
        folder=folder,
        categories=categories,
        skills=tuple(skills),
        roles=tuple(roles),
        demand=parse(folder / "demand.yaml", dict[str, schema.DemandRecord], problems) or {},
        headings=parse(folder / "headings.yaml", words, problems) or {},
        cues=parse(folder / "cues.yaml", wordschema.CuesRecord, problems)
        or wordschema.CuesRecord(aspirational=(), negated=(), negated_directly=(), introducing=(), clause_ends=()),
        dates=parse(folder / "dates.yaml", wordschema.DatesRecord, problems)
        or wordschema.DatesRecord(months={}, seasons={}, present=(), since=()),
        degrees=parse(folder / "degrees.yaml", schema.Degrees, problems) or {},
        variants=parse(folder / "variants.yaml", wordschema.VariantsRecord, problems) or wordschema.VariantsRecord(british={}),
        postings=parse(folder / "postings.yaml", wordschema.PostingsRecord, problems)
        or wordschema.PostingsRecord(headings=wordschema.PostingHeadingsRecord(), cues=wordschema.PostingCuesRecord()),
        scoring=parse(folder / "scoring.yaml", scoring.ScoringRecord, problems) or NO_SCORING,
        wide=wide.read(folder),
    )
    return records, problems


def taxonomy(records: Records, digest: str) -> Taxonomy:
    """Return the taxonomy that sound records make."""
    related = _both_ways(records)
    skills = {
        SkillId(r.id): _skill(category, r, records.categories[category].kind, related.get(r.id, {}))
        for category, r in records.skills
    }
    further = wide.skills(records.wide, skills.values())
    demand = {
        role: Demand(role, d.postings, d.employers, _shares(d.shares), _shares(d.others), d.years)
        for role, d in records.demand.items()
    }
    scoring = _scoring(records.scoring)
    return Taxonomy(
        version=VERSION,
        digest=digest,
        skills=skills | further,
        roles={r.id: profiles.role(r, skills, demand, scoring) for _, r in records.roles},
        demand=demand,
        words=_words(records),
        scoring=scoring,
        categories={c.id: c.name for c in records.categories.values()} | ({wide.WIDE: wide.NAME} if further else {}),
        path=None,
    )


def _scoring(record: scoring.ScoringRecord) -> Scoring:
    return Scoring(
        status=dict(record.status),
        certification=record.certification,
        stale=tuple(sorted(((r.years, r.factor) for r in record.stale), reverse=True)),
        least_for_years=record.years.least,
        related=tuple(sorted(((r.strength, r.credit, r.words) for r in record.related), reverse=True)),
        degree=record.degree,
        weights={kind.value: factor for kind, factor in record.weights.items()},
        stated=record.years.stated,
    )


def _both_ways(records: Records) -> dict[str, dict[str, float]]:
    """Return the related skills of each skill: a relation that one side states holds from both, the stronger where both do."""
    pairs: dict[str, dict[str, float]] = {}
    for _, record in records.skills:
        for other, strength in record.related.items():
            for a, b in ((record.id, other), (other, record.id)):
                row = pairs.setdefault(a, {})
                row[b] = max(strength, row.get(b, 0.0))
    return pairs


def _skill(category: str, record: schema.SkillRecord, kind: Kind, related: dict[str, float]) -> Skill:
    return Skill(
        id=SkillId(record.id),
        name=record.name,
        kind=kind,
        category=f"{category}/{record.group}" if record.group else category,
        about=record.about,
        forms=tuple(Form(text, _rule(record.rules.get(text))) for text in record.forms),
        broader=tuple(map(SkillId, record.broader)),
        implies=tuple(map(SkillId, record.implies)),
        related=tuple((SkillId(k), v) for k, v in sorted(related.items())),
        needs=tuple(map(SkillId, record.needs)),
        external=tuple(sorted(record.external.items())),
    )


def _rule(record: schema.RuleRecord | None) -> FormRule | None:
    if record is None:
        return None
    return FormRule(record.case == "keep", record.context, record.name, record.near, record.not_in, record.company)


def _shares(shares: Mapping[str, float]) -> dict[SkillId, float]:
    return {SkillId(skill): share for skill, share in shares.items()}


# The kinds of cues of what is known, wished for or not known, in the order in which they are tried at a place.
_CUES = (
    *("no_cue", "negated", "aspirational", "negated_directly", "hedged", "hedged_directly"),
    *(
        "aspirational_first",
        "wishes",
        "pursuits",
        "denials",
        "uses",
        "absences",
        "backgrounds",
        "aspirational_behind",
        "negated_behind",
    ),
)


def _inner_capitals(records: Records) -> tuple[str, ...]:
    names = (word for _, record in records.skills for form in record.forms for word in re.findall(r"[A-Za-z\d+#]+", form))
    return tuple(sorted({word.lower() for word in names if re.search(r"[a-z\d+#][A-Z]|[A-Z]{2}[a-z]", word)}))


def _words(records: Records) -> Words:
    return Words(
        headings={kind: headings for kind, headings in records.headings.items() if kind != QUALIFYING},
        qualifying=records.headings.get(QUALIFYING, ()),
        cues={kind: getattr(records.cues, kind) for kind in _CUES},
        introducing=records.cues.introducing,
        employed=records.cues.employed,
        kin=records.cues.kin,
        organizations=records.cues.organizations,
        published=records.cues.published,
        unpublished=records.cues.unpublished,
        inner_capitals=_inner_capitals(records),
        years={
            "column": records.cues.years_column,
            "elapsed": records.cues.years_elapsed,
            "of_else": records.cues.years_of_else,
            "numbers": records.postings.cues.numbers,
            "words": records.postings.cues.years,
        },
        clause_ends=records.cues.clause_ends,
        months=records.dates.months,
        seasons=records.dates.seasons,
        present=records.dates.present,
        since=records.dates.since,
        degrees=records.degrees,
        british=records.variants.british,
        posting_headings=dict(records.postings.headings),
        posting_cues=dict(records.postings.cues),
    )
