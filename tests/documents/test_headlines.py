"""Lines that are headings by what they say and by how they look."""

from __future__ import annotations

import pytest

from skillgap.documents.headlines import headings_of
from skillgap.documents.lines import Line
from skillgap.model import SectionKind
from skillgap.taxonomy.values import Words

K = SectionKind
HEAD, BODY, BOLD = "Bold 12.0", "Plain 10.0", "Bold 10.0"


def found(text: str, words: Words) -> dict[str, SectionKind]:
    """Return the headings of lines that say their look first: # a heading's, = a title's, none the body's."""
    looks = {"#": HEAD, "=": BOLD}
    lines = [Line(0, 0, line.lstrip("#= "), look=looks.get(line[:1], BODY)) for line in text.split("\n")]
    return {lines[i].text: kind for i, kind in headings_of(lines, words).items()}


RESUME = "Ida Marlowe\n#Experience\n=Engineer, Acme 2019 – 2021\nBuilt shops\n#Education\nBSc, 2015 – 2019\n#Skills\nPython\nSQL"


def test_a_line_that_looks_like_the_known_headings_is_one(words: Words) -> None:
    assert found(f"{RESUME}\n#What else\nSailing", words) == {
        "Experience": K.EXPERIENCE,
        "Education": K.EDUCATION,
        "Skills": K.SKILLS,
        "What else": K.OTHER,
    }


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Certificates and plans", K.CERTIFICATIONS),
        ("Machine learning projects", K.PROJECTS),
        ("Experience in the cloud", K.EXPERIENCE),
        ("Jobs and Experience", K.EXPERIENCE),
        ("Disclaimer", K.OTHER),
    ],
)
def test_one_of_its_words_may_say_what_it_heads(heading: str, kind: SectionKind, words: Words) -> None:
    assert found(f"{RESUME}\n#{heading}\nNothing", words)[heading] == kind


@pytest.mark.parametrize(
    "line", ["Other", "#Sailed for 3 years", "#Sailing.", "#• Sailing", "#ida@example.org", "#" + "Sailing " * 8]
)
def test_other_lines_are_none(line: str, words: Words) -> None:
    assert len(found(f"{RESUME}\nGo\n{line}\nRust", words)) == 3


@pytest.mark.parametrize("skill", ["Leadership", "Teaching", "Research"])
def test_a_skill_in_a_list_is_none(skill: str, words: Words) -> None:
    assert skill not in found(f"{RESUME}\n{skill}\nGo\nRust", words)


def test_the_end_of_a_sentence_is_none(words: Words) -> None:
    assert "research projects." not in found(f"{RESUME}\nMany years of work in\nresearch projects.", words)


def test_a_heading_under_another_of_its_kind_is_none(words: Words) -> None:
    text = "Ida\n#Experience\nBuilt shops\n#Skills\n=Databases\nSQL\n=Leadership\nLed ten people\n#Education\nBSc"
    assert found(text, words) == {"Experience": K.EXPERIENCE, "Skills": K.SKILLS, "Education": K.EDUCATION}


def test_titles_that_look_like_headings_are_none(words: Words) -> None:
    text = "Ida\n#Experience\n#Engineer, Acme\n2019 – 2021\n#Builder, Beta\n2015 – 2019\n#Education\nBSc\n#Skills\nPython"
    assert list(found(text, words)) == ["Experience", "Education", "Skills"]


def test_a_heading_over_two_lines_is_one(words: Words) -> None:
    text = RESUME.replace("#Experience", "#Professional\n#Experience").replace("#Skills", "#Core\n#Skills")
    assert found(text, words) == {"Professional": K.EXPERIENCE, "Education": K.EDUCATION, "Core": K.SKILLS}


def test_where_all_lines_look_alike_the_wording_decides(words: Words) -> None:
    text = RESUME.replace("#", "").replace("=", "")
    assert found(f"{text}\nWhat else\nSailing", words) == {
        "Experience": K.EXPERIENCE,
        "Education": K.EDUCATION,
        "Skills": K.SKILLS,
    }


def test_of_headings_that_the_file_names_one_known_is_enough(words: Words) -> None:
    looks = {"#": "heading 2", "=": "heading 3"}
    texts = ["Ida", "#Who", "Sailor", "#Work", "=Engineer, Acme", "2019", "=Builder, Beta", "2018", "#Odds and ends", "Tea"]
    lines = [Line(0, 0, text.lstrip("#="), look=looks.get(text[0], "plain 10.0")) for text in texts]
    assert {lines[i].text: kind for i, kind in headings_of(lines, words).items()} == {
        "Who": K.OTHER,
        "Work": K.EXPERIENCE,
        "Odds and ends": K.OTHER,
    }


def test_a_numbered_line_may_be_one(words: Words) -> None:
    text = "Ida\n#1. Experience\nBuilt shops\n#2. Education\nBSc\n#3. Odds and ends\nTea"
    assert found(text, words) == {"1. Experience": K.EXPERIENCE, "2. Education": K.EDUCATION, "3. Odds and ends": K.OTHER}


def test_unknown_headings_with_dates_below_are_headings_where_no_jobs_are(words: Words) -> None:
    text = "Ida\n#Skills\nSQL\n#Houses\nAcme, 2019 – 2021\n#Harbours\nBeta, 2015 – 2019\n#Languages\nDutch\n#Open Source\nNone"
    assert list(found(text, words)) == ["Skills", "Houses", "Harbours", "Languages", "Open Source"]


def test_names_of_projects_that_look_like_headings_are_none(words: Words) -> None:
    text = "Ida\n#Projects\n#Tidebook\nTide tables in Go\n#Mussel\nA shell\n#Education\nBSc\n#Skills\nGo\n#Languages\nDutch"
    assert list(found(text, words)) == ["Projects", "Education", "Skills", "Languages"]
