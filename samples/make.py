#!/usr/bin/env python3
"""Makes the PDFs of the sample résumés from samples/src: python samples/make.py [name ...]

LaTeX sources need pdflatex, HTML sources Chromium, the Word source python-docx and LibreOffice. Says what is missing.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SRC = HERE / "src"
EPOCH = "1793534400"  # 2026-11-01 12:00 UTC, the date in all files
PDF_DATE = b"D:20261101120000+00'00'"
DOCX = "anton_brezina_data_analyst"


def tool(*names):
    return next((path for path in map(shutil.which, names) if path), None)


def run(command, **more):
    env = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "FORCE_SOURCE_DATE": "1", "TZ": "UTC"}
    done = subprocess.run(
        [str(part) for part in command], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300, **more
    )
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stdout.decode(errors='replace')[-3000:]}")


def from_latex(source, pdf, work):
    for _ in range(2):
        run(
            [tool("pdflatex"), "-interaction=nonstopmode", "-halt-on-error", f"-output-directory={work}", source.name],
            cwd=source.parent,
        )
    shutil.copyfile(work / pdf.name, pdf)


def from_html(source, pdf, work):
    out = work / pdf.name
    run(
        [
            tool("chromium", "chromium-browser", "google-chrome"),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            f"--user-data-dir={work / 'profile'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={out}",
            source.as_uri(),
        ]
    )
    pdf.write_bytes(fixed_date(out.read_bytes()))


def from_docx(source, pdf, work):
    run(
        [
            tool("soffice", "libreoffice"),
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            work,
            source,
        ]
    )
    data = fixed_date((work / pdf.name).read_bytes())
    data = re.sub(rb"(/DocChecksum /)[0-9A-F]{32}", rb"\g<1>" + b"0" * 32, data)
    data = re.sub(
        rb"(/ID \[ <)[0-9A-F]{32}(>\s+<)[0-9A-F]{32}(> \])",
        rb"\g<1>" + b"0" * 32 + rb"\g<2>" + b"0" * 32 + rb"\g<3>",
        data,
    )
    pdf.write_bytes(data)


def fixed_date(data):
    """The same bytes at each run; only dates of the same length are replaced, so that the offsets in the file stay right."""

    def swap(found):
        return found.group(1) + (
            PDF_DATE if len(found.group(2)) == len(PDF_DATE) else b"D:20261101120000".ljust(len(found.group(2)), b"Z")
        )

    return re.sub(rb"(/(?:CreationDate|ModDate) ?\()(D:\d{14}[0-9Z+'-]*)", swap, data)


def build_docx(path):
    """Writes the Word source; its text is here, since a .docx can't be edited by hand."""
    from datetime import datetime

    from docx import Document
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Cm, Pt, RGBColor

    doc = Document()
    page = doc.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin = page.bottom_margin = Cm(1.4)
    normal = doc.styles["Normal"]
    normal.font.name, normal.font.size = "Liberation Sans", Pt(10)
    normal.paragraph_format.space_after = Pt(1)
    title = doc.styles["Title"]
    title.font.name, title.font.size = "Liberation Sans", Pt(20)
    title.paragraph_format.space_after = Pt(2)
    head = doc.styles["Heading 2"]
    head.font.name, head.font.size, head.font.color.rgb = "Liberation Sans", Pt(11.5), RGBColor(0x1F, 0x4E, 0x79)
    head.paragraph_format.space_before, head.paragraph_format.space_after = Pt(7), Pt(2)

    for style in (title, head):  # the theme's font would win over the name
        fonts = style.element.rPr.rFonts
        for key in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[key]

    def line(text):
        doc.add_paragraph(text)

    def job(what, when):
        paragraph = doc.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.paragraph_format.space_before = Pt(3)
        paragraph.paragraph_format.keep_with_next = True
        paragraph.add_run(what).bold = True
        paragraph.add_run("\t" + when)

    def points(*texts):
        for text in texts:
            doc.add_paragraph(text, style="List Bullet").paragraph_format.space_after = Pt(1)

    doc.add_paragraph("Anton Brezina", style="Title")
    line("Junior Data Analyst | Brno, Czech Republic | +420 555 010 127 | anton.brezina@example.com")

    doc.add_heading("About me", 2)
    line(
        "After ten years in professional kitchens I moved to data. I know what it means to make a decision in twelve seconds with "
        "half of the facts, and I like that I may now look for the other half. Careful, calm under pressure, good with people who hate numbers."
    )

    doc.add_heading("Work experience", 2)
    job("Junior Data Analyst, Pinegate Logistics, Brno", "March 2026 – Present")
    points(
        "Look after six Power BI reports on late deliveries that 45 dispatchers open every morning; wrote about 60 DAX measures.",
        "Query the order database with SQL (PostgreSQL). Found that 2.3% of the routes were billed twice, worth about 31,000 EUR a year.",
        "Rebuilt the weekly carrier report in Excel with Power Query: 20 minutes of work, it used to be four hours.",
    )
    job("Sous chef, from 2021 kitchen manager, Bistro Zelená Lípa, Brno", "June 2018 – August 2025")
    points(
        "Led a team of 14, planned shifts and orders for up to 220 guests a day.",
        "Built the food-cost tracker in Excel (pivot tables, lookups), updated nightly. Waste went from 9% to 5.5% of purchases.",
        "Started the express lunch menu, which brought 22% more guests at noon, mostly by word of mouth.",
    )
    job("Commis chef, Hotel Kraska, Olomouc", "2015 – 2018")
    points("Cold kitchen and pastry; took over the stock list after the first year because nobody else wanted it.")

    doc.add_heading("Project", 2)
    job("What does a tomato cost?", "October 2025 – December 2025")
    points(
        "Wrote down 1,900 prices at five farmers' markets in Google Sheets and published them as a Looker Studio dashboard; a local "
        "newsletter with 3,000 readers linked to it."
    )

    doc.add_heading("Courses and education", 2)
    job("Data Analytics Bootcamp, Datahaus Moravia (part time, 400 hours)", "September 2025 – February 2026")
    line("Topics: SQL, Python with pandas and Matplotlib, Tableau, descriptive statistics, hypothesis testing, A/B testing, Git.")
    job("Online course: Statistics without Fear, Openlake Academy", "2025")
    line("Linear regression and sampling, exercises in R.")
    job("Secondary school of gastronomy, Olomouc, with school-leaving exam", "2011 – 2015")

    doc.add_heading("Skills", 2)
    rows = [
        ("Area", "Tools", "Level"),
        ("Reporting", "Power BI, DAX, Power Query, Excel", "every day"),
        ("Data", "SQL, PostgreSQL, Google Sheets", "every week"),
        ("Programming", "Python (pandas)", "from the bootcamp"),
        ("Office", "PowerPoint, Jira", "good"),
        ("Languages", "Czech (native), English (C1), German (B1)", ""),
    ]
    table = doc.add_table(rows=0, cols=3, style="Light Grid Accent 1")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row):
            cell.text = text
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    table.autofit = False
    for column, width in zip(range(3), (3.2, 9.6, 4.2)):
        table.columns[column].width = Cm(width)
        for cell in table.columns[column].cells:
            cell.width = Cm(width)

    doc.add_heading("Certificates and plans", 2)
    line("Microsoft Certified: Power BI Data Analyst Associate (PL-300), July 2026. HACCP food safety, 2019.")
    line("Next on my list to learn: dbt and Snowflake.")

    doc.core_properties.title = "Anton Brezina - CV"
    doc.core_properties.author = doc.core_properties.last_modified_by = "Anton Brezina"
    doc.core_properties.comments = ""
    doc.core_properties.created = doc.core_properties.modified = datetime(2026, 11, 1, 12)
    doc.save(str(path))
    with zipfile.ZipFile(path) as old:  # the same parts again, with a fixed date
        parts = [(name, old.read(name)) for name in old.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts:
            new.writestr(zipfile.ZipInfo(name, (2026, 11, 1, 12, 0, 0)), data, zipfile.ZIP_DEFLATED)


def main(wanted):
    kinds = {
        ".tex": (from_latex, ("pdflatex",), "texlive-latex-recommended and texlive-fonts-recommended"),
        ".html": (from_html, ("chromium", "chromium-browser", "google-chrome"), "chromium and fonts-liberation"),
        ".docx": (from_docx, ("soffice", "libreoffice"), "libreoffice-writer and fonts-liberation"),
    }
    missing = []
    if not wanted or DOCX in wanted:
        try:
            build_docx(SRC / f"{DOCX}.docx")
        except ImportError:
            missing.append("python-docx is missing (pip install python-docx); the Word source stays as it is")
    for source in sorted(SRC.iterdir()):
        if source.suffix not in kinds or (wanted and source.stem not in wanted):
            continue
        make, names, packages = kinds[source.suffix]
        if not tool(*names):
            missing.append(f"{names[0]} is missing for {source.name} (Debian: {packages})")
            continue
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as work:
            make(source, HERE / f"{source.stem}.pdf", Path(work))
        print(f"{source.stem}.pdf")
    print(*missing, sep="\n", end="\n" if missing else "")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
