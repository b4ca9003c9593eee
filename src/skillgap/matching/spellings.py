"""A form in, the ways in which people write it out, as tokens: plural, British, joined, hyphenated.

ADD A WAY: a function here with a case in tests/cases/forms.yaml; a whole word that is spelled otherwise goes into variants.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from skillgap.matching.tokens import cut
from skillgap.model import Rule, SkillId
from skillgap.taxonomy.values import Form, FormRule, Skill

# Marks that people leave out or exchange inside a name.
_JOINTS = frozenset("-/._")

# The capitalised parts of a name: Win and Runner, Postgre and SQL.
_CAMEL = re.compile(r"[A-Z][a-z]+|[A-Z]{2,}(?![a-z])")
# A name whose parts are all shorter than this is none of parts.
SHORTEST_PART = 4

# Longer names than this aren't written as one word.
MOST_JOINED = 3


@dataclass(frozen=True, slots=True)
class Pattern:
    """A spelling of a form. `skill` is None for a phrase that isn't a skill; `form` is then the phrase,
    and `against` says whose forms it bars.
    """

    tokens: tuple[str, ...]
    skill: SkillId | None
    form: str
    rule: Rule
    spelling: str | None = None
    spec: FormRule | None = None
    against: tuple[SkillId, ...] = ()


def patterns(skills: Collection[Skill], british: Mapping[str, str], english: Collection[str]) -> Iterator[Pattern]:
    """Yield the patterns, each token sequence once: forms as they are win over phrases, phrases over other spellings, these over
    names of the wide tier.
    """
    seen: set[tuple[str, ...]] = set()
    known = [skill for skill in skills if not is_wide(skill)]
    for source in (_as_they_are(known), _phrases(known), _otherwise(known, british, english), _wide(skills)):
        for pattern in source:
            if pattern.tokens and pattern.tokens not in seen:
                seen.add(pattern.tokens)
                yield pattern


def is_wide(skill: Skill) -> bool:
    """Return whether a skill is of the wide tier."""
    rule = skill.forms[0].rule
    return rule is not None and rule.wide


def _wide(skills: Collection[Skill]) -> Iterator[Pattern]:
    for skill, form in _forms([skill for skill in skills if is_wide(skill)]):
        yield Pattern(cut(form.text), skill.id, form.text, Rule.WIDE, form.text, form.rule)


def _forms(skills: Collection[Skill]) -> Iterator[tuple[Skill, Form]]:
    return ((skill, form) for skill in skills for form in skill.forms)


def _as_they_are(skills: Collection[Skill]) -> Iterator[Pattern]:
    for skill, form in _forms(skills):
        yield Pattern(cut(form.text), skill.id, form.text, Rule.EXACT, _kept(form), form.rule)


def _phrases(skills: Collection[Skill]) -> Iterator[Pattern]:
    owners: dict[str, dict[SkillId, None]] = {}
    for skill, form in _forms(skills):
        for phrase in form.rule.not_in if form.rule else ():
            owners.setdefault(phrase.lower(), {})[skill.id] = None
    for phrase, against in owners.items():
        yield Pattern(cut(phrase), None, phrase, Rule.EXACT, against=tuple(against))


def _otherwise(skills: Collection[Skill], british: Mapping[str, str], english: Collection[str]) -> Iterator[Pattern]:
    for skill, form in _forms(skills):
        yield from _split(skill, form, english)
        if _kept(form):
            yield from _kept_plural(skill, form)
            continue
        for tokens in spellings(cut(form.text), british, english):
            yield Pattern(tokens, skill.id, form.text, Rule.VARIANT, None, form.rule)


def _kept(form: Form) -> str | None:
    return form.text if form.rule and form.rule.keep_case else None


def _kept_plural(skill: Skill, form: Form) -> Iterator[Pattern]:
    """Yield the plural of an abbreviation: LLMs, GANs."""
    if form.text.isalpha() and form.text.isupper() and len(form.text) > 1 and not form.text.endswith("S"):
        yield Pattern(cut(form.text + "s"), skill.id, form.text, Rule.VARIANT, form.text + "s", form.rule)


def _split(skill: Skill, form: Form, english: Collection[str]) -> Iterator[Pattern]:
    """Yield a name of capitalised parts with these set apart: Win Runner; where all of them are words it needs a list."""
    parts = _CAMEL.findall(form.text)
    if len(parts) < 2 or "".join(parts) != form.text or max(map(len, parts)) < SHORTEST_PART:
        return
    plain = all(part.lower() in english for part in parts)
    rule = form.rule or FormRule()
    for joint in " -":
        text = joint.join(parts)
        yield Pattern(
            cut(text), skill.id, form.text, Rule.VARIANT, text, replace(rule, keep_case=True, context=rule.context or plain)
        )


def spellings(tokens: tuple[str, ...], british: Mapping[str, str], english: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Yield the ways in which people write a form, the form itself included, in lower case."""
    for words in dict.fromkeys((tokens, tuple(british.get(t, t) for t in tokens))):
        for inflected in (words, *_numbers(words)):
            yield inflected
            yield from _joinings(inflected, english)


def _numbers(tokens: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the plural of a form, and the singular of one of several words."""
    *first, last = tokens
    if not last.isalpha() or len(last) < 3:
        return
    if last.endswith("y") and last[-2] not in "aeiou":
        yield (*first, last[:-1] + "ies")
    elif not last.endswith("s"):
        yield (*first, last + "s")
    elif first and len(last) > 4 and last[-2] not in "sui":
        yield (*first, last[:-1])


def _joinings(tokens: tuple[str, ...], english: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Yield a form of several words with spaces, with hyphens and in one word."""
    inner = tuple(t for i, t in enumerate(tokens) if t not in _JOINTS or i == 0)
    if len(inner) < 2 or not all(t.isalnum() for t in inner[1:]) or inner[0] in _JOINTS:
        return
    yield inner
    yield tuple(t for pair in zip(inner, ["-"] * len(inner), strict=True) for t in pair)[:-1]
    joined = "".join(inner)
    if len(inner) <= MOST_JOINED and len(joined) >= 4 and joined not in english:
        yield cut(joined)
