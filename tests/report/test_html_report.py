"""Batch -> HTML: one file, valid links, points that add up, and what a résumé says is never markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import lxml.html
import pytest

from skillgap import pipeline
from skillgap.model import Batch, Deciding, Evidence, Month, Picture, ReadingWarning, SkillId, Skipped
from skillgap.report import GAP_FORMATS, html
from skillgap.report.look import Look
from skillgap.taxonomy import Taxonomy

BatchOf = Callable[..., Batch]
Page = lxml.html.HtmlElement

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></title></body><b>bold</b>",
    '"><a href="https://example.org">here</a>',
    "' onmouseover='alert(1)",
    "&lt;b&gt; &amp; &copy;",
    "{{ page.title }} {% raw %} {# gone #}",
    "<!-- ]]> <svg/onload=alert(1)>",
)


def page_of(batch: Batch, taxonomy: Taxonomy, look: Look | None = None, *, explain: bool = False) -> Page:
    return lxml.html.document_fromstring(html.render_gaps(batch, taxonomy, look or Look(), explain=explain))


def ids(page: Page) -> list[str]:
    return page.xpath("//@id")


def drawn(batch: Batch) -> Batch:
    """Return the batch of a text as if it had been a page: its words in boxes, and a picture of it."""

    def placed(evidence: Evidence) -> Evidence:
        return replace(evidence, box=(evidence.start, 10.0, evidence.end, 20.0))

    (profile,), (report,) = batch.profiles, batch.reports
    document = replace(profile.document, pictures=(Picture(1, 612.0, 792.0, b"picture"),))
    seen = replace(profile, document=document)
    findings = tuple(replace(f, evidence=tuple(map(placed, f.evidence))) for f in report.findings)
    others = tuple(replace(s, evidence=tuple(map(placed, s.evidence))) for s in report.other_skills)
    return replace(batch, profiles=(seen,), reports=(replace(report, profile=seen, findings=findings, other_skills=others),))


# ------------------------------------------------------------- one file


@pytest.mark.parametrize("roles", [["de"], ["de", "me"], []], ids=["one", "two", "ranking"])
def test_the_file_needs_nothing_else(batch_of: BatchOf, small: Taxonomy, roles: list[str]) -> None:
    page = page_of(batch_of(roles=roles), small)
    assert not page.xpath("//script | //link | //iframe | //object | //@src[not(starts-with(., 'data:'))]")
    assert not [name for name in page.xpath("//@*") if getattr(name, "attrname", "").startswith("on")]
    assert all(link.startswith("#") for link in page.xpath("//@href"))
    assert not re.search(r"url\(|@import", page.xpath("string(//style)"))
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("roles", [["de"], ["de", "me"], []], ids=["one", "two", "ranking"])
def test_ids_are_unique_and_every_link_leads_somewhere(batch_of: BatchOf, small: Taxonomy, roles: list[str]) -> None:
    one, other = batch_of(roles=roles), batch_of("Skills\nPython, Rust\n", roles=roles, name="other.txt")
    both = replace(one, profiles=one.profiles + other.profiles, reports=one.reports + other.reports)
    page = page_of(both, small)
    assert [i for i, count in Counter(ids(page)).items() if count > 1] == []
    assert {link[1:] for link in page.xpath("//@href")} <= set(ids(page))


def test_the_same_batch_gives_the_same_bytes(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of(roles=["de"])
    assert GAP_FORMATS["html"](batch, small) == html.render_gaps(batch, small)


# ------------------------------------------------------------- what is on it


def test_points_add_up_to_the_coverage(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of(roles=["de"])
    earned = [float(t.split()[0]) for t in page_of(batch, small).xpath("//*[contains(@class, 'points')]/text()") if " of " in t]
    assert sum(earned) == pytest.approx(batch.reports[0].coverage.overall * 100, abs=0.05 * len(earned))


def test_every_finding_is_there_under_its_status(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of(roles=["de"])
    page = page_of(batch, small)
    for finding in batch.reports[0].findings:
        (row,) = page.xpath(f"//li[contains(@class, 'finding')][.//strong[text()='{finding.requirement.label}']]")
        assert finding.status in row.get("class")


def test_what_is_left_to_do_is_said(batch_of: BatchOf, small: Taxonomy) -> None:
    page = page_of(batch_of("Skills\nPython\n", roles=["de"]), small)
    (row,) = page.xpath("//li[contains(@class, 'finding')][.//strong='Python']")
    assert row.xpath(".//span[@class='left']/text()") == ["claimed, no job or project uses it"]


def test_the_plan_is_an_ordered_path(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of("Skills\nRust\n", roles=["de"])
    page = page_of(batch, small)
    names = page.xpath("//ol[@class='path']/li//strong/text()")
    assert names == [small.skills[s.skill].name for s in batch.reports[0].plan]
    (after,) = page.xpath("//ol[@class='path']/li[.//strong='Apache Airflow']//a[text()='Python']/@href")
    assert page.get_element_by_id(after[1:]).xpath("string(.//strong)") == "Python"


def test_a_piece_of_evidence_leads_to_its_outline_and_back(batch_of: BatchOf, small: Taxonomy) -> None:
    for batch in (batch_of(roles=["de"]), drawn(batch_of(roles=["de"]))):
        page = page_of(batch, small)
        places = page.xpath("//li[contains(@class, 'finding')]//a[@class='where']")
        assert len(places) == sum(bool(f.evidence) for f in batch.reports[0].findings)
        for place in places:
            mark = page.get_element_by_id(place.get("href")[1:])
            back = page.get_element_by_id(mark.get("href")[1:])
            assert place in list(back.iter("a"))


def test_an_outline_is_where_the_evidence_is(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = drawn(batch_of(roles=["de"]))
    page = page_of(batch, small)
    assert page.xpath("//img/@src") == ["data:image/webp;base64,cGljdHVyZQ=="]
    (mark,) = page.xpath("//a[contains(@class, 'mark')][contains(@title, 'Dagster')]")
    left = batch.reports[0].findings[3].evidence[0].start - html.marks.ROOM
    assert f"left:{left / 612 * 100:.2f}%;top:{8.5 / 792 * 100:.2f}%" in mark.get("style")


def test_what_goes_on_in_another_line_is_outlined_there_too(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = drawn(batch_of(roles=["de"]))
    (report,) = batch.reports
    below = ((1, (5.0, 40.0, 25.0, 50.0)),)
    longer = tuple(replace(f, evidence=tuple(replace(e, further=below) for e in f.evidence)) for f in report.findings)
    page = page_of(replace(batch, reports=(replace(report, findings=longer, other_skills=()),)), small)
    first, more = page.xpath("//figure//a[contains(@title, 'Dagster')]")
    assert (first.get("href"), first.get("id") is None) == (more.get("href"), False)
    assert (more.get("id"), more.get("tabindex"), more.get("aria-hidden")) == (None, "-1", "true")
    assert f"top:{(40 - html.marks.ROOM) / 792 * 100:.2f}%" in more.get("style")


def test_skills_that_decide_lead_to_their_outlines(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = drawn(batch_of(roles=["de"]))
    (report,) = batch.reports
    evidence = report.findings[3].evidence
    decided = (Deciding(SkillId("dagster"), evidence), Deciding(SkillId("rust"), ()))
    page = page_of(replace(batch, ranked=True, reports=(replace(report, deciding=decided),)), small)
    (because,) = page.xpath("//span[@class='because']")
    assert because.text_content().strip() == "Dagster, Rust"
    assert "mark" in page.get_element_by_id(because.find("a").get("href")[1:]).get("class")


def test_what_is_on_no_picture_has_no_outline(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = drawn(batch_of(roles=["de"]))
    (report,) = batch.reports
    document = replace(report.profile.document, source=replace(report.profile.document.source, pages=3))
    elsewhere = tuple(replace(f, evidence=tuple(replace(e, page=2) for e in f.evidence)) for f in report.findings)
    seen = replace(report.profile, document=document)
    report = replace(report, profile=seen, findings=elsewhere, other_skills=())
    page = page_of(replace(batch, profiles=(seen,), reports=(report,)), small)
    assert page.xpath("//figure//a[contains(@class, 'mark')]") == []
    assert "2 more pages are not shown." in page.text_content()


def test_a_text_is_whole_with_its_outlines(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of(roles=["de"])
    (text,) = page_of(batch, small).xpath("//div[@class='text']")
    assert text.text_content() == batch.profiles[0].document.text


@pytest.mark.parametrize("is_drawn", [False, True])
def test_the_pages_can_be_left_out(batch_of: BatchOf, small: Taxonomy, *, is_drawn: bool) -> None:
    batch = batch_of(roles=["de"])
    page = page_of(drawn(batch) if is_drawn else batch, small, Look(pages=False))
    assert page.xpath("//aside | //img | //a[contains(@class, 'mark')]") == []
    assert "Moved nightly jobs" in page.text_content()


def test_one_place_for_two_reports_is_outlined_once(batch_of: BatchOf, small: Taxonomy) -> None:
    page = page_of(batch_of("Experience\nWrote Python\n", roles=["de", "me"]), small)
    (mark,) = page.xpath("//div[@class='text']//a")
    assert mark.text == "Python"
    assert len(page.xpath(f"//a[@class='where'][@href='#{mark.get('id')}']")) == 2


def test_several_reports_have_an_overview(batch_of: BatchOf, small: Taxonomy) -> None:
    page = page_of(batch_of(roles=["de", "me"]), small)
    assert page.xpath("//nav//td/a/text()") == ["Data Engineer", "Model Engineer"]
    assert page_of(batch_of(roles=["de"]), small).xpath("//nav") == []


def test_all_roles_are_ranked_and_the_first_is_open(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of(roles=[])
    page = page_of(batch, small)
    assert page.xpath("//table//td[1]/a/text()") == [r.target.name for r in batch.reports]
    assert [d.get("open") is not None for d in page.xpath("//details[@class='role']")] == [True, False, False]


def test_two_files_of_one_name_are_told_apart(batch_of: BatchOf, small: Taxonomy) -> None:
    one = batch_of(roles=["de"])
    same = pipeline.run(["./cv.txt"], small, Month(2026, 11), roles=["de"])
    both = replace(one, profiles=one.profiles + same.profiles, reports=one.reports + same.reports)
    assert page_of(both, small).xpath("//nav//td[1]/a/text()") == ["cv.txt", "./cv.txt"]


def test_notes_and_skipped_files_are_named(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of(roles=["de"])
    document = replace(batch.profiles[0].document, warnings=(ReadingWarning("second_reader", "check the text"),))
    seen = replace(batch.profiles[0], document=document)
    skipped = (Skipped("other.pdf", "damaged", "can't be read as a PDF"),)
    page = page_of(replace(batch, profiles=(seen,), reports=(replace(batch.reports[0], profile=seen),), skipped=skipped), small)
    said = " ".join(page.text_content().split())
    assert "Note: check the text" in said
    assert "other.pdf: can't be read as a PDF" in said


def test_explain_says_what_was_not_taken(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of(roles=["de"])
    assert batch.profiles[0].dropped
    said = page_of(batch, small, explain=True).text_content()
    assert all(d.reason in said for d in batch.profiles[0].dropped)
    assert "Not taken as skills" not in page_of(batch, small).text_content()


def test_a_target_that_asks_for_nothing_has_no_coverage(batch_of: BatchOf, small: Taxonomy) -> None:
    batch = batch_of(roles=["de"])
    empty = replace(batch.reports[0], findings=(), plan=(), other_skills=())
    page = page_of(replace(batch, reports=(empty,)), small)
    assert page.xpath("//*[@class='ring']/@aria-label") == ["Coverage not asked"]
    assert page.xpath("//figure | //h3") == []


def test_what_if_is_said(small: Taxonomy, batch_of: BatchOf) -> None:
    batch_of("Skills\nPython\n")
    supposed = pipeline.run(["cv.txt"], small, Month(2026, 11), roles=["de"], supposed=["rust"])
    page = page_of(supposed, small)
    assert page.xpath("//ul[contains(@class, 'notes')]/li/text()")[-1] == "What if: Rust taken as in use"


# ------------------------------------------------------------- hostile words


@pytest.mark.parametrize("words", HOSTILE)
def test_a_resume_changes_nothing_but_its_own_words(batch_of: BatchOf, small: Taxonomy, words: str) -> None:
    def shape(page: Page) -> list[tuple[str, list[str]]]:
        for note in page.xpath("//p[@class='note']"):  # odd signs make the reader warn
            note.drop_tree()
        return [(e.tag, sorted(e.attrib)) for e in page.iter()]

    plain = page_of(batch_of("Experience\nWrote it in Python\n", roles=["de"]), small)
    laced = page_of(batch_of(f"Experience\nWrote {words} in Python\n", roles=["de"]), small)
    assert shape(laced) == shape(plain)
    assert laced.xpath("count(//body)") == 1
    assert f"Wrote {words} in Python" in laced.xpath("string(//div[@class='text'])")


def test_a_file_name_is_shown_as_it_stands(batch_of: BatchOf, small: Taxonomy) -> None:
    name = "<b>cv & \"co\" 'x'.txt"
    page = page_of(batch_of(roles=["de"], name=name), small)
    assert page.xpath("string(//h1)") == f"{name} against Data Engineer"


@pytest.mark.parametrize("control", ["\x1b[31m", "\x00", "\x9b31m", "\u202e", "\u2067", "\u200f"], ids=ascii)
def test_no_control_character_gets_through(batch_of: BatchOf, small: Taxonomy, control: str) -> None:
    batch = batch_of("Experience\nWrote it in Python\n", roles=["de"])
    (profile,) = batch.profiles
    document = replace(profile.document, text=profile.document.text.replace("Wrote", control + "ote"[: 5 - len(control)]))
    worse = replace(profile, document=document)
    report = replace(batch.reports[0], profile=worse)
    findings = tuple(replace(f, evidence=tuple(replace(e, line=control + e.line) for e in f.evidence)) for f in report.findings)
    out = html.render_gaps(replace(batch, profiles=(worse,), reports=(replace(report, findings=findings),)), small)
    assert control[0] not in out
