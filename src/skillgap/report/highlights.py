"""Reports on a résumé -> what is highlighted in a copy of it: where it shows what is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from skillgap.model import Box, Evidence, Finding, FindingStatus, GapReport, Highlight

SAID = {FindingStatus.MET: "Met", FindingStatus.PARTIAL: "Partly there"}

# A page and the boxes of the lines there.
Spot = tuple[int, tuple[Box, ...]]


def highlights(reports: Iterable[GapReport]) -> tuple[Highlight, ...]:
    """Return the highlights, in reading order: each place once, with a line for each thing that it shows.

    A place that meets anything has the colour of what is met.
    """
    places: dict[Spot, list[tuple[Finding, str]]] = {}
    starts: dict[Spot, int] = {}
    for report in reports:
        for finding in report.findings:
            for evidence in finding.evidence:
                for spot in _spots(evidence):
                    places.setdefault(spot, []).append((finding, report.target.name))
                    starts[spot] = evidence.start
    return tuple(_highlight(spot, places[spot]) for spot in sorted(places, key=lambda spot: starts[spot]))


def _spots(evidence: Evidence) -> Iterator[Spot]:
    """Yield the lines of a piece of evidence, page by page."""
    boxes = [(evidence.page, evidence.box), *evidence.further]
    for page in dict.fromkeys(page for page, _ in boxes):
        lines = tuple(box for on, box in boxes if on == page and box)
        if lines:
            yield page, lines


def _highlight(spot: Spot, shown: list[tuple[Finding, str]]) -> Highlight:
    page, (box, *further) = spot
    met = any(finding.status is FindingStatus.MET for finding, _ in shown)
    lines = dict.fromkeys(f"{SAID[finding.status]}: {finding.requirement.label} ({target})" for finding, target in shown)
    return Highlight(page, box, FindingStatus.MET if met else FindingStatus.PARTIAL, "\n".join(lines), tuple(further))
