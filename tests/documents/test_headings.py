"""Lines that are headings of sections, and lines that are none."""

from __future__ import annotations

import pytest

from skillgap.documents.headings import MAX_HEADING, heading_kind
from skillgap.model import SectionKind
from skillgap.taxonomy.values import Words

K = SectionKind

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
    ("Ausbildung und Studium", K.EDUCATION),
    ("Compétences et outils", K.SKILLS),
    ("Formación y cursos", K.EDUCATION),
]

# What résumé builders, LaTeX classes and networks print above their sections, as they print it.
TEMPLATES = {
    K.EXPERIENCE: "Experience|EXPERIENCE|Work Experience|Professional Experience|Employment History|Appointments|WORK|Volunteer Work"
    "|Berufserfahrung|BERUFLICHER WERDEGANG|Praktikum|Expérience professionnelle|Parcours professionnel|Stages"
    "|Experiencia laboral|Experiencia profesional|Prácticas",
    K.PROJECTS: "Projects|PROJECT|Selected Projects|Side Projects|Open Source|Projekte|Projets|Projets académiques|Proyectos",
    K.EDUCATION: "Education|EDUCATION|Academic Background|Education and certificates|Ausbildung|Studium|Bildungsweg"
    "|Formation|Parcours académique|Educación|Formación académica",
    K.SKILLS: "Skills|Technical Skills|TOP SKILLS|Computer Skills|S K I L L S|TOOLBOX|PROGRAMMING|Tools|Methods|THEMES|Technical Strengths"
    "|Kenntnisse|IT-Kenntnisse|Top-Kenntnisse|Programmierkenntnisse|Compétences|Principales compétences|Langages de programmation"
    "|Aptitudes principales|Conocimientos|Habilidades técnicas",
    K.SUMMARY: "Summary|PROFILE|About me|In short|Introduction|Professional Summary|Kurzprofil|Zusammenfassung|Über mich|Profil|À propos|Résumé"
    "|Perfil|Extracto|Sobre mí",
    K.PUBLICATIONS: "Publications|PUBLICATIONS (SELECTED, * EQUAL CONTRIBUTION)|Selected Publications|PAPERS|Patents|Invited Talks"
    "|Selected Presentations|Talks and Writing|Publikationen|Veröffentlichungen|Publications scientifiques|Publicaciones",
    K.CERTIFICATIONS: "Certifications|Licenses & Certifications|C E R T I F I C AT I O N|Zertifikate|Lizenzen und Zertifikate"
    "|Licences et certifications|Certificaciones",
    K.COURSES: "Courses|COURSEWORK|Courses and education|Weiterbildung|Formation continue|Cursos",
    K.LANGUAGES: "Languages|L A N G U A G E S|Sprachen|Sprachkenntnisse|Langues|Idiomas",
    K.INTERESTS: "Interests|Hobbies|OFF DUTY|O F F W O R K|Interessen|Hobbys|Centres d’intérêt|Loisirs|Intereses|Aficiones",
    K.REFERENCES: "References|Referees|Referenzen|Références|Referencias",
    K.AWARDS: "Awards|Selected Honors|GRANTS AND AWARDS|Honors & Awards|Awards and Service|Auszeichnungen|Distinctions|Premios",
    K.CONTACT: "Contact|C O N TA C T|LINKS|Personal data|Kontakt|Persönliche Daten|Coordonnées|Contacto|Datos personales",
}


@pytest.mark.parametrize(("line", "kind"), [(line, kind) for kind, lines in TEMPLATES.items() for line in lines.split("|")])
def test_headings_of_templates_are_recognised(words: Words, line: str, kind: SectionKind) -> None:
    assert heading_kind(line, words) == kind


def test_the_table_of_templates_has_all_kinds() -> None:
    assert set(TEMPLATES) == set(SectionKind) - {SectionKind.OTHER}


@pytest.mark.parametrize(("line", "kind"), HEADINGS)
def test_it_is_a_heading(words: Words, line: str, kind: SectionKind) -> None:
    assert heading_kind(line, words) == kind


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
    assert heading_kind(line, words) is None


def test_every_heading_of_the_taxonomy_is_found_in_capitals(words: Words) -> None:
    listed = [(heading, kind) for kind, headings in words.headings.items() for heading in headings]
    assert [h for h, kind in listed if heading_kind(h.upper(), words) != kind] == []


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
    assert heading_kind(line, words) == kind


def test_an_apostrophe_may_be_typographic(words: Words) -> None:
    assert heading_kind("Centres d’intérêt", words) == K.INTERESTS


@pytest.mark.parametrize("item", ["• Leadership", "- Teaching", "• Research", "• Writing"])
def test_an_item_of_a_list_is_no_heading(words: Words, item: str) -> None:
    assert heading_kind(item, words) is None


@pytest.mark.parametrize(("length", "kind"), [(MAX_HEADING, K.SUMMARY), (MAX_HEADING + 1, None)])
def test_a_heading_has_a_longest_length(words: Words, length: int, kind: SectionKind | None) -> None:
    assert heading_kind("Summary ".ljust(length, "."), words) == kind
