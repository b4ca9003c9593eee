"""Profiles in, terms that the taxonomy lacks out: what stands in skills lists and is no form of any skill."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skillgap.taxonomy.skill import fold_form

if TYPE_CHECKING:
    from skillgap.model import Profile, SkillId
    from skillgap.taxonomy.values import Taxonomy

# From this likeness (0 to 100, by rapidfuzz's ratio of the sorted words) a term may be another name of a skill.
LIKE = 85


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term, its spellings with the most usual first, how many résumés have it, and the skill that it may be a name of."""

    text: str
    spellings: tuple[str, ...]
    resumes: int
    near: SkillId | None


def suggest(profiles: Iterable[Profile], taxonomy: Taxonomy, *, at_least: int = 1) -> tuple[Suggestion, ...]:
    """Return the terms that at least so many résumés have, those of most résumés first; of equals by spelling."""
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    resumes: Counter[str] = Counter()
    for profile in profiles:
        terms = {" ".join(unlisted.text.split()) for unlisted in profile.unlisted}
        for term in terms:
            spellings[fold_form(term)][term] += 1
        resumes.update({fold_form(term) for term in terms})
    forms = {form.text: skill.id for skill in taxonomy.skills.values() for form in skill.forms} if resumes else {}
    found = [_suggestion(spellings[key], count, forms) for key, count in resumes.items() if count >= at_least]
    return tuple(sorted(found, key=lambda s: (-s.resumes, s.text)))


def _suggestion(spellings: Counter[str], resumes: int, forms: Mapping[str, SkillId]) -> Suggestion:
    usual = sorted(spellings, key=lambda text: (-spellings[text], text))
    return Suggestion(usual[0], tuple(usual), resumes, _near(usual[0], forms))


def _near(term: str, forms: Mapping[str, SkillId]) -> SkillId | None:
    from rapidfuzz import fuzz, process, utils

    best = process.extractOne(
        term, forms.keys(), scorer=fuzz.token_sort_ratio, processor=utils.default_process, score_cutoff=LIKE
    )
    return forms[best[0]] if best else None
