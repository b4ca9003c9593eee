"""A report as a person has it before them: on a screen, on a phone, in the dark, on paper, with a keyboard, and read out."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Open = Callable[..., Page]

REPORTS = ("pages", "ranking", "several", "text", "hostile")

# Elements that stick out of the window to the right, but for what scrolls by itself or is for screen readers only.
STICKING_OUT = """() => [...document.querySelectorAll("body *")].filter(e => !e.closest(".wide, .vh, .skip")
    && e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5).map(e => e.outerHTML.slice(0, 120))"""
IN_SIGHT = """e => { const b = e.getBoundingClientRect();
    return b.top >= 0 && b.bottom <= innerHeight && document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2) !== null
        && e.matches(":target"); }"""


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_opens(open_report: Open, name: str) -> None:
    page = open_report(name)
    assert page.title().endswith(" – skillgap")
    assert page.locator("h1").count() == 1
    assert page.locator(".ring").first.is_visible()


@pytest.mark.parametrize("width", [320, 360, 1119, 1280])
@pytest.mark.parametrize("name", REPORTS)
def test_nothing_is_wider_than_the_window(open_report: Open, name: str, width: int) -> None:
    page = open_report(name, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(STICKING_OUT) == []


@pytest.mark.parametrize(("width", "dark"), [(360, True), (1280, False)], ids=["phone in the dark", "screen by day"])
@pytest.mark.parametrize("name", REPORTS)
def test_nothing_hinders_a_person_who_reads_it_in_another_way(open_report: Open, name: str, width: int, *, dark: bool) -> None:
    page = open_report(name, width=width, dark=dark)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["impact"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found] == []


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["pages", "text", "several"])
def test_evidence_leads_to_its_outline_and_back(open_report: Open, name: str, width: int) -> None:
    page = open_report(name, width=width)
    places = page.locator("a.where")
    for number in {0, places.count() // 2, places.count() - 1}:
        place = places.nth(number)
        place.click()
        mark = page.locator(f"[id='{place.get_attribute('href')[1:]}']")
        assert mark.evaluate(IN_SIGHT)
        mark.click()
        finding = page.locator(f"[id='{mark.get_attribute('href')[1:]}']")
        assert finding.evaluate(IN_SIGHT)
        assert "finding" in finding.get_attribute("class")


def test_beside_each_other_finding_and_page_are_seen_at_once(open_report: Open) -> None:
    page = open_report("pages")
    place = page.locator("a.where").nth(9)
    place.click()
    assert place.evaluate("e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; }")


@pytest.mark.parametrize("name", ["ranking", "several"])
def test_every_report_can_be_jumped_to(open_report: Open, name: str) -> None:
    page = open_report(name)
    links = page.locator("table a")
    assert links.count() > 2
    for number in range(links.count()):
        links.nth(number).click()
        place = page.evaluate("document.querySelector(':target').getBoundingClientRect().top")
        assert -1 <= place < 800


def test_a_keyboard_gets_to_the_report_first(open_report: Open) -> None:
    page = open_report("pages")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_the_dark_is_dark_and_the_page_stays_paper(open_report: Open) -> None:
    def gray(page: Page, of: str) -> float:
        colour = page.locator(of).first.evaluate("e => getComputedStyle(e).backgroundColor.match(/\\d+/g).map(Number)")
        return sum(colour[:3]) / 3

    light, dark = open_report("pages"), open_report("pages", dark=True)
    assert gray(light, "body") > 200
    assert gray(dark, "body") < 60
    assert gray(dark, ".sheet") == 255


@pytest.mark.parametrize("name", REPORTS)
def test_it_prints(open_report: Open, name: str) -> None:
    page = open_report(name)
    labels = page.locator(".report .finding strong, details[open] .finding strong").all_inner_texts()
    printed = pypdfium2.PdfDocument(page.pdf(format="A4"))
    texts = [sheet.get_textpage().get_text_bounded() for sheet in printed]
    whole = " ".join(" ".join(texts).split())
    assert 2 <= len(printed) <= 40
    assert [label for label in labels if " ".join(label.split()[:2]) not in whole] == []
    printed.close()


def test_the_pages_are_printed_with_their_outlines(open_report: Open) -> None:
    page = open_report("pages")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 900})
    assert page.evaluate(STICKING_OUT) == []
    sheet, mark = (page.locator(of).first.bounding_box() for of in (".sheet", ".sheet .mark"))
    image = page.locator(".sheet img").first.bounding_box()
    assert image["width"] / image["height"] == pytest.approx(612 / 792, abs=0.01)
    assert sheet["x"] < mark["x"] < sheet["x"] + sheet["width"]


def test_words_of_a_resume_do_nothing(open_report: Open) -> None:
    page = open_report("hostile")
    page.wait_for_timeout(100)
    assert page.title() == "<i>cv<b> & 'co'.txt against Data Engineer – skillgap"
    assert page.locator("h1").inner_text() == "<i>cv<b> & 'co'.txt against Data Engineer"
    assert page.locator("script, a[href^='http'], img, i, .text b").count() == 0
    shown = page.locator(".text").inner_text()
    for words in (
        "<script>document.title",
        "<img src=x onerror=",
        '</main><h1 id="main">taken</h1>',
        "[red]Spark[/red]",
        "{{ page.title }}",
    ):
        assert words in shown
    assert not set("\x1b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(page.content())
