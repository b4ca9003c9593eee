"""Draw docs/report.webp, the picture of an HTML report in the README, with the system's Chromium.

python scripts/picture.py
"""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

import skillgap

ROOT = Path(__file__).parents[1]
RESUME = ROOT / "samples" / "anton_brezina_data_analyst.pdf"
PICTURE = ROOT / "docs" / "report.webp"
SIZE = {"width": 1280, "height": 900}


def main() -> None:
    """Draw the picture."""
    report = skillgap.analyze(RESUME, role="data-analyst", as_of="2026-11", pictures=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), chromium_sandbox=os.getuid() != 0)
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        page.set_content(skillgap.to_html(report), wait_until="load")
        drawn = Image.open(io.BytesIO(page.screenshot()))
        browser.close()
    drawn.convert("RGB").save(PICTURE, "WEBP", quality=82, method=6)


if __name__ == "__main__":
    main()
