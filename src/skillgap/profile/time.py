"""Date ranges in, months and last use out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from skillgap.model import DateRange, Month


@dataclass(frozen=True, slots=True)
class Time:
    """How long and until when; None where the dates don't name months."""

    months: int | None
    last_used: str | None


def total(ranges: Iterable[DateRange], as_of: Month) -> Time:
    """Return the calendar months of the union of ranges, both ends included, and the end of the last.

    Ranges that name years only say neither; what begins after `as_of` is left out.
    """
    exact = [r for r in ranges if r.exact and r.since <= as_of]
    if not exact:
        return Time(None, None)
    months = {i for r in dict.fromkeys(exact) for i in range(r.since.index, min(r.until or as_of, as_of).index + 1)}
    # What ends after `as_of` goes on then.
    ends = [r.until for r in exact if r.until is not None and r.until <= as_of]
    return Time(len(months), str(max(ends)) if len(ends) == len(exact) else "present")
