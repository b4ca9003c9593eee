"""Whose résumé it is changes no skill and no number: names, addresses, e-mail and pronouns of the samples are replaced."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from made import AS_OF
from skillgap import documents, pipeline, targets
from skillgap.model import Profile, Shown
from skillgap.taxonomy import Taxonomy

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.pdf"))
CITIES = ("Brno", "Philadelphia, PA", "Philadelphia", "München", "Toronto", "Bristol", "Galway")


@dataclass(frozen=True)
class Person:
    """Somebody else to whom a résumé could belong."""

    given: str
    family: str
    city: str
    pronouns: str
    possessive: str

    @property
    def mail(self) -> str:
        return f"{self.given}.{self.family}@example.net".lower()


PEOPLE = [
    Person("Grace", "Lamarr", "Springfield, IL", "she/her", "her"),
    Person("Li", "Wei", "Chengdu", "he/him", "his"),
    Person("Chukwuemeka", "Adeyinka-Ødegård", "Tromsø", "they/them", "their"),
    Person("Anne-Marie", "O’Shaughnessy", "St. Gallen", "she/they", "her"),
    Person("Julia", "Hartmann", "Boston, MA", "she/her", "her"),
    Person("Ray", "Lindgren", "Berlin", "he/him", "his"),
    Person("Claude", "Dubois", "Aurora, CO", "he/him", "his"),
    Person("Jasmine", "Ortega", "Washington, D.C.", "she/her", "her"),
]
NAMED_LIKE_TWO_SKILLS = Person("Claude", "Ruby", "Trier", "he/him", "his")


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest, taxonomy: Taxonomy) -> tuple[Path, str]:
    return request.param, documents.read(str(request.param), taxonomy.words).text


@pytest.fixture
def read(tmp_path: Path, taxonomy: Taxonomy) -> Callable[[str], Profile]:
    def profile_of(text: str) -> Profile:
        path = tmp_path / "cv.txt"
        path.write_text(text, encoding="utf-8")
        return pipeline.read_profile(str(path), taxonomy, AS_OF)

    return profile_of


def owner_of(sample: Path) -> tuple[str, str]:
    given, family = sample.stem.split("_")[:2]
    return given, family


def with_person(sample: Path, text: str, person: Person) -> str:
    """Return the text of a sample as if it were another person's."""
    given, family = owner_of(sample)
    text = re.sub(r"\S+@example\.\w+", person.mail, text)
    for old, new in ((given, person.given), (family, person.family)):
        text = re.sub(rf"\b{old}\b", new, text, flags=re.IGNORECASE)
    text = re.sub("|".join(CITIES), person.city, text)
    return re.sub(r"\btheir\b", person.possessive, f"Pronouns: {person.pronouns}\n{text}")


def facts(of: Profile, taxonomy: Taxonomy) -> dict[str, object]:
    """Return all that a profile says but for where it says so."""

    def rows(skills: tuple[Shown, ...]) -> list[tuple[object, ...]]:
        return [(s.skill, s.status, s.confidence, s.months, s.last_used) for s in skills]

    reports = [pipeline.compare(of, targets.load("role", role, taxonomy), taxonomy) for role in taxonomy.roles]
    return {
        "skills": rows(of.skills),
        "soft": rows(of.soft_skills),
        "certifications": rows(of.certifications),
        "degrees": [(d.level, d.field) for d in of.degrees],
        "unlisted": [u.text for u in of.unlisted],
        "numbers": [(r.target.id, r.fit, r.coverage, [(s.skill, s.gain) for s in r.plan]) for r in reports],
    }


@pytest.mark.parametrize("person", PEOPLE, ids=lambda p: f"{p.given} {p.family}")
def test_another_person_has_the_same_skills_and_numbers(
    person: Person, sample: tuple[Path, str], read: Callable[[str], Profile], taxonomy: Taxonomy
) -> None:
    path, text = sample
    given, family = owner_of(path)
    changed = with_person(path, text, person)
    assert not re.search(rf"\b(?:{given}|{family}|{'|'.join(CITIES)})\b", changed, re.IGNORECASE)
    assert facts(read(changed), taxonomy) == facts(read(text), taxonomy)


def test_person_named_like_two_skills_has_neither(
    sample: tuple[Path, str], read: Callable[[str], Profile], taxonomy: Taxonomy
) -> None:
    path, text = sample
    assert facts(read(with_person(path, text, NAMED_LIKE_TWO_SKILLS)), taxonomy) == facts(read(text), taxonomy)
