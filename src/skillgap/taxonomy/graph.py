"""The relations between skills: what follows from a skill, what is near it, and whether a relation comes back to itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillgap.model import SkillId
    from skillgap.taxonomy.skill import Skill

# How far "is a kind of" carries: LightGBM shows gradient boosting and machine learning, but the third step up is too general
# to be shown by so special a skill.
BROADER = 2

# Two skills with a common broader skill and no strength of their own in the taxonomy don't count as related: measured on
# role profiles, siblings such as Tableau and Matplotlib (both data visualisation) are too far apart for credit.


@dataclass(frozen=True)
class Graph:
    """The relations of a taxonomy, both ways."""

    skills: Mapping[SkillId, Skill]

    def entailed(self, skill: SkillId) -> frozenset[SkillId]:
        """Return what whoever knows `skill` knows too: all it implies, and what is broader up to BROADER steps away."""
        if skill not in self._entailed:
            self._entailed[skill] = self._entail(skill)
        return self._entailed[skill]

    def _entail(self, skill: SkillId) -> frozenset[SkillId]:
        steps = {skill: 0}
        waiting = [skill]
        while waiting:
            at = waiting.pop(0)
            entry = self.skills[at]
            for other, step in (*((s, steps[at]) for s in entry.implies), *((s, steps[at] + 1) for s in entry.broader)):
                if step <= BROADER and step < steps.get(other, BROADER + 1):
                    steps[other] = step
                    waiting.append(other)
        return frozenset(steps) - {skill}

    @cached_property
    def _entailed(self) -> dict[SkillId, frozenset[SkillId]]:
        return {}

    def related(self, skill: SkillId) -> Mapping[SkillId, float]:
        """Return the strength of each skill that is near a skill."""
        if skill not in self._related:
            self._related[skill] = dict(self.skills[skill].related)
        return self._related[skill]

    @cached_property
    def _related(self) -> dict[SkillId, Mapping[SkillId, float]]:
        return {}


def cycles(edges: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the paths that come back to their start, start and end included; of those that meet, the first."""
    done: set[str] = set()
    for start in edges:
        if path := _search(start, edges, done):
            done |= {*path}
            yield path


def _search(start: str, edges: Mapping[str, tuple[str, ...]], done: set[str]) -> tuple[str, ...]:
    path: list[str] = []
    waiting = [(start, False)]
    while waiting:
        node, leaving = waiting.pop()
        if leaving:
            done.add(path.pop())
        elif node in path:
            return (*path[path.index(node) :], node)
        elif node not in done:
            path.append(node)
            waiting.append((node, True))
            waiting += [(other, False) for other in edges.get(node, ())]
    return ()
