"""The taxonomy that is shipped: sound, as large as promised, and careful with words that mean something else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from skillgap.model import Level, SectionKind, Status
from skillgap.taxonomy import build, check, compiled, load, locate, profiles
from skillgap.taxonomy.values import Role, Taxonomy

HOME = locate.folder()
YAML_FILES = sorted(HOME.rglob("*.yaml"))
# Names of tools that are everyday words, letters or company names.
AMBIGUOUS = ("R", "C", "Go", "Excel", "Spark", "SAS", "Swift", "Word", "Access", "Teams", "Ray", "Beam")


@pytest.fixture(scope="module")
def records() -> build.Records:
    records, problems = build.read(HOME)
    assert problems == []
    return records


@pytest.fixture(params=[path.stem for path in sorted((HOME / "roles").glob("*.yaml"))])
def role(request: pytest.FixtureRequest, taxonomy: Taxonomy) -> Role:
    return taxonomy.roles[request.param]


def test_it_has_no_problem(records):
    assert check.problems(records) == []


def test_every_file_of_skills_belongs_to_a_category(records):
    assert {path.stem for path in (HOME / "skills").iterdir()} == set(records.categories)


def test_what_the_cache_gives_back_is_what_was_compiled(records, taxonomy, tmp_path, monkeypatch):
    monkeypatch.setenv("SKILLGAP_CACHE", str(tmp_path))
    made = build.taxonomy(records, taxonomy.digest)
    again = compiled.load(taxonomy.digest, lambda: made)
    assert again == made
    assert list(again.skills.items()) == list(made.skills.items())


def test_the_digest_does_not_depend_on_the_place(taxonomy, tmp_path):
    shutil.copytree(HOME, tmp_path / "elsewhere")
    moved = load(tmp_path / "elsewhere")
    assert (moved.digest, moved.path) == (taxonomy.digest, str(tmp_path / "elsewhere"))
    assert moved.skills == taxonomy.skills


@pytest.mark.parametrize("path", YAML_FILES, ids=lambda p: p.relative_to(HOME).as_posix())
def test_no_key_stands_twice(path: Path):
    def doubles(node: yaml.Node) -> list[str]:
        if isinstance(node, yaml.SequenceNode):
            return [line for child in node.value for line in doubles(child)]
        if not isinstance(node, yaml.MappingNode):
            return []
        keys = [key.value for key, _ in node.value]
        here = [f"line {k.start_mark.line + 1}: {k.value}" for i, (k, _) in enumerate(node.value) if k.value in keys[:i]]
        return here + [line for _, child in node.value for line in doubles(child)]

    assert doubles(yaml.compose(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))) == []


def test_it_knows_at_least_400_skills(taxonomy):
    assert len(taxonomy.skills) >= 400


def test_ids_are_in_lower_case(taxonomy):
    assert [i for i in (*taxonomy.skills, *taxonomy.roles, *taxonomy.categories) if i != i.lower()] == []


def test_each_category_has_skills(taxonomy):
    assert {skill.category.partition("/")[0] for skill in taxonomy.skills.values()} == set(taxonomy.categories)


def test_descriptions_are_one_line(taxonomy):
    assert [s.id for s in taxonomy.skills.values() if "\n" in s.about] == []


@pytest.mark.parametrize("word", AMBIGUOUS)
def test_an_ambiguous_word_is_taken_in_its_spelling_or_in_context_only(taxonomy, word):
    rules = [form.rule for skill in taxonomy.skills.values() for form in skill.forms if form.text == word]
    assert len(rules) == 1
    assert rules[0] is not None
    assert rules[0].keep_case or rules[0].context


def test_a_role_has_at_least_three_required_requirements(role):
    assert len([r for r in role.requirements if r.level is Level.REQUIRED]) >= 3


def test_the_postings_of_a_requirement_are_some_of_those_of_its_role(role, taxonomy):
    most = taxonomy.demand[role.counted].postings
    assert [r for r in role.requirements if r.postings is not None and not 0 < r.postings <= most] == []


def test_most_requirements_of_a_role_were_counted(role):
    assert role.borrowed or sum(r.postings is not None for r in role.requirements) > len(role.requirements) / 2


def test_weight_and_distinctiveness_come_from_the_same_counts(role, taxonomy, records):
    given = {r.any_of: r.share for _, record in records.roles if record.id == role.id for r in record.requirements}
    behind = [taxonomy.demand[name] for name in (role.counted, *role.also)]
    for r in role.requirements:
        counted, usual = (profiles.mean_share(r.any_of, of) for of in (behind, taxonomy.demand.values()))
        share = round(counted, 3) if given[r.any_of] is None else given[r.any_of]
        assert r.weight == round(share * taxonomy.scoring.weight(r.kind), 4)
        if usual and not role.borrowed:
            assert r.distinctiveness == round(round(counted, 3) / usual, 2)
        elif usual:
            n = len(taxonomy.demand)
            assert r.distinctiveness == round(share / ((usual * n + share) / (n + 1)), 2)


def test_most_requirements_have_both_numbers(role):
    assert sum(r.distinctiveness is not None for r in role.requirements) >= 0.8 * len(role.requirements)


def test_a_required_requirement_was_counted(role):
    uncounted = [r.label for r in role.requirements if r.level is Level.REQUIRED and r.postings is None]
    assert role.borrowed or uncounted == []


def test_requirements_come_heaviest_first_and_weigh_something(role):
    weights = [r.weight for r in role.requirements]
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] > 0


def test_no_skill_stands_twice_in_a_requirement(role):
    assert [r.label for r in role.requirements if len(set(r.any_of)) < len(r.any_of)] == []


def test_what_departs_from_the_counts_says_why(records):
    given = [(role.id, r) for _, role in records.roles for r in role.requirements if r.share is not None or r.band is not None]
    assert [(role, r.any_of) for role, r in given if not r.because] == []


def test_no_two_skills_follow_from_each_other(taxonomy):
    entailed = {skill: taxonomy.graph.entailed(skill) for skill in taxonomy.skills}
    assert [(a, b) for a in entailed for b in entailed[a] if a in entailed[b]] == []


def test_no_skill_needs_one_that_includes_it(taxonomy):
    needs = [(skill.id, need) for skill in taxonomy.skills.values() for need in skill.needs]
    assert [(skill, need) for skill, need in needs if skill in taxonomy.graph.entailed(need)] == []


def test_no_skill_is_related_to_itself(taxonomy):
    assert [skill for skill in taxonomy.skills if skill in taxonomy.graph.related(skill)] == []


def test_related_is_symmetric(taxonomy):
    pairs = {(a, b): strength for a in taxonomy.skills for b, strength in taxonomy.graph.related(a).items()}
    assert {(b, a): strength for (a, b), strength in pairs.items()} == pairs


def test_each_status_that_counts_has_its_credit(taxonomy):
    assert set(taxonomy.scoring.status) == {status for status in Status if status.counts}


def test_degrees_are_the_three_levels(taxonomy):
    assert list(taxonomy.words.degrees) == ["bachelor", "master", "phd"]


def test_the_main_sections_have_headings(taxonomy):
    main = {SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.SUMMARY}
    assert main <= set(taxonomy.words.headings)


def test_words_that_are_compared_in_lower_case_are_in_lower_case(taxonomy):
    words = taxonomy.words
    compared = (
        *(cue for cues in words.cues.values() for cue in cues),
        *words.introducing,
        *words.employed,
        *words.clause_ends,
        *words.months,
        *words.seasons,
        *words.present,
    )
    assert [word for word in (*compared, *words.since, *words.british, *words.british.values()) if word != word.lower()] == []
