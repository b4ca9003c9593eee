"""How sure a mention is: the share of right ones among those like it."""

from __future__ import annotations

import pytest

from skillgap.matching.candidate import Candidate, Surroundings
from skillgap.matching.confidence import Likeness, Site, confidence, likeness
from skillgap.model import Rule, Section, SectionKind, SkillId
from skillgap.taxonomy import Taxonomy

ASKED = frozenset({SkillId("python")})


def place(text: str, name: str, *, rule: Rule = Rule.EXACT, kind: SectionKind = SectionKind.OTHER, score: float = 1.0, **words):
    at = text.index(name)
    found = Candidate(SkillId(name.lower()), at, at + len(name), name, name, rule, score)
    return found, Surroundings(text, (Section(kind, "", 0, len(text)),), words["words"])


@pytest.mark.parametrize(
    ("text", "name", "kind", "expected"),
    [
        ("Python, SQL", "Python", SectionKind.SKILLS, Likeness(Rule.EXACT, asked=True, site=Site.SKILLS, capital=True)),
        ("Tools: python, sql", "python", SectionKind.EXPERIENCE, Likeness(Rule.EXACT, asked=True, site=Site.LIST, capital=False)),
        (
            "Wrote much Sawk code",
            "Sawk",
            SectionKind.EXPERIENCE,
            Likeness(Rule.EXACT, asked=False, site=Site.PROSE, capital=True),
        ),
    ],
)
def test_likeness_is_rule_demand_site_and_case(text, name, kind, expected, taxonomy: Taxonomy) -> None:
    assert likeness(*place(text, name, kind=kind, words=taxonomy.words), ASKED) == expected


def test_skill_in_a_skills_section_is_surer_than_a_rare_spelling_in_prose(taxonomy: Taxonomy) -> None:
    listed = confidence(*place("Python, SQL", "Python", kind=SectionKind.SKILLS, words=taxonomy.words), ASKED)
    passing = confidence(*place("read the-thing once", "the-thing", rule=Rule.VARIANT, words=taxonomy.words), ASKED)
    assert listed > 0.9 > passing


def test_no_mention_is_surer_than_its_spelling(taxonomy: Taxonomy) -> None:
    found = place("Pyhton, SQL", "Pyhton", rule=Rule.MISSPELLED, kind=SectionKind.SKILLS, score=0.8, words=taxonomy.words)
    assert confidence(*found, ASKED) <= 0.8
