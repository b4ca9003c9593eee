"""A skill, its forms and their rules, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from skillgap.model import Kind, SkillId


@dataclass(frozen=True, slots=True)
class FormRule:
    """When a form that has another meaning is the skill; the comment of skills.yaml says what each part does.

    `wide` marks a name of wide.txt.
    """

    keep_case: bool = False
    context: bool = False
    name: bool = False
    near: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    company: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A name or alias of a skill, as written in the taxonomy."""

    text: str
    rule: FormRule | None = None


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill with its forms (the name first), its relations to others and its ids in other collections."""

    id: SkillId
    name: str
    kind: Kind
    category: str
    about: str
    forms: tuple[Form, ...]
    broader: tuple[SkillId, ...] = ()
    implies: tuple[SkillId, ...] = ()
    related: tuple[tuple[SkillId, float], ...] = ()
    needs: tuple[SkillId, ...] = ()
    external: tuple[tuple[str, str], ...] = ()


def fold_form(form: str) -> str:
    """Return a form without case, spaces and joining marks: two forms that fold alike find the same words."""
    form = form.strip()
    if len(form) <= 2:
        return form.lower()
    return "".join(c for c in form.lower() if c not in " -_/.") or form
