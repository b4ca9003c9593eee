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
_DASH = r"(?:-|–|—|−|~|to\b|until\b|till\b|through\b|bis\b|à\b|au\b|a\b|hasta\b)"
# "Sep 15 - Jan 17" has years of two figures; a day would need its year behind it.
_LONG_DASH = r"[-–—]"


# Letters that Python takes for an i when it compares without case, and that no table of months has.
_DOTS = str.maketrans("ıİ", "iI")


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
        for match in self._pattern.finditer(text.translate(_DOTS)):
            if dates := self._range(match):
                single = match["end"] is None and match["since"] is None and match["dash"] is None
                yield FoundRange(match.start(), match.end(), dates, single)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        month = _any(self.words.months)
        present = _any(self.words.present)
        first = rf"(?P<one>{self._date}|(?P<bare>{month})\.?)"
        second = rf"(?P<end>{self._date}|{present})"
        return re.compile(
            rf"(?<![\w/.-])(?:(?P<since>{_any(self.words.since)})\s+)?{first}"
            rf"(?:\s*(?P<dash>{_DASH})\s*(?:{second}|(?=$|[\n)|])))?(?![\w/])",
            re.IGNORECASE,
        )

    @cached_property
    def _date(self) -> str:
        month, season = _any(self.words.months), _any(self.words.seasons)
        day = r"\d{1,2}(?:st|nd|rd|th)?"
        return (
            rf"(?:(?:{day}\.?\s+)?(?:{month})\.?,?\s*(?:{day},\s*)?(?:of\s+|de\s+|/\s*)?(?:{_YEAR}|['’]\d\d)"
            rf"|(?:{month})\.?\s+\d\d(?=\s*{_DASH}\s)|(?<={_LONG_DASH}\s)(?:{month})\.?\s+\d\d(?![\d.,]|\s*{_YEAR})"
            rf"|(?:{season})\.?,?\s+{_YEAR}"
            rf"|(?:\d{{1,2}}[./]){{0,2}}\d{{1,2}}\s?[./-]\s?{_YEAR}"
            rf"|{_YEAR}\s?[./-]\s?(?:0[1-9]|1[0-2])(?!\d)(?:-\d\d)?"
            rf"|{_YEAR})"
        )

    def _range(self, match: re.Match[str]) -> DateRange | None:
        if match["bare"]:
            return self._within_a_year(match)
        since, exact = self._month(match["one"], first=True)
        if since is None:
            return None
        if match["end"] is None:
            return self._open(match, since, exact=exact)
        if self._is_present(match["end"]):
            return DateRange(since, None, exact)
        until, exact_end = self._month(match["end"], first=False)
        if until is None or until < since:
            return None
        return DateRange(since, until, exact and exact_end)

    def _open(self, match: re.Match[str], since: Month, *, exact: bool) -> DateRange:
        if match["since"] or match["dash"]:
            return DateRange(since, None, exact)
        until, _ = self._month(match["one"], first=False)
        return DateRange(since, until, exact)

    def _within_a_year(self, match: re.Match[str]) -> DateRange | None:
        """Read "Jan – Mar 2019": the first month has the year of the second."""
        if match["end"] is None or self._is_present(match["end"]):
            return None
        until, exact = self._month(match["end"], first=False)
        month = self.words.months[match["bare"].lower().rstrip(".")]
        if until is None or not exact:
            return None
        return DateRange(Month(until.year - (month > until.month), month), until, exact=True)

    def _is_present(self, text: str) -> bool:
        return text.lower() in self.words.present

    def _month(self, text: str, *, first: bool) -> tuple[Month | None, bool]:
        """Return the first or last month that a date stands for, and whether it names a month."""
        year = _year(text)
        for word in re.findall(r"[^\W\d_]+", text.lower()):
            if word in self.words.months:
                return Month(year, self.words.months[word]), True
            if word in self.words.seasons:
                return Month(year, self.words.seasons[word][not first]), True
        numbers = [int(n) for n in re.findall(r"(?<!\d)\d{1,2}(?!\d)", text)]
        if not numbers:
            return Month(year, 1 if first else 12), False
        # Of day and month before a year the last is the month (day first), unless it can't be one.
        month = next((n for n in ([numbers[0]] if re.match(_YEAR, text) else numbers[::-1]) if 1 <= n <= 12), None)
        return (Month(year, month), True) if month else (None, False)


def _year(text: str) -> int:
    if full := re.search(_YEAR, text):
        return int(full[0])
    short = int(re.findall(r"\d\d", text)[-1])
    return 2000 + short if short < 50 else 1900 + short


def _any(words: object) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))  # type: ignore[call-overload]
