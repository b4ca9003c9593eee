"""Date ranges as people write them: the text, and the months that it stands for; "2019-03.." is open.

What isn't a date is in test_dates_none.py.
"""

from __future__ import annotations

import pytest

from skillgap.documents.dates import DateReader

EXACT = [
    # English
    ("Mar 2019 – Jun 2021", "2019-03..2021-06"),
    ("March 2019 - June 2021", "2019-03..2021-06"),
    ("MAR 2019 — JUN 2021", "2019-03..2021-06"),
    ("mar 2019–jun 2021", "2019-03..2021-06"),
    ("Mar. 2019 − Jun. 2021", "2019-03..2021-06"),
    ("March, 2019 ~ June, 2021", "2019-03..2021-06"),
    ("Sept 2019 to Dec 2019", "2019-09..2019-12"),
    ("Sept. 2019 through Dec. 2019", "2019-09..2019-12"),
    ("Sep 2019 until Nov 2019", "2019-09..2019-11"),
    ("Sep 2019 till Nov 2019", "2019-09..2019-11"),
    ("Jan '19 – Mar '20", "2019-01..2020-03"),
    ("Jan ’19 – Mar ’20", "2019-01..2020-03"),
    ("Sep'98 – Dec'99", "1998-09..1999-12"),
    ("Oct/2018 – Feb/2019", "2018-10..2019-02"),
    ("Oct / 2018 – Feb / 2019", "2018-10..2019-02"),
    ("January of 2018 to May of 2018", "2018-01..2018-05"),
    ("15 March 2019 – 20 June 2020", "2019-03..2020-06"),
    ("1st Sept 2018 – 2nd Aug 2019", "2018-09..2019-08"),
    ("Sept 1, 2018 – Aug 31st, 2019", "2018-09..2019-08"),
    ("From Jan 2015 until Mar 2018", "2015-01..2018-03"),
    ("Jan 2019 – Jan 2019", "2019-01..2019-01"),
    ("Sep 15 - Jan 17", "2015-09..2017-01"),
    ("Sept. 15 – Jan. 17", "2015-09..2017-01"),
    ("Sep 15 to Jan 17", "2015-09..2017-01"),
    ("Jan-19 – Mar-20", "2019-01..2020-03"),
    ("Oct-2017 to Jan-2019", "2017-10..2019-01"),
    ("March 15 2019 – June 20 2021", "2019-03..2021-06"),
    ("Mar 2019 -- Jun 2021", "2019-03..2021-06"),
    ("Mar 2019 -— Jun 2021", "2019-03..2021-06"),
    ("Mar 2019 – Jun 21", "2019-03..2021-06"),
    ("Mar 2019 – Jun ‘21", "2019-03..2021-06"),
    ("Q3 2019 – Q1 2021", "2019-07..2021-03"),
    ("early 2019 – mid-2020", "2019-01..2020-08"),
    ("Jun 2018 Mar 2021", "2018-06..2021-03"),
    ("06/2018 03/2021", "2018-06..2021-03"),
    ("Enero 2019 / Marzo 2020", "2019-01..2020-03"),
    ("2019 Q3 – 2021 Q1", "2019-07..2021-03"),
    # German
    ("März 2019 – Juni 2021", "2019-03..2021-06"),
    ("Okt. 2018 bis Dez. 2020", "2018-10..2020-12"),
    ("Jänner 2019 – Mai 2019", "2019-01..2019-05"),
    ("1. März 2019 – 30. Juni 2020", "2019-03..2020-06"),
    ("01.10.2018 – 31.12.2020", "2018-10..2020-12"),
    ("Mitte 2018 – Ende 2020", "2018-05..2020-12"),
    ("WS 2007/08 – SS 2013", "2007-10..2013-09"),
    # French
    ("janv. 2018 - déc. 2019", "2018-01..2019-12"),
    ("sept. 2018 à août 2019", "2018-09..2019-08"),
    ("FÉVR. 2018 – AOÛT 2020", "2018-02..2020-08"),
    ("mars 2019 au 30 juin 2020", "2019-03..2020-06"),
    # Spanish
    ("ene. 2018 – dic. 2019", "2018-01..2019-12"),
    ("enero de 2018 a mayo de 2019", "2018-01..2019-05"),
    ("octubre 2018 hasta marzo 2020", "2018-10..2020-03"),
    # numbers
    ("03/2019-06/2021", "2019-03..2021-06"),
    ("3/2019 - 6/2021", "2019-03..2021-06"),
    ("03.2019 – 06.2021", "2019-03..2021-06"),
    ("03-2019 to 06-2021", "2019-03..2021-06"),
    ("2015 / 07 - 2017 / 03", "2015-07..2017-03"),
    ("2018.04 ~ 2019.06", "2018-04..2019-06"),
    ("2019-03 – 2021-06", "2019-03..2021-06"),
    ("2019-03-01 to 2020-02-28", "2019-03..2020-02"),
    ("15/03/2019 – 06/05/2021", "2019-03..2021-05"),
    ("3/15/2019 - 6/20/2021", "2019-03..2021-06"),
    ("15-03-2019 – 20-06-2021", "2019-03..2021-06"),
    ("01/19 – 03/20", "2019-01..2020-03"),
    ("10/08-06/09", "2008-10..2009-06"),
    ("07/12 – Present", "2012-07.."),
    ("Mar 2019 – ...", "2019-03.."),
    ("Mar 2019 – heden", "2019-03.."),
    ("03/2019 – dato", "2019-03.."),
    # seasons
    ("Fall 2019 – Spring 2020", "2019-09..2020-05"),
    ("Autumn 2018 - Summer 2019", "2018-09..2019-08"),
    ("Frühjahr 2018 – Herbst 2019", "2018-03..2019-11"),
    ("Winter 2019 – Spring 2020", "2019-12..2020-05"),
    ("printemps 2018 – automne 2019", "2018-03..2019-11"),
    ("été 2018 à hiver 2019", "2018-06..2019-12"),
    ("primavera 2018 – otoño 2019", "2018-03..2019-11"),
    ("verano 2018 – invierno 2019", "2018-06..2019-12"),
    # one year for both
    ("Jan – Mar 2019", "2019-01..2019-03"),
    ("Jun.–Aug. 2018", "2018-06..2018-08"),
    ("May to August, 2018", "2018-05..2018-08"),
    ("Nov – Feb 2020", "2019-11..2020-02"),
    ("June 3 - August 16, 2019", "2019-06..2019-08"),
    ("June 10 - August 16, 2019", "2019-06..2019-08"),
    ("June 10th – 12 August 2019", "2019-06..2019-08"),
    # open
    ("Mar 2019 – Present", "2019-03.."),
    ("Mar 2019 Present", "2019-03.."),
    ("Mar 2019 - CURRENT", "2019-03.."),
    ("Mar 2019 till date", "2019-03.."),
    ("Mar 2019 – till date", "2019-03.."),
    ("Mar 2019 to date", "2019-03.."),
    ("Mar 2019 to till date", "2019-03.."),
    ("Mar 2019 until now", "2019-03.."),
    ("Mar 2019 - till now", "2019-03.."),
    ("Mar 2019 – to present", "2019-03.."),
    ("03/2019 – today", "2019-03.."),
    ("2015 / 07 -", "2015-07.."),
    ("Summer 2021 – ongoing", "2021-06.."),
    ("Sep 15 – Present", "2015-09.."),
    ("since March 2020", "2020-03.."),
    ("03/2019 bis heute", "2019-03.."),
    ("seit März 2019", "2019-03.."),
    ("Seit 10/2018", "2018-10.."),
    ("mars 2019 – aujourd'hui", "2019-03.."),
    ("mars 2019 – aujourd’hui", "2019-03.."),
    ("mars 2019 à ce jour", "2019-03.."),
    ("ab März 2019", "2019-03.."),
    ("Depuis septembre 2021", "2021-09.."),
    ("agosto 2019 - presente", "2019-08.."),
    ("enero de 2019 – actualidad", "2019-01.."),
    ("enero de 2019 hasta la actualidad", "2019-01.."),
    ("septiembre 2019 a la fecha", "2019-09.."),
    ("desde enero de 2019", "2019-01.."),
]
YEARS = [
    ("2019-2021", "2019-01..2021-12"),
    ("2019 – 2021", "2019-01..2021-12"),
    ("1999 to 2003", "1999-01..2003-12"),
    ("from 2015 to 2018", "2015-01..2018-12"),
    ("2018 bis 2020", "2018-01..2020-12"),
    ("2018 à 2020", "2018-01..2020-12"),
    ("2019–21", "2019-01..2021-12"),
    ("2015-16", "2015-01..2016-12"),
    ("2019/2020", "2019-01..2020-12"),
    ("2019/20", "2019-01..2020-12"),
    ("Mar 2019 – 2021", "2019-03..2021-12"),
    ("2019 – Jun 2021", "2019-01..2021-06"),
    ("2019 – Present", "2019-01.."),
    ("2019 -- Present", "2019-01.."),
    ("2018 bis heute", "2018-01.."),
    ("2019 - en cours", "2019-01.."),
    ("2018 hasta hoy", "2018-01.."),
    ("since 2020", "2020-01.."),
    ("seit 2019", "2019-01.."),
    ("depuis 2019", "2019-01.."),
    ("2019 –", "2019-01.."),
]
SINGLE = [
    ("March 2019", "2019-03..2019-03"),
    ("Mai 2019", "2019-05..2019-05"),
    ("05/2019", "2019-05..2019-05"),
    ("2009-10", "2009-10..2009-10"),
    ("2019-04-15", "2019-04..2019-04"),
    ("31/12/2019", "2019-12..2019-12"),
    ("12/31/2019", "2019-12..2019-12"),
    ("1/5/2019", "2019-05..2019-05"),
    ("March 15, 2019", "2019-03..2019-03"),
    ("H2 2020", "2020-07..2020-12"),
    ("SoSe 2019", "2019-04..2019-09"),
    ("Summer 2021", "2021-06..2021-08"),
    ("Sommer 2021", "2021-06..2021-08"),
    ("Feb '50", "1950-02..1950-02"),
    ("Feb '49", "2049-02..2049-02"),
    ("2019", "2019-01..2019-12"),
    ("1950", "1950-01..1950-12"),
    ("2049", "2049-01..2049-12"),
]
AROUND = ["{}", "Engineer, Acme ({})", "{}: Engineer", "Acme | {} | Berlin", "Engineer\t{}", "[{}]", "Acme, {}", "{} · 2 yrs"]


def read(dates: DateReader, text: str) -> list[str]:
    return [f"{f.dates.since}..{f.dates.until or ''}" for f in dates.find(text)]


@pytest.mark.parametrize(("text", "months"), EXACT + YEARS + SINGLE)
def test_a_date_is_read(dates: DateReader, text: str, months: str) -> None:
    assert read(dates, text) == [months]


@pytest.mark.parametrize(("text", "exact"), [(t, True) for t, _ in EXACT] + [(t, False) for t, _ in YEARS])
def test_a_range_is_exact_where_both_ends_name_a_month(dates: DateReader, text: str, *, exact: bool) -> None:
    assert [(f.dates.exact, f.single) for f in dates.find(text)] == [(exact, False)]


@pytest.mark.parametrize(("text", "exact"), [(t, not t.isdigit()) for t, _ in SINGLE])
def test_one_date_is_single(dates: DateReader, text: str, *, exact: bool) -> None:
    assert [(f.dates.exact, f.single) for f in dates.find(text)] == [(exact, True)]


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize(
    ("text", "months"),
    [("Mar 2019 – Jun 2021", "2019-03..2021-06"), ("03/2019 - Present", "2019-03.."), ("2018–2020", "2018-01..2020-12")],
)
def test_what_stands_around_is_no_part_of_it(dates: DateReader, around: str, text: str, months: str) -> None:
    line = around.format(text)
    (found,) = dates.find(line)
    assert line[found.start : found.end] == text
    assert read(dates, line) == [months]


def test_a_range_without_end_may_be_in_brackets(dates: DateReader) -> None:
    assert read(dates, "Engineer (Mar 2019 – ), Acme") == ["2019-03.."]


def test_a_dash_before_other_words_leaves_one_date(dates: DateReader) -> None:
    assert [(f.dates.exact, f.single) for f in dates.find("Mar 2019 – Engineer")] == [(True, True)]


def test_a_plus_is_no_telephone(dates: DateReader) -> None:
    assert read(dates, "C++  2007  2010") == ["2007-01..2007-12", "2010-01..2010-12"]


def test_ranges_come_in_their_order(dates: DateReader) -> None:
    text = "Mar 2020 – Sep 2020, Jan 2018 – Feb 2019 and 2016"
    assert read(dates, text) == ["2020-03..2020-09", "2018-01..2019-02", "2016-01..2016-12"]


@pytest.mark.parametrize(
    "text",
    [
        "Mar 2021 – Jan 2020",
        "2021 – 2019",
        "06/2021 - 03/2019",
        "Summer 2021 – Spring 2021",
        "2021-06 – 2019-03",
        "from 2018 to 2015",
        "2019–18",
        "2015/2019",
    ],
)
def test_a_range_that_ends_before_it_begins_is_left_out(dates: DateReader, text: str) -> None:
    assert read(dates, text) == []


def test_a_range_left_out_does_not_hide_the_next(dates: DateReader) -> None:
    assert read(dates, "Mar 2021 – Jan 2020; May 2018 – Jun 2018") == ["2018-05..2018-06"]
