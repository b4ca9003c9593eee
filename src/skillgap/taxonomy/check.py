"""Records in, problems out: whether a taxonomy makes sense, all problems at once, each `file:line: entry: problem; what to do`.

ADD A CHECK: a function from Records to problems, its place in CHECKS, and a bad entry in tests/taxonomy/test_check.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from skillgap.model import CREDENTIALS, RequirementKind, SectionKind
from skillgap.taxonomy import locate
from skillgap.taxonomy.build import QUALIFYING, Records
from skillgap.taxonomy.graph import cycles
from skillgap.taxonomy.ids import external_ids
from skillgap.taxonomy.load import fold_name
from skillgap.taxonomy.parse import Problem
from skillgap.taxonomy.schema import RoleRecord, SkillRecord
from skillgap.taxonomy.skill import fold_form

# A form among so many most frequent English words needs a rule: at 30,000 the list has come from "the" to "pounce", and
# tool names that are everyday words (beam, feast, spark, airflow) are all inside.
COMMON = 30_000

Problems = Iterator[Problem]


def problems(records: Records) -> list[str]:
    """Return the problems of records whose shape is sound, in the order of CHECKS."""
    return [str(problem) for check in CHECKS for problem in check(records)]


def common_words() -> frozenset[str]:
    """Return the most frequent English words."""
    return locate.frequent_words(COMMON)


def _in_order(records: Records) -> list[tuple[str, SkillRecord]]:
    """Return the skills, those of an own file last: what clashes is then said of it, not of the taxonomy under it."""
    return sorted(records.skills, key=lambda row: row[1].id in records.own)


def _problem(records: Records, category: str, entry: str, problem: str) -> Problem:
    return Problem(records.own.get(entry) or records.file_of(category), entry, problem)


def _duplicate_ids(records: Records) -> Problems:
    homes: dict[str, str] = {}
    for category, skill in records.skills:
        if skill.id in homes:
            yield _problem(records, category, skill.id, f"the id is also in {homes[skill.id]}.yaml; keep one of them")
        homes.setdefault(skill.id, category)


def _unsorted(records: Records) -> Problems:
    last: dict[str, str] = {}
    for category, skill in records.skills:
        if skill.id in records.own:
            continue
        if skill.id < last.get(category, ""):
            yield _problem(records, category, skill.id, f"not sorted; it belongs before {last[category]}")
        last[category] = skill.id


def _unknown_ids(records: Records) -> Problems:
    known = {skill.id for _, skill in records.skills}
    for category, skill in records.skills:
        for relation in ("broader", "implies", "needs", "related"):
            for other in getattr(skill, relation):
                if other not in known:
                    yield _problem(
                        records, category, skill.id, f"{relation} names {other}, which isn't a skill; add it or drop it"
                    )


def _cycles(records: Records) -> Problems:
    files = {skill.id: category for category, skill in records.skills}
    for relation in ("broader", "implies", "needs"):
        edges = {skill.id: tuple(getattr(skill, relation)) for _, skill in records.skills}
        for path in cycles(edges):
            yield _problem(
                records,
                files[path[0]],
                path[0],
                f"{relation} comes back to itself: {' > '.join(path)}; drop one of them",
            )


def _duplicate_forms(records: Records) -> Problems:
    homes: dict[str, str] = {}
    for category, skill in _in_order(records):
        for form in skill.forms:
            key = fold_form(form)
            if homes.setdefault(key, skill.id) != skill.id:
                yield _problem(
                    records,
                    category,
                    skill.id,
                    f"the form {form!r} is also one of {homes[key]}; a form belongs to one skill",
                )
        for form in _repeated(skill.forms):
            yield _problem(records, category, skill.id, f"the form {form!r} stands there twice, whatever its case; drop one")


def _repeated(forms: tuple[str, ...]) -> Iterator[str]:
    """Yield the forms that differ from one before them at most in case: what they and their rules say is never looked at."""
    seen: set[str] = set()
    for form in forms:
        if form.lower() in seen:
            yield form
        seen.add(form.lower())


def _forms_without_rule(records: Records) -> Problems:
    for category, skill in records.skills:
        for form in skill.forms:
            if (form.lower() in common_words() or len(form) == 1) and form not in skill.rules:
                yield _problem(
                    records,
                    category,
                    skill.id,
                    f"the form {form!r} is also a common word; give it a rule, see skills.yaml",
                )


def _bad_rules(records: Records) -> Problems:
    for category, skill in records.skills:
        for problem in _rule_problems(skill):
            yield _problem(records, category, skill.id, problem)


def _rule_problems(skill: SkillRecord) -> Iterator[str]:
    for form, rule in skill.rules.items():
        if form not in skill.forms:
            yield f"there is a rule for {form!r}, which isn't one of its forms; drop the rule or add the form"
        for phrase in rule.not_in:
            if form.lower() not in phrase.lower():
                yield f"the rule of {form!r} has not_in: {phrase!r}, which doesn't contain the form; put it right"


def _stray_files(records: Records) -> Problems:
    for path in sorted((records.folder / "skills").glob("*.yaml")):
        if path.stem not in records.categories:
            yield Problem(path, "", "skills.yaml names no such category, so nobody reads it; add the category or drop the file")


def _roles(records: Records) -> Problems:
    known = {skill.id for _, skill in records.skills}
    for path, role in records.roles:
        if path.parent == records.folder / "roles" and path.stem != role.id:
            yield Problem(path, role.id, f"the file must be named {role.id}.yaml")
        yield from (Problem(path, role.id, problem) for problem in _requirement_problems(role, known))


def _requirement_problems(role: RoleRecord, known: set[str]) -> Iterator[str]:
    for requirement in role.requirements:
        for skill in requirement.any_of:
            if requirement.kind in {RequirementKind.DEGREE, RequirementKind.PUBLICATION}:
                if skill not in CREDENTIALS:
                    yield f"any_of names {skill}, which isn't one of {', '.join(CREDENTIALS)}; put it right"
            elif skill not in known:
                yield f"any_of names {skill}, which isn't a skill; add it or drop it"
        if requirement.at_least > len(requirement.any_of):
            yield f"at_least is more than any_of has: {', '.join(requirement.any_of)}"


def _uncounted(records: Records) -> Problems:
    for path, role in records.roles:
        for key, names in (("counted", (role.counted,)), ("also", role.also)):
            for name in names:
                if name is not None and name not in records.demand:
                    yield Problem(path, role.id, f"{key} names {name!r}, which demand.yaml lacks")
        if role.counted is None and path.parent == records.folder / "roles":
            yield Problem(path, role.id, "counted is missing; name the role of demand.yaml whose counts stand behind it")
        elif role.counted is None:
            yield from (Problem(path, role.id, problem) for problem in _unstated(role))


def _unstated(role: RoleRecord) -> Iterator[str]:
    if role.also or role.borrowed:
        yield "also and borrowed are for a role with counts; name those under counted, or drop them"
    elif unsaid := [", ".join(r.any_of) for r in role.requirements if r.share is None]:
        yield f"share is missing for {'; '.join(unsaid)}; a role without counts says how much each requirement weighs"


def _role_names(records: Records) -> Problems:
    owners: dict[str, str] = {}
    for path, role in records.roles:
        for name in dict.fromkeys(map(fold_name, (role.id, role.name, *role.aliases))):
            if owners.setdefault(name, role.id) != role.id:
                yield Problem(path, role.id, f"is called {name!r} as {owners[name]} is; a name belongs to one role")


def _demand(records: Records) -> Problems:
    known = {skill.id for _, skill in records.skills}
    for role, demand in records.demand.items():
        for skill in (*demand.shares, *demand.others):
            if skill not in known and skill not in CREDENTIALS:
                yield Problem(records.folder / "demand.yaml", role, f"{skill} isn't a skill; make the file again")


def _headings(records: Records) -> Problems:
    path = records.folder / "headings.yaml"
    homes: dict[str, str] = {}
    for kind, headings in records.headings.items():
        if kind not in {*SectionKind, QUALIFYING}:
            yield Problem(path, kind, f"no such kind of section; use one of {', '.join(SectionKind)}")
        for heading in headings:
            if heading != heading.lower():
                yield Problem(path, kind, f"{heading!r} must be in lower case")
            if kind != QUALIFYING and homes.setdefault(heading, kind) != kind:
                yield Problem(path, kind, f"{heading!r} is also under {homes[heading]}; keep one of them")


CHECKS: tuple[Callable[[Records], Problems], ...] = (
    _duplicate_ids,
    _unsorted,
    _unknown_ids,
    _cycles,
    _duplicate_forms,
    _forms_without_rule,
    _bad_rules,
    external_ids,
    _stray_files,
    _roles,
    _uncounted,
    _role_names,
    _demand,
    _headings,
)
