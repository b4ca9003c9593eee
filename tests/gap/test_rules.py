"""The rules of credit: years, staleness, certificates; and that no evidence ever lowers a score."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made import AS_OF, evidence, profile, requirement, shown, skill, target, taxonomy_of
from skillgap.gap import find_gaps
from skillgap.model import (
    Degree,
    Finding,
    FindingStatus,
    GapKind,
    Kind,
    Level,
    Place,
    Profile,
    Requirement,
    RequirementKind,
    SectionKind,
    Shown,
    SkillId,
    Stated,
    Status,
)

TAXONOMY = taxonomy_of(
    skill("python"),
    skill("numpy", implies=["python"]),
    skill("spark", related={"flink": 0.5}),
    skill("flink", related={"spark": 0.5, "beam": 0.8}),
    skill("beam", related={"flink": 0.8}),
    skill("communication", kind=Kind.SOFT),
    skill("health", kind=Kind.SOFT),
    skill("aws-associate", kind=Kind.CERTIFICATION, implies=["aws"]),
    skill("aws"),
)
MET, PARTIAL, MISSING = FindingStatus


def find(asked: Requirement, *skills: Shown, **more: object) -> Finding:
    (finding,) = find_gaps(replace(profile(*skills), **more), target(asked), TAXONOMY)
    return finding


def used(id_: str, last: str | None, months: int | None = None) -> Shown:
    piece = evidence(Status.DEMONSTRATED, last_used=last)
    return Shown(SkillId(id_), Status.DEMONSTRATED, 1.0, months, last, (piece,))


# ---------------------------------------------------------------- years


@pytest.mark.parametrize(("months", "credit"), [(36, 1.0), (60, 1.0), (18, 0.75), (0, 0.5), (None, 0.5)])
def test_months_count_against_the_years_asked_for(months: int | None, credit: float) -> None:
    finding = find(requirement("python", min_years=3), used("python", "present", months))
    assert (finding.status, finding.credit) == (MET, credit)


@pytest.mark.parametrize(
    ("months", "why", "gaps"),
    [
        (36, "Python is demonstrated", ()),
        (14, "Python is demonstrated; 3 years asked for, 14 months of it", (GapKind.LEVEL,)),
        (None, "Python is demonstrated; 3 years asked for, its dates don't say how long", (GapKind.LEVEL,)),
    ],
)
def test_too_few_years_are_a_gap_of_level(months: int | None, why: str, gaps: tuple[GapKind, ...]) -> None:
    finding = find(requirement("python", min_years=3), used("python", "present", months))
    assert (finding.why, finding.gaps) == (why, gaps)


def claims(years: float, months: int | None = None) -> Shown:
    claim = evidence(Status.LISTED, 90)
    return replace(used("python", "present", months), stated=Stated(years, claim))


@pytest.mark.parametrize(
    ("months", "years", "credit", "why", "gaps"),
    [
        (None, 5.0, 1.0, "its dates don't say how long, 5 years stated, which count as 48 months without dates", ()),
        (
            6,
            2.5,
            0.75,
            "6 months of it, 2.5 years stated, which count as 24 months without dates",
            (GapKind.LEVEL,),
        ),
        (36, 1.0, 0.875, "36 months of it, 1 years stated", (GapKind.LEVEL,)),
    ],
)
def test_stated_years_count_for_less_than_dated_months(
    months: int | None, years: float, credit: float, why: str, gaps: tuple[GapKind, ...]
) -> None:
    finding = find(requirement("python", min_years=4), claims(years, months))
    assert (finding.credit, finding.gaps) == (credit, gaps)
    assert finding.why == f"Python is demonstrated; 4 years asked for, {why}"
    assert [e.start for e in finding.evidence] == [0, 90]


def test_dated_months_that_are_enough_need_no_claim() -> None:
    assert find(requirement("python", min_years=2), claims(9, 24)).why == "Python is demonstrated"
    assert [e.start for e in find(requirement("python"), claims(9)).evidence] == [0]


def test_alternative_with_enough_years_counts() -> None:
    finding = find(requirement("python", "spark", min_years=2), used("python", "present", 6), used("spark", "present", 24))
    assert (finding.credit, finding.by) == (1.0, ("spark", "python"))


def test_years_of_what_implies_a_skill_are_years_of_it() -> None:
    assert find(requirement("python", min_years=2), used("numpy", "present", 24)).credit == 1.0


# ---------------------------------------------------------------- stale


@pytest.mark.parametrize(
    ("last", "credit", "gaps"),
    [
        ("present", 1.0, ()),
        (None, 1.0, ()),
        ("2021-12", 1.0, ()),
        ("2021-11", 0.8, (GapKind.STALE,)),
        ("2016-12", 0.8, (GapKind.STALE,)),
        ("2016-11", 0.6, (GapKind.STALE,)),
    ],
)
def test_what_was_used_long_ago_earns_less(last: str | None, credit: float, gaps: tuple[GapKind, ...]) -> None:
    assert AS_OF.index == 2026 * 12 + 10
    finding = find(requirement("python"), used("python", last))
    assert (finding.status, finding.credit, finding.gaps) == (MET, credit, gaps)


def test_stale_says_since_when() -> None:
    assert find(requirement("python"), used("python", "2014-03")).why == "Python is demonstrated, last used 2014-03"


def test_list_of_today_counts_more_than_a_job_of_long_ago() -> None:
    pieces = (evidence(Status.DEMONSTRATED, last_used="2010-01"), evidence(Status.LISTED, 50))
    finding = find(requirement("python"), shown("python", Status.DEMONSTRATED, *pieces))
    assert (finding.credit, finding.gaps) == (0.75, (GapKind.STALE,))


def test_one_job_of_late_is_enough() -> None:
    pieces = (evidence(Status.DEMONSTRATED, last_used="2010-01"), evidence(Status.DEMONSTRATED, 50, last_used="2025-01"))
    finding = find(requirement("python"), shown("python", Status.DEMONSTRATED, *pieces))
    assert (finding.credit, finding.gaps) == (1.0, ())


# ---------------------------------------------------------------- kinds of gap


def test_kinds_of_gap() -> None:
    assert find(requirement("python")).gaps == (GapKind.MISSING,)
    assert find(requirement("python"), shown("python", Status.LISTED)).gaps == (GapKind.CLAIMED,)
    assert find(requirement("python"), shown("python", Status.COURSEWORK)).gaps == (GapKind.CLAIMED,)
    assert find(requirement("flink"), shown("spark", Status.DEMONSTRATED)).gaps == (GapKind.NEAR,)
    assert find(requirement("python", min_years=2), shown("python")).gaps == (GapKind.CLAIMED, GapKind.LEVEL)
    assert find(requirement("python", "flink", at_least=2), shown("python")).gaps == (GapKind.MISSING, GapKind.CLAIMED)


def test_what_earns_its_whole_weight_has_no_gap() -> None:
    assert find(requirement("python"), used("python", "present")).gaps == ()


def test_supposed_skill_counts_as_in_use() -> None:
    supposed = Shown(SkillId("python"), Status.DEMONSTRATED, 1.0, None, None, (), supposed=True)
    finding = find(requirement("python"), supposed)
    assert (finding.status, finding.credit, finding.why, finding.evidence) == (MET, 1.0, "Python is supposed", ())


# ---------------------------------------------------------------- other kinds of requirement

DOCUMENT_PLACE = Place("Example", 0, 7, 1, SectionKind.EDUCATION, None)


def degree_of(level: str, asked: str) -> Finding:
    return find(requirement(asked, kind=RequirementKind.DEGREE), degrees=(Degree(level, None, DOCUMENT_PLACE),))


@pytest.mark.parametrize(
    ("level", "asked", "status", "credit", "gaps"),
    [
        ("master", "master", MET, 1.0, ()),
        ("phd", "bachelor", MET, 1.0, ()),
        ("master", "phd", PARTIAL, 0.5, (GapKind.LEVEL,)),
        ("bachelor", "phd", MISSING, 0.0, (GapKind.MISSING,)),
    ],
)
def test_degree_counts_by_its_level(
    level: str, asked: str, status: FindingStatus, credit: float, gaps: tuple[GapKind, ...]
) -> None:
    finding = degree_of(level, asked)
    assert (finding.status, finding.credit, finding.gaps) == (status, credit, gaps)


def test_degree_has_its_evidence_and_reason() -> None:
    finding = degree_of("master", "phd")
    assert (finding.by, finding.why) == (("master",), "the highest degree is a master's degree")
    assert [(e.text, e.section, e.line) for e in finding.evidence] == [("Example", SectionKind.EDUCATION, "Example")]


def test_no_degree_is_missing() -> None:
    assert find(requirement("phd", kind=RequirementKind.DEGREE)).why == "no degree is named"
    assert degree_of("bachelor", "phd").why == "the highest degree is a bachelor's degree"


def test_highest_degree_counts() -> None:
    degrees = tuple(Degree(level, None, DOCUMENT_PLACE) for level in ("bachelor", "phd", "master"))
    assert find(requirement("phd", kind=RequirementKind.DEGREE), degrees=degrees).by == ("phd",)


def test_publications_are_met_by_any() -> None:
    asked = requirement("publications", kind=RequirementKind.PUBLICATION)
    assert find(asked, publications=3).why == "3 listed"
    assert find(asked, publications=3).status is MET
    assert find(asked).status is MISSING


def test_certification_earns_all_of_its_credit_and_its_skill_that_of_a_course() -> None:
    certified = shown("aws-associate", Status.COURSEWORK)
    asked = requirement("aws-associate", kind=RequirementKind.CERTIFICATION)
    finding = find(asked, certifications=(certified,))
    assert (finding.status, finding.credit, finding.gaps) == (MET, 1.0, ())
    assert find(requirement("aws"), certifications=(certified,)).credit == 0.6


@pytest.mark.parametrize("kind", [RequirementKind.SOFT, RequirementKind.DOMAIN])
def test_soft_skills_and_domains_are_met_by_soft_skills(kind: RequirementKind) -> None:
    finding = find(requirement("health", kind=kind), soft_skills=(shown("health", Status.DEMONSTRATED),))
    assert (finding.status, finding.credit) == (MET, 1.0)


# ---------------------------------------------------------------- more is never less

IDS = sorted(TAXONOMY.skills)
dates = st.sampled_from([None, "present", "2025-01", "2020-01", "2010-01"])
pieces = st.builds(
    lambda status, start, last: evidence(status, start, last_used=last if status is Status.DEMONSTRATED else None),
    st.sampled_from(list(Status)[:3]),
    st.integers(0, 50),
    dates,
)
months = st.one_of(st.none(), st.integers(1, 60))
claimed = st.sampled_from([0, 1.5, 3, 12])
asked = st.builds(
    lambda any_of, at_least, years: requirement(
        *any_of, at_least=min(at_least, len(any_of)), min_years=years, level=Level.REQUIRED
    ),
    st.lists(st.sampled_from(IDS), min_size=1, max_size=4, unique=True),
    st.integers(1, 3),
    st.one_of(st.none(), st.integers(1, 5)),
)


def of_evidence(id_: str, rows: list, length: int | None, claimed: float) -> Shown:
    status = min((e.status for e in rows), key=list(Status).index)
    stated = Stated(claimed, rows[0]) if claimed else None
    return Shown(SkillId(id_), status, 1.0, length, None, tuple(rows), stated=stated)


def more_months(length: int | None, more: int | None) -> int | None:
    return length if more is None else (length or 0) + more


@settings(max_examples=200, derandomize=True, deadline=None)
@given(
    st.lists(asked, min_size=1, max_size=4),
    st.dictionaries(st.sampled_from(IDS), st.tuples(st.lists(pieces, min_size=1, max_size=3), months, claimed), max_size=4),
    st.sampled_from(IDS),
    pieces,
    months,
    claimed,
)
def test_more_evidence_months_or_stated_years_never_lower_a_credit_nor_a_status(  # noqa: PLR0917
    requirements: list[Requirement],
    has: dict[str, tuple[list, int | None, float]],
    id_: str,
    piece: object,
    longer: int | None,
    claim: float,
) -> None:
    rows, length, before_claim = has.get(id_, ([], None, 0))
    more = has | {id_: ([*rows, piece], more_months(length, longer), max(before_claim, claim))}
    before, after = (
        find_gaps(profile(*(of_evidence(k, *v) for k, v in each.items())), target(*requirements), TAXONOMY)
        for each in (has, more)
    )
    order = [MISSING, PARTIAL, MET]
    for less, now in zip(before, after, strict=True):
        assert now.credit >= less.credit - 1e-9
        assert order.index(now.status) >= order.index(less.status)


LEVELS = ("bachelor", "master", "phd")


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(LEVELS)), st.sampled_from(LEVELS), st.sampled_from(LEVELS))
def test_another_degree_never_lowers_a_credit(has: list[str], another: str, asked_: str) -> None:
    def credit(levels: list[str]) -> float:
        made: Profile = replace(profile(), degrees=tuple(Degree(level, None, DOCUMENT_PLACE) for level in levels))
        return find_gaps(made, target(requirement(asked_, kind=RequirementKind.DEGREE)), TAXONOMY)[0].credit

    assert credit([*has, another]) >= credit(has)
