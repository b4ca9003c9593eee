"""A cohort -> lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from skillgap.batch.compare import Change, Comparison
from skillgap.batch.exports.tables import TABLES, Row, View
from skillgap.batch.summary import BINS, Spread, summarise
from skillgap.report.look import safe
from skillgap.report.wording import many, percent

FIRST = 10
_BAR = 30


def show(view: View) -> str:
    """Return a cohort at a glance."""
    facts = summarise(view)
    several, unread = f"{facts.several_versions} with several versions", f"{many(facts.errors, 'file')} can't be read"
    people = f"{many(facts.people, 'person', 'people')} in {many(facts.files, 'file')}"
    lines = [f"{people}: {several}, {many(facts.duplicates, 'duplicate')}, {unread}"]
    for spread in facts.spreads:
        lines += ["", *_target(view, spread)]
    return "".join(f"{safe(line)}\n" for line in lines)


def _target(view: View, spread: Spread) -> Iterator[str]:
    middle, mean = percent(spread.median), percent(spread.mean)
    yield f"{spread.target.name} ({spread.target.id}): coverage {middle} in the middle, {mean} on average"
    most = max(spread.bins) or 1
    for number, people in enumerate(spread.bins):
        if people:
            bar = "█" * round(people * _BAR / most)
            yield f"  {number * 100 // BINS:3} to {(number + 1) * 100 // BINS:3}%  {bar:{_BAR}} {people}"
    yield "  Gaps most shared"
    yield from map(_gap, _first(view, "gaps", spread))
    yield "  Workshops that would help most"
    yield from map(_workshop, _first(view, "workshops", spread))
    yield "  Nearest"
    yield from (f"  {share:5.0%}  {person.name}" for person, share in spread.nearest)


def _first(view: View, table: str, spread: Spread) -> Iterator[Row]:
    return islice((row for row in TABLES[table].rows(view) if row[0] == spread.target.id), FIRST)


def _gap(row: Row) -> str:
    _, label, level, _, _, partial, missing, share = row
    lack, near = _who(missing, "lacks", "lack"), _who(partial, "has", "have")
    return f"  {float(share or 0):5.0%}  {label} ({level}): {lack} it, {near} a related skill"


def _who(count: object, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def _workshop(row: Row) -> str:
    _, _, name, people, gain = row
    return f"  {people:5}  {name}: +{float(gain or 0) * 100:.1f} points for each of these people"


def show_changes(comparison: Comparison) -> str:
    """Return what changed between two cohorts."""
    improved = len({c.person.id for c in comparison.changes if (c.after or 0) > (c.before or 0)})
    counts = {"unchanged": comparison.unchanged, "new": len(comparison.joined), "gone": len(comparison.left)}
    others = (f"{_who(count, 'is', 'are')} {what}" for what, count in counts.items())
    lines = [", ".join((f"{many(improved, 'person', 'people')} improved", *others))]
    lines += map(_change, comparison.changes)
    lines += [f"new   {person.name}" for person in comparison.joined]
    lines += [f"gone  {person.name}" for person in comparison.left]
    return "".join(f"{safe(line)}\n" for line in lines)


def _change(change: Change) -> str:
    closed = f"; closed: {', '.join(change.closed)}" if change.closed else ""
    opened = f"; open again: {', '.join(change.opened)}" if change.opened else ""
    return f"{percent(change.before)} → {percent(change.after)}  {change.person.name}, {change.target.name}{closed}{opened}"
