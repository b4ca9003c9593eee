"""Two stores in, what changed between them out: who is new or gone, whose coverage rose or fell, which gaps closed or opened.

People are the same by their id, so by e-mail address or name; targets by their id. Stores of other months or taxonomies can be
compared, but then part of the change is theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from skillgap.batch.cohort import Person, TargetOf
from skillgap.batch.exports.tables import View

MET = "met"


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody's coverage of a target in both stores, and the requirements met only then or only now."""

    person: Person
    target: TargetOf
    before: float | None
    after: float | None
    closed: tuple[str, ...]
    opened: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed. `changes` have who improved most first, and nobody for whom all is as it was."""

    joined: tuple[Person, ...]
    left: tuple[Person, ...]
    unchanged: int
    changes: tuple[Change, ...]


def compare(old: View, new: View) -> Comparison:
    """Return what changed from one store to another."""
    before, after = ({p.id: p for p in view.people} for view in (old, new))
    both = [(before[id_], person) for id_, person in after.items() if id_ in before]
    changes = [change for was, is_ in both for change in _changes(old, was, new, is_)]
    changed = {change.person.id for change in changes}
    changes.sort(key=lambda c: (-_gain(c), c.person.name.casefold(), c.person.id, c.target.number))
    return Comparison(
        joined=tuple(p for p in new.people if p.id not in before),
        left=tuple(p for p in old.people if p.id not in after),
        unchanged=len(both) - len(changed),
        changes=tuple(changes),
    )


def _gain(change: Change) -> float:
    return (change.after or 0.0) - (change.before or 0.0)


def _changes(old: View, was: Person, new: View, is_: Person) -> Iterator[Change]:
    targets = {target.id: target for target in old.targets}
    for target in new.targets:
        if target.id in targets:
            before, met_before = _state(old, was, targets[target.id])
            after, met_after = _state(new, is_, target)
            closed, opened = (tuple(sorted(gap)) for gap in (met_after - met_before, met_before - met_after))
            if closed or opened or before != after:
                yield Change(is_, target, before, after, closed, opened)


def _state(view: View, person: Person, target: TargetOf) -> tuple[float | None, set[str]]:
    key = (person.latest.sha256, target.number)
    ((overall,),) = view.store.rows("SELECT overall FROM report WHERE sha256 = ? AND target = ?", *key)
    met = view.store.rows("SELECT number FROM finding WHERE sha256 = ? AND target = ? AND status = ?", *key, MET)
    return overall if isinstance(overall, float) else None, {target.asked[int(str(number))].label for (number,) in met}
