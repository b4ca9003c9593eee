"""Dated entries of sections: where a job, project or study begins and ends, and its months."""

from __future__ import annotations

import pytest
from placed_lines import placed

from skillgap.documents.dates import DateReader
from skillgap.documents.entries import beside, date_of, is_alone
from skillgap.documents.headlines import DATED
from skillgap.documents.lines import Line
from skillgap.documents.sections import find_sections
from skillgap.model import SectionKind
from skillgap.taxonomy.values import Words


def entries(lines: list[str], words: Words, heading: str = "Experience") -> list[tuple[str, str]]:
    """Return the months and the lines of the entries of a section."""
    text = "\n".join([heading, *lines])
    (section,) = find_sections(text, words)
    return [(f"{e.dates.since}..{e.dates.until or ''}", text[e.start : e.end].rstrip("\n")) for e in section.entries]


def test_a_date_beside_the_title_heads_an_entry(words: Words) -> None:
    assert entries(["Engineer, Acme, Jan 2019 – Mar 2020", "• Python", "Lead, Beta (Apr 2020 – Present)", "• Go"], words) == [
        ("2019-01..2020-03", "Engineer, Acme, Jan 2019 – Mar 2020\n• Python"),
        ("2020-04..", "Lead, Beta (Apr 2020 – Present)\n• Go"),
    ]


def test_titles_above_the_date_belong_to_its_entry(words: Words) -> None:
    assert entries(
        ["Engineer", "Acme", "Berlin", "Jan 2019 – Mar 2020", "• Python", "Lead", "Beta", "Apr 2020 – Present", "• Go"], words
    ) == [
        ("2019-01..2020-03", "Engineer\nAcme\nBerlin\nJan 2019 – Mar 2020\n• Python"),
        ("2020-04..", "Lead\nBeta\nApr 2020 – Present\n• Go"),
    ]


def test_titles_below_the_date_belong_to_its_entry(words: Words) -> None:
    assert entries(["Jan 2019 – Mar 2020", "Engineer, Acme", "• Python", "Apr 2020 – Present", "Lead, Beta", "• Go"], words) == [
        ("2019-01..2020-03", "Jan 2019 – Mar 2020\nEngineer, Acme\n• Python"),
        ("2020-04..", "Apr 2020 – Present\nLead, Beta\n• Go"),
    ]


def test_two_lines_above_a_date_with_a_title_belong_to_it(words: Words) -> None:
    lines = ["Not this line", "Acme", "Platform Team", "Engineer, Jan 2019 – Mar 2020"]
    assert entries(lines, words) == [("2019-01..2020-03", "Acme\nPlatform Team\nEngineer, Jan 2019 – Mar 2020")]


@pytest.mark.parametrize(
    "line",
    [
        "• Wrote a parser",
        "built with Python",
        "Wrote a parser.",
        "Wrote a parser;",
        "Duties:",
        "Wrote a parser for the logs of a thousand machines and kept it alive for years",
    ],
    ids=["bullet", "lower case", "full stop", "semicolon", "colon", "long"],
)
def test_what_is_no_title_stays_with_the_entry_before(words: Words, line: str) -> None:
    found = entries(["Engineer, Jan 2019 – Mar 2020", line, "Apr 2020 – Present"], words)
    assert found == [("2019-01..2020-03", f"Engineer, Jan 2019 – Mar 2020\n{line}"), ("2020-04..", "Apr 2020 – Present")]


def test_overlapping_ranges_remain_two(words: Words) -> None:
    found = entries(
        ["Engineer, Jan 2019 – Jun 2020", "• a", "Tutor, Jan 2020 – Dec 2020", "• b", "Founder, 2018 – Present"], words
    )
    assert [months for months, _ in found] == ["2019-01..2020-06", "2020-01..2020-12", "2018-01.."]


def test_a_line_gives_its_first_range(words: Words) -> None:
    assert entries(["Engineer, Jan 2019 – Mar 2020 and May 2021 – Present"], words)[0][0] == "2019-01..2020-03"


def test_a_range_that_ends_before_it_begins_heads_nothing(words: Words) -> None:
    assert entries(["Engineer, Mar 2021 – Jan 2020", "• Python"], words) == []


@pytest.mark.parametrize(
    "line", ["B.Sc. Physics, 2015", "2015 B.Sc. Physics", "B.Sc. Physics (May 2015)", "05/2015 | B.Sc. Physics"]
)
def test_one_date_at_the_edge_of_a_line_heads_an_entry(words: Words, line: str) -> None:
    assert [text for _, text in entries([line, "Grade: good"], words, "Education")] == [f"{line}\nGrade: good"]


@pytest.mark.parametrize(
    "line",
    [
        "Moved in 2018 to another cloud",
        "Moved to another cloud in May 2018.",
        "Moved the shop, the stock, the bills, the mails and all that to another cloud in 2018",
        "• Cut costs from Jan 2018 to May 2018 by a third",
        "• Cut costs by a third, with tables, views, tasks, alarms, talks and patience, Jan 2018 – May 2018",
    ],
    ids=["inside", "sentence", "long", "range inside a bullet", "long bullet"],
)
def test_a_date_in_a_sentence_heads_nothing(words: Words, line: str) -> None:
    found = entries(["Engineer, Acme, Jan 2017 – Present", line], words)
    assert found == [("2017-01..", f"Engineer, Acme, Jan 2017 – Present\n{line}")]


@pytest.mark.parametrize("line", ["and from autumn 2021 into Snowflake. Wrote", "and ran it from May 2020 to July 2020 in Java"])
def test_a_range_within_a_sentence_that_goes_on_heads_nothing(words: Words, line: str) -> None:
    lines = ["Engineer, Acme, Jan 2019 – Mar 2022", "• First into PostgreSQL", line]
    assert [dates for dates, _ in entries(lines, words)] == ["2019-01..2022-03"]


@pytest.mark.parametrize(
    "line",
    [
        "eBay, May 2020 – July 2020, Berlin",
        "packrat, May 2020 – July 2020. Index in Go",
        "data engineer May 2020 – July 2020 Acme",
    ],
)
def test_a_range_beside_a_name_in_small_letters_heads_an_entry(words: Words, line: str) -> None:
    assert [dates for dates, _ in entries([line, "• Go"], words)] == ["2020-05..2020-07"]


@pytest.mark.parametrize("kind", sorted(set(SectionKind) - {SectionKind.OTHER}))
def test_only_dated_kinds_have_entries(words: Words, kind: SectionKind) -> None:
    found = entries(["Something, Jan 2019 – Mar 2020"], words, words.headings[kind][0])
    assert bool(found) == (kind in DATED)


def test_what_stands_before_the_first_heading_has_no_entries(words: Words) -> None:
    (section,) = find_sections("Engineer, Acme, Jan 2019 – Mar 2020", words)
    assert section.entries == ()


def test_entries_end_with_their_section(words: Words) -> None:
    text = "Experience\nEngineer, Jan 2019 – Mar 2020\nSkills\nPython"
    experience, _ = find_sections(text, words)
    (entry,) = experience.entries
    assert text[entry.start : entry.end] == "Engineer, Jan 2019 – Mar 2020\n"


def test_a_date_in_a_column_of_its_own_is_that_of_the_job_beside_it(words: Words) -> None:
    text, found = placed(
        [
            (40, 100, "Experience"),
            (200, 120, "Engineer, Acme"),
            (200, 134, "• Python"),
            (200, 160, "Lead, Beta"),
            (200, 174, "• Go"),
            (40, 120, "Jan 2019 – Mar 2020"),
            (40, 160, "Apr 2020 – Present"),
        ]
    )
    (section,) = find_sections(text, words, found)
    assert [(str(e.dates.since), text[e.start : e.end].rstrip("\n")) for e in section.entries] == [
        ("2019-01", "Engineer, Acme\n• Python"),
        ("2020-04", "Lead, Beta\n• Go\nJan 2019 – Mar 2020\nApr 2020 – Present"),
    ]


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Jan 2019 – Mar 2020", True),
        ("(Jan 2019 – Mar 2020)", True),
        (" 2019 ", True),
        ("Acme, 2019", False),
        ("Acme (2019)", False),
    ],
)
def test_a_date_is_alone_where_its_line_has_nothing_else(dates: DateReader, text: str, *, alone: bool) -> None:
    line = Line(0, len(text), text)
    found = date_of(line, dates)
    assert found is not None
    assert is_alone(line, found) == alone


def test_the_line_beside_is_the_nearest_in_the_row() -> None:
    date = Line(0, 0, "2019", 1, (40, 100, 80, 112))
    far, near = Line(0, 0, "Berlin", 1, (400, 100, 460, 112)), Line(0, 0, "Engineer", 1, (100, 100, 160, 112))
    below, other_page = Line(0, 0, "Acme", 1, (100, 120, 160, 132)), Line(0, 0, "Acme", 2, (90, 100, 95, 112))
    assert beside(date, [far, other_page, below, near]) == 3
    assert beside(date, [below, other_page, Line(0, 0, "no place")]) is None


def test_a_line_without_place_has_nothing_beside_it() -> None:
    assert beside(Line(0, 0, "2019"), [Line(0, 0, "Engineer", 1, (100, 100, 160, 112))]) is None


@pytest.mark.parametrize("bullet", ["• Migrated to SQL Server 2019", "• Rolled out Windows 2000", "• Passed the audit of 2019"])
def test_a_year_that_ends_a_bullet_of_a_job_heads_nothing(words: Words, bullet: str) -> None:
    lines = ["Engineer, Acme", "Jan 2015 – Present", bullet, "• Wrote Python"]
    assert entries(lines, words) == [("2015-01..", "\n".join(lines))]


def test_a_dated_line_stays_in_its_entry(words: Words) -> None:
    lines = ["Acme", "Engineer | Jan 2019 – Mar 2020 | Python", "Beta", "Lead | Apr 2020 – Present | Go"]
    assert entries(lines, words) == [
        ("2019-01..2020-03", "Acme\nEngineer | Jan 2019 – Mar 2020 | Python"),
        ("2020-04..", "Beta\nLead | Apr 2020 – Present | Go"),
    ]


def test_dates_stay_above_their_titles_without_bullets(words: Words) -> None:
    assert entries(["Jan 2019 – Mar 2020", "Python Engineer", "Apr 2020 – Present", "Go Engineer"], words) == [
        ("2019-01..2020-03", "Jan 2019 – Mar 2020\nPython Engineer"),
        ("2020-04..", "Apr 2020 – Present\nGo Engineer"),
    ]


def test_an_entry_has_no_more_titles_above_its_date_than_the_first(words: Words) -> None:
    lines = ["Engineer, Acme, Jan 2019 – Mar 2020", "Pipelines in Python", "Dashboards", "Lead, Beta (Apr 2020 – Present)", "Go"]
    assert entries(lines, words) == [
        ("2019-01..2020-03", "Engineer, Acme, Jan 2019 – Mar 2020\nPipelines in Python\nDashboards"),
        ("2020-04..", "Lead, Beta (Apr 2020 – Present)\nGo"),
    ]


def test_a_date_over_two_lines_heads_an_entry(words: Words) -> None:
    assert entries(["Jan 2019 –", "Mar 2020", "Engineer, Acme", "• Python", "Apr 2020 –", "Present", "Lead, Beta"], words) == [
        ("2019-01..2020-03", "Jan 2019 –\nMar 2020\nEngineer, Acme\n• Python"),
        ("2020-04..", "Apr 2020 –\nPresent\nLead, Beta"),
    ]


def test_a_remark_behind_the_date_changes_nothing(words: Words) -> None:
    lines = [
        "Engineer, Acme",
        "Jan 2019 – Mar 2020",
        "Survival models in R",
        "Lead, Beta",
        "(Jan 2015 – Dec 2018, 4 years)",
        "SQL",
    ]
    assert entries(lines, words) == [
        ("2019-01..2020-03", "Engineer, Acme\nJan 2019 – Mar 2020\nSurvival models in R"),
        ("2015-01..2018-12", "Lead, Beta\n(Jan 2015 – Dec 2018, 4 years)\nSQL"),
    ]
