"""The sample résumés through the program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.pdf"))
NOW = ("--as-of", "2026-11")


def role_of(sample: Path) -> str:
    return json.loads(sample.with_suffix(".expected.json").read_text(encoding="utf-8"))["role"]


def test_there_are_samples() -> None:
    assert len(SAMPLES) >= 6


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_each_covers_something_of_its_own_role(program, schema, sample: Path) -> None:
    done = program("analyze", sample, "--role", role_of(sample), "--format", "json", *NOW)
    assert (done.code, done.stderr) == (0, "")
    out = json.loads(done.out)
    assert list(Draft202012Validator(schema("analyze")).iter_errors(out)) == []
    (report,) = out["reports"]
    assert report["target"]["name"] == role_of(sample)
    assert report["coverage"]["overall"] > 0.2


def test_without_a_target_all_roles_are_ranked_for_each(program) -> None:
    done = program("analyze", *SAMPLES, "--format", "json", *NOW)
    assert (done.code, done.stderr) == (0, "")
    roles = {r["id"] for r in json.loads(program("roles", "list", "--format", "json").out)["roles"]}
    reports = json.loads(done.out)["reports"]
    for sample in SAMPLES:
        ranked = [r for r in reports if r["source"]["file"] == str(sample)]
        assert {r["target"]["id"] for r in ranked} == roles
        assert [r["fit"] for r in ranked] == sorted((r["fit"] for r in ranked), reverse=True)


def test_text_names_each_file_and_has_no_escape_codes(program) -> None:
    done = program("analyze", *SAMPLES, *NOW)
    assert (done.code, done.stderr) == (0, "")
    assert all(f"{sample}" in done.out.replace("\n", "") for sample in SAMPLES)
    assert b"\x1b" not in done.stdout


def test_skills_of_all_are_found_and_shaped_by_the_schema(program, schema) -> None:
    done = program("skills", *SAMPLES, "--explain", "--format", "json", *NOW)
    out = json.loads(done.out)
    assert (done.code, done.stderr, out["skipped"]) == (0, "", [])
    assert list(Draft202012Validator(schema("skills")).iter_errors(out)) == []
    assert min(len(d["skills"]) for d in out["documents"]) >= 10


def test_what_is_read_of_each_is_shaped_by_the_schema_and_is_what_skills_index(program, schema) -> None:
    done = program("read", *SAMPLES, "--format", "json", *NOW)
    out = json.loads(done.out)
    assert (done.code, done.stderr, out["skipped"]) == (0, "", [])
    assert list(Draft202012Validator(schema("read")).iter_errors(out)) == []
    skills = json.loads(program("skills", *SAMPLES, "--format", "json", *NOW).out)["documents"]
    for read, shown in zip(out["documents"], skills, strict=True):
        assert read["reading"] == shown["reading"]
        assert all(read["text"][e["start"] : e["end"]] == e["text"] for s in shown["skills"] for e in s["evidence"])


def test_jsonl_is_a_document_a_line(program) -> None:
    lines = program("skills", *SAMPLES[:2], "--format", "jsonl", *NOW).out.splitlines()
    assert [json.loads(line)["source"]["file"] for line in lines] == list(map(str, SAMPLES[:2]))


def test_fail_under_tells_by_the_exit_code(program) -> None:
    arguments = ("analyze", SAMPLES[0], "--role", role_of(SAMPLES[0]), *NOW, "--fail-under")
    assert [program(*arguments, share).code for share in ("0", "1")] == [0, 1]


def test_the_shipped_taxonomy_is_sound(program) -> None:
    done = program("taxonomy", "check")
    assert (done.code, done.stderr) == (0, "")
    assert done.out.endswith(" 0 problems\n")


@pytest.mark.parametrize("kind", ["roles", "taxonomy"])
def test_what_the_program_knows_is_shaped_by_the_schemas(program, schema, kind: str) -> None:
    arguments = {"roles": ("list",), "taxonomy": ("search", "machine", "learning")}[kind]
    done = program(kind, *arguments, "--format", "json")
    assert (done.code, done.stderr) == (0, "")
    assert list(Draft202012Validator(schema(kind)).iter_errors(json.loads(done.out))) == []
