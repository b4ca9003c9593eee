"""Values in, plain records in the contract's order of keys out. Unknown is None. Coverage isn't rounded, so
that it is to the last digit the sum of weight x credit over the sum of weight.

The outermost keys and their schemas are in json.py; docs/json.md explains each key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from skillgap.model import (
    Box,
    Deciding,
    Degree,
    Document,
    Dropped,
    Evidence,
    Finding,
    GapReport,
    Place,
    PlanStep,
    Posting,
    Profile,
    ReadingWarning,
    Requirement,
    Shown,
    SkillId,
    Skipped,
    Source,
    Target,
)
from skillgap.taxonomy.values import Taxonomy

Record = dict[str, object]

# How many targets are kept: `analyze` without one compares with all roles.
KEPT = 64


def document(profile: Profile, taxonomy: Taxonomy, *, explain: bool) -> Record:
    """Return the contract's DOCUMENT."""
    record: Record = {
        "source": source(profile.document),
        "reading": reading(profile.document),
        "skills": [skill(s, taxonomy, explain=explain) for s in profile.skills],
        "soft_skills": [skill(s, taxonomy, explain=explain) for s in profile.soft_skills],
        "certifications": [_certification(s, taxonomy, explain=explain) for s in profile.certifications],
        "degrees": [_degree(d) for d in profile.degrees],
        "publications": profile.publications,
        "unlisted": [{"text": u.text, "evidence": [_place(u.place)]} for u in profile.unlisted],
    }
    return record | {"dropped": [_dropped(d) for d in profile.dropped]} if explain else record


def report(gap: GapReport, taxonomy: Taxonomy, *, explain: bool) -> Record:
    """Return the contract's REPORT."""
    coverage = gap.coverage
    record: Record = {
        "source": source(gap.profile.document),
        "reading": reading(gap.profile.document),
        "target": target(gap.target),
        "fit": round(gap.fit, 4),
        "deciding": [_deciding(d, taxonomy) for d in gap.deciding],
        "coverage": {
            "required": coverage.required,
            "preferred": coverage.preferred,
            "overall": coverage.overall,
        },
        "findings": list(_findings(gap.findings, taxonomy, explain=explain)),
        "plan": [_step(s, taxonomy) for s in gap.plan],
        "budget": {"skills": gap.budget.skills, "exact": gap.budget.exact} if gap.budget else None,
        "other_skills": [skill(s, taxonomy, explain=explain) for s in gap.other_skills],
    }
    return record | {"dropped": [_dropped(d) for d in gap.profile.dropped]} if explain else record


def source(of: Document) -> Record:
    """Return where a document comes from."""
    return _file(of.source)


def _file(of: Source) -> Record:
    return {"file": of.file, "format": of.format, "sha256": of.sha256, "pages": of.pages}


def reading(of: Document) -> Record:
    """Return how a document was read."""
    return {"engine": of.engine, "characters": len(of.text), "warnings": warnings(of.warnings)}


def warnings(of: Iterable[ReadingWarning]) -> list[Record]:
    """Return what a reader noticed."""
    return [{"code": w.code, "message": w.message, "page": w.page} for w in of]


def skill(shown: Shown, taxonomy: Taxonomy, *, explain: bool = False) -> Record:
    """Return the contract's SKILL; explained, its evidence has the form and the cue as well."""
    entry = taxonomy.skills[shown.skill]
    return {
        "id": shown.skill,
        "name": entry.name,
        "category": entry.category,
        "status": shown.status,
        "confidence": shown.confidence,
        "months": shown.months,
        "last_used": shown.last_used,
        "stated_years": shown.stated.years if shown.stated else None,
        "stated_evidence": [_evidence(shown.stated.evidence)] if shown.stated else [],
        "evidence": [_evidence(e, explain=explain) for e in shown.evidence],
        "external": dict(entry.external),
    }


def skipped(of: Skipped) -> Record:
    """Return the contract's SKIPPED."""
    return {"source": {"file": of.file}, "code": of.code, "message": of.message}


def requirement(of: Requirement, taxonomy: Taxonomy) -> Record:
    """Return the contract's REQUIREMENT; a role's has no place in a posting, so no evidence."""
    places = of.evidence or ((),) * len(of.any_of)
    return {
        "label": of.label,
        "kind": of.kind,
        "any_of": [
            {
                "id": i,
                "name": taxonomy.skills[i].name if i in taxonomy.skills else of.label,
                "evidence": [_evidence(e) for e in found],
            }
            for i, found in zip(of.any_of, places, strict=True)
        ],
        "at_least": of.at_least,
        "level": of.level,
        "weight": of.weight,
        "min_years": of.min_years,
        "quote": of.quote,
        "band": of.band,
        "share": of.share,
        "postings": of.postings,
        "distinctiveness": of.distinctiveness,
    }


def posting(of: Posting, taxonomy: Taxonomy) -> Record:
    """Return what a posting asks for."""
    return {
        "source": source(of.document),
        "reading": reading(of.document) | {"warnings": warnings((*of.document.warnings, *of.notes))},
        "title": of.title,
        "seniority": of.seniority,
        "role": of.role,
        "requirements": [requirement(r, taxonomy) for r in of.requirements],
        "degree": {"min": of.degree_min, "preferred": of.degree_preferred},
        "min_years_total": of.min_years,
    }


def target(of: Target) -> Record:
    """Return what a target is, without its requirements."""
    return {
        "id": of.id,
        "name": of.name,
        "kind": of.kind,
        "source": _file(of.source) if of.source else None,
        "postings": of.postings,
        "employers": of.employers,
    }


def _deciding(of: Deciding, taxonomy: Taxonomy) -> Record:
    return {"skill": of.skill, "name": taxonomy.skills[of.skill].name, "evidence": [_evidence(e) for e in of.evidence]}


def _findings(of: tuple[Finding, ...], taxonomy: Taxonomy, *, explain: bool) -> Iterator[Record]:
    asked = _requirements(tuple(f.requirement for f in of), taxonomy)
    yield from (_finding(f, record, explain=explain) for f, record in zip(of, asked, strict=True))


@lru_cache(maxsize=KEPT)
def _requirements(of: tuple[Requirement, ...], taxonomy: Taxonomy) -> tuple[Record, ...]:
    """Return the requirements of a target, which are the same for all résumés."""
    return tuple(requirement(r, taxonomy) for r in of)


def _finding(of: Finding, asked: Record, *, explain: bool) -> Record:
    return {
        "requirement": asked,
        "status": of.status,
        "credit": of.credit,
        "by": list(of.by),
        "why": of.why,
        "evidence": [_evidence(e, explain=explain) for e in of.evidence],
        "gaps": list(of.gaps),
    }


def _step(of: PlanStep, taxonomy: Taxonomy) -> Record:
    after: list[SkillId] = list(of.after)
    return {
        "skill": of.skill,
        "name": taxonomy.skills[of.skill].name,
        "gain": round(of.gain, 4),
        "after": after,
        "why": of.why,
        "near": list(of.near),
        "share": of.share,
    }


def _certification(shown: Shown, taxonomy: Taxonomy, *, explain: bool) -> Record:
    evidence = [_evidence(e, explain=explain) for e in shown.evidence]
    return {"id": shown.skill, "name": taxonomy.skills[shown.skill].name, "evidence": evidence}


def _degree(of: Degree) -> Record:
    return {"level": of.level, "field": of.field, "evidence": [_place(of.place)]}


def _evidence(of: Evidence, *, explain: bool = False) -> Record:
    record = _where(of) | {"rule": of.rule, "score": of.score}
    return record | {"form": of.form or None, "cue": of.cue or None} if explain else record


def _place(of: Place) -> Record:
    return _where(of) | {"rule": "exact", "score": 1.0}


def _where(of: Evidence | Place) -> Record:
    return {
        "text": of.text,
        "page": of.page,
        "section": of.section,
        "start": of.start,
        "end": of.end,
        "box": _box(of.box),
    }


@lru_cache(maxsize=1024)
def _box(of: Box | None) -> list[float] | None:
    return [round(x, 2) for x in of] if of else None


def _dropped(of: Dropped) -> Record:
    reason = f"{of.reason} ({of.detail})" if of.detail else str(of.reason)
    return {"id": of.skill, "text": of.text, "start": of.start, "end": of.end, "reason": reason}
