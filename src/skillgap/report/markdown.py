"""Batch -> Markdown that GitHub and others show as it is meant. Text of résumés is escaped: it is never markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from skillgap.model import Batch, Evidence, Finding, FindingStatus, GapReport, Profile
from skillgap.report.look import PLAIN, Look, safe
from skillgap.report.quote import quote
from skillgap.report.wording import COUNTED, TITLES, basis, because, deciding, how_asked, is_plain, overview, percent, plan_title
from skillgap.taxonomy.values import Taxonomy

BAR = 20

# What may be markup anywhere in a line, in Markdown or in the HTML within it, and what makes a link of an address. Marks that
# mean something only at the start of a line are left alone: nothing of a résumé stands there.
_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$]|:(?=//)|(?<=www)\.")


def render_gaps(batch: Batch, taxonomy: Taxonomy, _: Look = PLAIN, *, explain: bool = False) -> str:
    """Return the reports of a batch: each in full, or where no target was given all roles ranked by fit."""
    lines: list[str] = []
    for profile in batch.profiles:
        reports = [r for r in batch.reports if r.profile is profile]
        if batch.ranked:
            lines += _ranking(profile, reports, taxonomy)
        for report in () if batch.ranked else reports:
            lines += _report(report, taxonomy)
        lines += _notes(profile, taxonomy, explain=explain)
    return "\n".join(lines).rstrip("\n") + "\n"


def escape(words: str) -> str:
    """Return words that Markdown shows as they stand, on one line."""
    line = re.sub(r"\s+", " ", safe(words))
    return _MARKUP.sub(lambda mark: _ENTITIES.get(mark[0], f"\\{mark[0]}"), line)


# Some programs that show Markdown know HTML better than the backslash.
_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def _report(report: GapReport, taxonomy: Taxonomy) -> Iterator[str]:
    yield f"# {escape(report.profile.document.source.file)} against {escape(report.target.name)}"
    yield ""
    yield from _coverage(report, taxonomy)
    for status, title in TITLES.items():
        yield from _findings(title, [f for f in report.findings if f.status is status])
    yield from _plan(report, taxonomy)
    if report.other_skills:
        names = ", ".join(escape(taxonomy.skills[s.skill].name) for s in report.other_skills)
        yield from ("## Shown, not asked for", "", names, "")


def _coverage(report: GapReport, taxonomy: Taxonomy) -> Iterator[str]:
    coverage = report.coverage
    filled = round((coverage.overall or 0.0) * BAR)
    counts = {s: sum(f.status is s for f in report.findings) for s in FindingStatus}
    behind = basis(report.target)
    yield f"**Coverage {percent(coverage.overall)}** `{'█' * filled}{'░' * (BAR - filled)}`"
    yield ""
    yield f"- required {percent(coverage.required)}, preferred {percent(coverage.preferred)}"
    yield f"- {', '.join(f'{count} {COUNTED[status]}' for status, count in counts.items())}"
    if behind:
        yield f"- {escape(behind)}"
    yield from (f"- {escape(line)}" for line in overview(report, taxonomy))
    yield ""


def _findings(title: str, findings: list[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield f"## {title} ({len(findings)})"
    yield ""
    rows = [
        (escape(f.requirement.label), escape(how_asked(f)), _shown_by(f))
        for f in sorted(findings, key=lambda f: -f.requirement.weight)
    ]
    yield from _table(("asked for", "how", "shown by"), rows)


def _shown_by(finding: Finding) -> str:
    if not finding.evidence:
        return escape(finding.why)
    lead = "" if finding.status is FindingStatus.MET and is_plain(finding) else f"{escape(finding.why)}: "
    return lead + _quotation(finding.evidence[0])


def _quotation(evidence: Evidence) -> str:
    before, found, after = map(escape, quote(evidence))
    marked = f"**{found}**" if found else ""
    return f"“{before}{marked}{after}” (p. {evidence.page}, {evidence.section})"


def _plan(report: GapReport, taxonomy: Taxonomy) -> Iterator[str]:
    if not report.plan:
        return
    yield from (f"## {plan_title(report)}", "")
    for number, step in enumerate(report.plan, 1):
        after = f"; after {', '.join(taxonomy.skills[s].name for s in step.after)}" if step.after else ""
        name = escape(taxonomy.skills[step.skill].name)
        yield f"{number}. **{name}** +{step.gain * 100:.1f} points: {escape(step.why + after)}"
    yield ""


def _ranking(profile: Profile, reports: list[GapReport], taxonomy: Taxonomy) -> Iterator[str]:
    yield from (f"# {escape(profile.document.source.file)} against all roles, by fit", "")
    rows = [
        (
            f"{escape(r.target.name)} ({escape(r.target.id)})",
            f"{r.fit:.2f}",
            *(percent(s) for s in (r.coverage.overall, r.coverage.required, r.coverage.preferred)),
            escape(deciding(r, taxonomy)),
            escape(", ".join(taxonomy.skills[s.skill].name for s in r.plan[:3])),
        )
        for r in reports
    ]
    yield from _table(("role", "fit", "coverage", "required", "preferred", "because of", "would help most"), rows)
    yield "Fit says which role these skills point to, coverage how much of it they meet; `--role ID` gives the whole report."
    yield ""


def _notes(profile: Profile, taxonomy: Taxonomy, *, explain: bool) -> Iterator[str]:
    for warning in profile.document.warnings:
        yield from (f"> Note: {escape(warning.message)}", "")
    if explain and profile.dropped:
        yield from ("## Not taken", "")
        rows = [
            (f"“{escape(d.text)}”", f"{d.start}-{d.end}", escape(taxonomy.skills[d.skill].name), escape(because(d)))
            for d in profile.dropped
        ]
        yield from _table(("not taken", "at", "would be", "because"), rows)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""
