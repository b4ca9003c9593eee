"""Headings, and the sections between them. The dated entries of sections are in test_entries.py."""

from __future__ import annotations

import pytest

from skillgap.documents.sections import Line, find_sections, lines_of
from skillgap.model import SectionKind
from skillgap.taxonomy.values import Words

K = SectionKind


def kinds(text: str, words: Words) -> list[str]:
    return [s.kind for s in find_sections(text, words)]


def kind_of(heading: str, words: Words) -> str:
    """Return the kind of section that a line below other text begins, "" where it begins none."""
    sections = find_sections(f"Ida Marlowe\n{heading}\nPython", words)
    return sections[1].kind if len(sections) == 2 else ""


HEADINGS = [
    ("Experience", K.EXPERIENCE),
    ("EXPERIENCE", K.EXPERIENCE),
    ("eXPERIENCE", K.EXPERIENCE),
    ("  Experience  ", K.EXPERIENCE),
    ("Work  Experience", K.EXPERIENCE),
    ("Technical Skills:", K.SKILLS),
    ("Skills.", K.SKILLS),
    ("Profile …", K.SUMMARY),
    # numbers and ornaments
    ("1. Experience", K.EXPERIENCE),
    ("2) Education", K.EDUCATION),
    ("03 | Projects", K.PROJECTS),
    ("— Skills —", K.SKILLS),
    ("★ Awards ★", K.AWARDS),
    ("## Languages", K.LANGUAGES),
    ("[References]", K.REFERENCES),
    ("=== Contact ===", K.CONTACT),
    # letter-spaced
    ("S K I L L S", K.SKILLS),
    ("E XPERIENCE", K.EXPERIENCE),
    ("E X P E R I E N C E :", K.EXPERIENCE),
    ("W O R K   E X P E R I E N C E", K.EXPERIENCE),
    ("A T A G L A N C E", K.SUMMARY),
    # two in one: the first counts
    ("Education and Certifications", K.EDUCATION),
    ("Certifications and Education", K.CERTIFICATIONS),
    ("Projects, Publications", K.PROJECTS),
    ("Education/Training", K.EDUCATION),
    ("Projects|Publications", K.PROJECTS),
    ("Awards, Grants and Publications", K.AWARDS),
    ("Skills & Tools", K.SKILLS),
    ("Honors & Awards", K.AWARDS),
    ("Memberships and Talks", K.AWARDS),
    # other languages
    ("BERUFSERFAHRUNG", K.EXPERIENCE),
    ("Ausbildung:", K.EDUCATION),
    ("Persönliche Daten", K.CONTACT),
    ("Expérience professionnelle :", K.EXPERIENCE),
    ("COMPÉTENCES", K.SKILLS),
    ("Centres d'intérêt", K.INTERESTS),
    ("Formación académica", K.EDUCATION),
    ("IDIOMAS", K.LANGUAGES),
]


@pytest.mark.parametrize(("line", "kind"), HEADINGS)
def test_it_is_a_heading(words: Words, line: str, kind: SectionKind) -> None:
    assert kind_of(line, words) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Python",
        "Skills: Python, SQL",
        "Skills and Python",
        "Python and skills",
        "Python, Java",
        "Experienced engineer",
        "Experience with Kafka",
        "Over ten years of experience",
        "Work experience 2019",
        "My education began at sea",
        "Interested in research and teaching",
        "ski lls",
        "C R",
        "A B C",
        "I",
        "R",
        "2019",
        "----------",
        "•",
        "Experience" + " " * 51 + "|",
        "Summary " + "." * 60,
    ],
)
def test_it_is_no_heading(words: Words, line: str) -> None:
    assert kind_of(line, words) == ""


def test_every_heading_of_the_taxonomy_is_found_in_capitals(words: Words) -> None:
    listed = [(heading, kind) for kind, headings in words.headings.items() for heading in headings]
    assert [h for h, kind in listed if kind_of(h.upper(), words) != kind] == []


@pytest.mark.xfail(strict=True, reason="a sign that stands alone makes the line a letter-spaced one, which is not split")
@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Education & Certifications", K.EDUCATION),
        ("Technical Skills & Tools", K.SKILLS),
        ("CERTIFICATIONS / COURSES", K.CERTIFICATIONS),
        ("Projects | Publications", K.PROJECTS),
        ("Awards + Grants", K.AWARDS),
    ],
)
def test_a_sign_between_spaces_joins_two_headings(words: Words, line: str, kind: SectionKind) -> None:
    assert kind_of(line, words) == kind


@pytest.mark.xfail(strict=True, reason="typographic apostrophes are not folded")
def test_an_apostrophe_may_be_typographic(words: Words) -> None:
    assert kind_of("Centres d’intérêt", words) == K.INTERESTS


@pytest.mark.xfail(strict=True, reason="a bullet is taken for an ornament of a heading")
@pytest.mark.parametrize("item", ["• Leadership", "- Teaching", "• Research", "• Writing"])
def test_an_item_of_a_list_is_no_heading(words: Words, item: str) -> None:
    assert kinds(f"Skills\n• Python\n{item}\n• SQL", words) == [K.SKILLS]


def test_what_stands_before_the_first_heading_has_none(words: Words) -> None:
    first, second = find_sections("Ida Marlowe\n\nSkills\nPython", words)
    assert (first.kind, first.heading, first.start, first.end) == (K.OTHER, "", 0, 13)
    assert (second.kind, second.heading, second.start, second.end) == (K.SKILLS, "Skills", 13, 26)


def test_a_text_that_begins_with_a_heading_has_nothing_before_it(words: Words) -> None:
    assert kinds("Skills\nPython", words) == [K.SKILLS]


def test_a_text_without_headings_is_one_section(words: Words) -> None:
    assert kinds("Ida Marlowe\nPython", words) == [K.OTHER]


def test_a_heading_keeps_its_wording(words: Words) -> None:
    (section,) = find_sections("1. TECHNICAL  SKILLS:\nPython", words)
    assert section.heading == "1. TECHNICAL  SKILLS:"


def test_a_heading_with_nothing_below_is_a_section(words: Words) -> None:
    assert kinds("Skills\nLanguages\nEnglish", words) == [K.SKILLS, K.LANGUAGES]


def test_the_same_kind_may_come_twice(words: Words) -> None:
    assert kinds("Experience\nAcme\nSkills\nSQL\nFurther Education\nMOOC\nExperience\nBeta", words) == [
        K.EXPERIENCE,
        K.SKILLS,
        K.COURSES,
        K.EXPERIENCE,
    ]


def test_no_text_has_no_sections(words: Words) -> None:
    assert find_sections("", words) == ()


def test_lines_are_those_with_characters() -> None:
    text = "Ida\n\nPython SQL\n"
    assert list(lines_of(text)) == [Line(0, 3, "Ida"), Line(5, 15, "Python SQL")]


def test_lines_of_a_part_count_from_the_beginning_of_the_text() -> None:
    assert list(lines_of("Ida\nPython\nSQL", 4, 10)) == [Line(4, 10, "Python")]


@pytest.mark.parametrize("mark", ["•", "◦", "▪", "●", "■", "‣", "·", "*", "✓", "➢", "o", "–", "-", "  •"])
def test_a_mark_before_a_space_begins_a_bullet(mark: str) -> None:
    assert Line(0, 0, f"{mark} Python").is_bullet


@pytest.mark.parametrize("text", ["Python", "•Python", "-5 degrees", "o", "oh", "– ".strip(), "2019 – 2020"])
def test_other_lines_are_no_bullets(text: str) -> None:
    assert not Line(0, 0, text).is_bullet
