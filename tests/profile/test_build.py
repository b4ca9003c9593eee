"""What a document shows: each skill once, with its status, months, last use and evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from made import AS_OF, document, skill, taxonomy_of
from skillgap.model import Cue, Document, Found, Kind, Mention, Profile, Rule, SectionKind, Shown, SkillId, Status
from skillgap.profile import build

TAXONOMY = taxonomy_of(skill("python"), skill("sql"), skill("tact", kind=Kind.SOFT), skill("exam", kind=Kind.CERTIFICATION))
TEXT = """Python person

Experience
Tester, Jan 2020 - Jun 2020
• python and SQL
Builder, Mar 2020 - Dec 2020
• python

Education
M.Sc. Biology, Jan 2015 - Dec 2016
SQL

Skills
SQL, tact, exam, Qwertool"""


def mentions(text: str, *names: str, cue: Cue | None = None, score: float = 1.0) -> tuple[Mention, ...]:
    """Return a mention for each place where one of the names stands, in reading order."""
    places = [(at, name) for name in names for at in range(len(text)) if text.lower().startswith(name, at)]
    return tuple(
        Mention(SkillId(n), at, at + len(n), text[at : at + len(n)], n, Rule.EXACT, score, cue) for at, n in sorted(places)
    )


def profile(text: str = TEXT, *names: str) -> Profile:
    found = Found(mentions(text, *(names or ("python", "sql", "tact", "exam"))), ())
    return build(document(text), found, TAXONOMY, AS_OF)


def shown(skills: tuple[Shown, ...], id_: str) -> Shown:
    return next(s for s in skills if s.skill == id_)


def test_skill_comes_once_with_all_its_evidence() -> None:
    python = shown(profile().skills, "python")
    assert [e.section for e in python.evidence] == [SectionKind.OTHER, SectionKind.EXPERIENCE, SectionKind.EXPERIENCE]


def test_skills_come_in_order_of_first_mention_and_by_kind() -> None:
    found = profile()
    assert [s.skill for s in found.skills] == ["python", "sql"]
    assert [s.skill for s in found.soft_skills] == ["tact"]
    assert [s.skill for s in found.certifications] == ["exam"]


def test_evidence_says_what_and_where() -> None:
    found = profile()
    piece = shown(found.skills, "sql").evidence[0]
    assert found.document.text[piece.start : piece.end] == piece.text == "SQL"
    assert (piece.page, piece.box, piece.line, piece.rule) == (1, None, "• python and SQL", Rule.EXACT)


def test_months_are_the_union_of_the_jobs_that_name_it() -> None:
    assert [shown(profile().skills, k).months for k in ("python", "sql")] == [12, 6]


def test_last_use_is_the_end_of_the_last_job_that_names_it() -> None:
    assert [shown(profile().skills, k).last_used for k in ("python", "sql")] == ["2020-12", "2020-06"]


@pytest.mark.parametrize(
    "text",
    [
        "Education\nM.Sc., Jan 2015 - Dec 2016\nPython",
        "Skills\nPython, Jan 2015 - Dec 2016",
        "Experience\nPython without a date",
        "Experience\nTester, 2015 - 2016\nPython",
        "Experience\nTester, Jan 2027 - Mar 2027\nPython",
    ],
    ids=["study", "list", "no date", "years", "after as_of"],
)
def test_months_are_unknown(text: str) -> None:
    python = shown(profile(text, "python").skills, "python")
    assert (python.months, python.last_used) == (None, None)


def test_project_counts_months_as_a_job_does() -> None:
    assert shown(profile("Projects\nGame, Jan 2020 - Mar 2020\nPython", "python").skills, "python").months == 3


def test_open_job_lasts_until_as_of() -> None:
    python = shown(profile("Experience\nTester, Jan 2026 - present\nPython", "python").skills, "python")
    assert (python.months, python.last_used) == (11, "present")


def status_of(text: str, cue: Cue | None = None) -> Status:
    found = Found(mentions(text, "python", cue=cue), ())
    return build(document(text), found, TAXONOMY, AS_OF).skills[0].status


@pytest.mark.parametrize("cue", [Cue.NEGATED, Cue.ASPIRATIONAL])
def test_cue_wins_over_the_section(cue: Cue) -> None:
    assert status_of("Experience\nTester, Jan 2020 - Mar 2020\nPython", cue) == cue.value


def test_negated_job_gives_no_months() -> None:
    text = "Experience\nTester, Jan 2020 - Mar 2020\nPython"
    found = Found(mentions(text, "python", cue=Cue.NEGATED), ())
    assert build(document(text), found, TAXONOMY, AS_OF).skills[0].months is None


def hide(read: Document, *pieces: str) -> Document:
    return replace(read, words=tuple(replace(w, hidden=read.text[w.start : w.end] in pieces) for w in read.words))


def test_skill_in_hidden_words_only_is_hidden() -> None:
    text = "Experience\nTester, Jan 2020 - Mar 2020\nPython"
    found = build(hide(document(text), "Python"), Found(mentions(text, "python"), ()), TAXONOMY, AS_OF)
    assert (found.skills[0].status, found.skills[0].months) == (Status.HIDDEN, None)


def test_skill_that_stands_elsewhere_too_is_shown() -> None:
    text = "Skills\nSQL\n\nSummary\nsql"
    found = build(hide(document(text), "sql"), Found(mentions(text, "sql"), ()), TAXONOMY, AS_OF)
    assert found.skills[0].status is Status.LISTED


def test_name_of_which_a_part_is_seen_is_not_hidden() -> None:
    text = "Skills\nBig Query"
    mention = (Mention(SkillId("sql"), 7, 16, "Big Query", "Big Query", Rule.EXACT, 1.0),)
    assert build(hide(document(text), "Big"), Found(mention, ()), TAXONOMY, AS_OF).skills[0].status is Status.LISTED


def test_confidence_is_that_of_the_best_evidence() -> None:
    found = Found((*mentions("python sql", "python", score=0.8), *mentions("sql python", "python", score=0.97)), ())
    assert build(document("python sql python"), found, TAXONOMY, AS_OF).skills[0].confidence == 0.97


def test_degrees_and_unlisted_terms_are_there() -> None:
    found = profile()
    assert [(d.level, d.field) for d in found.degrees] == [("master", "Biology")]
    assert [u.text for u in found.unlisted] == ["Qwertool"]


def test_text_without_skills_has_an_empty_profile() -> None:
    found = build(document("Nothing here"), Found((), ()), TAXONOMY, AS_OF)
    assert (found.skills, found.soft_skills, found.certifications, found.degrees, found.unlisted) == ((), (), (), (), ())


@pytest.mark.parametrize("heading", ["Experience & Projects", "Work Experience / Internships", "EXPERIENCE & EDUCATION"])
def test_two_headings_in_one_line_are_a_heading(heading: str, profile_of: Callable[..., Profile]) -> None:
    assert profile_of(f"{heading}\nServices in Python").skills[0].status is Status.DEMONSTRATED
