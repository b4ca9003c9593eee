"""Taxonomy in, patterns out: every spelling in which a skill is looked for, cut into tokens; and the phrases that aren't skills.

The table is cached beside the compiled taxonomy, for cutting 10,000 spellings takes longer than reading a résumé.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from skillgap.matching.tokens import cut
from skillgap.model import Rule, SkillId
from skillgap.taxonomy import compiled, locate
from skillgap.taxonomy.values import Form, FormRule, Skill, Taxonomy

# Changes with what is stored or with the rules that make variants.
SHAPE = 1

# Marks that people leave out or exchange inside a name.
_JOINTS = frozenset("-/._")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A spelling of a form. `skill` is None for a phrase that isn't a skill; `form` is then the phrase."""

    tokens: tuple[str, ...]
    skill: SkillId | None
    form: str
    rule: Rule
    spelling: str | None


@dataclass(frozen=True)
class FormTable:
    """All patterns, by number; the numbers by first token; and the rule of each form that has one."""

    patterns: tuple[Pattern, ...]
    rules: Mapping[tuple[SkillId, str], FormRule]

    def by_first_token(self) -> dict[str, list[int]]:
        """Return the numbers of the patterns that begin with a token."""
        table: dict[str, list[int]] = {}
        for number, pattern in enumerate(self.patterns):
            table.setdefault(pattern.tokens[0], []).append(number)
        return table


_TABLES: dict[str, FormTable] = {}


def form_table(taxonomy: Taxonomy) -> FormTable:
    """Return the patterns of a taxonomy, compiled once per digest."""
    if taxonomy.digest not in _TABLES:
        _TABLES[taxonomy.digest] = _compile(taxonomy)
    return _TABLES[taxonomy.digest]


def _compile(taxonomy: Taxonomy) -> FormTable:
    name = f"forms-{SHAPE}-{taxonomy.digest}.json"
    patterns = compiled.load_json(name, lambda rows: tuple(_pattern(row) for row in rows))
    if patterns is None:
        patterns = tuple(_patterns(taxonomy))
        compiled.store_json(name, [[p.tokens, p.skill, p.form, p.rule, p.spelling] for p in patterns])
    rules = {(s.id, f.text): f.rule for s in taxonomy.skills.values() for f in s.forms if f.rule}
    return FormTable(patterns, rules)


def _pattern(row: list[object]) -> Pattern:
    tokens, skill, form, rule, spelling = row
    return Pattern(tuple(tokens), skill, form, Rule(rule), spelling)  # type: ignore[arg-type]


def _patterns(taxonomy: Taxonomy) -> Iterator[Pattern]:
    """Yield the patterns, each token sequence once: spelled-out forms win over phrases, phrases over variants."""
    seen: set[tuple[str, ...]] = set()
    english = frozenset(locate.english_words().read_text(encoding="utf-8").split())
    skills = list(taxonomy.skills.values())
    for source in (_exact(skills), _phrases(skills), _variants(skills, taxonomy.words.british, english)):
        for pattern in source:
            if pattern.tokens and pattern.tokens not in seen:
                seen.add(pattern.tokens)
                yield pattern


def _exact(skills: list[Skill]) -> Iterator[Pattern]:
    for skill in skills:
        for form in skill.forms:
            yield Pattern(cut(form.text), skill.id, form.text, Rule.EXACT, _kept(form))


def _phrases(skills: list[Skill]) -> Iterator[Pattern]:
    for skill in skills:
        for form in skill.forms:
            for phrase in form.rule.not_in if form.rule else ():
                yield Pattern(cut(phrase), None, phrase, Rule.EXACT, None)


def _variants(skills: list[Skill], british: Mapping[str, str], english: frozenset[str]) -> Iterator[Pattern]:
    for skill in skills:
        for form in skill.forms:
            if _kept(form):
                yield from _kept_plural(skill, form)
                continue
            for tokens in _spellings(cut(form.text), british, english):
                yield Pattern(tokens, skill.id, form.text, Rule.VARIANT, None)


def _kept(form: Form) -> str | None:
    return form.text if form.rule and form.rule.keep_case else None


def _kept_plural(skill: Skill, form: Form) -> Iterator[Pattern]:
    """Yield the plural of an abbreviation: LLMs, GANs."""
    if form.text.isalpha() and form.text.isupper() and len(form.text) > 1 and not form.text.endswith("S"):
        yield Pattern(cut(form.text + "s"), skill.id, form.text, Rule.VARIANT, form.text + "s")


def _spellings(tokens: tuple[str, ...], british: Mapping[str, str], english: frozenset[str]) -> Iterator[tuple[str, ...]]:
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


def _joinings(tokens: tuple[str, ...], english: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Yield a form of several words with spaces, with hyphens and in one word."""
    inner = tuple(t for i, t in enumerate(tokens) if t not in _JOINTS or i == 0)
    if len(inner) < 2 or not all(t.isalnum() for t in inner[1:]) or inner[0] in _JOINTS:
        return
    yield inner
    yield tuple(t for pair in zip(inner, ["-"] * len(inner), strict=True) for t in pair)[:-1]
    joined = "".join(inner)
    if len(inner) <= 3 and len(joined) >= 4 and joined not in english:
        yield cut(joined)
