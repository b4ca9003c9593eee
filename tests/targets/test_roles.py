"""Roles by id, name and alias, and what an unknown one is told."""

from __future__ import annotations

import pytest

from skillgap.errors import UnknownTarget
from skillgap.targets import roles
from skillgap.taxonomy import Taxonomy


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("ml-engineer", "ml-engineer"),
        ("mle", "ml-engineer"),
        ("MLE", "ml-engineer"),
        ("machine learning engineer", "ml-engineer"),
        ("Machine-Learning Engineer", "ml-engineer"),
        ("machine_learning_engineer", "ml-engineer"),
        ("Data Engineer", "data-engineer"),
        ("dataengineer", "data-engineer"),
        ("research scientist", "research-scientist"),
    ],
)
def test_role_is_found_by_any_of_its_names(name: str, id_: str, taxonomy: Taxonomy) -> None:
    assert roles.find(name, taxonomy).id == id_


def test_each_role_is_found_by_each_of_its_names(taxonomy: Taxonomy) -> None:
    names = {(name, role.id) for role in taxonomy.roles.values() for name in (role.id, role.name, *role.aliases)}
    assert {(name, roles.find(name, taxonomy).id) for name, _ in names} == names


@pytest.mark.parametrize(
    ("name", "nearest"), [("data enginer", "data-engineer"), ("mlopps", "mlops-engineer"), ("data analist", "data-analyst")]
)
def test_unknown_role_names_the_nearest(name: str, nearest: str, taxonomy: Taxonomy) -> None:
    with pytest.raises(UnknownTarget, match=rf"^{name}: no such role; try {nearest}\b.*see `skillgap roles`"):
        roles.find(name, taxonomy)


def test_unknown_role_that_resembles_none_names_all(taxonomy: Taxonomy) -> None:
    with pytest.raises(UnknownTarget) as caught:
        roles.find("zzzz", taxonomy)
    assert all(role in str(caught.value) for role in taxonomy.roles)


def test_similar_roles_are_named_once_and_only_a_few(taxonomy: Taxonomy) -> None:
    with pytest.raises(UnknownTarget) as caught:
        roles.find("engineers of data", taxonomy)
    named = [role for role in taxonomy.roles if role in str(caught.value)]
    assert 1 <= len(named) <= roles.NEAREST


def test_empty_name_is_unknown(taxonomy: Taxonomy) -> None:
    with pytest.raises(UnknownTarget):
        roles.find("", taxonomy)
