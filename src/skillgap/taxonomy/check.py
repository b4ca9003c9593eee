"""Records in, problems out: whether a taxonomy makes sense, all problems at once, each `file: entry: problem; what to do`.

ADD A CHECK: a function from Records to lines, its place in CHECKS, and a bad entry in tests/taxonomy/test_check.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from skillgap.model import CREDENTIALS, SectionKind
from skillgap.taxonomy import locate
from skillgap.taxonomy.build import Records
from skillgap.taxonomy.graph import cycle
from skillgap.taxonomy.load import fold_name
from skillgap.taxonomy.schema import SkillRecord

# A form among so many most frequent English words needs a rule: at 30,000 the list has come from "the" to "pounce", and
# tool names that are everyday words (beam, feast, spark, airflow) are all inside.
COMMON = 30_000

Lines = Iterator[str]


def problems(records: Records) -> list[str]:
    """Return the problems of records whose shape is sound, in the order of CHECKS."""
    return [line for check in CHECKS for line in check(records)]


def fold_form(form: str) -> str:
    """Return a form without case, spaces and joining marks: two forms that fold alike find the same words."""
    if len(form) <= 2:
        return form.lower()
    return "".join(c for c in form.lower() if c not in " -_/.") or form


@cache
def common_words() -> frozenset[str]:
    """Return the most frequent English words."""
    return frozenset(locate.english_words().read_text(encoding="utf-8").split()[:COMMON])


def _line(records: Records, category: str, entry: str, problem: str) -> str:
    return f"{records.file_of(category)}: {entry}: {problem}"


def _duplicate_ids(records: Records) -> Lines:
    homes: dict[str, str] = {}
    for category, skill in records.skills:
        if skill.id in homes:
            yield _line(records, category, skill.id, f"the id is also in {homes[skill.id]}.yaml; keep one of them")
        homes.setdefault(skill.id, category)


def _unsorted(records: Records) -> Lines:
    last: dict[str, str] = {}
    for category, skill in records.skills:
        if skill.id < last.get(category, ""):
            yield _line(records, category, skill.id, f"not sorted; it belongs before {last[category]}")
        last[category] = skill.id


def _unknown_ids(records: Records) -> Lines:
    known = {skill.id for _, skill in records.skills}
    for category, skill in records.skills:
        for relation in ("broader", "implies", "needs", "related"):
            for other in getattr(skill, relation):
                if other not in known:
                    yield _line(records, category, skill.id, f"{relation} names {other}, which isn't a skill; add it or drop it")


def _cycles(records: Records) -> Lines:
    files = {skill.id: category for category, skill in records.skills}
    for relation in ("broader", "implies", "needs"):
        edges = {skill.id: tuple(getattr(skill, relation)) for _, skill in records.skills}
        if path := cycle(edges):
            yield _line(
                records,
                files[path[0]],
                path[0],
                f"{relation} comes back to itself: {' > '.join(path)}; drop one of them",
            )


def _duplicate_forms(records: Records) -> Lines:
    homes: dict[str, str] = {}
    for category, skill in records.skills:
        for form in skill.forms:
            key = fold_form(form)
            if homes.setdefault(key, skill.id) != skill.id:
                yield _line(
                    records,
                    category,
                    skill.id,
                    f"the form {form!r} is also one of {homes[key]}; a form belongs to one skill",
                )
        repeated = [form for i, form in enumerate(skill.forms) if form in skill.forms[:i]]
        for form in repeated:
            yield _line(records, category, skill.id, f"the form {form!r} stands there twice; drop one")


def _forms_without_rule(records: Records) -> Lines:
    for category, skill in records.skills:
        for form in skill.forms:
            if (form.lower() in common_words() or len(form) == 1) and form not in skill.rules:
                yield _line(
                    records,
                    category,
                    skill.id,
                    f"the form {form!r} is also a common word; give it a rule, see skills.yaml",
                )


def _bad_rules(records: Records) -> Lines:
    for category, skill in records.skills:
        for problem in _rule_problems(skill):
            yield _line(records, category, skill.id, problem)


def _rule_problems(skill: SkillRecord) -> Lines:
    for form, rule in skill.rules.items():
        if form not in skill.forms:
            yield f"there is a rule for {form!r}, which isn't one of its forms; drop the rule or add the form"
        for phrase in rule.not_in:
            if form.lower() not in phrase.lower():
                yield f"the rule of {form!r} has not_in: {phrase!r}, which doesn't contain the form; put it right"


def _roles(records: Records) -> Lines:
    known = {skill.id for _, skill in records.skills}
    for path, role in records.roles:
        if path.stem != role.id:
            yield f"{path}: {role.id}: the file must be named {role.id}.yaml"
        for requirement in role.requirements:
            for skill in requirement.any_of:
                if skill not in known:
                    yield f"{path}: {role.id}: any_of names {skill}, which isn't a skill; add it or drop it"
            if requirement.at_least > len(requirement.any_of):
                yield f"{path}: {role.id}: at_least is more than any_of has: {', '.join(requirement.any_of)}"


def _uncounted(records: Records) -> Lines:
    for path, role in records.roles:
        for key, names in (("counted", (role.counted,)), ("also", role.also)):
            for name in names:
                if name not in records.demand:
                    yield f"{path}: {role.id}: {key} names {name!r}, which demand.yaml lacks"


def _role_names(records: Records) -> Lines:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for _, role in records.roles:
        for name in (role.id, role.name, *role.aliases):
            owners[fold_name(name)].add(role.id)
    for name, roles in owners.items():
        if len(roles) > 1:
            yield f"{records.folder / 'roles'}: {', '.join(sorted(roles))}: all are called {name!r}; a name belongs to one role"


def _demand(records: Records) -> Lines:
    known = {skill.id for _, skill in records.skills}
    for role, demand in records.demand.items():
        for skill in (*demand.shares, *demand.others):
            if skill not in known and skill not in CREDENTIALS:
                yield f"{records.folder / 'demand.yaml'}: {role}: {skill} isn't a skill; make the file again"


def _headings(records: Records) -> Lines:
    path = records.folder / "headings.yaml"
    homes: dict[str, str] = {}
    for kind, headings in records.headings.items():
        if kind not in set(SectionKind):
            yield f"{path}: {kind}: no such kind of section; use one of {', '.join(SectionKind)}"
        for heading in headings:
            if heading != heading.lower():
                yield f"{path}: {kind}: {heading!r} must be in lower case"
            if homes.setdefault(heading, kind) != kind:
                yield f"{path}: {kind}: {heading!r} is also under {homes[heading]}; keep one of them"


CHECKS: tuple[Callable[[Records], Lines], ...] = (
    _duplicate_ids,
    _unsorted,
    _unknown_ids,
    _cycles,
    _duplicate_forms,
    _forms_without_rule,
    _bad_rules,
    _roles,
    _uncounted,
    _role_names,
    _demand,
    _headings,
)
