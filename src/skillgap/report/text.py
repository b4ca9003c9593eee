"""Batch -> text for a terminal, with colour or without. Text of résumés is never read as markup."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from skillgap.model import Batch, Evidence, Finding, FindingStatus, GapReport, Profile, Rule, Shown, Status
from skillgap.report.drawing import draw, table
from skillgap.report.look import PLAIN, Look, safe
from skillgap.report.quote import quote
from skillgap.report.wording import SIDES, basis, deciding, how_asked, is_plain, many, overview, percent, plan_title, side_by_side
from skillgap.taxonomy.values import Taxonomy

BAR = 20
MOST_STEPS = 5

_MARKS = {
    FindingStatus.MET: ("✓", "green"),
    FindingStatus.PARTIAL: ("~", "yellow"),
    FindingStatus.MISSING: ("✗", "red"),
}


def render_gaps(batch: Batch, taxonomy: Taxonomy, look: Look = PLAIN, *, explain: bool = False) -> str:
    """Return the reports of a batch: each in full, or where no target was given all roles ranked by fit."""

    def print_to(console: Console) -> None:
        for profile in batch.profiles:
            reports = [r for r in batch.reports if r.profile is profile]
            if batch.ranked:
                _print_ranking(console, profile, reports, taxonomy)
            elif len(reports) > 1:
                _print_sides(console, profile, reports, taxonomy)
            for report in () if batch.ranked else reports:
                _print_report(console, report, taxonomy)
            _print_notes(console, profile, taxonomy, explain=explain)

    return draw(print_to, look)


def render_skills(batch: Batch, taxonomy: Taxonomy, look: Look = PLAIN, *, explain: bool = False) -> str:
    """Return the skills of each profile of a batch."""

    def print_to(console: Console) -> None:
        for profile in batch.profiles:
            _print_profile(console, profile, taxonomy, explain=explain)
            _print_notes(console, profile, taxonomy, explain=explain)

    return draw(print_to, look)


def _print_sides(console: Console, profile: Profile, reports: list[GapReport], taxonomy: Taxonomy) -> None:
    console.print(Text.assemble((safe(profile.document.source.file), "bold"), "  side by side"))
    rows = table(*SIDES, ratio=1)
    for row in side_by_side(reports, taxonomy):
        rows.add_row(*map(Text, map(safe, row)))
    console.print(rows)
    console.print()


def _print_report(console: Console, report: GapReport, taxonomy: Taxonomy) -> None:
    target = report.target
    behind = basis(target)
    behind = f"  ({behind})" if behind else ""
    console.print(
        Text.assemble((safe(report.profile.document.source.file), "bold"), "  against  ", (target.name, "bold"), behind)
    )
    console.print(_coverage_line(report))
    for words in overview(report, taxonomy):
        console.print(Text(words, "dim"))
    for status, title in (
        (FindingStatus.MET, "Met"),
        (FindingStatus.PARTIAL, "Partly there"),
        (FindingStatus.MISSING, "Missing"),
    ):
        _print_findings(console, title, [f for f in report.findings if f.status is status])
    _print_plan(console, report, taxonomy)
    if report.other_skills:
        names = ", ".join(taxonomy.skills[s.skill].name for s in report.other_skills)
        console.print(Text.assemble("\n", ("Shown, not asked for: ", "bold"), names))
    console.print()


def _coverage_line(report: GapReport) -> Text:
    coverage = report.coverage
    share = coverage.overall or 0.0
    filled = round(share * BAR)
    counts = {s: sum(f.status is s for f in report.findings) for s in FindingStatus}
    return Text.assemble(
        "Coverage ",
        (percent(coverage.overall), "bold"),
        "  ",
        ("█" * filled, "green"),
        ("░" * (BAR - filled), "dim"),
        f"  required {percent(coverage.required)}, preferred {percent(coverage.preferred)};"
        f" {counts[FindingStatus.MET]} met, {counts[FindingStatus.PARTIAL]} partly, {counts[FindingStatus.MISSING]} missing",
    )


def _print_findings(console: Console, title: str, findings: list[Finding]) -> None:
    if not findings:
        return
    rows = table("", "", "", "", ratio=1)
    mark, style = _MARKS[findings[0].status]
    for finding in sorted(findings, key=lambda f: -f.requirement.weight):
        asked = finding.requirement
        rows.add_row(Text(mark, style), Text(asked.label), Text(how_asked(finding), "dim"), _shown_by(finding))
    console.print(Text.assemble("\n", (f"{title} ({len(findings)})", "bold")))
    console.print(rows)


def _shown_by(finding: Finding) -> Text:
    if not finding.evidence:
        return Text(finding.why, "dim")
    first = finding.evidence[0]
    lead = "" if finding.status is FindingStatus.MET and is_plain(finding) else f"{finding.why}: "
    return Text.assemble(lead, (f"“{quote(first)}”", "italic"), (f" p. {first.page}, {first.section}", "dim"))


def _print_plan(console: Console, report: GapReport, taxonomy: Taxonomy) -> None:
    if not report.plan:
        return
    rows = table("", "", "", "", ratio=1)
    most = MOST_STEPS if report.budget is None else len(report.plan)
    for number, step in enumerate(report.plan[:most], 1):
        after = f" after {', '.join(taxonomy.skills[s].name for s in step.after)}" if step.after else ""
        name = taxonomy.skills[step.skill].name
        rows.add_row(f"{number}.", Text(name), Text(f"+{step.gain * 100:.1f} points"), Text(step.why + after, "dim"))
    more = len(report.plan) - most
    console.print(
        Text.assemble("\n", (plan_title(report), "bold"), (f" (and {more} more, see --format json)" if more > 0 else "", "dim"))
    )
    console.print(rows)


def _print_ranking(console: Console, profile: Profile, reports: list[GapReport], taxonomy: Taxonomy) -> None:
    console.print(Text.assemble((safe(profile.document.source.file), "bold"), "  against all roles, by fit"))
    rows = table("", "role", "fit", "coverage", "required", "preferred", "because of", "would help most", ratio=1)
    for number, report in enumerate(reports, 1):
        coverage = report.coverage
        helps = ", ".join(taxonomy.skills[s.skill].name for s in report.plan[:3])
        shares = [Text(percent(s)) for s in (coverage.overall, coverage.required, coverage.preferred)]
        rows.add_row(
            f"{number}.",
            Text(f"{report.target.name} ({report.target.id})"),
            f"{report.fit:.2f}",
            *shares,
            Text(deciding(report, taxonomy), "dim"),
            Text(helps, "dim"),
        )
    console.print(rows)
    console.print(
        Text(
            "Fit says which role these skills point to, coverage how much of it they meet; --role ID gives the whole report.\n",
            "dim",
        )
    )


def _print_profile(console: Console, profile: Profile, taxonomy: Taxonomy, *, explain: bool) -> None:
    document = profile.document
    counted = sum(s.status.counts for s in profile.skills)
    console.print(
        Text.assemble(
            (safe(document.source.file), "bold"), f"  {many(counted, 'skill')} on {many(document.source.pages, 'page')}"
        )
    )
    rows = table("skill", "status", "months", "last used", "where", ratio=1)
    for shown in _by_strength(profile.skills):
        rows.add_row(*_skill_row(shown, taxonomy))
        for e in shown.evidence if explain else ():
            rows.add_row("", "", "", "", Text(_explained(e), "dim"))
    console.print(rows)
    for title, others in (("Soft skills", profile.soft_skills), ("Certifications", profile.certifications)):
        if others:
            console.print(Text.assemble("\n", (f"{title}: ", "bold"), ", ".join(taxonomy.skills[s.skill].name for s in others)))
    if profile.unlisted:
        terms = ", ".join(safe(u.text) for u in profile.unlisted)
        console.print(Text.assemble("\n", ("In skills lists, not in the taxonomy: ", "bold"), terms))
    console.print()


def _explained(e: Evidence) -> str:
    """Return where a mention stands and by what it is one: "156-161 “PowerBI” variant of “Power BI” 0.97 listed, skills"."""
    found = "exact" if e.rule is Rule.EXACT else f"{e.rule} of “{safe(e.form)}”"
    decided = "by" if e.status in {Status.NEGATED, Status.ASPIRATIONAL} else "less sure by"
    cue = f" {decided} “{safe(e.cue)}”" if e.cue else ""
    return f"{e.start}-{e.end} “{safe(e.text)}” {found} {e.score:.2f} {e.status}{cue}, {e.section}"


def _by_strength(skills: Iterable[Shown]) -> list[Shown]:
    """Return skills with the strongest status and the most months first."""
    order = list(Status)
    return sorted(skills, key=lambda s: (order.index(s.status), -(s.months or 0)))


def _skill_row(shown: Shown, taxonomy: Taxonomy) -> tuple[Text, ...]:
    best = min(shown.evidence, key=lambda e: e.status is not shown.status)
    style = "green" if shown.status is Status.DEMONSTRATED else "" if shown.status.counts else "yellow"
    months = [str(shown.months)] if shown.months is not None else []
    stated = [f"{shown.stated.years:g} y stated"] if shown.stated else []
    where = Text.assemble((f"“{quote(best)}”", "italic"), (f" p. {best.page}", "dim"))
    return (
        Text(taxonomy.skills[shown.skill].name),
        Text(shown.status, style),
        Text(", ".join((*months, *stated))),
        Text(shown.last_used or ""),
        where,
    )


def _print_notes(console: Console, profile: Profile, taxonomy: Taxonomy, *, explain: bool) -> None:
    for warning in profile.document.warnings:
        console.print(Text(f"Note: {warning.message}", "yellow"))
    if explain and profile.dropped:
        rows = table("not taken", "at", "would be", "because", ratio=1)
        for d in profile.dropped:
            reason = f"{d.reason} ({safe(d.detail)})" if d.detail else str(d.reason)
            rows.add_row(Text(f"“{safe(d.text)}”"), f"{d.start}-{d.end}", Text(taxonomy.skills[d.skill].name), Text(reason))
        console.print(rows)
        console.print()
