"""Months of overlapping, open and inexact ranges."""

from __future__ import annotations

import pytest

from made import AS_OF
from skillgap.model import DateRange, Month
from skillgap.profile.time import Time, total


def span(since: str, until: str | None, *, exact: bool = True) -> DateRange:
    return DateRange(Month.parse(since), Month.parse(until) if until else None, exact)


@pytest.mark.parametrize(
    ("ranges", "months", "last_used"),
    [
        ([span("2020-01", "2020-01")], 1, "2020-01"),
        ([span("2020-01", "2020-12")], 12, "2020-12"),
        ([span("2019-12", "2020-01")], 2, "2020-01"),
        ([span("2020-01", "2020-06"), span("2021-01", "2021-06")], 12, "2021-06"),
        ([span("2021-01", "2021-06"), span("2020-01", "2020-06")], 12, "2021-06"),
        ([span("2020-01", "2020-06"), span("2020-04", "2020-09")], 9, "2020-09"),
        ([span("2020-01", "2020-12"), span("2020-03", "2020-04")], 12, "2020-12"),
        ([span("2020-01", "2020-06"), span("2020-01", "2020-06")], 6, "2020-06"),
        ([span("2026-01", None)], 11, "present"),
        ([span("2026-01", None), span("2020-01", "2020-06")], 17, "present"),
        ([span("2026-11", None)], 1, "present"),
        ([span("2026-01", "2026-11")], 11, "2026-11"),
    ],
)
def test_months_are_those_of_the_union(ranges: list[DateRange], months: int, last_used: str) -> None:
    assert total(ranges, AS_OF) == Time(months, last_used)


@pytest.mark.parametrize(
    "ranges",
    [
        [],
        [span("2020-01", "2020-12", exact=False)],
        [span("2020-01", None, exact=False)],
        [span("2026-12", None)],
        [span("2027-01", "2027-06")],
    ],
    ids=["none", "years only", "years until present", "next month", "next year"],
)
def test_time_is_unknown(ranges: list[DateRange]) -> None:
    assert total(ranges, AS_OF) == Time(None, None)


def test_range_of_years_adds_nothing_to_an_exact_one() -> None:
    assert total([span("2015-01", "2018-12", exact=False), span("2020-01", "2020-06")], AS_OF) == Time(6, "2020-06")


def test_months_after_as_of_do_not_count() -> None:
    assert total([span("2026-10", "2027-06")], AS_OF).months == 2


def test_earlier_as_of_shortens_what_is_open() -> None:
    assert total([span("2020-01", None)], Month(2020, 3)) == Time(3, "present")


def test_job_that_ends_after_as_of_is_used_at_present() -> None:
    assert total([span("2026-01", "2027-06")], AS_OF).last_used == "present"
