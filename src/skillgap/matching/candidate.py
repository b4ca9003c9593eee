"""A candidate: a place where a form stands, before the steps decide whether it is a mention."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from skillgap.model import Dropped, Reason, Rule, Section, SkillId
from skillgap.taxonomy.values import FormRule, Words

# Forms up to this length are too weak to stand beside a hyphen, an apostrophe or a dot: C-level, R-squared, main.go.
WEAK = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """`text` stands at start to end. `spelling` is the one to keep.

    `skill` is None for a phrase that isn't the skills in `against`.
    """

    skill: SkillId | None
    start: int
    end: int
    text: str
    form: str
    rule: Rule
    score: float
    spelling: str | None = None
    spec: FormRule | None = None
    against: tuple[SkillId, ...] = ()

    @property
    def miscased(self) -> bool:
        """Whether the form must keep its case and hasn't."""
        return self.spelling is not None and " ".join(self.text.split()) != self.spelling


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a step may look at besides the candidates."""

    text: str
    sections: tuple[Section, ...]
    words: Words


@dataclass(frozen=True, slots=True)
class Sifted:
    """What a step keeps and what it drops."""

    kept: tuple[Candidate, ...]
    dropped: tuple[Dropped, ...]


def drop(candidate: Candidate, reason: Reason, detail: str = "") -> Dropped | None:
    """Return why a candidate goes; phrases that aren't skills leave without a trace."""
    if candidate.skill is None:
        return None
    return Dropped(candidate.skill, candidate.start, candidate.end, candidate.text, reason, detail)


def split(candidates: tuple[Candidate, ...], reason: Reason, bad: Callable[[Candidate], bool]) -> Sifted:
    """Keep the candidates that aren't bad and drop the others for one reason."""
    verdicts = [(c, bad(c)) for c in candidates]
    dropped = (drop(c, reason) for c, is_bad in verdicts if is_bad)
    return Sifted(tuple(c for c, is_bad in verdicts if not is_bad), tuple(d for d in dropped if d))
