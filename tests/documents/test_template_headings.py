"""Every heading of the résumés of the development set, those of templates among them: a table of them in their order.

`?` stands before headings that say nothing known and are told by their look.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pictured import needs

from skillgap import documents
from skillgap.model import SectionKind
from skillgap.taxonomy.values import Words

RESUMES = Path(__file__).parents[3] / "shared" / "eval" / "devset" / "cv"

HEADINGS = {
    "cv01_data_engineer_lead": "Profile|Professional Experience|Selected Projects|Technical Skills|Certifications|Education|Talks and Writing"
    "|Voluntary Work|Referees",
    "cv02_data_engineer_sidebar": "CONTACT|SKILLS|CERTIFICATE|LANGUAGES|INTERESTS|ABOUT ME|WORK|EDUCATION",
    "cv03_data_scientist_german": "Personal data|Professional experience|Education|IT and language skills|Hobbies",
    "cv04_data_scientist_changer": "In short|Education|Teaching|?Also|Experience",
    "cv05_applied_scientist": "TOOLBOX|THEMES|SERVICE|EDUCATION|OFF DUTY|EXPERIENCE|SELECTED PUBLICATIONS",
    "cv06_ml_engineer_senior": "Summary|Experience|Talks|Core stack|Methods|Languages|Education",
    "cv07_ml_engineer_junior": "SKILLS|EXPERIENCE|PROJECTS|EDUCATION|OTHER",
    "cv08_research_scientist": "RESEARCH INTERESTS|APPOINTMENTS|EDUCATION|PUBLICATIONS (SELECTED, * EQUAL CONTRIBUTION)|TEACHING"
    "|GRANTS AND AWARDS|SOFTWARE|ACADEMIC SERVICE",
    "cv09_research_engineer": "WORK|EDUCATION|?ALSO|PAPERS",
    "cv10_data_analyst": "Skills|Experience|Education and certificates",
    "cv11_mlops_linkedin": "Contact|Top Skills|Languages|Certifications|Summary|Experience|Education",
    "cv12_ai_engineer_scan": "Profile|Skills|Experience|Education",
    "deedy_macfonts": "EDUCATION|LINKS|COURSEWORK|SKILLS|PROGRAMMING|EXPERIENCE|RESEARCH|AWARDS|PUBLICATIONS",
    "latexcv_infographics2": "SKILLS|LANGUAGES|SOFTWARE PROGRAMS|?OS|?IT DEVELOPMENT|ACTIVITIES|EDUCATION & PROJECT & EXPERIENCE",
    "latexcv_sidebarleft": "SKILLS|CONTACT|PROFILE|WORK EXPERIENCE|EDUCATION|CERTIFICATIONS",
    "latexcv_two_column": "Summary|Education|Experience",
    "moderncv_star1327p": "?Contents|Summary|Introduction|?Disclaimer|Education|Work Experience|Computer Skills|Selected Publications"
    "|Selected Presentations",
    "reactive_azurill": "Profiles|Skills|Certifications|Projects|Summary|Experience|Education|Tools",
    "reactive_pikachu": "Profiles|Skills|Tools|Certifications|Languages|References|Summary|Experience|Education|Projects",
    **dict.fromkeys(
        ("rendercv_classic", "rendercv_engineeringresumes", "rendercv_moderncv"),
        "?Welcome to RenderCV|Education|Experience|Projects|Publications|Selected Honors|Skills|Patents|Invited Talks",
    ),
    "sb2nov": "Education|Experience|Projects",
    "srbhr_two_column": "SUMMARY|EXPERIENCE|PROJECTS|EDUCATION|SKILLS|LINKS",
}


@pytest.mark.skipif(not RESUMES.is_dir(), reason="the evaluation data aren't beside this checkout")
@pytest.mark.parametrize(
    ("name", "headings"), [pytest.param(*row, marks=[needs("tesseract")] if "scan" in row[0] else []) for row in HEADINGS.items()]
)
def test_every_heading_of_a_template_is_recognised(name: str, headings: str, words: Words) -> None:
    sections = documents.read(str(RESUMES / f"{name}.pdf"), words, pdf=documents.PdfOptions(hidden_check=False)).sections
    found = [("?" if s.kind is SectionKind.OTHER else "") + s.heading for s in sections if s.heading]
    assert found == headings.split("|")


@pytest.mark.skipif(not RESUMES.is_dir(), reason="the evaluation data aren't beside this checkout")
def test_the_table_has_all_resumes() -> None:
    assert {path.stem for path in RESUMES.glob("*.pdf")} == set(HEADINGS)
