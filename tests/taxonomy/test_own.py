"""A user's own file, laid over a taxonomy: add, extend, replace, remove, own roles; its problems with entry and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from skillgap.errors import TaxonomyError
from skillgap.taxonomy import Taxonomy, load, locate
from skillgap.taxonomy.load import records

Lay = Callable[[str], Taxonomy]


@pytest.fixture
def own(tmp_path: Path, folder, monkeypatch: pytest.MonkeyPatch) -> Path:
    english = locate.english_words()
    monkeypatch.setattr(locate, "folder", lambda: folder.path)
    monkeypatch.setattr(locate, "english_words", lambda: english)
    monkeypatch.setenv("SKILLGAP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "own.yaml"


@pytest.fixture
def lay(own: Path) -> Lay:
    """Return a function that gives the taxonomy under an own file with this text."""

    def over(text: str) -> Taxonomy:
        own.write_text(text, encoding="utf-8")
        return load(own)

    return over


def problems_of(own: Path, text: str) -> list[str]:
    own.write_text(text, encoding="utf-8")
    return [line.removeprefix(str(own)) for line in records(locate.folder(), own)[1]]


def test_nothing_laid_over_is_the_taxonomy_itself(lay, own, folder):
    taxonomy = lay("add: []\n")
    assert dict(taxonomy.skills) == dict(folder.taxonomy().skills)
    assert taxonomy.path == str(own)
    assert taxonomy.digest != load(folder.path).digest


def test_a_skill_is_added_with_its_relations(lay):
    taxonomy = lay(
        "add:\n- {id: acme-flow, category: language, name: AcmeFlow, about: House tool., needs: [go], related: {python: 0.5}}\n"
    )
    assert taxonomy.skills["acme-flow"].category == "language"
    assert taxonomy.graph.related("python") == {"go": 0.4, "acme-flow": 0.5}
    assert list(taxonomy.skills)[-1] == "acme-flow"


def test_a_category_of_ones_own_has_a_kind(lay):
    text = "categories: [{id: house, name: House rules, kind: soft}]\nadd: [{id: tidy-desks, category: house, name: tidy desks, about: x}]\n"
    taxonomy = lay(text)
    assert (taxonomy.skills["tidy-desks"].kind, taxonomy.categories["house"]) == ("soft", "House rules")


def test_a_skill_is_extended(lay):
    text = "extend:\n  go:\n    aliases: [Go-speak]\n    needs: [python]\n    rules: {Golang: {safe: x}}\n    external: {wikidata: Q37227}\n"
    skill = lay(text).skills["go"]
    assert [form.text for form in skill.forms] == ["Go", "Golang", "Go-speak"]
    assert (skill.needs, skill.external) == (("python",), (("wikidata", "Q37227"),))
    assert skill.forms[0].rule.keep_case
    assert skill.forms[1].rule is not None


def test_a_skill_is_replaced_and_stays_in_its_category(lay):
    taxonomy = lay("replace: [{id: pyspark, name: Glimmerine, about: Other.}]\n")
    skill = taxonomy.skills["pyspark"]
    assert (skill.name, skill.category, skill.implies) == ("Glimmerine", "language", ())


def test_what_is_removed_is_forgotten_everywhere(lay):
    taxonomy = lay("remove: [python, working-together]\n")
    assert list(taxonomy.skills) == ["go", "pyspark", "coaching-people"]
    skills = taxonomy.skills
    assert (skills["pyspark"].implies, skills["go"].related, skills["coaching-people"].broader) == ((), (), ())
    requirements = taxonomy.roles["data-developer"].requirements
    assert [(r.any_of, r.at_least) for r in requirements] == [(("go",), 1), (("go", "pyspark"), 1), (("pyspark",), 1)]
    assert set(taxonomy.demand["developer"].shares) == {"go", "pyspark"}


def test_a_role_of_ones_own_needs_no_counts(lay):
    text = "roles: [{id: smith, name: Smith, about: x, requirements: [{any_of: [go], band: core, share: 0.9}]}]\n"
    taxonomy = lay(text)
    role = taxonomy.roles["smith"]
    assert (role.counted, role.requirements[0].weight, role.requirements[0].postings) == (None, 0.9, None)
    assert taxonomy.counts(role).postings == 0
    assert list(taxonomy.roles) == ["data-developer", "smith"]


def test_a_role_is_replaced_or_removed(lay):
    role = "{id: data-developer, name: DD, about: x, requirements: [{any_of: [go], band: core, share: 0.9}]}"
    assert lay(f"roles: [{role}]\n").roles["data-developer"].name == "DD"
    load.cache_clear()
    assert dict(lay("remove_roles: [data-developer]\n").roles) == {}


ADD = "add: [{id: x, category: language, name: Xylo, about: x"

BAD = {
    "added twice": (
        "add: [{id: go, category: soft, name: Gogo, about: x}]",
        ":1: go: is a skill already; put it under extend or replace",
    ),
    "no category": (
        "add: [{id: x, name: X-ray, about: x}]",
        ":1: x: category is missing; see `skillgap taxonomy show` of a skill like it",
    ),
    "unknown category": (
        "add: [{id: x, category: z, name: X-ray, about: x}]",
        ":1: x: category names z, which isn't one; use one of language, soft",
    ),
    "own category": ("categories: [{id: soft, name: S, kind: hard}]", ":1: soft: is a category already; drop it"),
    "unknown extended": (
        "\nextend: {cobol: {aliases: [x]}}",
        ":2: cobol: extend: there is no such skill; see `skillgap taxonomy search`",
    ),
    "unknown replaced": (
        "replace: [{id: cobol, name: Cobol, about: x}]",
        ":1: cobol: replace: there is no such skill; see `skillgap taxonomy search`",
    ),
    "unknown removed": ("remove: [cobol]", ": cobol: remove: there is no such skill; see `skillgap taxonomy search`"),
    "unknown role": ("remove_roles: [cobol]", ": cobol: remove_roles: there is no such role; see `skillgap roles`"),
    "unknown relation": (f"\n\n{ADD}, needs: [cobol]}}]", ":3: x: needs names cobol, which isn't a skill; add it or drop it"),
    "removed but named": (
        f"{ADD}, needs: [go]}}]\nremove: [go]",
        ":1: x: needs names go, which isn't a skill; add it or drop it",
    ),
    "form of another": (
        f"{ADD}, aliases: [golang]}}]",
        ":1: x: the form 'golang' is also one of go; a form belongs to one skill",
    ),
    "extended to a form of a later skill": (
        "extend: {go: {aliases: [CPython]}}",
        ":1: go: the form 'CPython' is also one of python; a form belongs to one skill",
    ),
    "common word": (
        f"{ADD}, aliases: [Beam]}}]",
        ":1: x: the form 'Beam' is also a common word; give it a rule, see skills.yaml",
    ),
    "cycle": ("extend: {python: {needs: [pyspark]}}", None),
    "role asks for no skill": (
        "roles: [{id: s, name: Smith, about: x, requirements: [{any_of: [cobol], band: core, share: 1}]}]",
        ":1: s: any_of names cobol, which isn't a skill; add it or drop it",
    ),
    "role without counts that doesn't say how much it asks": (
        "roles: [{id: s, name: Smith, about: x, requirements: [{any_of: [go, python], band: core}]}]",
        ":1: s: share is missing for go, python; a role without counts says how much each requirement weighs",
    ),
    "role averaged with counts, without its own": (
        "roles: [{id: s, name: Smith, about: x, also: [developer], requirements: [{any_of: [go], share: 0.5}]}]",
        ":1: s: also and borrowed are for a role with counts; name those under counted, or drop them",
    ),
    "name of another role": (
        "roles: [{id: s, name: DD, about: x, requirements: [{any_of: [go], band: core, share: 1}]}]",
        ":1: s: is called 'dd' as data-developer is; a name belongs to one role",
    ),
    "shape": ("add:\n- id: x\n  name: Xylo\n  colour: red\n  about: x\n", ":4: add: x: colour: Extra inputs are not permitted"),
    "key twice": ("remove: [go]\nremove: [python]\n", ":2: not YAML: remove stands twice; drop one"),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_entry_is_named_with_file_entry_and_line(own, bad):
    text, problem = bad
    found = problems_of(own, text)
    assert found == [problem] if problem else "comes back to itself" in found[0]


def test_problems_are_raised_where_the_file_is_used(lay):
    with pytest.raises(TaxonomyError, match="cobol: remove: there is no such skill"):
        lay("remove: [cobol]")


def test_problems_of_the_taxonomy_below_come_first(own, folder):
    folder.change("scoring.yaml", "credit: 0.25", "credit: 8")
    assert len(problems_of(own, "remove: [cobol]")) == 1


def test_a_missing_own_file_is_named(tmp_path):
    with pytest.raises(TaxonomyError, match=r"none\.yaml: no such file; name a taxonomy folder or an own file"):
        load(tmp_path / "none.yaml")


def test_the_file_among_the_settings_is_used_unless_another_is_named(own, folder, monkeypatch, tmp_path):
    settings = tmp_path / "settings"
    settings.mkdir()
    (settings / "taxonomy.yaml").write_text("remove: [go]\n", encoding="utf-8")
    own.write_text("remove: [python]\n", encoding="utf-8")
    monkeypatch.setenv("SKILLGAP_CONFIG", str(settings))
    assert locate.own_file() == settings / "taxonomy.yaml"
    used = load.__wrapped__()
    assert ("go" in used.skills, used.path) == (False, str(settings / "taxonomy.yaml"))
    assert "go" in load(own).skills
    assert "go" in load(folder.path).skills


def test_the_example_in_the_documentation_is_one(tmp_path):
    text = (locate.CHECKOUT.parent / "docs" / "taxonomy.md").read_text(encoding="utf-8")
    own = tmp_path / "own.yaml"
    own.write_text(text.split("```yaml\n")[1].split("```")[0], encoding="utf-8")
    found, problems = records(locate.folder(), own)
    assert problems == []
    assert {"acme-flow", "apache-kafka", "apache-oozie"} == set(found.own)
    assert {role.id for _, role in found.roles} >= {"acme-loader"}


def test_without_a_choice_settings_are_in_the_persons_folder(monkeypatch):
    monkeypatch.delenv("SKILLGAP_CONFIG")
    assert locate.own_file() is None or locate.own_file().is_absolute()
