"""The PDF that LinkedIn exports: a sidebar, then jobs below their employer, with lengths beside the dates."""

from __future__ import annotations

from collections.abc import Callable

from tiny_pdf import line, pdf

from skillgap.documents import read
from skillgap.model import SectionKind
from skillgap.taxonomy.values import Words

SIDEBAR = ("Contact", "ida@example.org", "Top Skills", "Python", "Terraform", "Languages", "English (Native or Bilingual)")
MAIN = (
    "Ida Marlowe",
    "Platform Engineer at Acme",
    "Summary",
    "I build platforms.",
    "Experience",
    "Acme",
    "5 years 11 months",
    "Platform Engineer",
    "June 2023 - Present (3 years 6 months)",
    "Leeds, England",
    "Runs Kubernetes for 45 teams, and looks after their alarms.",
    "Junior Engineer",
    "January 2021 - May 2023 (2 years 5 months)",
    "Kept Jenkins running for 60 teams.",
    "Education",
    "University of the Wolds",
    "BSc, Computer Science - (2015 - 2018)",
    "Page 1 of 1",
)


def column(texts: tuple[str, ...], x: int) -> bytes:
    return b"".join(line(text, x=x, y=740 - 20 * row) for row, text in enumerate(texts))


def test_its_sections_and_jobs_are_found(words: Words, write: Callable[[str, bytes], str]) -> None:
    document = read(write("Profile.pdf", pdf(column(SIDEBAR, 20) + column(MAIN, 230))), words)
    kinds = [s.kind for s in document.sections if s.heading]
    assert kinds[1:] == [
        SectionKind.SKILLS,
        SectionKind.LANGUAGES,
        SectionKind.SUMMARY,
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
    ]
    (experience,) = [s for s in document.sections if s.kind is SectionKind.EXPERIENCE]
    assert [(str(e.dates.since), e.dates.until and str(e.dates.until)) for e in experience.entries] == [
        ("2023-06", None),
        ("2021-01", "2023-05"),
    ]
    assert ["Kubernetes" in document.text[e.start : e.end] for e in experience.entries] == [True, False]
    assert ["Jenkins" in document.text[e.start : e.end] for e in experience.entries] == [False, True]
