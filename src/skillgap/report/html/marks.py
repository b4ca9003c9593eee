"""Reports on a résumé -> what is outlined on its pages or in its text, and what each outline leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from skillgap.model import Box, Document, Evidence

# How far an outline keeps from the letters, in points.
ROOM = 1.5


class Lead(NamedTuple):
    """What an outline leads to: the element with the id `to`; `status` colours the outline."""

    to: str
    label: str
    status: str


class Mark(NamedTuple):
    """An outline around `text[start:end]`, in `box` of `page` where there is one; `further` are those of its other lines."""

    id: str
    start: int
    end: int
    text: str
    page: int
    box: Box | None
    leads: tuple[Lead, ...]
    further: tuple[tuple[int, Box], ...] = ()

    @property
    def status(self) -> str:
        """The status of the first thing that it leads to."""
        return self.leads[0].status


Place = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Marks:
    """The outlines of one résumé, in reading order, and where each piece of evidence is."""

    marks: tuple[Mark, ...]
    ids: dict[Place, str]

    def id_of(self, evidence: Evidence) -> str | None:
        """Return the id of the outline around a piece of evidence, None where there is none."""
        return self.ids.get(_place(evidence))

    def on(self, page: int) -> Iterator[tuple[Mark, Box, bool]]:
        """Yield the outlines on a page line by line, and whether a line is the first of its outline."""
        for mark in self.marks:
            for number, (at, box) in enumerate(((mark.page, mark.box), *mark.further)):
                if at == page and box:
                    yield mark, box, number == 0


def find_marks(prefix: str, document: Document, leads: Iterable[tuple[Evidence, Lead]]) -> Marks:
    """Return the outlines of what leads somewhere: in the pictures where there are any, else in the text."""
    pictured = {p.page for p in document.pictures}
    places: dict[Place, list[tuple[Evidence, Lead]]] = {}
    for evidence, lead in leads:
        if not pictured or (evidence.box and evidence.page in pictured):
            places.setdefault(_place(evidence), []).append((evidence, lead))
    groups = sorted(places.values(), key=lambda group: (group[0][0].start, -group[0][0].end))
    merged = list(groups if pictured else _apart(groups))
    marks = tuple(_mark(f"{prefix}m{number}", group) for number, group in enumerate(merged, 1))
    ids = {_place(e): mark.id for mark, group in zip(marks, merged, strict=True) for e, _ in group}
    return Marks(marks, ids)


def _place(evidence: Evidence) -> Place:
    return (evidence.page, evidence.box) if evidence.box else (evidence.start, evidence.end)


def _apart(groups: Iterable[list[tuple[Evidence, Lead]]]) -> Iterator[list[tuple[Evidence, Lead]]]:
    """Yield groups of which none overlaps another: in a text a link can't stand within a link."""
    open_: list[tuple[Evidence, Lead]] = []
    for group in groups:
        if open_ and group[0][0].start < open_[0][0].end:
            open_ += group
            continue
        if open_:
            yield open_
        open_ = list(group)
    if open_:
        yield open_


def _mark(id_: str, group: list[tuple[Evidence, Lead]]) -> Mark:
    first = group[0][0]
    texts = dict.fromkeys(" ".join(e.text.split()) for e, _ in group)
    leads = tuple(dict.fromkeys(lead for _, lead in group))
    return Mark(id_, first.start, first.end, ", ".join(texts), first.page, first.box, leads, first.further)


def style(box: Box, width: float, height: float) -> str:
    """Return the place of an outline on a page of some size, as CSS in percent."""
    left, top = box[0] - ROOM, box[1] - ROOM
    sizes = {
        "left": left / width,
        "top": top / height,
        "width": (box[2] + ROOM - left) / width,
        "height": (box[3] + ROOM - top) / height,
    }
    return ";".join(f"{name}:{share * 100:.2f}%" for name, share in sizes.items())
