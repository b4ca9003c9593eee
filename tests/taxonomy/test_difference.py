"""Two roles side by side."""

from __future__ import annotations

from skillgap.model import Level, Requirement, RequirementKind
from skillgap.taxonomy.difference import differences
from skillgap.taxonomy.values import Role


def asks(*skills: str, weight: float, label: str | None = None, kind: RequirementKind = RequirementKind.SKILL) -> Requirement:
    return Requirement(label or " or ".join(skills), skills, Level.REQUIRED, weight, kind=kind)


def role(*requirements: Requirement) -> Role:
    return Role("r", "R", (), "x", None, requirements)


def seen(one: Role, other: Role) -> list[tuple[str, float]]:
    return [(d.label, d.by) for d in differences(one, other)]


def test_what_differs_most_comes_first_and_equals_by_label():
    one = role(asks("a", weight=0.9), asks("b", weight=0.5), asks("c", weight=0.3))
    other = role(asks("b", weight=0.4), asks("a", weight=0.2), asks("c", weight=0.2))
    assert seen(one, other) == [("a", 0.7), ("b", 0.1), ("c", 0.1)]


def test_what_only_one_asks_for_stands_alone():
    (first, second) = differences(role(asks("a", weight=0.3)), role(asks("b", weight=0.6)))
    assert (first.one, first.other.label, first.by) == (None, "b", -0.6)
    assert (second.one.label, second.other, second.by) == ("a", None, 0.3)


def test_alternatives_are_paired_by_what_they_have_in_common():
    one = role(asks("torch", "tf", "jax", weight=0.5))
    other = role(asks("torch", "sklearn", weight=0.1), asks("torch", "tf", weight=0.4))
    assert [(d.label, d.other and d.other.label) for d in differences(one, other)] == [
        ("torch or sklearn", "torch or sklearn"),
        ("torch or tf or jax", "torch or tf"),
    ]


def test_requirements_without_skills_are_paired_by_label_and_kind():
    degree = asks(weight=0.5, label="a degree", kind=RequirementKind.DEGREE)
    same = asks(weight=0.4, label="a degree", kind=RequirementKind.DEGREE)
    other = asks(weight=0.4, label="a degree", kind=RequirementKind.DOMAIN)
    assert seen(role(degree), role(same)) == [("a degree", 0.1)]
    assert len(differences(role(degree), role(other))) == 2


def test_a_role_differs_from_itself_in_nothing(taxonomy):
    one = taxonomy.roles["ml-engineer"]
    assert {d.by for d in differences(one, one)} == {0.0}
