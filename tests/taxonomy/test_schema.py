"""Each rule of shape: the exact message, with file and entry; and what can't be read as YAML at all."""

from __future__ import annotations

import pytest

from skillgap.taxonomy import schema, scoring, wordschema
from skillgap.taxonomy.parse import parse

INDEX, GO, SOFT, ROLE = "skills.yaml", "skills/language.yaml", "skills/soft.yaml", "roles/data-developer.yaml"
FILES = (
    INDEX,
    GO,
    SOFT,
    ROLE,
    "demand.yaml",
    "headings.yaml",
    "cues.yaml",
    "dates.yaml",
    "degrees.yaml",
    "variants.yaml",
    "scoring.yaml",
)
# Those in which an unknown key is a mistake; the others are tables whose keys are free.
RECORDS = (INDEX, ROLE, "cues.yaml", "dates.yaml", "variants.yaml", "scoring.yaml")

ID = "String should match pattern '^[a-z0-9]+(-[a-z0-9]+)*$'"
EMPTY = "String should have at least 1 character"
UNKNOWN = "Extra inputs are not permitted"
MISSING = "Field required"
STRING = "Input should be a valid string"
OVER_ONE = "Input should be less than or equal to 1"
UNDER_ZERO = "Input should be greater than or equal to 0"
LOWER = "String should match pattern '^[^A-Z]*$'"
LEVEL = "String should match pattern '^(bachelor|master|phd)$'"
UNDER_ONE = "Input should be greater than or equal to 1"

# (file, what stands there, what the test puts there, the problem)
BAD_SHAPES = [
    (INDEX, "id: soft", "id: Soft", f"categories: Soft: id: {ID}"),
    (INDEX, "name: Soft skills", "name: ''", f"categories: soft: name: {EMPTY}"),
    (INDEX, "kind: soft", "kind: weak", "categories: soft: kind: Input should be 'hard', 'soft' or 'certification'"),
    (INDEX, "kind: soft", "kind: soft, color: red", f"categories: soft: color: {UNKNOWN}"),
    (INDEX, "categories:", "category: []\ncategories:", f"category: {UNKNOWN}"),
    (GO, "id: go\n", "id: Go_1\n", f"Go_1: id: {ID}"),
    (GO, "id: go\n", "id: 1\n", f"1: id: {STRING}"),
    (GO, "- id: go\n  name", "- name", f"0: id: {MISSING}"),
    (GO, "  name: Go\n", "", f"go: name: {MISSING}"),
    (GO, "  name: Go\n", "  name: ' '\n", f"go: name: {EMPTY}"),
    (GO, "  about: Compiled language with goroutines.\n", "", f"go: about: {MISSING}"),
    (GO, "group: big-data", "group: Big-Data", f"pyspark: group: {ID}"),
    (GO, "aliases: [Golang]", "alias: [Golang]", f"go: alias: {UNKNOWN}"),
    (GO, "aliases: [Golang]", "aliases: Golang", "go: aliases: Input should be a valid tuple"),
    (GO, "aliases: [Golang]", "aliases: [Golang, No]", f"go: aliases: 1: {STRING}"),
    (GO, "aliases: [Golang]", "aliases: ['']", f"go: aliases: 0: {EMPTY}"),
    (GO, "implies: [python]", "implies: [Python]", f"pyspark: implies: 0: {ID}"),
    (GO, "needs: [python]", "needs: [-python]", f"pyspark: needs: 0: {ID}"),
    (SOFT, "broader: [working-together]", "broader: [working--together]", f"coaching-people: broader: 0: {ID}"),
    (GO, "{python: 0.4}", "{Python: 0.4}", f"go: related: Python: [key]: {ID}"),
    (GO, "{python: 0.4}", "{python: 0.29}", "go: related: python: Input should be greater than or equal to 0.3"),
    (GO, "{python: 0.4}", "{python: 0.81}", "go: related: python: Input should be less than or equal to 0.8"),
    (GO, "{python: 0.4}", "{python: .nan}", "go: related: python: Input should be less than or equal to 0.8"),
    (GO, "{python: 0.4}", "[python]", "go: related: Input should be a valid dictionary"),
    (GO, "case: keep", "case: Keep", "go: rules: Go: case: String should match pattern '^keep$'"),
    (GO, "context: true", "context: 7", "go: rules: Go: context: Input should be a valid boolean, unable to interpret input"),
    (GO, "name: true", "name: [x]", "go: rules: Go: name: Input should be a valid boolean"),
    (GO, "near: [goroutine]", "near: ['']", f"go: rules: Go: near: 0: {EMPTY}"),
    (GO, "not_in: [go to market]", "not_in: [7]", f"go: rules: Go: not_in: 0: {STRING}"),
    (GO, "not_in:", "never:", f"go: rules: Go: never: {UNKNOWN}"),
    (GO, "safe: nobody keeps snakes at work", "safe: ''", f"python: rules: Python: safe: {EMPTY}"),
    (ROLE, "id: data-developer", "id: Data", f"id: {ID}"),
    (ROLE, "about: Moves data.\n", "", f"about: {MISSING}"),
    (ROLE, "aliases: [dd, developer of data]", "aliases: dd", "aliases: Input should be a valid tuple"),
    (ROLE, "about: Moves data.", "about: Moves data.\nsalary: high", f"salary: {UNKNOWN}"),
    (
        ROLE,
        "any_of: [pyspark]",
        "any_of: []",
        "requirements: 1: any_of: Tuple should have at least 1 item after validation, not 0",
    ),
    (ROLE, "any_of: [pyspark]", "any_of: [pyspark, Py]", f"requirements: 1: any_of: 1: {ID}"),
    (ROLE, "any_of: [pyspark]", "all_of: [pyspark], any_of: [pyspark]", f"requirements: 1: all_of: {UNKNOWN}"),
    (ROLE, "band: useful", "band: nice", "requirements: 0: band: String should match pattern '^(core|common|useful)$'"),
    (ROLE, "share: 0.3", "share: 1.3", f"requirements: 1: share: {OVER_ONE}"),
    (ROLE, "share: 0.3", "share: -0.3", f"requirements: 1: share: {UNDER_ZERO}"),
    (ROLE, "at_least: 2", "at_least: 0", f"requirements: 2: at_least: {UNDER_ONE}"),
    (ROLE, "label: a language", "label: ''", f"requirements: 2: label: {EMPTY}"),
    (ROLE, "because: it is counted twice", "because: ''", f"requirements: 1: because: {EMPTY}"),
    ("demand.yaml", "postings: 40", "postings: 0", f"developer: postings: {UNDER_ONE}"),
    ("demand.yaml", "employers: 20", "employers: 0", f"developer: employers: {UNDER_ONE}"),
    ("demand.yaml", "go: 0.25", "go: 25", f"developer: shares: go: {OVER_ONE}"),
    ("demand.yaml", "go: 0.25", "Go: 0.25", f"developer: shares: Go: [key]: {ID}"),
    ("demand.yaml", "postings: 40", "postings: 40\n  readers: 2", f"developer: readers: {UNKNOWN}"),
    ("headings.yaml", "skills: [skills,", "skills: [7,", f"skills: 0: {STRING}"),
    ("cues.yaml", "clause_ends: [but]", "clause_ends: but", "clause_ends: Input should be a valid tuple"),
    ("cues.yaml", "directly: ['no']", "directly: [no]", f"negated_directly: 0: {STRING}"),
    ("cues.yaml", "negated: [no experience, never used]\n", "", f"negated: {MISSING}"),
    ("dates.yaml", "dec: 12", "dec: 13", "months: dec: Input should be less than or equal to 12"),
    ("dates.yaml", "jan: 1,", "jan: 0,", f"months: jan: {UNDER_ONE}"),
    ("dates.yaml", "jan:", "Jan:", f"months: Jan: [key]: {LOWER}"),
    ("dates.yaml", "summer:", "Summer:", f"seasons: Summer: [key]: {LOWER}"),
    ("dates.yaml", "[now,", "[Now,", f"present: 0: {LOWER}"),
    ("dates.yaml", "since: [since]", "since: [Since]", f"since: 0: {LOWER}"),
    ("dates.yaml", "summer: [6, 8]", "summer: [6, 80]", "seasons: summer: 1: Input should be less than or equal to 12"),
    ("cues.yaml", "[but]", "[But]", f"clause_ends: 0: {LOWER}"),
    ("degrees.yaml", "phd:", "post-doc:", f"post-doc: [key]: {LEVEL}"),
    ("degrees.yaml", "phd:", "doctor:", f"doctor: [key]: {LEVEL}"),
    (
        INDEX,
        "kind: soft}\n",
        "kind: soft}\n  - {id: soft, name: Softer, kind: hard}\n",
        "categories: soft stands twice; keep one of them",
    ),
    (
        GO,
        "implies: [python]",
        "external: {linkedin: x}",
        "pyspark: external: linkedin: [key]: String should match pattern '^(onet|esco|wikidata)$'",
    ),
    ("dates.yaml", "summer: [6, 8]", "summer: [6]", f"seasons: summer: 1: {MISSING}"),
    (
        "dates.yaml",
        "summer: [6, 8]",
        "summer: [6, 7, 8]",
        "seasons: summer: Tuple should have at most 2 items after validation, not 3",
    ),
    ("dates.yaml", "present: [now,", "present: [2026-11-01,", f"present: 0: {STRING}"),
    ("degrees.yaml", "master: [MSc]", "master: MSc", "master: Input should be a valid tuple"),
    ("variants.yaml", "color: colour", "color: [colour]", f"british: color: {STRING}"),
    ("scoring.yaml", "listed: 0.75", "listed: 7.5", f"status: listed: {OVER_ONE}"),
    ("scoring.yaml", "listed: 0.75, ", "", "status: listed: Field required"),
    ("scoring.yaml", "listed: 0.75", "listed: 0.75, hidden: 0.5", "status: hidden: Extra inputs are not permitted"),
    ("scoring.yaml", "credit: 0.25", "credit: -1", f"related: 1: credit: {UNDER_ZERO}"),
    ("scoring.yaml", "least: 0.5", "least: 2", f"years: least: {OVER_ONE}"),
]


@pytest.mark.parametrize(("file", "old", "new", "problem"), BAD_SHAPES, ids=[f"{b[0]}: {b[3]}" for b in BAD_SHAPES])
def test_a_wrong_shape_is_named_with_file_and_entry(folder, file, old, new, problem):
    folder.change(file, old, new)
    assert folder.problems() == [f"{file}: {problem}"]


@pytest.mark.parametrize("strength", [0.3, 0.8])
def test_the_bounds_of_a_strength_are_inside(folder, strength):
    folder.change(GO, "{python: 0.4}", f"{{python: {strength}}}")
    assert folder.problems() == []


@pytest.mark.parametrize("share", [0, 1])
def test_the_bounds_of_a_share_are_inside(folder, share):
    folder.change(ROLE, "share: 0.3", f"share: {share}")
    assert folder.problems() == []


@pytest.mark.parametrize("file", [file for file in FILES if not file.startswith("roles/")])
def test_a_missing_file_is_named(folder, file):
    (folder.path / file).unlink()
    assert f"{file}: No such file or directory; restore the file or install skillgap again" in folder.problems()


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize(
    "content", [b"a: [", b"a: b: c", b"\xff\xfe\xff", b"a: \x00", b"a: *nowhere", b"a: !!python/object:os.x {}"]
)
def test_what_is_not_yaml_is_one_line_that_names_the_file(folder, file, content):
    (folder.path / file).write_bytes(content)
    (line,) = [line for line in folder.problems() if line.startswith(f"{file}: ")]
    assert line.startswith(f"{file}: not YAML: ")
    assert "\n" not in line


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("content", ["", "just words", "7", "- - x"])
def test_content_of_another_type_is_a_problem_of_its_file(folder, file, content):
    folder.write(file, content)
    assert [line for line in folder.problems() if line.startswith(f"{file}: ") and "Input should be" in line]


@pytest.mark.parametrize("file", RECORDS)
def test_an_unknown_key_is_named(folder, file):
    folder.write(file, (folder.path / file).read_text(encoding="utf-8") + "colour: red\n")
    assert folder.problems() == [f"{file}: colour: {UNKNOWN}"]


def test_all_problems_of_all_files_come_at_once(folder):
    folder.change(GO, "id: go\n", "id: GO\n")
    folder.change(GO, "  name: Python\n", "  nome: Python\n")
    folder.change(ROLE, "share: 0.3", "share: 3")
    folder.write("variants.yaml", "british: [")
    (folder.path / "scoring.yaml").unlink()
    files = [line.partition(": ")[0] for line in folder.problems()]
    assert files == [GO, GO, GO, ROLE, "variants.yaml", "scoring.yaml"]


def test_parse_returns_nothing_where_there_is_a_problem(folder):
    problems: list[str] = []
    assert parse(folder.path / "none.yaml", scoring.ScoringRecord, problems) is None
    assert len(problems) == 1


def test_parse_adds_to_the_problems_that_it_is_given(folder):
    problems = ["an older one"]
    assert parse(folder.path / "scoring.yaml", scoring.ScoringRecord, problems) is not None
    assert problems == ["an older one"]


def test_space_around_a_text_is_not_part_of_it(folder):
    folder.change(GO, "aliases: [Golang]", "aliases: [' Golang ']")
    assert ("Go", "Golang") in [record.forms for _, record in folder.records().skills]


def test_bands_are_those_that_a_requirement_takes(folder):
    for band in schema.BANDS:
        schema.RequirementRecord(any_of=("go",), band=band, share=0.5)


def test_a_date_that_there_is_not_is_a_problem_of_its_file(folder):
    folder.change("dates.yaml", "present: [now,", "present: [2026-13-45,")
    assert folder.problems()[0].startswith("dates.yaml: ")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (GO, "  aliases: [Golang]\n", "  aliases: [Golang]\n  aliases: [Go language]\n"),
        ("dates.yaml", "jan: 1,", "jan: 1, jan: 2,"),
        ("headings.yaml", "skills: [", "skills: [abilities]\nskills: ["),
    ],
)
def test_a_key_that_stands_twice_is_a_problem(folder, file, old, new):
    folder.change(file, old, new)
    assert folder.problems()[0].endswith(" stands twice; drop one")


@pytest.mark.parametrize(("file", "line"), [(GO, 7), ("dates.yaml", 1)])
def test_a_problem_of_shape_has_its_line(folder, file, line):
    folder.change(*((GO, "context: true", "context: 7") if file == GO else (file, "jan: 1", "jan: 0")))
    problems: list[str] = []
    shape = tuple[schema.SkillRecord, ...] if file == GO else wordschema.DatesRecord
    parse(folder.path / file, shape, problems)
    assert problems[0].startswith(f"{folder.path / file}:{line}: ")
