"""Records in, forms out that have another meaning and no case where they must be found, or none where they mustn't.

The cases are beside the taxonomy in a checkout; an installation and an own file have none. Asked by `taxonomy check` alone:
nobody has to write a case to use a taxonomy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from skillgap.model import Kind
from skillgap.taxonomy import locate
from skillgap.taxonomy.build import Records
from skillgap.taxonomy.parse import Problem, parse
from skillgap.taxonomy.schema import CaseRecord, SkillRecord

# A form among so many most frequent English words is first of all that word: "make", "play", at the end "cairo", "ninja".
FIRST_OF_ALL_A_WORD = 10_000

# Where the cases are; those of ambiguous words are in the files whose names begin so.
FOLDER = ("tests", "cases")
FILE = "ambiguous.yaml"
FILES = "ambiguous*.yaml"


def problems(records: Records) -> list[str]:
    """Return a problem for each ambiguous form of a hard skill without its two cases."""
    found: list[str] = []
    paths = sorted(records.folder.absolute().parent.joinpath(*FOLDER).glob(FILES))
    cases = tuple(case for path in paths for case in parse(path, tuple[CaseRecord, ...], found) or ())
    if found or not cases:
        return found
    for category, skill in records.skills:
        if records.categories[category].kind is Kind.HARD and skill.id not in records.own:
            file = records.file_of(category)
            found += [str(Problem(file, skill.id, what)) for form in _ambiguous(skill) for what in _lacks(form, skill, cases)]
    return found


def _ambiguous(skill: SkillRecord) -> Iterator[str]:
    """Yield the forms whose rule asks for their spelling or for context, and that are a frequent word or a letter."""
    for form, rule in skill.rules.items():
        if (rule.case or rule.context) and (len(form) == 1 or form.lower() in _frequent()):
            yield form


@cache
def _frequent() -> frozenset[str]:
    return frozenset(locate.english_words().read_text(encoding="utf-8").split()[:FIRST_OF_ALL_A_WORD])


def _lacks(form: str, skill: SkillRecord, cases: tuple[CaseRecord, ...]) -> Iterator[str]:
    stands = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.IGNORECASE)
    there = [case for case in cases if stands.search(case.text)]
    if not any(skill.id in (*case.found, *case.misses) for case in there):
        yield f"no case has the form {form!r} as the skill; add one to {'/'.join((*FOLDER, FILE))}"
    if not any(skill.id in case.not_ for case in there):
        yield f"no case has the form {form!r} as something else; add one to {'/'.join((*FOLDER, FILE))}"
