"""Role profiles: share, band, postings and distinctiveness come from the counts; what a file gives goes before."""

from __future__ import annotations

import pytest

from made import SCORING, skill
from skillgap.model import Kind, Level, Requirement, RequirementKind, SkillId
from skillgap.taxonomy import profiles, schema
from skillgap.taxonomy.values import Demand, Role

SKILLS = {s.id: s for s in (skill("python"), skill("go"), skill("rust"), skill("perl"), skill("kindness", kind=Kind.SOFT))}
DEMAND = {
    name: Demand(name, postings, 10, {SkillId(k): v for k, v in shares.items()}, {SkillId("kindness"): 0.6, SkillId("phd"): 0.4})
    for name, postings, shares in (
        ("builder", 200, {"python": 0.8, "go": 0.3}),
        ("keeper", 40, {"python": 0.4, "go": 0.1, "rust": 0.2}),
    )
}


def role(*requirements: dict, **given: object) -> Role:
    record = schema.RoleRecord.model_validate(
        {"id": "builder", "name": "Builder", "about": "Builds.", "counted": "builder", "requirements": requirements, **given}
    )
    return profiles.role(record, SKILLS, DEMAND, SCORING)


def only(*requirements: dict, **given: object) -> Requirement:
    (found,) = role(*requirements, **given).requirements
    return found


def test_share_band_and_postings_come_from_the_counts() -> None:
    found = only({"any_of": ["python"]})
    assert (found.share, found.weight, found.band, found.level) == (0.8, 0.8, "core", Level.REQUIRED)
    assert found.postings == 160


def test_share_of_alternatives_is_that_of_the_most_mentioned() -> None:
    assert only({"any_of": ["go", "python", "perl"]}).share == 0.8


def test_distinctiveness_is_the_share_over_the_mean_of_all_roles() -> None:
    assert only({"any_of": ["python"]}).distinctiveness == round(0.8 / 0.6, 2)
    assert only({"any_of": ["go"]}).distinctiveness == 1.5


def test_what_the_file_gives_goes_before_the_counts() -> None:
    found = only({"any_of": ["python"], "share": 0.3, "band": "useful", "because": "tests say so"})
    assert (found.share, found.band, found.level) == (0.3, "useful", Level.PREFERRED)
    assert (found.postings, found.distinctiveness) == (160, round(0.8 / 0.6, 2))


def test_given_share_brings_its_band() -> None:
    assert only({"any_of": ["go"], "share": 0.5}).band == "core"


def test_counts_of_several_roles_are_averaged() -> None:
    found = only({"any_of": ["python"]}, also=["keeper"])
    assert (found.share, found.postings) == (0.6, 160)


def test_borrowed_counts_are_nobodys_postings_and_distinctive_by_the_files_share() -> None:
    found = only({"any_of": ["go"], "share": 0.6}, borrowed=True)
    assert (found.postings, found.distinctiveness) == (None, round(0.6 / ((0.3 + 0.1 + 0.6) / 3), 2))


def test_skill_that_nobody_counted_has_neither_postings_nor_distinctiveness() -> None:
    found = only({"any_of": ["perl"], "share": 0.1})
    assert (found.postings, found.distinctiveness) == (None, None)


@pytest.mark.parametrize(
    ("share", "band"),
    [(0.9, "core"), (0.5, "core"), (0.496, "core"), (0.494, "common"), (0.2, "common"), (0.194, "useful"), (0.01, "useful")],
)
def test_bands_begin_at_their_floors(share: float, band: str) -> None:
    assert profiles.band_of(share) == band


def test_requirements_come_heaviest_first() -> None:
    asked = ({"any_of": ["go"]}, {"any_of": ["python"]}, {"any_of": ["rust"], "share": 0.4})
    assert [r.any_of for r in role(*asked).requirements] == [("python",), ("rust",), ("go",)]


def test_what_is_no_skill_is_counted_apart_and_weighs_less() -> None:
    found = only({"any_of": ["kindness"], "kind": "soft"})
    assert (found.kind, found.share, found.weight, found.level) == (RequirementKind.SOFT, 0.6, 0.12, Level.REQUIRED)


def test_degrees_have_their_names() -> None:
    found = only({"any_of": ["phd"], "kind": "degree"})
    assert (found.label, found.kind, found.share) == ("PhD", RequirementKind.DEGREE, 0.4)
