"""The wide tier: lines of wide.txt become skills, a known skill wins over a name, and the script leaves out what is no name."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from skillgap.model import Kind
from skillgap.taxonomy import Taxonomy, build, wide
from skillgap.taxonomy.own import lay_over
from skillgap.taxonomy.skill import Form, FormRule

SCRIPT = Path(__file__).parents[2] / "scripts" / "wide_names.py"
LINES = "# a comment\n\nFrobnix\tAcme Frobnix\nGlimmer C++\nGolang\nPySpark\n"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    if not SCRIPT.is_file():
        pytest.skip("the scripts aren't in a source distribution")
    spec = importlib.util.spec_from_file_location("wide_names", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_line_becomes_a_skill_with_a_rule(folder) -> None:
    folder.write("wide.txt", LINES)
    made = folder.taxonomy()
    skill = made.skills["frobnix"]
    rule = FormRule(keep_case=True, context=True, wide=True)
    assert (skill.name, skill.kind, skill.category) == ("Frobnix", Kind.HARD, "wide")
    assert skill.forms == (Form("Frobnix", rule), Form("Acme Frobnix", rule))
    assert made.categories["wide"]


def test_what_the_skills_have_is_theirs(folder) -> None:
    before = dict(folder.taxonomy().skills)
    folder.write("wide.txt", LINES)
    after = folder.taxonomy().skills
    assert {id_: after[id_] for id_ in before} == before
    assert set(after) - set(before) == {"frobnix", "glimmer-c-plus-plus"}


def test_a_folder_needs_no_further_names(folder) -> None:
    made = folder.taxonomy()
    assert {s.category for s in made.skills.values()} & {"wide"} == set()
    assert "wide" not in made.categories


def test_an_own_file_removes_a_name_and_wins_over_one(folder, tmp_path: Path) -> None:
    folder.write("wide.txt", LINES)
    own = tmp_path / "own.yaml"
    own.write_text("remove: [glimmer-c-plus-plus]\nadd:\n- {id: acme, category: language, name: Acme Frobnix, about: Ours.}\n")
    records, problems = lay_over(folder.records(), own)
    skills = build.taxonomy(records, "0" * 64).skills
    assert (problems, {"acme", "frobnix", "glimmer-c-plus-plus"} & set(skills)) == ([], {"acme"})
    own.write_text("remove: [no-such]\n")
    assert "no such skill" in lay_over(folder.records(), own)[1][0]


@pytest.mark.parametrize(
    ("name", "id_"), [("C# Thing", "c-sharp-thing"), ("Café.js", "cafe-js"), ("R&D/X", "r-and-d-x"), ("7-Zip", "7-zip")]
)
def test_ids_are_made_of_letters_digits_and_hyphens(name: str, id_: str) -> None:
    assert wide.id_of(name) == id_


def test_the_shipped_names_are_sorted_and_each_a_skill_or_known(taxonomy: Taxonomy) -> None:
    folder = Path(__file__).parents[2] / "taxonomy"
    lines = wide.read(folder)
    assert list(lines) == sorted(lines, key=lambda names: ("\t".join(names).casefold(), "\t".join(names)))
    assert sum(s.category == "wide" for s in taxonomy.skills.values()) > 0.95 * len(lines)


ENGLISH = frozenset({"data", "master", "boston", "map", "ticketing"})


@pytest.mark.parametrize("name", ["Frobnix", "DataMaster", "Data Frobnix", "MapGuide 3", "AB4D"])
def test_name_is_taken(name: str, script: ModuleType) -> None:
    assert script.is_name(name, ENGLISH)


@pytest.mark.parametrize(
    "name",
    [
        "Data Master",
        "Boston",
        "maps",
        "Mastering",
        "frobnix",
        "Ab",
        "Frobnix ticketing system",
        "Frobnix System",
        "A B C Frob Nix",
        "Fr@b",
    ],
)
def test_what_a_text_may_have_anyway_is_left_out(name: str, script: ModuleType) -> None:
    assert not script.is_name(name, ENGLISH)


def test_a_maker_is_left_out_of_names(script: ModuleType) -> None:
    rows = [["Acme Frobnix software"], ["Acme Glimmer"], ["Acme Zor"], ["Solo Tool"]]
    assert list(script.onet(rows)) == [("Frobnix", "Acme Frobnix"), ("Glimmer", "Acme Glimmer"), ("Acme Zor",), ("Solo Tool",)]


def test_each_name_is_kept_once_and_known_ones_are_not(script: ModuleType) -> None:
    entries = [("Frobnix", "Acme Frobnix"), ("Frob-nix",), ("Known", "Acme Known"), ("Zorbit",)]
    kept = script.chosen(entries, {"acmeknown"}, frozenset())
    assert list(kept.values()) == [("Frobnix", "Acme Frobnix"), ("Zorbit",)]
