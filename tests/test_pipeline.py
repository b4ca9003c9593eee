"""The program on one page: files and targets in, a Batch out."""

from __future__ import annotations

from pathlib import Path

import pytest

import small
from skillgap import pipeline
from skillgap.documents import PdfEngine, PdfOptions
from skillgap.errors import UnknownTarget, UnreadableFile
from skillgap.model import Month, Skipped
from skillgap.taxonomy import Taxonomy, load

RESUME = str(small.RESUME)
PDF = str(small.DATA / "hostile" / "ok_simple.pdf")
AS_OF = Month(2026, 11)


@pytest.fixture(scope="module")
def known(cache_folder: Path) -> Taxonomy:
    return load(small.TAXONOMY)


def test_a_batch_says_with_what_it_was_made(known: Taxonomy) -> None:
    batch = pipeline.run([RESUME], known, AS_OF)
    assert (batch.as_of, batch.taxonomy_version, batch.taxonomy_digest) == (AS_OF, known.version, known.digest)


def test_no_roles_give_profiles_only(known: Taxonomy) -> None:
    batch = pipeline.run([RESUME, PDF], known, AS_OF)
    assert [p.document.source.file for p in batch.profiles] == [RESUME, PDF]
    assert (batch.reports, batch.skipped, batch.ranked) == ((), (), False)


def test_named_roles_give_reports_by_file_then_in_their_order(known: Taxonomy) -> None:
    batch = pipeline.run([RESUME, PDF], known, AS_OF, roles=["me", "de"])
    pairs = [(r.profile.document.source.file, r.target.id) for r in batch.reports]
    assert pairs == [(file, role) for file in (RESUME, PDF) for role in ("model-engineer", "data-engineer")]
    assert not batch.ranked


def test_an_empty_list_of_roles_ranks_all_by_fit(known: Taxonomy) -> None:
    batch = pipeline.run([RESUME], known, AS_OF, roles=[])
    assert batch.ranked
    assert {r.target.id for r in batch.reports} == set(known.roles)
    assert [r.fit for r in batch.reports] == sorted((r.fit for r in batch.reports), reverse=True)


def test_roles_may_come_from_an_iterator(known: Taxonomy) -> None:
    batch = pipeline.run([RESUME, PDF], known, AS_OF, roles=iter(["de"]))
    assert len(batch.reports) == 2
    assert not batch.ranked


def test_a_report_belongs_to_a_profile_of_the_batch(known: Taxonomy) -> None:
    batch = pipeline.run([RESUME, PDF], known, AS_OF, roles=["de"])
    assert [r.profile for r in batch.reports] == list(batch.profiles)
    assert all(r.profile is p for r, p in zip(batch.reports, batch.profiles, strict=True))


def test_a_file_that_cannot_be_read_is_a_value_and_the_others_go_on(known: Taxonomy) -> None:
    batch = pipeline.run(["a.pdf", RESUME, "b.pdf"], known, AS_OF, roles=["de"])
    assert batch.skipped == tuple(Skipped(f, "not_found", "no such file; check the path") for f in ("a.pdf", "b.pdf"))
    assert len(batch.profiles) == len(batch.reports) == 1


def test_no_files_are_an_empty_batch(known: Taxonomy) -> None:
    batch = pipeline.run([], known, AS_OF, roles=[])
    assert (batch.profiles, batch.reports, batch.skipped) == ((), (), ())


def test_an_unknown_role_is_raised_before_a_file_is_read(known: Taxonomy) -> None:
    with pytest.raises(UnknownTarget):
        pipeline.run(["missing.pdf"], known, AS_OF, roles=["de", "nope"])


def test_read_profile_raises_what_run_skips(known: Taxonomy) -> None:
    with pytest.raises(UnreadableFile):
        pipeline.read_profile("missing.pdf", known, AS_OF)


def test_read_all_gives_documents_and_what_was_skipped(known: Taxonomy) -> None:
    documents, skipped = pipeline.read_all([RESUME, "missing.pdf", PDF], known)
    assert [d.source.file for d in documents] == [RESUME, PDF]
    assert [s.code for s in skipped] == ["not_found"]


@pytest.mark.parametrize("engine", [PdfEngine.PDFIUM, PdfEngine.PDFPLUMBER])
def test_the_engine_reaches_the_reader(known: Taxonomy, engine: PdfEngine) -> None:
    batch = pipeline.run([PDF], known, AS_OF, pdf=PdfOptions(engine))
    assert [p.document.engine for p in batch.profiles] == [engine]


def test_other_skills_are_shown_used_by_no_finding_and_not_asked_for(known: Taxonomy) -> None:
    (report,) = pipeline.run([RESUME], known, AS_OF, roles=["me"]).reports
    counted = {s.skill for s in report.profile.skills if s.status.counts}
    used = {skill for f in report.findings for skill in f.by}
    assert {s.skill for s in report.other_skills} == counted - used


def test_skill_that_a_requirement_names_is_no_other_skill_where_another_meets_it(known: Taxonomy) -> None:
    (report,) = pipeline.run([RESUME], known, AS_OF, roles=["de"]).reports
    met = next(f for f in report.findings if f.requirement.any_of == ("sql",))
    assert met.by == ("postgresql",)
    assert "sql" not in {s.skill for s in report.other_skills}


def test_what_is_only_hoped_for_is_no_other_skill(known: Taxonomy) -> None:
    (report,) = pipeline.run([RESUME], known, AS_OF, roles=["all-required"]).reports
    assert "rust" in {s.skill for s in report.profile.skills}
    assert not {"rust", "scala"} & {s.skill for s in report.other_skills}


def test_the_same_input_gives_the_same_batch(known: Taxonomy) -> None:
    assert pipeline.run([RESUME], known, AS_OF, roles=[]) == pipeline.run([RESUME], known, AS_OF, roles=[])
