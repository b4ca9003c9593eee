"""Months, statuses, and coverage computed from findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from made import profile, requirement, target
from skillgap.errors import UsageError
from skillgap.model import Coverage, Finding, FindingStatus, GapReport, Level, Month, Status, document


@pytest.mark.parametrize(
    ("text", "month"), [("2026-11", Month(2026, 11)), ("1999-01", Month(1999, 1)), ("0001-12", Month(1, 12))]
)
def test_month_is_read_and_written_alike(text: str, month: Month) -> None:
    assert Month.parse(text) == month
    assert str(month) == text


@pytest.mark.parametrize("text", ["2026", "2026-13", "2026-00", "2026-1", "26-11", "2026-11-01", "now", "", "2026-11\n"])
def test_text_is_no_month(text: str) -> None:
    with pytest.raises(UsageError, match="not a month; write it as YYYY-MM"):
        Month.parse(text)


def test_months_are_in_the_order_of_the_calendar() -> None:
    months = [Month(2020, 12), Month(2021, 1), Month(2021, 2)]
    assert sorted([months[2], months[0], months[1]]) == months
    assert [m.index - months[0].index for m in months] == [0, 1, 2]


def test_current_month_is_that_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(date):
        @classmethod
        def today(cls) -> Clock:
            return cls(2031, 7, 9)

    monkeypatch.setattr(document, "date", Clock)
    assert Month.current() == Month(2031, 7)


def test_first_three_statuses_count() -> None:
    assert [s for s in Status if s.counts] == [Status.DEMONSTRATED, Status.LISTED, Status.COURSEWORK]


def finding(level: Level, weight: float, credit: float) -> Finding:
    asked = requirement("python", level=level, weight=weight)
    return Finding(asked, FindingStatus.MET if credit else FindingStatus.MISSING, credit, (), "", ())


def coverage(*findings: Finding) -> Coverage:
    return GapReport(profile(), target(*(f.requirement for f in findings)), 0.5, findings, (), ()).coverage


def test_coverage_is_weight_times_credit_over_weight() -> None:
    found = coverage(finding(Level.REQUIRED, 0.6, 1.0), finding(Level.REQUIRED, 0.2, 0), finding(Level.PREFERRED, 0.2, 0.5))
    assert found == Coverage(required=pytest.approx(0.75), preferred=pytest.approx(0.5), overall=pytest.approx(0.7))


def test_mentioned_requirement_has_no_part_in_coverage() -> None:
    mentioned = replace(finding(Level.MENTIONED, 0, 0))
    assert coverage(finding(Level.REQUIRED, 0.6, 1.0), mentioned).overall == 1.0


def test_coverage_is_unknown_where_nothing_is_asked() -> None:
    assert coverage() == Coverage(None, None, None)
    assert coverage(finding(Level.PREFERRED, 0.5, 1.0)) == Coverage(None, 1.0, 1.0)
    assert coverage(finding(Level.MENTIONED, 0, 1.0)).overall is None
