"""Sections between headings, in one column and in two. The dated entries of sections are in test_entries.py."""

from __future__ import annotations

from placed_lines import placed

from skillgap.documents.sections import find_sections
from skillgap.documents.words import LINE, SPACE, RawWord, assemble
from skillgap.model import SectionKind
from skillgap.taxonomy.values import Words

K = SectionKind


def kinds(text: str, words: Words) -> list[str]:
    return [s.kind for s in find_sections(text, words)]


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


def laid_out(lines: list[tuple[float, float, str]], words: Words) -> list[tuple[str, str, str]]:
    """Return kind, heading and body of each section of a page."""
    text, found = placed(lines)
    return [(s.kind, s.heading, text[s.start : s.end].removeprefix(s.heading).strip()) for s in find_sections(text, words, found)]


SIDE, MAIN = 40.0, 220.0


def test_columns_row_by_row_are_told_apart(words: Words) -> None:
    rows = [
        (SIDE, 100, "Skills"),
        (MAIN, 100, "Experience"),
        (SIDE, 114, "Python"),
        (MAIN, 114, "Built the warehouse of a small shop, alone"),
        (SIDE, 128, "SQL"),
        (MAIN, 128, "then built another one, for two small shops"),
        (SIDE, 142, "Go"),
        (MAIN, 142, "and for three, with all that goes with it"),
    ]
    assert laid_out(rows, words) == [
        (K.SKILLS, "Skills", ""),
        (K.EXPERIENCE, "Experience", ""),
        (K.SKILLS, "", "Python"),
        (K.EXPERIENCE, "", "Built the warehouse of a small shop, alone"),
        (K.SKILLS, "", "SQL"),
        (K.EXPERIENCE, "", "then built another one, for two small shops"),
        (K.SKILLS, "", "Go"),
        (K.EXPERIENCE, "", "and for three, with all that goes with it"),
    ]


def test_a_column_goes_on_after_the_other(words: Words) -> None:
    lines = [
        (MAIN, 100, "Experience"),
        (MAIN, 114, "Built the warehouse of a small shop, alone"),
        (MAIN, 128, "then built another one, for two small shops"),
        (SIDE, 100, "Skills"),
        (SIDE, 114, "Python"),
        (SIDE, 128, "SQL"),
        (SIDE, 142, "Go"),
        (MAIN, 142, "and for three, with all that goes with it"),
    ]
    assert laid_out(lines, words)[-2:] == [
        (K.SKILLS, "Skills", "Python\nSQL\nGo"),
        (K.EXPERIENCE, "", "and for three, with all that goes with it"),
    ]


def test_lines_belong_to_the_nearest_heading_above_where_headings_come_in_a_heap(words: Words) -> None:
    lines = [
        (SIDE, 100, "Summary"),
        (SIDE, 200, "Experience"),
        (SIDE, 300, "Education"),
        (SIDE, 86, "Ida Marlowe"),
        (SIDE, 114, "Engineer of small shops"),
        (SIDE, 214, "Built the warehouse of a small shop"),
        (SIDE, 314, "Studied the history of shops"),
    ]
    assert laid_out(lines, words) == [
        (K.SUMMARY, "Summary", ""),
        (K.EXPERIENCE, "Experience", ""),
        (K.EDUCATION, "Education", "Ida Marlowe"),
        (K.SUMMARY, "", "Engineer of small shops"),
        (K.EXPERIENCE, "", "Built the warehouse of a small shop"),
        (K.EDUCATION, "", "Studied the history of shops"),
    ]


def test_headings_in_a_row_without_places_are_taken_in_their_order(words: Words) -> None:
    assert kinds("Summary\nExperience\nEducation\nStudied the history of shops", words) == [K.SUMMARY, K.EXPERIENCE, K.EDUCATION]


def test_a_column_that_begins_with_the_name_belongs_to_no_section_of_the_other(words: Words) -> None:
    side = [(SIDE, 100.0 + 14 * i, line) for i, line in enumerate(["Skills", "Python", "SQL", "Certifications", "Captain"])]
    main = ["Engineer", "Bristol", "Summary", "Built shops of all sizes", "Experience", "Built the warehouse of a small shop"]
    text, found = placed([*side, *((MAIN, 114.0 + 14 * i, line) for i, line in enumerate(main))])
    name = RawWord("Ida", 1, (MAIN, 80, MAIN + 80, 104), LINE)
    words_of_page = [RawWord(text[w.start : w.end], w.page, w.box, SPACE if text[w.start - 1] == " " else LINE) for w in found]
    whole, everything = assemble([*words_of_page[:5], name, *words_of_page[5:]])
    sections = find_sections(whole, words, everything)
    assert [s.kind for s in sections if whole.index("Bristol") in range(s.start, s.end)] == [K.OTHER]


def test_a_column_without_a_heading_goes_on_with_the_other(words: Words) -> None:
    left = [(SIDE, 100.0 + 14 * i, line) for i, line in enumerate(["Ida Marlowe", "Work", "Engineer", "Acme", "Built shops"])]
    right = [
        (MAIN, 100.0 + 14 * i, line) for i, line in enumerate(["Built ships", "Beta", "Education", "School of shops", "Ely"])
    ]
    text, found = placed([*left, *right])
    sections = find_sections(text, words, found)
    assert [s.kind for s in sections if text.index("ships") in range(s.start, s.end)] == [K.EXPERIENCE]
