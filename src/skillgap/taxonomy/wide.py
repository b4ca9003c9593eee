"""Lines of wide.txt in, skills of the wide tier out: names that count only in a list of known skills.

A name that the skills have is theirs, so that a skill can be added without a look at the list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from pathlib import Path

from skillgap.model import Kind, SkillId
from skillgap.taxonomy.skill import Form, FormRule, Skill, fold_form

# The category of these names, which has no file of skills.
WIDE = "wide"
NAME = "Further names"
ABOUT = "A name in public lists of technologies; it counts only beside known skills."

_RULE = FormRule(keep_case=True, context=True, wide=True)
_MARKS = {"+": " plus ", "#": " sharp ", "&": " and "}


def read(folder: Path) -> tuple[tuple[str, ...], ...]:
    """Return the names of each line of a folder's wide.txt; none where there is no such file."""
    path = folder / "wide.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


def skills(names: Iterable[tuple[str, ...]], known: Collection[Skill]) -> dict[SkillId, Skill]:
    """Return the skills of some lines but those that `known` has."""
    forms = {fold_form(form.text) for skill in known for form in skill.forms}
    ids = {skill.id for skill in known}
    found: dict[SkillId, Skill] = {}
    for texts in names:
        id_ = id_of(texts[0])
        if id_ not in ids and forms.isdisjoint(map(fold_form, texts)):
            ids.add(id_)
            found[id_] = Skill(id_, texts[0], Kind.HARD, WIDE, ABOUT, tuple(Form(text, _RULE) for text in texts))
    return found


def id_of(name: str) -> SkillId:
    """Return the id of a name: lower-case letters, digits and hyphens."""
    words = "".join(_MARKS.get(c, c) for c in name)
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return SkillId(re.sub(r"[^a-z0-9]+", "-", plain).strip("-"))
