"""Numbers and words that are no dates."""

from __future__ import annotations

import pytest

from skillgap.documents.dates import DateReader

NONE = [
    # telephone numbers
    "+1 555-201-2019",
    "+1-202-555-2019",
    "(555) 010-2019",
    "555.010.2019",
    "+44 20 7946 0958",
    "+49 30 901820",
    "+49 30 2019 2020",
    "+44 2019 555010",
    # amounts, shares, counts
    "2,019 users",
    "1 999 users",
    "20.19%",
    "99.5%",
    "80%",
    "10k–20k requests",
    "2019k rows",
    "10-12 people",
    "5 years",
    "since 5 years",
    "24/7",
    "3/4",
    "10/12",
    "Jan 19",
    "GPA 3.20/4.00",
    "12:30",
    "1080p",
    "by 2000%",
    "by 2000 %",
    "$2000",
    "€1999",
    "2000+ users",
    "#2019",
    # versions, standards, addresses
    "Python 3.11",
    "v2.2019",
    "1.2.3",
    "Oracle 12c",
    "RFC2045",
    "PyCharm 2019.2",
    "ISO 9001:2015",
    "arXiv:2003.04567",
    "ISO 27001",
    "CVE-2019-1234",
    "192.0.2.1",
    "192.168.20.20",
    "python2019",
    "2019python",
    "2019_2020",
    "10115 Berlin",
    "zip 20190",
    "order 20192020",
    "https://example.org/2019/03/",
    "https://example.org/cv-2019-03.pdf",
    # times that name no date
    "1949",
    "2050",
    "1990s",
    "00/2019",
    "13/2019",
    "13/2019 – 2020",
    "2019 – 13/2020",
    "Jan – 13/2019",
    # words without a year
    "Present",
    "– Present",
    "to date",
    "March",
    "since March",
    "Jan – Present",
    "Jan – Mar",
    "Jan – 2019",
    "may contain errors",
    "Spring Boot",
    "Summer school",
    "from scratch to production",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_it_is_no_date(dates: DateReader, text: str) -> None:
    assert list(dates.find(text)) == []


@pytest.mark.parametrize("text", [t for t in NONE if t and not t.endswith(("–", "-"))])
def test_it_is_no_date_beside_one_either(dates: DateReader, text: str) -> None:
    found = [(f.start, f.end) for f in dates.find(f"Mar 2019 – Jun 2021, {text}")]
    assert found == [(0, len("Mar 2019 – Jun 2021"))]


@pytest.mark.parametrize("text", ["Aprıl – May 2019", "APRİL – MAY 2019", "JUNİ – AUGUST 2019", "2019 – actualıdad"])
def test_letters_that_only_look_alike_do_no_harm(dates: DateReader, text: str) -> None:
    assert len(list(dates.find(text))) <= 1


def test_a_day_is_no_month(dates: DateReader) -> None:
    assert "2019-12..2019-12" not in [f"{f.dates.since}..{f.dates.until}" for f in dates.find("12 Aprıl 2019")]
