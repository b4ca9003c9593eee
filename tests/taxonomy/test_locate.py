"""Where the shipped taxonomy is looked for, and what is said where it is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillgap.errors import TaxonomyError
from skillgap.taxonomy import load, locate


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Return the folder in the package and that of the checkout, both still missing."""
    monkeypatch.setattr(locate, "PACKAGED", tmp_path / "packaged")
    monkeypatch.setattr(locate, "CHECKOUT", tmp_path / "checkout")
    return tmp_path / "packaged", tmp_path / "checkout"


def put_taxonomy(folder: Path) -> None:
    folder.mkdir()
    (folder / "skills.yaml").touch()


def test_the_checkout_is_used_where_the_package_has_none(places):
    put_taxonomy(places[1])
    assert locate.folder() == places[1]


def test_the_package_goes_before_the_checkout(places):
    put_taxonomy(places[0])
    put_taxonomy(places[1])
    assert locate.folder() == places[0]


def test_a_folder_without_skills_is_passed_over(places):
    places[0].mkdir()
    put_taxonomy(places[1])
    assert locate.folder() == places[1]


def test_the_english_words_are_in_the_same_folder(places):
    put_taxonomy(places[0])
    assert locate.english_words() == places[0] / "english.txt"


@pytest.mark.parametrize("look", [locate.folder, locate.english_words, load.__wrapped__])
def test_where_both_are_missing_the_error_says_what_to_do(places, look):
    with pytest.raises(TaxonomyError) as raised:
        look()
    assert raised.value.problems == (f"{places[0]}: the taxonomy is missing from this installation; install skillgap again",)


def test_the_real_places_hold_one(monkeypatch):
    assert (locate.folder() / "skills.yaml").is_file()
    assert locate.english_words().is_file()
