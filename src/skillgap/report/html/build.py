"""Values of the model -> what the templates show: ids, links between findings and outlines, points, order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from skillgap.model import (
    Batch,
    Deciding,
    Evidence,
    Finding,
    FindingStatus,
    GapKind,
    GapReport,
    Level,
    Profile,
    SkillId,
)
from skillgap.report.html.marks import Lead, Marks, find_marks
from skillgap.report.html.paper import pages_of, pieces_of
from skillgap.report.html.views import (
    FindingView,
    Group,
    Place,
    ReportView,
    Resume,
    SkillView,
    Step,
    Strip,
    Whole,
)
from skillgap.report.quote import quote
from skillgap.report.wording import GAPS, TITLES, basis, because, how_asked, is_plain, overview, plan_title, version
from skillgap.taxonomy.values import Taxonomy

OTHER = "other"

# Kinds of gap that need no words: the finding stands among what is missing or partly there.
SAID_BY_STATUS = frozenset({GapKind.MISSING, GapKind.NEAR})


def whole(batch: Batch, taxonomy: Taxonomy, *, pages: bool, explain: bool) -> Whole:
    """Return all that is on the page."""
    resumes, count, names = [], 0, _names(batch)
    for number, profile in enumerate(batch.profiles, 1):
        reports = [(f"r{count + i}", r) for i, r in enumerate((r for r in batch.reports if r.profile is profile), 1)]
        count += len(reports)
        named = (f"d{number}", names[number - 1])
        resumes.append(_resume(named, profile, reports, taxonomy, pages=pages, explain=explain))
    return Whole(
        title=_title(batch),
        as_of=str(batch.as_of),
        version=version(),
        taxonomy=batch.taxonomy_version,
        ranked=batch.ranked,
        resumes=tuple(resumes),
        skipped=tuple((s.file, s.message) for s in batch.skipped),
    )


def _names(batch: Batch) -> list[str]:
    """Return the names of the files, without their folders unless two have the same."""
    files = [p.document.source.file for p in batch.profiles]
    names = [PurePath(file).name or file for file in files]
    return names if len(set(names)) == len(names) else files


def _title(batch: Batch) -> str:
    files = _names(batch)
    resumes = files[0] if len(files) == 1 else f"{len(files)} résumés"
    targets = list(dict.fromkeys(r.target.name for r in batch.reports))
    against = "all roles" if batch.ranked else targets[0] if len(targets) == 1 else f"{len(targets)} targets"
    return f"{resumes} against {against}"


def _resume(  # noqa: PLR0913
    named: tuple[str, str],
    profile: Profile,
    reports: list[tuple[str, GapReport]],
    taxonomy: Taxonomy,
    *,
    pages: bool,
    explain: bool,
) -> Resume:
    (id_, name), document = named, profile.document
    leads = [lead for report_id, report in reports for lead in _leads(report_id, report, taxonomy)] if pages else []
    marks = find_marks(id_, document, leads)
    return Resume(
        id=id_,
        file=name,
        reports=tuple(_report(report_id, report, marks, taxonomy) for report_id, report in reports),
        warnings=tuple(w.message for w in document.warnings),
        pages=tuple(pages_of(id_, document, marks)) if pages else (),
        more_pages=max(document.source.pages - len(document.pictures), 0) if document.pictures else 0,
        text=tuple(pieces_of(document, marks)) if pages and not document.pictures else (),
        dropped=tuple(
            (d.text, f"{d.start}-{d.end}", taxonomy.skills[d.skill].name, because(d)) for d in profile.dropped if explain
        ),
    )


# ---------------------------------------------------------------- the résumé


def _leads(id_: str, report: GapReport, taxonomy: Taxonomy) -> Iterator[tuple[Evidence, Lead]]:
    """Yield each piece of evidence with what it leads to: what is asked for first, and of that what weighs most."""
    for number, finding in sorted(enumerate(report.findings, 1), key=lambda row: (row[1].status, -row[1].requirement.weight)):
        if not finding.evidence:
            continue
        lead = Lead(f"{id_}f{number}", f"{finding.requirement.label}, {report.target.name}", finding.status.value)
        for evidence in finding.evidence:
            yield evidence, lead
    for shown in report.other_skills:
        lead = Lead(f"{id_}o-{shown.skill}", f"{taxonomy.skills[shown.skill].name}, not asked for", OTHER)
        yield from ((evidence, lead) for evidence in shown.evidence if evidence.status is shown.status)


# ---------------------------------------------------------------- a report


def _report(id_: str, report: GapReport, marks: Marks, taxonomy: Taxonomy) -> ReportView:
    coverage, target = report.coverage, report.target
    total = sum(f.requirement.weight for f in report.findings) or 1.0
    findings = [_finding(f"{id_}f{n}", f, total, marks) for n, f in enumerate(report.findings, 1)]
    weighed = [v for v, _ in sorted(zip(findings, report.findings, strict=True), key=lambda r: -r[1].requirement.weight)]
    return ReportView(
        id=id_,
        target=target.name,
        target_id=target.id,
        kind=target.kind,
        basis=basis(target),
        notes=tuple(overview(report, taxonomy)),
        fit=report.fit,
        deciding=tuple(_speaks(d, marks, taxonomy) for d in report.deciding),
        overall=coverage.overall,
        required=coverage.required,
        preferred=coverage.preferred,
        counts={s.value: sum(f.status is s for f in report.findings) for s in FindingStatus},
        strips=tuple(_strips(report, findings)),
        groups=tuple(
            Group(f"{id_}{s}", s, title, tuple(v for v in weighed if v.status == s))
            for s, title in TITLES.items()
            if any(v.status == s for v in findings)
        ),
        plan=plan_title(report),
        steps=tuple(_steps(id_, report, taxonomy)),
        others=tuple(_others(id_, report, marks, taxonomy)),
    )


def _speaks(deciding: Deciding, marks: Marks, taxonomy: Taxonomy) -> SkillView:
    outlined = (marks.id_of(e) for e in deciding.evidence)
    return SkillView("", taxonomy.skills[deciding.skill].name, next((id_ for id_ in outlined if id_), None))


def _finding(id_: str, finding: Finding, total: float, marks: Marks) -> FindingView:
    asked = finding.requirement
    worth = asked.weight / total * 100
    plain = finding.status is FindingStatus.MET and is_plain(finding)
    years = f", {asked.min_years}+ years" if asked.min_years else ""
    return FindingView(
        id=id_,
        label=asked.label,
        status=finding.status.value,
        asked=how_asked(finding) + years,
        worth=worth,
        earned=worth * finding.credit,
        credit=finding.credit,
        why="" if plain else finding.why,
        left=tuple(GAPS[gap] for gap in finding.gaps if gap not in SAID_BY_STATUS),
        quote=asked.quote,
        places=tuple(_place(e, finding.evidence[0], marks) for e in finding.evidence),
    )


def _place(evidence: Evidence, first: Evidence, marks: Marks) -> Place:
    page, text = f"p. {evidence.page}", " ".join(evidence.text.split())
    short = page if evidence.text == first.text else f"“{text}” {page}"
    return Place(quote(evidence), f"{page}, {evidence.section}", short, marks.id_of(evidence))


def _strips(report: GapReport, findings: list[FindingView]) -> Iterator[Strip]:
    shares = {Level.REQUIRED: report.coverage.required, Level.PREFERRED: report.coverage.preferred}
    for level, share in shares.items():
        rows = [v for v, f in zip(findings, report.findings, strict=True) if f.requirement.level is level and v.worth]
        if rows:
            rows.sort(key=lambda v: (-v.credit, -v.worth))
            yield Strip(level.value, share, sum(v.worth for v in rows), tuple(rows))


def _steps(id_: str, report: GapReport, taxonomy: Taxonomy) -> Iterator[Step]:
    reach = report.coverage.overall or 0.0
    largest = max((s.gain for s in report.plan), default=0.0) or 1.0
    closed = _closed(id_, report.findings)
    for step in report.plan:
        reach = min(reach + step.gain, 1.0)
        yield Step(
            id=_step_id(id_, step.skill),
            name=taxonomy.skills[step.skill].name,
            gain=step.gain * 100,
            bar=step.gain / largest,
            reach=reach,
            why=step.why,
            after=tuple(Lead(_step_id(id_, s), taxonomy.skills[s].name, OTHER) for s in step.after),
            closes=closed.get(step.skill, ()),
        )


def _step_id(id_: str, skill: SkillId) -> str:
    return f"{id_}s-{skill}"


def _closed(id_: str, findings: Iterable[Finding]) -> dict[SkillId, tuple[Lead, ...]]:
    """Return, for each skill that is an alternative of what isn't met, what it closes."""
    closed: dict[SkillId, tuple[Lead, ...]] = {}
    for number, finding in enumerate(findings, 1):
        if finding.status is not FindingStatus.MET:
            lead = (Lead(f"{id_}f{number}", finding.requirement.label, finding.status.value),)
            for skill in dict.fromkeys(finding.requirement.any_of):
                closed[skill] = closed.get(skill, ()) + lead
    return closed


def _others(id_: str, report: GapReport, marks: Marks, taxonomy: Taxonomy) -> Iterator[SkillView]:
    for shown in report.other_skills:
        if not shown.evidence:  # supposed by --with
            continue
        best = min(shown.evidence, key=lambda e: e.status is not shown.status)
        yield SkillView(f"{id_}o-{shown.skill}", taxonomy.skills[shown.skill].name, marks.id_of(best))
