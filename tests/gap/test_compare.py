"""Findings: met, partial or missing, for what credit, by what and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from made import evidence, profile, requirement, shown, skill, target, taxonomy_of
from skillgap.gap import find_gaps
from skillgap.gap.compare import MOST_EVIDENCE
from skillgap.model import Finding, FindingStatus, Level, Requirement, Shown, Status

TAXONOMY = taxonomy_of(
    skill("field"),
    skill("python"),
    skill("numpy", implies=["python"], broader=["field"]),
    skill("spark", related={"flink": 0.5}),
    skill("flink", related={"spark": 0.5, "beam": 0.8}),
    skill("beam", related={"flink": 0.8}),
    skill("rust"),
)


def find(asked: Requirement, *shown_: Shown) -> Finding:
    (finding,) = find_gaps(profile(*shown_), target(asked), TAXONOMY)
    return finding


def verdict(finding: Finding) -> tuple[FindingStatus, float, tuple[str, ...]]:
    return finding.status, round(finding.credit, 4), finding.by


@pytest.mark.parametrize(("status", "credit"), [(Status.DEMONSTRATED, 1.0), (Status.LISTED, 0.75), (Status.COURSEWORK, 0.6)])
def test_shown_skill_meets_for_the_credit_of_its_status(status: Status, credit: float) -> None:
    assert verdict(find(requirement("python"), shown("python", status))) == (FindingStatus.MET, credit, ("python",))


@pytest.mark.parametrize("status", [Status.NEGATED, Status.ASPIRATIONAL, Status.HIDDEN])
def test_skill_that_is_not_shown_does_not_count(status: Status) -> None:
    assert verdict(find(requirement("python"), shown("python", status))) == (FindingStatus.MISSING, 0, ())


def test_nothing_shown_is_missing() -> None:
    finding = find(requirement("python"))
    assert (finding.status, finding.credit, finding.by, finding.evidence) == (FindingStatus.MISSING, 0, (), ())
    assert finding.why == "nothing in the résumé shows it"


@pytest.mark.parametrize("asked", ["python", "field"], ids=["implied", "broader"])
def test_what_follows_from_a_shown_skill_is_met_by_it(asked: str) -> None:
    assert verdict(find(requirement(asked), shown("numpy", Status.DEMONSTRATED))) == (FindingStatus.MET, 1.0, ("numpy",))


def test_narrower_skill_is_not_met_by_a_broader_one() -> None:
    assert find(requirement("numpy"), shown("field", Status.DEMONSTRATED)).status is FindingStatus.MISSING


def test_related_skill_is_partial_for_part_of_the_credit_of_its_status() -> None:
    assert verdict(find(requirement("flink"), shown("spark", Status.LISTED))) == (
        FindingStatus.PARTIAL,
        0.15,
        ("spark",),
    )


def test_strongest_relation_counts() -> None:
    finding = find(requirement("flink"), shown("spark", Status.DEMONSTRATED), shown("beam", Status.DEMONSTRATED))
    assert verdict(finding) == (FindingStatus.PARTIAL, 0.5, ("beam",))


def test_relation_does_not_go_on_to_the_next_skill() -> None:
    assert find(requirement("beam"), shown("spark", Status.DEMONSTRATED)).status is FindingStatus.MISSING


def test_skill_itself_wins_over_a_related_one_but_the_better_credit_counts() -> None:
    long = requirement("flink", min_years=4)
    used = replace(shown("beam", Status.DEMONSTRATED), months=48)
    assert verdict(find(long, used, shown("flink", Status.COURSEWORK))) == (FindingStatus.MET, 0.5, ("flink",))


def test_any_alternative_meets() -> None:
    assert verdict(find(requirement("rust", "python"), shown("python"))) == (FindingStatus.MET, 0.75, ("python",))


def test_best_alternative_counts_and_the_others_are_named_behind_it() -> None:
    finding = find(requirement("rust", "python"), shown("rust", Status.LISTED), shown("python", Status.DEMONSTRATED))
    assert verdict(finding) == (FindingStatus.MET, 1.0, ("python", "rust"))


def test_skill_is_named_once_however_much_it_supports() -> None:
    assert find(requirement("python", "field"), shown("numpy", Status.DEMONSTRATED)).by == ("numpy",)


@pytest.mark.parametrize(
    ("skills", "status", "credit"),
    [
        (["python", "rust"], FindingStatus.MET, 0.75),
        (["python"], FindingStatus.PARTIAL, 0.375),
        ([], FindingStatus.MISSING, 0),
        (["python", "beam"], FindingStatus.PARTIAL, round((0.75 + 0.75 * 0.5) / 2, 4)),
        (["python", "rust", "flink"], FindingStatus.MET, 0.75),
    ],
)
def test_at_least_two_of_three(skills: list[str], status: FindingStatus, credit: float) -> None:
    finding = find(requirement("python", "rust", "flink", at_least=2), *(shown(s) for s in skills))
    assert (finding.status, round(finding.credit, 4)) == (status, credit)


def test_too_few_are_counted_in_why() -> None:
    finding = find(requirement("python", "rust", at_least=2), shown("python"))
    assert finding.why == "Python is listed (1 of 2 asked for)"


@pytest.mark.parametrize(
    ("asked", "has", "why"),
    [
        ("python", "python", "Python is listed"),
        ("python", "numpy", "Numpy is listed, and it includes Python"),
        ("flink", "beam", "Beam is listed, of the same family as Flink"),
    ],
)
def test_why_says_how_a_skill_supports(asked: str, has: str, why: str) -> None:
    assert find(requirement(asked), shown(has)).why == why


def test_evidence_of_the_status_comes_first() -> None:
    listed, used = evidence(Status.LISTED, 0), evidence(Status.DEMONSTRATED, 50)
    finding = find(requirement("python"), shown("python", Status.DEMONSTRATED, listed, used))
    assert finding.evidence == (used, listed)


def test_finding_carries_so_much_evidence_and_no_more() -> None:
    pieces = [evidence(Status.LISTED, start) for start in range(MOST_EVIDENCE + 3)]
    assert find(requirement("python"), shown("python", Status.LISTED, *pieces)).evidence == tuple(pieces[:MOST_EVIDENCE])


def test_same_evidence_comes_once() -> None:
    piece = evidence()
    finding = find(requirement("python", "field"), shown("numpy", Status.LISTED, piece))
    assert finding.evidence == (piece,)


def test_findings_follow_the_targets_order() -> None:
    asked = [requirement("rust"), requirement("python"), requirement("flink", level=Level.MENTIONED, weight=0)]
    findings = find_gaps(profile(shown("python")), target(*asked), TAXONOMY)
    assert [f.requirement for f in findings] == asked


def test_target_that_asks_nothing_has_no_findings() -> None:
    assert find_gaps(profile(shown("python")), target(), TAXONOMY) == ()
