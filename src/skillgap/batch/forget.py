"""A store and somebody in it in; both the store and every export without them out."""

from __future__ import annotations

from skillgap.batch.cohort import Person
from skillgap.batch.exports.tables import View
from skillgap.errors import UsageError


def find(view: View, who: str) -> Person:
    """Return the person with an id, name, e-mail address or file. Raises UsageError for nobody, and for several."""
    found = [p for p in view.people if who.casefold() in _names(view, p)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(f"{who}: nobody in the cohort has this id, name, e-mail address or file; see people.csv")
    ids = ", ".join(person.id for person in found)
    raise UsageError(f"{who}: {len(found)} people have this name; give one of their ids: {ids}")


def _names(view: View, person: Person) -> set[str]:
    known = [person.id, *(text for v in person.versions for text in (v.name, view.mail(v), *v.files) if text)]
    return {text.casefold() for text in known}


def forget(view: View, person: Person) -> None:
    """Remove somebody with all versions from a store; no trace of them is left in its file."""
    view.store.forget([version.sha256 for version in person.versions])
