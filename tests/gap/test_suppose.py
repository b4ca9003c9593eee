"""What if a résumé showed more: skills that are taken as in use."""

from __future__ import annotations

from made import profile, requirement, shown, skill, target, taxonomy_of
from skillgap.gap import find_gaps, suppose, supposing
from skillgap.model import Kind, SkillId, Status

TAXONOMY = taxonomy_of(
    skill("python"), skill("docker"), skill("kindness", kind=Kind.SOFT), skill("aws-associate", kind=Kind.CERTIFICATION)
)


def ids(*names: str) -> list[SkillId]:
    return [SkillId(n) for n in names]


def test_new_skill_comes_last_and_counts_as_in_use() -> None:
    made = supposing(profile(shown("python")), ids("docker"), TAXONOMY)
    assert made.skills == (shown("python"), suppose(SkillId("docker")))
    (finding,) = find_gaps(made, target(requirement("docker")), TAXONOMY)
    assert (finding.credit, finding.why) == (1.0, "Docker is supposed")


def test_skill_that_is_shown_keeps_its_place_and_evidence() -> None:
    before = profile(shown("python"), shown("docker"))
    made = supposing(before, ids("python"), TAXONOMY)
    assert [s.skill for s in made.skills] == ["python", "docker"]
    assert made.skills[0].evidence == before.skills[0].evidence
    assert (made.skills[0].status, made.skills[0].supposed) == (Status.DEMONSTRATED, True)


def test_other_kinds_go_where_they_belong() -> None:
    made = supposing(profile(), ids("kindness", "aws-associate", "kindness"), TAXONOMY)
    assert [s.skill for s in made.soft_skills] == ["kindness"]
    assert [s.skill for s in made.certifications] == ["aws-associate"]


def test_nothing_supposed_changes_nothing() -> None:
    assert supposing(profile(shown("python")), (), TAXONOMY) == profile(shown("python"))
