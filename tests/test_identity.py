"""Whose résumé it is changes no skill and no number: names, addresses, e-mail, pronouns and what photographs show are replaced."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

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


def as_html(path: Path, text: str, alt: str | None) -> None:
    """Write a text as a page with a photograph, which may have an alternative text and a title."""
    said = "" if alt is None else f' alt="{alt}" title="{alt}"'
    photograph = f'<figure><img src="me.jpg"{said}></figure>'
    path.write_text(
        f"<body>{photograph}{''.join(f'<p>{escape(line)}</p>' for line in text.splitlines())}</body>", encoding="utf-8"
    )


def as_word(path: Path, text: str, alt: str | None) -> None:
    """Write a text as a Word file with a photograph, which may have an alternative text and a title."""
    made = docx.Document()
    picture = io.BytesIO()
    Image.new("RGB", (30, 40), "gray").save(picture, "PNG")
    picture.seek(0)
    made.add_picture(picture)
    for properties in made.element.iter(qn("wp:docPr"), qn("pic:cNvPr")) if alt is not None else ():
        properties.set("descr", alt)
        properties.set("title", alt)
    for line in text.splitlines():
        made.add_paragraph(line)
    made.save(str(path))


ALTERNATIVES = [
    "Photograph of Julia Ruby, Python and Kubernetes engineer",
    "Skills: Java, Scala, Rust, Terraform",
    "No experience with SQL or Python",
    "Grace Lamarr (she/her), born 1980 in Chengdu",
]


@pytest.mark.parametrize(("suffix", "write"), [("html", as_html), ("docx", as_word)])
def test_what_a_photograph_is_said_to_show_changes_nothing(
    suffix: str, write: Callable[[Path, str, str | None], None], sample: tuple[Path, str], tmp_path: Path, taxonomy: Taxonomy
) -> None:
    def facts_with(alt: str | None) -> dict[str, object]:
        path = tmp_path / f"cv.{suffix}"
        write(path, sample[1], alt)
        return facts(pipeline.read_profile(str(path), taxonomy, AS_OF), taxonomy)

    without = facts_with(None)
    assert without["skills"]
    assert [alt for alt in ALTERNATIVES if facts_with(alt) != without] == []
