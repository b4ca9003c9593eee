"""Dates that go over several lines."""

from __future__ import annotations

import pytest

from skillgap.documents.dates import DateReader
from skillgap.documents.lines import Line
from skillgap.documents.stacked import stacked_dates


def stacked(text: str, reader: DateReader, *, apart: float = 14.0) -> list[tuple[int, int, str]]:
    """Return the first and the last line of each date in lines below each other, and what it stands for."""
    lines = [Line(0, 0, line, 1, (40, apart * i, 100, apart * i + 12)) for i, line in enumerate(text.split("\n"))]
    found = stacked_dates(lines, reader)
    return [(first, last, f"{one.dates.since}..{one.dates.until or ''}") for first, (last, one) in found.items()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020 –\nnow", "2020-01.."),
        ("2016\n–\n2020", "2016-01..2020-12"),
        ("Mar 2019\n– Jun 2021", "2019-03..2021-06"),
        ("sept. 2016 – déc.\n2017", "2016-09..2017-12"),
        ("De janvier 2018 à\nmars 2021", "2018-01..2021-03"),
        ("01.07.2019 bis\nheute", "2019-07.."),
    ],
)
def test_a_date_over_lines_is_one(text: str, expected: str, dates: DateReader) -> None:
    last = text.count("\n")
    assert stacked(text, dates) == [(0, last, expected)]
    assert stacked(f"Work\n{text}\nEngineer", dates) == [(1, 1 + last, expected)]


@pytest.mark.parametrize(
    "text",
    [
        "2016\n2020",
        "Mar 2019 – Jun 2021\nAcme",
        "2019 – 2021\n2017 – 2019",
        "Python 3\n– SQL",
        "Since the spring of 2019, and\nuntil 2021",
    ],
)
def test_other_lines_are_none(text: str, dates: DateReader) -> None:
    assert stacked(text, dates) == []


def test_lines_far_from_each_other_are_none(dates: DateReader) -> None:
    assert stacked("2020 –\n2022", dates, apart=40) == []
