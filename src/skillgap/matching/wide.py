"""Names of the wide tier in, those that a list of known skills proves out. They prove nothing themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from skillgap.matching.candidate import Candidate, Sifted, Surroundings, split
from skillgap.matching.surroundings import is_plain_item, neighbours, section_of
from skillgap.model import Reason, Rule, SectionKind

# So many known skills in the same list prove a name; in a skills section fewer do.
KNOWN, KNOWN_IN_SKILLS = 3, 2


def proven(wide: Sequence[Candidate], kept: tuple[Candidate, ...], where: Surroundings) -> Sifted:
    """Return the mentions that `kept` and the proven names are, and the names dropped: items of lists that lack known skills."""
    taken = {i for c in kept for i in range(c.start, c.end)}
    items = [c for c in wide if not c.miscased and is_plain_item(c, where.text) and taken.isdisjoint(range(c.start, c.end))]
    everything = tuple(sorted((*kept, *items), key=lambda c: (c.start, -c.end)))
    found = {id(c) for run in _lists(everything, where) for c in _proven_in(run, where)}
    return split(everything, Reason.UNPROVEN, lambda c: c.rule is Rule.WIDE and id(c) not in found)


def _lists(candidates: tuple[Candidate, ...], where: Surroundings) -> Iterator[list[Candidate]]:
    run: list[Candidate] = []
    for c in candidates:
        if run and not neighbours(run[-1], c, where):
            yield run
            run = []
        run.append(c)
    yield run


def _proven_in(run: list[Candidate], where: Surroundings) -> list[Candidate]:
    known = sum(c.rule is not Rule.WIDE for c in run)
    enough = KNOWN_IN_SKILLS if run and section_of(run[0].start, where.sections) is SectionKind.SKILLS else KNOWN
    return run if known >= enough else []
