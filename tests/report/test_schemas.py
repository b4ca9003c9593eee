"""What render_* prints against the schemas in the package, and that the schemas refuse what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from skillgap import cli, pipeline
from skillgap.model import Batch, Month, ReadingWarning, Skipped
from skillgap.report import SCHEMAS, asked, differences, schema, suggestions
from skillgap.report import json as report_json
from skillgap.report import reading as report_reading
from skillgap.taxonomy import Taxonomy, difference
from skillgap.taxonomy.suggest import suggest

ROOT = Path(__file__).parents[2]
SHAPES = {name: json.loads(schema(name)) for name in SCHEMAS}
WARNINGS = (ReadingWarning("second_reader", "the first reader failed; check the text"),)
CHECKS = {name: Draft202012Validator(shape) for name, shape in SHAPES.items()}

RESUME = """Juno Marlowe
juno.marlowe@example.org

Summary
Engineer, eager to learn Rust. No experience with Java.

Experience
Machine Learning Engineer, Example Works, Mar 2021 - Present
Trained PyTorch models in Python and served them with Docker. Enjoys R&D.
Data Analyst, Sample Ltd, 2018 - 2019
Built reports in Tableau; known for communication and teamwork.

Education
MSc in Statistics, University of Nowhere, 2016 - 2018

Certifications
AWS Certified Solutions Architect

Skills
Python, SQL, Git, Frobnicator
"""

POSTING = """Senior Data Engineer

Requirements
- 3+ years of Python or Scala
- Bachelor's degree in any field, Master's preferred
- Publications; teamwork; AWS Certified Solutions Architect

Nice to have
- Docker
"""


@pytest.fixture(scope="module")
def resume(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("schemas") / "cv.txt"
    path.write_text(RESUME, encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def posting(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("schemas") / "job.txt"
    path.write_text(POSTING, encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def outputs(resume: str, posting: str, taxonomy: Taxonomy) -> dict[str, str]:
    """Return an output of each kind; before the colon stands the name of its schema."""
    pdf = str(ROOT / "samples" / "mei_okonkwo_ml_engineer.pdf")
    batch = _with_warning(pipeline.run([resume], taxonomy, Month(2026, 11), roles=["mle", "data-analyst"], skills=2))
    ranked = pipeline.run([resume], taxonomy, Month(2026, 11), roles=[])
    mixed = pipeline.run(["missing.pdf", pdf, str(ROOT)], taxonomy, Month(2026, 11), roles=["mle"])
    nothing = pipeline.run(["missing.pdf"], taxonomy, Month(2026, 11), roles=[])
    postings, absent = pipeline.read_postings([posting, "missing.txt"], taxonomy)
    postings = tuple(replace(p, notes=WARNINGS) for p in postings)
    everything = [*taxonomy.skills.values()]
    read, skipped = pipeline.read_all([resume, "missing.pdf"], taxonomy)
    document = replace(read[0], words=(replace(read[0].words[0], hidden=True), *read[0].words[1:]), warnings=WARNINGS)
    dated = sorted(document.sections, key=lambda s: not s.entries)
    head = report_json.head(taxonomy, Month(2026, 11))
    pair = taxonomy.roles["ml-engineer"], taxonomy.roles["data-scientist"]
    found = sorted(difference.differences(*pair), key=lambda d: None in {d.one, d.other})
    return {
        "skills:explained": report_json.render_skills(batch, taxonomy, explain=True),
        "skills:plain": report_json.render_skills(batch, taxonomy),
        "skills:pdf and skipped": report_json.render_skills(mixed, taxonomy),
        "skills:all skipped": report_json.render_skills(nothing, taxonomy),
        "analyze:explained": report_json.render_gaps(batch, taxonomy, explain=True),
        "analyze:plain": report_json.render_gaps(batch, taxonomy),
        "analyze:ranked": report_json.render_gaps(ranked, taxonomy),
        "analyze:pdf and skipped": report_json.render_gaps(mixed, taxonomy),
        "analyze:all skipped": report_json.render_gaps(nothing, taxonomy),
        "posting:all": asked.render_json(postings, (*absent, *batch.skipped), taxonomy),
        "posting:all skipped": asked.render_json((), absent, taxonomy),
        "read:all": report_reading.render_json((replace(document, sections=tuple(dated)),), skipped, head),
        "roles:list": report_json.render_roles([*taxonomy.roles.values()], taxonomy),
        "roles:show": report_json.render_roles([taxonomy.roles["ml-engineer"]], taxonomy),
        "taxonomy:show": report_json.render_taxonomy([next(s for s in everything if s.related)], taxonomy),
        "taxonomy:every skill": report_json.render_taxonomy(everything, taxonomy),
        "roles-diff:all": differences.render_json(*pair, found, taxonomy),
        "taxonomy-suggest:all": suggestions.render_json(suggest(batch.profiles, taxonomy), 1, batch.skipped, taxonomy),
        "cohort:all": _cohort(Path(resume)),
    }


def _cohort(resume: Path) -> str:
    """Return what `cohort show` says of a résumé and another person's."""
    other = resume.read_text(encoding="utf-8").replace("Engineer, eager", "Sculptor, eager").replace("Tableau", "clay")
    resume.with_name("other.txt").write_text(f"Ida Example\nida@example.org\n{other}", encoding="utf-8")
    out, shown = resume.parent / "report", resume.parent / "cohort.json"
    batch = ["batch", str(resume.parent), "--role", "mle", "--workers", "1", "--as-of", "2026-11", "--out", str(out)]
    assert [cli.run(batch), cli.run(["cohort", "show", str(out), "--format", "json", "--output", str(shown)])] == [0, 0]
    return shown.read_text(encoding="utf-8")


def _with_warning(batch: Batch) -> Batch:
    """Return a batch whose profiles were read with a warning, and which has a skipped file."""
    noted = {p: replace(p, document=replace(p.document, warnings=WARNINGS)) for p in batch.profiles}
    reports = tuple(replace(r, profile=noted[r.profile]) for r in batch.reports)
    skipped = (Skipped("missing.pdf", "not_found", "no such file; check the path"),)
    return replace(batch, profiles=tuple(noted.values()), reports=reports, skipped=skipped)


@pytest.fixture(scope="module")
def full(outputs: dict[str, str]) -> dict[str, dict]:
    """Return an output with every key for each schema, each list cut to its first record."""
    kinds = {"skills": "explained", "analyze": "explained", "roles": "show", "taxonomy": "show"}
    kinds |= dict.fromkeys(("posting", "read", "roles-diff", "taxonomy-suggest", "cohort"), "all")
    return {name: _short(json.loads(outputs[f"{name}:{kind}"])) for name, kind in kinds.items()}


def _short(value: object) -> object:
    if isinstance(value, list):
        return [_short(item) for item in (value[:1] if value and isinstance(value[0], dict) else value)]
    return {k: _short(v) for k, v in value.items()} if isinstance(value, dict) else value


def _objects(value: object, shape: dict, root: dict) -> Iterator[tuple[dict, dict]]:
    """Yield each record in an output with the schema that it has to fit."""
    shape = root["$defs"][shape["$ref"].rpartition("/")[2]] if "$ref" in shape else shape
    if "oneOf" in shape and value is not None:  # a record or null
        yield from _objects(value, shape["oneOf"][0], root)
    elif isinstance(value, list):
        for item in value:
            yield from _objects(item, shape["items"], root)
    elif isinstance(value, dict) and "properties" in shape:
        yield value, shape
        for key, item in value.items():
            yield from _objects(item, shape["properties"][key], root)


def _changed(record: dict, path: str, value: object) -> dict:
    changed = deepcopy(record)
    *steps, last = (int(step) if step.isdigit() else step for step in path.split("/"))
    place = changed
    for step in steps:
        place = place[step]
    assert last in place
    place[last] = value
    return changed


# ---------------------------------------------------------------- real output

KINDS = ["explained", "plain", "pdf and skipped", "all skipped"]
OUTPUTS = [f"skills:{kind}" for kind in KINDS] + [f"analyze:{kind}" for kind in [*KINDS, "ranked"]]
OUTPUTS += [
    "posting:all",
    "posting:all skipped",
    "roles:list",
    "roles:show",
    "taxonomy:show",
    "taxonomy:every skill",
    "roles-diff:all",
]
OUTPUTS += ["taxonomy-suggest:all"]


@pytest.mark.parametrize("name", OUTPUTS)
def test_output_fits_its_schema(name: str, outputs: dict[str, str]) -> None:
    CHECKS[name.partition(":")[0]].validate(json.loads(outputs[name]))


@pytest.mark.parametrize("name", OUTPUTS)
def test_keys_stand_in_the_order_of_the_schema(name: str, outputs: dict[str, str]) -> None:
    root = SHAPES[name.partition(":")[0]]
    for record, shape in _objects(json.loads(outputs[name]), root, root):
        assert list(record) == [key for key in shape["properties"] if key in record]


def test_every_jsonl_line_fits_the_document_of_skills(resume: str, taxonomy: Taxonomy) -> None:
    batch = pipeline.run([resume, resume], taxonomy, Month(2026, 11))
    lines = report_json.render_lines(batch, taxonomy, explain=True).splitlines()
    check = Draft202012Validator({**SHAPES["skills"]["$defs"]["document"], "$defs": SHAPES["skills"]["$defs"]})
    assert [check.is_valid(json.loads(line)) for line in lines] == [True, True]


@pytest.mark.parametrize("name", ["skills", "analyze"])
def test_dropped_is_there_only_when_explained(name: str, outputs: dict[str, str]) -> None:
    assert ('"dropped"' in outputs[f"{name}:explained"], '"dropped"' in outputs[f"{name}:plain"]) == (True, False)


def test_evidence_of_a_pdf_has_boxes(outputs: dict[str, str]) -> None:
    [document] = json.loads(outputs["skills:pdf and skipped"])["documents"]
    assert all(len(evidence["box"]) == 4 for skill in document["skills"] for evidence in skill["evidence"])


def test_credit_is_rounded_to_four_digits(resume: str, taxonomy: Taxonomy) -> None:
    [report] = pipeline.run([resume], taxonomy, Month(2026, 11), roles=["mle"]).reports
    assert all(finding.credit == round(finding.credit, 4) for finding in report.findings)


def test_coverage_follows_from_the_findings_to_the_last_digit(outputs: dict[str, str]) -> None:
    for report in json.loads(outputs["analyze:plain"])["reports"]:
        asked = [f for f in report["findings"] if f["requirement"]["level"] == "required"]
        asked += [f for f in report["findings"] if f["requirement"]["level"] == "preferred"]
        total = sum(f["requirement"]["weight"] for f in asked)
        assert report["coverage"]["overall"] == sum(f["requirement"]["weight"] * f["credit"] for f in asked) / total


# ---------------------------------------------------------------- output that is wrong


def test_full_outputs_have_a_record_of_every_kind(full: dict[str, dict]) -> None:
    seen = [shape for name in SCHEMAS for _, shape in _objects(full[name], SHAPES[name], SHAPES[name])]
    defined = [shape for name in SCHEMAS for shape in SHAPES[name]["$defs"].values() if "properties" in shape]
    assert [shape["description"] for shape in defined if shape not in seen] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_key_can_be_left_out(name: str, full: dict[str, dict]) -> None:
    record = deepcopy(full[name])
    for place, shape in list(_objects(record, SHAPES[name], SHAPES[name])):
        for key in shape["required"]:
            value = place.pop(key)
            assert not CHECKS[name].is_valid(record), key
            place[key] = value


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_other_key_can_be_there(name: str, full: dict[str, dict]) -> None:
    record = deepcopy(full[name])
    for place, shape in list(_objects(record, SHAPES[name], SHAPES[name])):
        place["surprise"] = 1
        assert not CHECKS[name].is_valid(record), shape["description"]
        del place["surprise"]


WRONG = [
    ("skills", "schema_version", "2.0"),
    ("skills", "as_of", "2026-13"),
    ("skills", "taxonomy/digest", "0" * 63),
    ("skills", "documents/0/source/sha256", "F" * 64),
    ("skills", "documents/0/reading/warnings/0/page", 0),
    ("skills", "documents/0/skills/0/id", "Rust"),
    ("skills", "documents/0/skills/0/status", "expert"),
    ("skills", "documents/0/skills/0/confidence", 1.01),
    ("skills", "documents/0/skills/0/months", 0),
    ("skills", "documents/0/skills/0/last_used", "now"),
    ("skills", "documents/0/skills/0/evidence", []),
    ("skills", "documents/0/skills/0/external", {"esco": 1}),
    ("skills", "documents/0/skills/0/evidence/0/section", "hobbies"),
    ("skills", "documents/0/skills/0/evidence/0/rule", "guessed"),
    ("skills", "documents/0/skills/0/evidence/0/box", [1, 2, 3]),
    ("skills", "documents/0/skills/0/evidence/0/start", -1),
    ("skills", "documents/0/degrees/0/level", "diploma"),
    ("skills", "documents/0/publications", "many"),
    ("skills", "skipped/0/code", "Not found"),
    ("analyze", "reports/0/target/kind", "company"),
    ("analyze", "reports/0/fit", -0.01),
    ("analyze", "reports/0/coverage/overall", 61),
    ("analyze", "reports/0/findings/0/status", "unknown"),
    ("analyze", "reports/0/findings/0/credit", 1.01),
    ("analyze", "reports/0/findings/0/requirement/kind", "language"),
    ("analyze", "reports/0/findings/0/requirement/level", "core"),
    ("analyze", "reports/0/findings/0/requirement/at_least", 0),
    ("analyze", "reports/0/plan/0/gain", 2),
    ("roles", "roles/0/requirements/0/band", "rare"),
    ("roles", "roles/0/requirements/0/share", 90),
    ("roles-diff", "differences/0/by", 2),
    ("taxonomy-suggest", "suggestions/0/resumes", 0),
    ("taxonomy-suggest", "suggestions/0/spellings", []),
    ("taxonomy", "skills/0/kind", "other"),
    ("taxonomy", "skills/0/forms", []),
    ("taxonomy", "skills/0/related", {"Rust": 0.5}),
]
RIGHT = [
    ("skills", "documents/0/publications", 3),
    ("skills", "documents/0/skills/0/external", {"esco": "an id", "onet": "another"}),
    ("skills", "documents/0/skills/0/last_used", "2024-02"),
    ("skills", "documents/0/skills/0/evidence/0/box", [56.7, 120, 98.25, 131.5]),
    ("analyze", "reports/0/coverage/preferred", None),
    ("roles-diff", "differences/0/other", None),
    ("taxonomy-suggest", "suggestions/0/near", "kubernetes"),
    ("analyze", "reports/0/target/source", {"file": "-", "format": "text", "sha256": "0" * 64, "pages": 1}),
    ("analyze", "reports/0/findings/0/requirement/quote", "5 years of Python"),
]


@pytest.mark.parametrize(("name", "path", "value"), WRONG)
def test_wrong_value_is_refused(name: str, path: str, value: object, full: dict[str, dict]) -> None:
    assert not CHECKS[name].is_valid(_changed(full[name], path, value))


@pytest.mark.parametrize(("name", "path", "value"), RIGHT)
def test_value_of_the_contract_is_allowed(name: str, path: str, value: object, full: dict[str, dict]) -> None:
    CHECKS[name].validate(_changed(full[name], path, value))
