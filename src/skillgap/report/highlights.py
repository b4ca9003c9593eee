"""Reports on a résumé -> what is highlighted in a copy of it: where it shows what is asked for."""

from __future__ import annotations

from collections.abc import Iterable

from skillgap.model import Box, Finding, FindingStatus, GapReport, Highlight

SAID = {FindingStatus.MET: "Met", FindingStatus.PARTIAL: "Partly there"}


def highlights(reports: Iterable[GapReport]) -> tuple[Highlight, ...]:
    """Return the highlights, in reading order: each place once, with a line for each thing that it shows.

    A place that meets anything has the colour of what is met.
    """
    places: dict[tuple[int, Box], list[tuple[Finding, str]]] = {}
    starts: dict[tuple[int, Box], int] = {}
    for report in reports:
        for finding in report.findings:
            for evidence in finding.evidence:
                if evidence.box:
                    key = (evidence.page, evidence.box)
                    places.setdefault(key, []).append((finding, report.target.name))
                    starts[key] = evidence.start
    return tuple(_highlight(*key, places[key]) for key in sorted(places, key=lambda key: starts[key]))


def _highlight(page: int, box: Box, shown: list[tuple[Finding, str]]) -> Highlight:
    met = any(finding.status is FindingStatus.MET for finding, _ in shown)
    lines = dict.fromkeys(f"{SAID[finding.status]}: {finding.requirement.label} ({target})" for finding, target in shown)
    return Highlight(page, box, FindingStatus.MET if met else FindingStatus.PARTIAL, "\n".join(lines))
