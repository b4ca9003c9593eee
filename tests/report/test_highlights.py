"""Reports -> highlights: each place once, in the colour of the best that it shows."""

from __future__ import annotations

from dataclasses import replace

import made
from skillgap.model import Finding, FindingStatus, GapReport
from skillgap.report.highlights import highlights

BOX = (10.0, 10.0, 40.0, 20.0)


def finding(label: str, status: FindingStatus, *starts: int, box: tuple[float, float, float, float] | None = BOX) -> Finding:
    places = tuple(replace(made.evidence(start=s), box=box and (box[0] + s, *box[1:])) for s in starts)
    return Finding(made.requirement(label), status, 1.0, (), "", places)


def report(*findings: Finding) -> GapReport:
    return GapReport(made.profile(), made.target(), 0.0, findings, (), ())


def test_places_come_in_reading_order_with_their_status() -> None:
    marks = highlights([report(finding("sql", FindingStatus.PARTIAL, 30), finding("go", FindingStatus.MET, 5, 60))])
    assert [(m.status, m.text) for m in marks] == [
        ("met", "Met: go (Developer)"),
        ("partial", "Partly there: sql (Developer)"),
        ("met", "Met: go (Developer)"),
    ]


def test_a_place_that_shows_two_things_is_highlighted_once() -> None:
    (mark,) = highlights([report(finding("sql", FindingStatus.PARTIAL, 5), finding("go", FindingStatus.MET, 5))] * 2)
    assert (mark.status, mark.text) == ("met", "Partly there: sql (Developer)\nMet: go (Developer)")


def test_a_place_without_a_box_cannot_be_highlighted() -> None:
    assert highlights([report(finding("go", FindingStatus.MET, 5, box=None))]) == ()


def test_a_place_of_two_lines_is_one_highlight_and_one_on_two_pages_is_two() -> None:
    piece = replace(made.evidence(), box=BOX, further=((1, (1.0, 30.0, 9.0, 40.0)), (2, (1.0, 5.0, 9.0, 15.0))))
    marks = highlights([report(Finding(made.requirement("go"), FindingStatus.MET, 1.0, (), "", (piece,)))])
    assert [(m.page, m.box, m.further) for m in marks] == [(1, BOX, ((1.0, 30.0, 9.0, 40.0),)), (2, (1.0, 5.0, 9.0, 15.0), ())]
