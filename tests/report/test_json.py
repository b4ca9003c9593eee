"""Batch -> JSON: the contract's keys in their order, null for what is unknown, the same bytes each time."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version

import pytest

import small as small_files
from skillgap import pipeline
from skillgap.model import Batch, Box, Month, ReadingWarning, Skipped
from skillgap.report import json as report_json
from skillgap.taxonomy import Taxonomy

BatchOf = Callable[..., Batch]

EVIDENCE = ["text", "page", "section", "start", "end", "box", "rule", "score"]
KEYS = {
    "document": [
        "source",
        "reading",
        "skills",
        "soft_skills",
        "certifications",
        "degrees",
        "publications",
        "unlisted",
        "dropped",
    ],
    "source": ["file", "format", "sha256", "pages"],
    "reading": ["engine", "characters", "warnings"],
    "skill": [
        "id",
        "name",
        "category",
        "status",
        "confidence",
        "months",
        "last_used",
        "stated_years",
        "stated_evidence",
        "evidence",
        "external",
    ],
    "report": [
        "source",
        "reading",
        "target",
        "fit",
        "deciding",
        "coverage",
        "findings",
        "plan",
        "budget",
        "other_skills",
        "dropped",
    ],
    "coverage": ["required", "preferred", "overall"],
    "finding": ["requirement", "status", "credit", "by", "why", "evidence", "gaps"],
    "requirement": ["label", "kind", "any_of", "at_least", "level", "weight", "min_years", "quote"],
    "step": ["skill", "name", "gain", "after", "why", "near", "share"],
    "dropped": ["id", "text", "start", "end", "reason"],
}


@pytest.fixture
def document(batch_of: BatchOf, small: Taxonomy) -> dict:
    return json.loads(report_json.render_skills(batch_of(), small, explain=True))["documents"][0]


@pytest.fixture
def report(batch_of: BatchOf, small: Taxonomy) -> dict:
    return json.loads(report_json.render_gaps(batch_of(roles=["de"]), small, explain=True))["reports"][0]


def skill(document: dict, id_: str) -> dict:
    return next(s for s in document["skills"] if s["id"] == id_)


def test_every_output_begins_with_the_same_keys(batch_of: BatchOf, small: Taxonomy) -> None:
    outputs = [
        report_json.render_skills(batch_of(), small),
        report_json.render_gaps(batch_of(roles=["de"]), small),
        report_json.render_roles([small.roles["data-engineer"]], small),
        report_json.render_taxonomy([small.skills["go"]], small),
    ]
    heads = [[k for k in json.loads(out) if k in ("schema_version", "tool", "as_of", "taxonomy")] for out in outputs]
    assert heads[:2] == [["schema_version", "tool", "as_of", "taxonomy"]] * 2
    assert heads[2:] == [["schema_version", "tool", "taxonomy"]] * 2
    assert {out[-1] for out in outputs} == {"\n"}


def test_the_head_says_what_made_the_output(batch_of: BatchOf, small: Taxonomy) -> None:
    out = json.loads(report_json.render_skills(batch_of(), small))
    assert list(out) == ["schema_version", "tool", "as_of", "taxonomy", "documents", "skipped"]
    assert out["tool"] == {"name": "skillgap", "version": version("skillgap")}
    assert (out["as_of"], out["taxonomy"]) == ("2026-11", {"version": small.version, "digest": small.digest})


def test_a_document_has_the_keys_of_the_contract(document: dict) -> None:
    assert list(document) == KEYS["document"]
    assert list(document["source"]) == KEYS["source"]
    assert list(document["reading"]) == KEYS["reading"]
    assert list(document["skills"][0]) == KEYS["skill"]
    assert list(document["certifications"][0]) == ["id", "name", "evidence"]
    assert list(document["degrees"][0]) == ["level", "field", "evidence"]
    assert list(document["unlisted"][0]) == ["text", "evidence"]
    assert list(document["dropped"][0]) == KEYS["dropped"]
    assert {tuple(e) for s in document["skills"] for e in s["evidence"]} == {(*EVIDENCE, "form", "cue")}
    assert {tuple(e) for name in ("degrees", "unlisted") for s in document[name] for e in s["evidence"]} == {tuple(EVIDENCE)}


def test_a_report_has_the_keys_of_the_contract(report: dict) -> None:
    assert list(report) == KEYS["report"]
    assert list(report["target"])[:4] == ["id", "name", "kind", "source"]
    assert list(report["coverage"]) == KEYS["coverage"]
    assert list(report["plan"][0]) == KEYS["step"]
    for finding in report["findings"]:
        assert list(finding) == KEYS["finding"]
        assert list(finding["requirement"])[: len(KEYS["requirement"])] == KEYS["requirement"]
        assert all(list(a) == ["id", "name", "evidence"] for a in finding["requirement"]["any_of"])


@pytest.mark.parametrize("render", [report_json.render_skills, report_json.render_gaps])
def test_dropped_comes_only_with_explain(batch_of: BatchOf, small: Taxonomy, render: Callable[..., str]) -> None:
    assert '"dropped"' not in render(batch_of(roles=["de"]), small)
    assert '"dropped"' in render(batch_of(roles=["de"]), small, explain=True)


def test_form_and_cue_come_only_with_explain(batch_of: BatchOf, small: Taxonomy, document: dict, report: dict) -> None:
    plain = json.loads(report_json.render_skills(batch_of(), small))["documents"][0]
    assert {tuple(e) for s in plain["skills"] for e in s["evidence"]} == {tuple(EVIDENCE)}
    found = {(s["id"], e["text"], e["form"], e["cue"]) for s in document["skills"] for e in s["evidence"]}
    assert ("scala", "Scala", "Scala", "No experience") in found
    assert ("postgresql", "Postgres", "Postgres", None) in found
    places = [e for f in report["findings"] for e in f["evidence"]]
    assert {tuple(e) for e in places} == {(*EVIDENCE, "form", "cue")}


def test_unknown_is_null(document: dict, report: dict) -> None:
    assert [skill(document, "docker")[key] for key in ("months", "last_used")] == [None, None]
    assert document["publications"] is None
    assert skill(document, "docker")["evidence"][0]["box"] is None
    assert report["target"]["source"] is None
    assert [report["findings"][0]["requirement"][key] for key in ("min_years", "quote")] == [None, None]


def test_a_coverage_that_nothing_asks_for_is_null(batch_of: BatchOf, small: Taxonomy) -> None:
    (report,) = json.loads(report_json.render_gaps(batch_of(roles=["all-required"]), small))["reports"]
    assert report["coverage"]["preferred"] is None
    assert report["coverage"]["required"] == report["coverage"]["overall"]


def test_months_and_last_use_are_given_where_the_dates_say(document: dict) -> None:
    assert [skill(document, "dagster")[k] for k in ("status", "months", "last_used")] == ["demonstrated", 69, "present"]
    assert [skill(document, "sql")[k] for k in ("months", "last_used")] == [24, "2019-12"]


def test_places_index_the_text_that_was_read(batch_of: BatchOf, document: dict) -> None:
    (profile,) = batch_of().profiles
    for shown in document["skills"] + document["certifications"] + document["unlisted"]:
        for e in shown["evidence"]:
            assert profile.document.text[e["start"] : e["end"]] == e["text"]


def test_fit_gain_and_credit_are_rounded_to_four_digits(report: dict) -> None:
    numbers = [report["fit"], *(s["gain"] for s in report["plan"]), *(f["credit"] for f in report["findings"])]
    assert numbers == [round(n, 4) for n in numbers]


def test_coverage_is_what_the_findings_give(report: dict) -> None:
    weights = [f["requirement"]["weight"] for f in report["findings"]]
    earned = [f["requirement"]["weight"] * f["credit"] for f in report["findings"]]
    assert report["coverage"]["overall"] == pytest.approx(sum(earned) / sum(weights), abs=1e-12)


def test_a_box_is_rounded_to_hundredths_of_a_point(small: Taxonomy) -> None:
    pdf = str(small_files.DATA / "hostile" / "ok_simple.pdf")
    batch = pipeline.run([pdf], small, Month(2026, 11))
    (profile,) = batch.profiles
    box: Box = (1.23456, 2.0, 3.999, 4.5)
    spoiled = replace(profile.skills[0], evidence=(replace(profile.skills[0].evidence[0], box=box),))
    out = json.loads(report_json.render_skills(replace(batch, profiles=(replace(profile, skills=(spoiled,)),)), small))
    assert out["documents"][0]["skills"][0]["evidence"][0]["box"] == [1.23, 2.0, 4.0, 4.5]
    assert profile.skills[0].evidence[0].box is not None


def test_the_detail_of_what_was_dropped_stands_behind_the_reason(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of()
    (profile,) = batch.profiles
    both = (profile.dropped[0], replace(profile.dropped[0], detail=""))
    out = json.loads(report_json.render_skills(replace(batch, profiles=(replace(profile, dropped=both),)), small, explain=True))
    reasons = [d["reason"] for d in out["documents"][0]["dropped"]]
    assert reasons == ["inside a phrase that isn't the skill (go to market)", "inside a phrase that isn't the skill"]


def test_warnings_and_skipped_files_are_told(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of()
    (profile,) = batch.profiles
    document = replace(profile.document, warnings=(ReadingWarning("second_reader", "check the text", 2),))
    worse = replace(batch, profiles=(replace(profile, document=document),), skipped=(Skipped("a.pdf", "empty", "is empty"),))
    out = json.loads(report_json.render_skills(worse, small))
    assert out["documents"][0]["reading"]["warnings"] == [{"code": "second_reader", "message": "check the text", "page": 2}]
    assert out["skipped"] == [{"source": {"file": "a.pdf"}, "code": "empty", "message": "is empty"}]


def test_jsonl_is_a_document_a_line(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of("Skills\nPython\n\u2028Go,\u0085Rust\n")
    two = replace(batch, profiles=batch.profiles * 2)
    lines = report_json.render_lines(two, small, explain=True).split("\n")
    whole = json.loads(report_json.render_skills(two, small, explain=True))["documents"]
    assert [json.loads(line) for line in lines[:-1]] == whole
    assert lines[-1] == ""


def test_letters_are_written_as_they_are(batch_of: BatchOf, small: Taxonomy) -> None:
    assert "Zoë’s-Frobnicator" in report_json.render_skills(batch_of("Skills\nPython, Zoë’s-Frobnicator\n"), small)


def test_a_role_tells_what_it_asks_for_and_from_how_many_postings(small: Taxonomy) -> None:
    (role,) = json.loads(report_json.render_roles([small.roles["data-engineer"]], small))["roles"]
    assert list(role) == ["id", "name", "aliases", "about", "postings", "employers", "requirements"]
    assert (role["postings"], role["employers"], len(role["requirements"])) == (120, 90, 6)


def test_a_skill_tells_its_forms_and_relations(small: Taxonomy) -> None:
    (entry,) = json.loads(report_json.render_taxonomy([small.skills["apache-flink"]], small))["skills"]
    assert [entry[k] for k in ("forms", "related", "needs")] == [["Apache Flink", "Flink"], {"apache-spark": 0.5}, ["java"]]
