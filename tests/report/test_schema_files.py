"""The schemas in the package against the code and docs/json.md; real output against them is in test_schemas.py."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from skillgap import model
from skillgap.report import SCHEMAS, schema
from skillgap.report import json as report_json

SHAPES = {name: json.loads(schema(name)) for name in SCHEMAS}
DOCS = (Path(__file__).parents[2] / "docs" / "json.md").read_text(encoding="utf-8")


def _closed(shape: object) -> Iterator[dict]:
    """Yield each schema of a record inside a schema."""
    if isinstance(shape, dict) and isinstance(shape.get("properties"), dict):
        yield shape
    for part in shape.values() if isinstance(shape, dict) else shape if isinstance(shape, list) else ():
        yield from _closed(part)


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_a_sound_schema(name: str) -> None:
    Draft202012Validator.check_schema(SHAPES[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_has_the_version_of_the_output(name: str) -> None:
    version = report_json.SCHEMA_VERSION
    assert SHAPES[name]["$id"] == f"urn:skillgap:{name}:{version}"
    assert SHAPES[name]["properties"]["schema_version"]["const"] == version


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_uses_all_its_definitions_and_no_others(name: str) -> None:
    assert set(re.findall(r'"\$ref": "(.*?)"', schema(name))) == {f"#/$defs/{key}" for key in SHAPES[name]["$defs"]}


# What --explain adds.
ONLY_EXPLAINED = {"dropped", "form", "cue"}


@pytest.mark.parametrize("name", SCHEMAS)
def test_records_of_a_schema_are_closed(name: str) -> None:
    for shape in _closed(SHAPES[name]):
        assert shape["additionalProperties"] is False
        assert shape["required"] == [key for key in shape["properties"] if key not in ONLY_EXPLAINED]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_of_a_schema_is_described(name: str) -> None:
    defined = SHAPES[name]["$defs"]
    for shape in _closed(SHAPES[name]):
        for key, value in shape["properties"].items():
            assert "description" in value or "description" in defined[value["$ref"].rpartition("/")[2]], key


def test_definitions_of_one_name_are_the_same_in_all_schemas() -> None:
    first: dict[str, object] = {}
    for shape in SHAPES.values():
        for key, definition in shape["$defs"].items():
            assert first.setdefault(key, definition) == definition, key


@pytest.mark.parametrize(
    ("definition", "closed_set"),
    [
        ("status", model.Status),
        ("section", model.SectionKind),
        ("rule", model.Rule),
        ("level", model.Level),
        ("kind", model.Kind),
    ],
)
def test_enums_are_those_of_the_model(definition: str, closed_set: type) -> None:
    enums = [shape["$defs"][definition]["enum"] for shape in SHAPES.values() if definition in shape["$defs"]]
    assert enums
    assert all(enum == list(closed_set) for enum in enums)


def test_statuses_of_findings_are_those_of_the_model() -> None:
    assert SHAPES["analyze"]["$defs"]["finding"]["properties"]["status"]["enum"] == list(model.FindingStatus)


def test_package_has_a_schema_for_each_name_and_no_other() -> None:
    folder = Path(report_json.__file__).parent / "schemas"
    assert sorted(p.name for p in folder.iterdir()) == sorted(f"{name}.schema.json" for name in SCHEMAS)


# ---------------------------------------------------------------- docs/json.md


def test_docs_explain_every_key_and_no_other() -> None:
    keys = {key for shape in SHAPES.values() for record in _closed(shape) for key in record["properties"]}
    assert set(re.findall(r"^\| `(\w+)` \|", DOCS, re.MULTILINE)) == keys


@pytest.mark.parametrize("name", SCHEMAS)
def test_example_of_the_docs_fits_the_schema(name: str) -> None:
    section = DOCS.split(f"\n## {name}\n")[1].split("\n## ")[0]
    examples = re.findall(r"```json\n(.*?)```", section, re.DOTALL)
    assert examples
    for example in examples:
        Draft202012Validator(SHAPES[name]).validate(json.loads(example))
