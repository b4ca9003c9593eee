"""Requirements in, the same once each out: boards and employers repeat themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from skillgap.model import Level, Requirement, RequirementKind, SkillId

_ORDER = list(Level)


def merged(requirements: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """Return requirements in the order of the text, each once.

    The same alternatives count once, at the strongest level; a skill that is asked for isn't mentioned as well.
    """
    best: dict[tuple[RequirementKind, frozenset[SkillId]], Requirement] = {}
    for r in requirements:
        key = (r.kind, frozenset(r.any_of))
        best[key] = _both(best[key], r) if key in best else r
    asked = {(r.kind, skill) for r in best.values() if r.level is not Level.MENTIONED for skill in r.any_of}
    left = [_without(r, asked) if r.level is Level.MENTIONED else r for r in best.values()]
    kept = [r for r in left if r is not None and not _is_part(r, left)]
    return tuple(sorted(kept, key=lambda r: min(e.start for places in r.evidence for e in places)))


def _both(a: Requirement, b: Requirement) -> Requirement:
    strong, weak = (a, b) if _ORDER.index(a.level) <= _ORDER.index(b.level) else (b, a)
    more = dict(zip(weak.any_of, weak.evidence, strict=True))
    pairs = zip(strong.any_of, strong.evidence, strict=True)
    years = [r.min_years for r in (a, b) if r.min_years is not None]
    return replace(
        strong,
        min_years=max(years, default=None),
        evidence=tuple(tuple(dict.fromkeys((*places, *more[skill]))) for skill, places in pairs),
    )


def _without(r: Requirement, asked: set[tuple[RequirementKind, SkillId]]) -> Requirement | None:
    """Return what a requirement only mentions, without what is asked for; None where nothing is left."""
    pairs = [(s, e) for s, e in zip(r.any_of, r.evidence, strict=True) if (r.kind, s) not in asked]
    if len(pairs) == len(r.any_of):
        return r
    if not pairs:
        return None
    label = " or ".join(name for s, name in zip(r.any_of, r.label.split(" or "), strict=False) if (r.kind, s) not in asked)
    return replace(r, label=label, any_of=tuple(s for s, _ in pairs), at_least=1, evidence=tuple(e for _, e in pairs))


def _is_part(r: Requirement, others: Iterable[Requirement | None]) -> bool:
    """Return whether what is mentioned is one of several that are mentioned elsewhere."""
    if r.level is not Level.MENTIONED:
        return False
    mine = set(r.any_of)
    return any(o is not None and o.kind is r.kind and o.level is Level.MENTIONED and mine < set(o.any_of) for o in others)
