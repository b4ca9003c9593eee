"""`skillgap roles`."""

from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize("arguments", [("roles",), ("roles", "list")])
def test_roles_are_listed_with_or_without_list(run, arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert (result.code, result.err) == (0, "")
    assert [line.split()[0] for line in result.out.splitlines()[1:]] == ["all-required", "data-engineer", "model-engineer"]


def test_roles_list_as_json(run) -> None:
    out = json.loads(run("roles", "list", "--format", "json").out)
    assert [r["id"] for r in out["roles"]] == ["all-required", "data-engineer", "model-engineer"]


@pytest.mark.parametrize("name", ["data-engineer", "de", "Data Engineer"])
def test_roles_show_takes_id_alias_or_name(run, name: str) -> None:
    result = run("roles", "show", name)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Data Engineer (data-engineer)  also called: de, pipeline engineer\n")


def test_roles_show_as_json_has_the_one_role(run) -> None:
    (role,) = json.loads(run("roles", "show", "me", "-f", "json").out)["roles"]
    assert (role["id"], len(role["requirements"])) == ("model-engineer", 4)


def test_roles_show_writes_to_output(run, folder) -> None:
    assert run("roles", "show", "me", "-o", "role.txt").out == ""
    assert (folder / "role.txt").read_text(encoding="utf-8").startswith("Model Engineer")


def test_unknown_role_exits_with_2_and_names_the_nearest(run) -> None:
    result = run("roles", "show", "modelengineering")
    assert (result.code, result.out) == (2, "")
    assert "modelengineering: no such role; try model-engineer" in result.err
    assert len(result.err.splitlines()) == 1


def test_unknown_role_of_show_is_named_as_it_was_given(run) -> None:
    assert run("roles", "show", "zzz").err.startswith("zzz: ")


def test_roles_diff_shows_two_roles_side_by_side(run) -> None:
    result = run("roles", "diff", "me", "de")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Model Engineer (model-engineer) and Data Engineer (data-engineer)\n")


def test_roles_diff_as_json(run) -> None:
    out = json.loads(run("roles", "diff", "me", "de", "-f", "json").out)
    assert [role["id"] for role in out["roles"]] == ["model-engineer", "data-engineer"]
    assert abs(out["differences"][0]["by"]) >= abs(out["differences"][-1]["by"])


def test_roles_diff_with_an_unknown_role_exits_with_2(run) -> None:
    assert run("roles", "diff", "me", "zzz").code == 2


@pytest.mark.parametrize(
    "command", [("roles", "list"), ("roles", "diff", "me", "de"), ("taxonomy", "show", "go"), ("read", "cv.txt")]
)
def test_formats_that_a_command_hasnt_are_not_offered(run, command: tuple[str, ...]) -> None:
    assert run(*command, "--format", "html").code == 2
