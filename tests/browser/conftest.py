"""HTML reports in a browser: the system's Chromium, driven by Playwright, which downloads nothing here.

Without Chromium the tests are left out, unless SKILLGAP_CHROMIUM names it: then it must be there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

import small as small_files
from skillgap import pipeline
from skillgap.model import Month
from skillgap.report import html
from skillgap.taxonomy import Taxonomy

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
AS_OF = Month(2026, 11)

# What a résumé, and a file name, could try.
HOSTILE = """Ida <b>Marlowe</b> <script>document.title = "taken"; alert(1)</script>

Experience
Data Engineer, <img src=x onerror="document.title='taken'">
Mar 2019 – Present
- Pipelines in Python </li></ul></main><h1 id="main">taken</h1> and SQL <a href="https://example.org">here</a>
- [red]Spark[/red] and [link=https://example.org]Airflow[/link], \x1b[31mDocker\x1b[0m
- \u202eAWS backwards\u202c and \u2067Kafka\u2069 <style>* { display: none }</style>
- Wrote {{ page.title }} {% raw %} in Go
"""

Reports = dict[str, Path]
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> str:
    named = os.environ.get("SKILLGAP_CHROMIUM")
    found = next(filter(None, map(shutil.which, [named] if named else ["chromium", "chromium-browser"])), None)
    if found is None and not named:
        pytest.skip("no Chromium here")
    assert found, f"SKILLGAP_CHROMIUM: no {named} here"
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Chromium won't run as root in its sandbox.
        started = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=os.getuid() != 0)
        yield started
        started.close()


@pytest.fixture(scope="session")
def reports(taxonomy: Taxonomy, tmp_path_factory: pytest.TempPathFactory) -> Reports:
    """Return the files of reports, by what is in them."""
    folder = tmp_path_factory.mktemp("reports")
    hostile = folder / "<i>cv<b> & 'co'.txt"
    hostile.write_text(HOSTILE, encoding="utf-8")
    samples = {path.stem.split("_")[0]: str(path) for path in SAMPLES.glob("*.pdf")}
    job = str(SAMPLES / "postings" / "quillmoor_data_analyst.txt")
    made = {
        "pages": ([samples["mei"]], ["mle"], []),
        "ranking": ([samples["nora"]], [], []),
        "several": ([samples["anton"], samples["idris"], str(small_files.RESUME)], ["data-analyst"], [job]),
        "text": ([str(small_files.RESUME)], ["de"], []),
        "hostile": ([str(hostile)], ["de"], []),
    }
    for name, (files, roles, jobs) in made.items():
        batch = pipeline.run(files, taxonomy, AS_OF, roles=roles, jobs=jobs, pictures=True)
        (folder / f"{name}.html").write_text(html.render_gaps(batch, taxonomy, explain=name == "hostile"), encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture
def open_report(browser: Browser, reports: Reports) -> Iterator[Open]:
    """Return a function that opens a report. A test in which a page asks for anything, says anything or fails, fails."""
    pages: list[Page] = []
    heard: list[str] = []

    def open_(name: str, *, width: int = 1280, dark: bool = False) -> Page:
        page = browser.new_page(
            viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light", reduced_motion="reduce"
        )
        address = reports[name].as_uri()
        page.on("request", lambda request: request.url.startswith(("data:", address)) or heard.append(request.url))
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: (heard.append(dialog.message), dialog.dismiss()))
        page.goto(address)
        pages.append(page)
        return page

    yield open_
    for page in pages:
        page.close()
    assert heard == []
