"""Text in, date ranges out: "Mar 2019 – Present", "03/2019-06/2021", "2015 / 07 -", "Summer 2021", "since 2020".

The words of dates are in taxonomy/dates.yaml. Two-figure numbers before a year are months; of two numbers before a year
the one above 12 is the day, else the first (day first, as in most of the world).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from skillgap.model import DateRange, Month
from skillgap.taxonomy.values import Words

_YEAR = r"(?:19[5-9]|20[0-4])\d"
_AFTER_YEAR = r"(?<=19[5-9]\d|20[0-4]\d)"
_TO = r"(?:to|until|till|through|bis|à|au|a|al|hasta)\b"
# OCR sees one dash as two: "-—".
_DASH = rf"(?:[-–—−~]{{1,3}}(?:\s*{_TO})?|{_TO})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_MONTH_NUMBER = r"(?:0[1-9]|1[0-2])"
# "2019–21", "2019/20", "2019/2020".
_SECOND_YEAR = rf"{_AFTER_YEAR}(?P<slash>[-–/])(?P<year>{_YEAR}|\d\d)(?![\d/-])"

# What stands beside a number that is no year: amounts, shares, versions, numbers of standards and of other things.
_NOT_AFTER = r"(?<![\w/.$€£#+-])(?<!\d:)(?<!rXiv:)"
_NOT_BEFORE = r"(?![\w/+]|\s?%|[.,]\d)"
# A telephone number, up to where the next of its groups begins.
_TELEPHONE = re.compile(r"(?<![\w+])\+\d[\d\s()/-]{1,20}$")
_LONGEST_NUMBER = 20

# Letters that Python takes for an i when it compares without case, and that no table of months has; and one sign for apostrophes.
_ALIKE = str.maketrans("ıİ’‘", "iI''")


@dataclass(frozen=True, slots=True)
class FoundRange:
    """A date range and where it stands; `single` when it is one date, not two."""

    start: int
    end: int
    dates: DateRange
    single: bool


@dataclass(frozen=True)
class DateReader:
    """Reads dates in the words of one taxonomy."""

    words: Words

    def find(self, text: str) -> Iterator[FoundRange]:
        """Yield the date ranges of a text in their order. Ranges that end before they begin are left out."""
        text = text.translate(_ALIKE)
        for match in self._pattern.finditer(text):
            if _TELEPHONE.search(text[max(match.start() - _LONGEST_NUMBER, 0) : match.start()]):
                continue
            if dates := self._range(match):
                single = all(match[part] is None for part in ("end", "since", "dash", "year", "beside"))
                yield FoundRange(match.start(), match.end(), dates, single)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        month = _any(self.words.months)
        present = _any(self.words.present)
        bare = rf"(?P<bare>{month})\.?(?:\s+{_DAY}(?=\s*{_DASH}))?"
        first = rf"(?:(?P<one>{self._date})|(?P<short>{self._short})|{bare})"
        second = rf"(?P<end>{self._date}|{self._short}|{present})"
        # In a table what begins and what ends stand in two columns: "Jun 2018 Mar 2021".
        beside = rf"(?P<beside>(?:{month})\.?\s+{_YEAR}|{_MONTH_NUMBER}/{_YEAR}|{present})(?=\s|$)"
        return re.compile(
            rf"{_NOT_AFTER}(?:(?P<since>{_any(self.words.since)})\s+)?{first}"
            rf"(?:{_SECOND_YEAR}|\s*(?P<dash>{_DASH})\s*(?:{second}|(?=$|[\n)|]))|[^\S\n]+(?:/[^\S\n]+)?{beside})?{_NOT_BEFORE}",
            re.IGNORECASE,
        )

    @cached_property
    def _date(self) -> str:
        month, season = _any(self.words.months), _any(self.words.seasons)
        quarter = _any(name for name in self.words.seasons if not name.isalpha())
        return (
            rf"(?:(?:{_DAY}\.?\s+)?(?:{month})\.?,?\s*(?:{_DAY},?\s+)?(?:of\s+|de\s+|/\s*|-)?(?:{_YEAR}|'\d\d)"
            rf"|(?:{season})\.?,?(?:\s+|-)(?:de\s+)?{_YEAR}(?:/\d\d(?!\d))?|{_YEAR}\s+(?:{quarter})"
            rf"|\d{{1,2}}-\d{{1,2}}-{_YEAR}"
            rf"|(?:\d{{1,2}}[./]){{0,2}}\d{{1,2}}\s?[./-]\s?{_YEAR}"
            rf"|{_YEAR}\s?[./-]\s?{_MONTH_NUMBER}(?!\d)(?:-\d\d)?"
            rf"|{_YEAR})"
        )

    @cached_property
    def _short(self) -> str:
        """The pattern of dates whose year has two figures: "Sep 15", "Jan-19", "03/20"; only a range has them, not a day."""
        day = rf"(?![\d.,]|\s*{_YEAR})"
        return rf"(?:(?:{_any(self.words.months)})\.?[\s-]\s*\d\d{day}|{_MONTH_NUMBER}/\d\d(?![\d/]))"

    def _range(self, match: re.Match[str]) -> DateRange | None:
        if match["bare"] or (match["short"] and _has_day(match["end"])):
            return self._within_a_year(match)
        since, exact = self._month(match["one"] or match["short"], first=True)
        if since is None or (match["short"] and match["end"] is None):
            return None
        if match["year"]:
            return _years(since, match)
        if match["beside"]:  # an earlier one is another date
            return self._closed(match["beside"], since, exact=exact) or self._open(match, since, exact=exact)
        return self._closed(match["end"], since, exact=exact) if match["end"] else self._open(match, since, exact=exact)

    def _closed(self, end: str, since: Month, *, exact: bool) -> DateRange | None:
        if self._is_present(end):
            return DateRange(since, None, exact)
        until, exact_end = self._month(end, first=False)
        if until is None or until < since:
            return None
        return DateRange(since, until, exact and exact_end)

    def _open(self, match: re.Match[str], since: Month, *, exact: bool) -> DateRange:
        if match["since"] or match["dash"]:
            return DateRange(since, None, exact)
        until, _ = self._month(match["one"], first=False)
        return DateRange(since, until, exact)

    def _within_a_year(self, match: re.Match[str]) -> DateRange | None:
        """Read "Jan – Mar 2019", "June 10 – August 16, 2019": the first month has the year of the second."""
        if match["end"] is None or self._is_present(match["end"]):
            return None
        until, exact = self._month(match["end"], first=False)
        named = re.match(r"[^\W\d_]+", match["bare"] or match["short"])
        month = self.words.months.get(named[0].lower(), 0) if named else 0
        if until is None or not exact or not month:
            return None
        return DateRange(Month(until.year - (month > until.month), month), until, exact=True)

    def _is_present(self, text: str) -> bool:
        return text.lower() in self.words.present

    def _month(self, text: str, *, first: bool) -> tuple[Month | None, bool]:
        """Return the first or last month that a date stands for, and whether it names a month."""
        year = _year(text)
        for word in re.findall(r"[qh]\d|[^\W\d_]+", text.lower()):
            if word in self.words.months:
                return Month(year, self.words.months[word]), True
            if word in self.words.seasons:
                return Month(year, self.words.seasons[word][not first]), True
        numbers = [int(n) for n in re.findall(r"(?<!\d)\d{1,2}(?!\d)", text)]
        if not numbers:
            return Month(year, 1 if first else 12), False
        # Of day and month before a year the last is the month (day first), unless it can't be one.
        # A date of two numbers, "03/20", and one that begins with its year have the month first.
        first_is_month = re.match(_YEAR, text) or not re.search(_YEAR, text)
        month = next((n for n in (numbers[:1] if first_is_month else numbers[::-1]) if 1 <= n <= 12), None)
        return (Month(year, month), True) if month else (None, False)


def _year(text: str) -> int:
    if full := re.search(_YEAR, text):
        return int(full[0])
    short = int(re.findall(r"\d\d", text)[-1])
    return 2000 + short if short < 50 else 1900 + short


def _has_day(date: str | None) -> bool:
    """Return whether a date of words has a day beside its year."""
    return date is not None and re.search(r"[^\W\d_]{3}", date) is not None and len(re.findall(r"\d+", date)) > 1


def _years(since: Month, match: re.Match[str]) -> DateRange | None:
    """Read "2019–21" and "2019/2020", which name no months: an academic year, as likely as a span."""
    year = int(match["year"]) if len(match["year"]) > 2 else since.year // 100 * 100 + int(match["year"])
    if year <= since.year or (match["slash"] == "/" and year > since.year + 1):
        return None
    return DateRange(since, Month(year, 12), exact=False)


def _any(words: object) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))  # type: ignore[call-overload]
