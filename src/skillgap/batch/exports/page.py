"""A cohort -> index.html: at a glance, and a table of people and requirements that sorts and filters. It needs nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from itertools import chain, islice
from pathlib import Path

from markupsafe import Markup

from skillgap.batch.cohort import Person
from skillgap.batch.exports.files import whole
from skillgap.batch.exports.tables import TABLES, Row, View
from skillgap.batch.summary import BINS, Spread, summarise
from skillgap.report.look import safe
from skillgap.report.pages import fill

FIRST = 10
_DATA = "@data@"


@dataclass(frozen=True, slots=True)
class Bin:
    """A bar of the spread: its width in percent of the longest."""

    label: str
    people: int
    width: int


@dataclass(frozen=True, slots=True)
class Part:
    """What the page says of one target."""

    spread: Spread
    bins: tuple[Bin, ...]
    gaps: tuple[Row, ...]
    workshops: tuple[Row, ...]


def write(view: View, folder: Path) -> None:
    """Write the page."""
    facts = summarise(view)
    nearest = (person for spread in facts.spreads for person, _ in spread.nearest)
    with whole(folder / "index.html") as stream:
        text = fill(
            "skillgap.batch",
            "index.html",
            facts=facts,
            as_of=view.store.about()["as_of"],
            parts=[_part(view, spread) for spread in facts.spreads],
            pages={person.id for person in nearest if _has_page(view, person)},
            data=_DATA,
            style=Markup(_text("skillgap.report", "style.css") + _text("skillgap.batch", "cohort.css")),  # noqa: S704
            script=Markup(_text("skillgap.batch", "cohort.js")),  # noqa: S704  the package's own files
        )
        # What grows with the people goes straight to the file: rendered with the rest it was there four times over.
        before, _, after = text.partition(_DATA)
        for piece in chain([before], _embedded(view), [after]):
            stream.write(piece.encode("utf-8", "replace"))


def _part(view: View, spread: Spread) -> Part:
    most = max(spread.bins) or 1
    bins = (Bin(f"{n * 100 // BINS}–{(n + 1) * 100 // BINS}%", p, round(p * 100 / most)) for n, p in enumerate(spread.bins))
    return Part(spread, tuple(bins), _first(view, "gaps", spread), _first(view, "workshops", spread))


def _first(view: View, table: str, spread: Spread) -> tuple[Row, ...]:
    return tuple(islice((row for row in TABLES[table].rows(view) if row[0] == spread.target.id), FIRST))


def _embedded(view: View) -> Iterator[str]:
    """Yield, in pieces, what the script shows, as JSON that can't end the element it stands in."""
    targets = [{"name": safe(t.name), "asked": [safe(a.label) for a in t.asked]} for t in view.targets]
    yield f'{{"targets":{_json(targets)},"people":['
    for number, person in enumerate(_people(view)):
        yield f"{',' if number else ''}{_json(person)}"
    yield "]}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _people(view: View) -> Iterator[dict[str, object]]:
    for p in view.people:
        reports = [[_overall(view, p, t.number), _codes(view, p, t.number)] for t in view.targets]
        file = safe(p.latest.files[0])
        yield {"id": p.id, "name": safe(p.name), "file": file, "page": _has_page(view, p), "reports": reports}


def _has_page(view: View, person: Person) -> bool:
    ((has,),) = view.store.rows("SELECT page IS NOT NULL FROM result WHERE sha256 = ?", person.latest.sha256)
    return bool(has)


def _overall(view: View, person: Person, target: int) -> object:
    ((share,),) = view.store.rows("SELECT overall FROM report WHERE sha256 = ? AND target = ?", person.latest.sha256, target)
    return round(share, 4) if isinstance(share, float) else None


def _codes(view: View, person: Person, target: int) -> str:
    """Return a digit for each requirement: 0 missing, 1 a related skill, 2 met without all credit, 3 met."""
    query = "SELECT status, credit FROM finding WHERE sha256 = ? AND target = ? ORDER BY number"
    return "".join(_code(str(s), float(str(c))) for s, c in view.store.each(query, person.latest.sha256, target))


def _code(status: str, credit: float) -> str:
    if status != "met":
        return "1" if status == "partial" else "0"
    return "3" if credit == 1.0 else "2"


def _text(package: str, name: str) -> str:
    return resources.files(package).joinpath("templates", name).read_text(encoding="utf-8")
