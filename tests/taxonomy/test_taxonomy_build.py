"""Records become values: kinds, categories, rules, requirements with their counts."""

from __future__ import annotations

import pytest

from skillgap.model import Kind, Level, Requirement
from skillgap.taxonomy import Form, FormRule, Role, Skill, Words
from skillgap.taxonomy.values import VERSION, Demand, Scoring

PARTS = ("required", "preferred", "duties", "company", "benefits", "legal", "process")

ROLE = "roles/data-developer.yaml"


def test_a_skill_has_its_name_first_its_relations_and_the_kind_of_its_category(folder):
    assert folder.taxonomy().skills["pyspark"] == Skill(
        id="pyspark",
        name="PySpark",
        kind=Kind.HARD,
        category="language/big-data",
        about="Python for large clusters.",
        forms=(Form("PySpark"), Form("Spark Python")),
        implies=("python",),
        needs=("python",),
    )


def test_a_skill_without_group_has_the_category_of_its_file(folder):
    skill = folder.taxonomy().skills["coaching-people"]
    assert (skill.category, skill.kind, skill.broader) == ("soft", Kind.SOFT, ("working-together",))


def test_a_relation_holds_from_either_side(folder):
    skills = folder.taxonomy().skills
    assert {s.id: s.related for s in skills.values() if s.related} == {"go": (("python", 0.4),), "python": (("go", 0.4),)}


@pytest.mark.parametrize(("one", "other"), [(0.4, 0.7), (0.7, 0.4)])
def test_of_two_strengths_the_larger_counts_on_both_sides(folder, one, other):
    folder.change("skills/language.yaml", "{python: 0.4}", f"{{python: {one}}}")
    folder.change("skills/language.yaml", "  name: Python\n", f"  name: Python\n  related: {{go: {other}}}\n")
    skills = folder.taxonomy().skills
    assert (skills["go"].related, skills["python"].related) == ((("python", 0.7),), (("go", 0.7),))


def test_related_skills_come_by_id(folder):
    folder.change("skills/language.yaml", "{python: 0.4}", "{working-together: 0.3, coaching-people: 0.8, python: 0.4}")
    assert [other for other, _ in folder.taxonomy().skills["go"].related] == ["coaching-people", "python", "working-together"]


def test_siblings_are_not_related_by_their_common_parent(folder):
    folder.change("skills/soft.yaml", "  about: Helps others to grow.\n", "  about: x\n  needs: [python]\n")
    folder.change("skills/soft.yaml", "  about: Gets on with colleagues.\n", "  about: x\n  broader: [go]\n")
    folder.change("skills/soft.yaml", "broader: [working-together]", "broader: [go]")
    assert folder.taxonomy().graph.related("working-together") == {}


def test_a_rule_belongs_to_its_form_only(folder):
    rule = FormRule(keep_case=True, context=True, name=True, near=("goroutine",), not_in=("go to market",))
    assert folder.taxonomy().skills["go"].forms == (Form("Go", rule), Form("Golang"))


def test_a_rule_that_only_says_why_restricts_nothing(folder):
    assert folder.taxonomy().skills["python"].forms[0] == Form("Python", FormRule())


def test_a_role_has_its_requirements_heaviest_first_with_counted_postings(folder):
    assert folder.taxonomy().roles["data-developer"] == Role(
        "data-developer",
        "Data Developer",
        ("dd", "developer of data"),
        "Moves data.",
        "developer",
        (
            Requirement("a language", ("python", "go"), Level.REQUIRED, 0.8, 2, "core", 0.8, 30, distinctiveness=1.0),
            Requirement("Go or PySpark", ("go", "pyspark"), Level.REQUIRED, 0.6, 1, "core", 0.6, 13, distinctiveness=1.0),
            Requirement("PySpark", ("pyspark",), Level.PREFERRED, 0.3, 1, "common", 0.3, 13, distinctiveness=1.0),
            Requirement("working together", ("working-together",), Level.PREFERRED, 0.1, 1, "useful", 0.1, None),
        ),
    )


def test_requirements_of_one_weight_stay_in_the_order_of_the_file(folder):
    folder.change(ROLE, "share: 0.3", "share: 0.1")
    assert [r.label for r in folder.taxonomy().roles["data-developer"].requirements][2:] == ["working together", "PySpark"]


def test_demand_keeps_its_counts(folder):
    shares = {"go": 0.25, "python": 0.75, "pyspark": 0.333}
    assert folder.taxonomy().demand == {"developer": Demand("developer", 40, 20, shares)}


def test_words_and_scoring_are_those_of_the_files(folder):
    taxonomy = folder.taxonomy()
    assert taxonomy.scoring == Scoring(
        status={"demonstrated": 1.0, "listed": 0.75, "coursework": 0.6},
        certification=1.0,
        stale=((10, 0.6), (5, 0.8)),
        least_for_years=0.5,
        related=((0.7, 0.5, "of the same family as"), (0.3, 0.25, "close to")),
        degree=(1.0, 0.5),
        weights={"soft": 0.2},
    )
    kinds = set(taxonomy.words.posting_cues)
    assert {"asks", "softens_last", "starter"} < kinds
    assert taxonomy.words == Words(
        headings={"experience": ("experience", "work"), "skills": ("skills", "what i know")},
        cues={"negated": ("no experience", "never used"), "aspirational": ("eager to learn",), "negated_directly": ("no",)}
        | dict.fromkeys(
            (
                "hedged",
                "hedged_directly",
                "no_cue",
                "aspirational_first",
                "wishes",
                "pursuits",
                "denials",
                "uses",
                "absences",
                "backgrounds",
            ),
            (),
        )
        | dict.fromkeys(("aspirational_behind", "negated_behind"), ()),
        introducing=("such as",),
        employed=("worked",),
        years={"column": ("years",), "elapsed": ("within",), "of_else": ("ago",), "numbers": (), "words": ()},
        published=("papers",),
        unpublished=("talks",),
        inner_capitals=("cpython", "pyspark"),
        clause_ends=("but",),
        months={"jan": 1, "dec": 12},
        seasons={"summer": (6, 8)},
        present=("now", "to date"),
        since=("since",),
        degrees={"bachelor": ("BSc", "B.Sc."), "master": ("MSc",), "phd": ("PhD",)},
        british={"color": "colour"},
        posting_headings=dict.fromkeys(PARTS, ()) | {"required": ("requirements",)},
        posting_cues=dict.fromkeys(kinds, ()) | {"softens_last": ("a plus",)},
    )


def test_categories_version_and_digest_are_named(folder):
    taxonomy = folder.taxonomy()
    assert taxonomy.categories == {"language": "Programming languages", "soft": "Soft skills"}
    assert (taxonomy.version, taxonomy.digest, taxonomy.path) == (VERSION, "0" * 64, None)


def test_skills_come_in_the_order_of_categories_and_files(folder):
    assert list(folder.taxonomy().skills) == ["go", "pyspark", "python", "coaching-people", "working-together"]


def test_the_graph_is_that_of_the_skills(folder):
    taxonomy = folder.taxonomy()
    assert taxonomy.graph.skills is taxonomy.skills
    assert taxonomy.graph is taxonomy.graph


@pytest.mark.parametrize("name", ["roles/README.md", "roles/notes.yml", "roles/old/data-dancer.yaml"])
def test_only_yaml_files_of_the_roles_folder_are_roles(folder, name):
    folder.write(name, "not a role")
    assert [path.name for path, _ in folder.records().roles] == ["data-developer.yaml"]


def test_records_know_the_file_of_a_category(folder):
    assert folder.records().file_of("soft") == folder.path / "skills" / "soft.yaml"
