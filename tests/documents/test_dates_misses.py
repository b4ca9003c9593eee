"""Known misses: dates that are not read yet, and numbers that are taken for dates."""

from __future__ import annotations

import pytest

from skillgap.documents.dates import DateReader


def read(dates: DateReader, text: str) -> list[str]:
    return [f"{f.dates.since}..{f.dates.until or ''}" for f in dates.find(text)]


@pytest.mark.xfail(strict=True, reason="not read yet")
@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Oct-2017 to Jan-2019", "2017-10..2019-01"),
        ("Jan-19 – Mar-20", "2019-01..2020-03"),
        ("01/19 – 03/20", "2019-01..2020-03"),
        ("15-03-2019 – 20-06-2021", "2019-03..2021-06"),
        ("March 15 2019 – June 20 2021", "2019-03..2021-06"),
        ("Sep 15 to Jan 17", "2015-09..2017-01"),
        ("June 3 - August 16, 2019", "2019-06..2019-08"),
        ("June 10 - August 16, 2019", "2019-06..2019-08"),
        ("Mar 2019 -- Jun 2021", "2019-03..2021-06"),
        ("2019 -- Present", "2019-01.."),
        ("Mar 2019 - till now", "2019-03.."),
        ("Mar 2019 – to present", "2019-03.."),
        ("2019–21", "2019-01..2021-12"),
        ("2019/2020", "2019-01..2020-12"),
        ("mars 2019 – aujourd’hui", "2019-03.."),
        ("enero de 2019 hasta la actualidad", "2019-01.."),
        ("septiembre 2019 a la fecha", "2019-09.."),
    ],
)
def test_a_date_is_read(dates: DateReader, text: str, months: str) -> None:
    assert read(dates, text) == [months]


@pytest.mark.xfail(strict=True, reason="a four-figure number is taken for a year whatever sign or figure stands beside it")
@pytest.mark.parametrize(
    "text",
    ["by 2000%", "$2000", "€1999", "2000+ users", "PyCharm 2019.2", "ISO 9001:2015", "arXiv:2003.04567", "#2019"],
)
def test_a_number_is_no_year(dates: DateReader, text: str) -> None:
    assert read(dates, text) == []


@pytest.mark.xfail(strict=True, reason="a telephone number in groups of four figures")
@pytest.mark.parametrize("text", ["+49 30 2019 2020", "+44 2019 555010"])
def test_a_telephone_number_is_no_year(dates: DateReader, text: str) -> None:
    assert read(dates, text) == []


@pytest.mark.parametrize("text", ["Aprıl – May 2019", "APRİL – MAY 2019", "JUNİ – AUGUST 2019", "2019 – actualıdad"])
def test_letters_that_only_look_alike_do_no_harm(dates: DateReader, text: str) -> None:
    assert len(read(dates, text)) <= 1


def test_a_day_is_no_month(dates: DateReader) -> None:
    assert "2019-12..2019-12" not in read(dates, "12 Aprıl 2019")
