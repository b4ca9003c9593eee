"""The page of a cohort of 2,000 people: it opens, sorts, filters, turns its pages, and hinders nobody."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from skillgap.batch.exports import page as cohort_page
from skillgap.batch.exports.tables import View
from skillgap.batch.identity import Identity
from skillgap.batch.outcome import FindingRow, ReportRow, Result, StepRow
from skillgap.batch.store import opened

PEOPLE = 2000
ASKED = [f"Requirement {n}" for n in range(25)]
HOSTILE = "<img src=x onerror=document.title='taken'></script><b>"


def result(number: int, dice: Random) -> Result:
    findings = tuple(
        FindingRow(n, status, {"met": 1.0, "partial": 0.3, "missing": 0.0}[status])
        for n, status in enumerate(dice.choices(["met", "partial", "missing"], k=len(ASKED)))
    )
    overall = sum(f.credit for f in findings) / len(ASKED)
    report = ReportRow(0, 0.5, overall, overall, None, findings, (StepRow(0, "sql", "SQL", 0.04),))
    name = HOSTILE if number == 7 else f"Person {number:04}"
    return Result(f"{number:064}", "text", 1, Identity(name, f"p{number}@example.org"), "", (), (report,), b"", None)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, dice = tmp_path_factory.mktemp("cohort"), Random(5)
    asked = [{"label": label, "level": "required", "weight": 1.0} for label in ASKED]
    about = {
        "settings": "s",
        "as_of": "2026-11",
        "targets": json.dumps([{"id": "tester", "name": "Tester", "requirements": asked}]),
    }
    with opened(folder / "cohort.db", new=True) as store:
        store.begin(about, ())
        for number in range(PEOPLE):
            made = result(number, dice)
            store.put(made, "s", named=True)
            store.put_file(f"{number}.txt", made.sha256)
        store.commit()
        cohort_page.write(View(store), folder)
    return folder / "index.html"


@pytest.fixture
def cohort(browser: Browser, file: Path) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    yield page
    assert asked == [file.as_uri()]
    page.close()


def names(page: Page) -> list[str]:
    return page.locator("#table tbody td:first-child").all_inner_texts()


def shares(page: Page) -> list[int]:
    return [int(text.rstrip("%")) for text in page.locator("#table tbody td:nth-child(2)").all_inner_texts()]


def test_it_shows_the_best_fifty_first(cohort: Page) -> None:
    assert len(names(cohort)) == 50
    assert shares(cohort) == sorted(shares(cohort), reverse=True)
    assert cohort.locator("#count").inner_text() == "2000 of 2000 people"


def test_it_sorts_by_any_column_both_ways(cohort: Page) -> None:
    cohort.get_by_role("button", name="Person").click()
    assert names(cohort)[1:4] == ["Person 0000", "Person 0001", "Person 0002"]
    cohort.get_by_role("button", name="Person").click()
    assert names(cohort)[0] == "Person 1999"
    cohort.get_by_role("button", name="Requirement 3", exact=True).click()
    assert set(cohort.locator("#table tbody td:nth-child(6) .cell").all_inner_texts()) == {"✓"}


def test_it_filters_by_words_coverage_and_what_somebody_lacks(cohort: Page) -> None:
    cohort.get_by_label("Name or file contains").fill("person 12")
    assert cohort.locator("#count").inner_text() == "100 of 2000 people"
    cohort.get_by_label("Lacks").select_option(label="Requirement 0")
    assert set(cohort.locator("#table tbody td:nth-child(3) .cell").all_inner_texts()) == {"·"}
    cohort.get_by_label("Coverage at least").fill("50")
    assert all(share >= 50 for share in shares(cohort))


def test_it_turns_its_pages(cohort: Page) -> None:
    first = names(cohort)
    assert cohort.locator("#back").is_disabled()
    cohort.locator("#next").click()
    assert cohort.locator("#page").inner_text() == "Page 2 of 40"
    assert not set(first) & set(names(cohort))
    cohort.locator("#back").click()
    assert names(cohort) == first


def test_a_name_runs_nothing(cohort: Page) -> None:
    cohort.get_by_label("Name or file contains").fill("onerror")
    assert names(cohort) == [HOSTILE]
    assert cohort.title() == "Cohort of 2000 people"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_hinders_nobody_and_fits_the_window(cohort: Page, width: int, scheme: str) -> None:
    cohort.emulate_media(color_scheme=scheme)
    cohort.set_viewport_size({"width": width, "height": 800})
    assert cohort.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(cohort).response["violations"]
    assert [(v["id"], v["impact"], [n["html"][:200] for n in v["nodes"][:3]]) for v in found] == []
