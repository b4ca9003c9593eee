"""Which résumés are one person's."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgap.batch.cohort import Person
from skillgap.batch.identity import Identity
from skillgap.batch.outcome import Result, SkillRow
from skillgap.batch.people import People
from skillgap.batch.store import Store, opened

Given = tuple[str | None, str | None, str, str]


def result(number: int, given: Given) -> Result:
    name, mail, skills, newest = given
    rows = tuple(SkillRow(s, s.upper(), "listed", None, None) for s in skills.split())
    return Result(f"{number:064}", "text", 1, Identity(name, mail), newest, rows, (), b"", None)


@pytest.fixture
def grouped(tmp_path: Path):
    def people_of(*given: Given) -> list[Person]:
        with opened(tmp_path / "cohort.db", new=True) as store:
            fill(store, given)
            return list(People(store))

    return people_of


def fill(store: Store, given: tuple[Given, ...]) -> None:
    store.begin({"settings": "s"}, (f"{number}.txt" for number in range(len(given))))
    for number, one in enumerate(given):
        made = result(number, one)
        store.put(made, "s", named=True)
        store.put_file(f"{number}.txt", made.sha256)
    store.commit()


def files(found: list[Person]) -> list[list[str]]:
    return sorted([v.files[0] for v in person.versions] for person in found)


ADA, MAIL = "Ada Bartok", "ada@example.org"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ((ADA, MAIL, "a b c", "2020-01"), (ADA, MAIL, "a b d e", "2021-01"), True),
        ((ADA, MAIL, "a b c", "2020-01"), ("A. Bartok", MAIL.upper(), "a b", "2021-01"), True),
        ((ADA, None, "a b c", "2020-01"), ("ADA BARTOK", MAIL, "a b d", "2021-01"), True),
        ((ADA, None, "a b c", "2020-01"), (ADA, None, "d e f", "2021-01"), False),
        ((ADA, "other@example.org", "a b c", "2020-01"), (ADA, MAIL, "a b c", "2021-01"), False),
        ((ADA, MAIL, "a b c d", "2020-01"), ("Bela Corin", MAIL, "e f g h", "2021-01"), False),
        ((None, None, "a b", "2020-01"), (None, None, "a b", "2021-01"), False),
        ((None, MAIL, "", "2020-01"), (None, MAIL, "", "2021-01"), True),
    ],
)
def test_versions_have_a_name_or_address_and_most_skills_in_common(grouped, first: Given, second: Given, same) -> None:
    assert files(grouped(first, second)) == ([["0.txt", "1.txt"]] if same else [["0.txt"], ["1.txt"]])


def test_the_newest_entry_makes_the_latest_version(grouped) -> None:
    (person,) = grouped((ADA, MAIL, "a b", "2022-01"), (ADA, MAIL, "a b", "2020-01"))
    assert person.latest.files == ("0.txt",)


def test_a_version_between_two_joins_them(grouped) -> None:
    given = (ADA, MAIL, "a b c", "2020-01"), (None, MAIL, "c d e", "2021-01"), (None, MAIL, "e f g", "2022-01")
    assert files(grouped(*given)) == [["0.txt", "1.txt", "2.txt"]]


def test_people_with_one_address_have_ids_of_their_own(grouped) -> None:
    found = grouped((ADA, MAIL, "a b", "2020-01"), ("Bela Corin", MAIL, "c d", "2020-01"))
    assert len({person.id for person in found}) == 2


def test_who_has_no_name_is_called_by_the_id(grouped) -> None:
    (person,) = grouped((None, None, "a", ""))
    assert person.name == person.id
