"""Whose résumé it is, by its head."""

from __future__ import annotations

import pytest

from made import document
from skillgap.batch.identity import Identity, identify


@pytest.mark.parametrize(
    ("text", "name", "mail"),
    [
        ("Ada Bartok\nada.bartok@example.org", "Ada Bartok", "ada.bartok@example.org"),
        ("ADA BARTOK\nData Engineer", "Ada Bartok", None),
        ("Curriculum Vitae\nBerit Ås\nb.aas@example.org", "Berit Ås", "b.aas@example.org"),
        ("Data Engineer\nCiro de Luca | Torino\nciro.luca@example.org", "Ciro de Luca", "ciro.luca@example.org"),
        ("Tomasz\nWieliczko\nKraków", "Tomasz Wieliczko", None),
        ("Dr. Ilse van Houten Curriculum Vitae", "Dr. Ilse van Houten", None),
        ("Top Skills\nKofi Boateng\nkofi@example.org", "Kofi Boateng", "kofi@example.org"),
        ("python and sql\n555 0199", None, None),
    ],
)
def test_the_name_is_the_line_of_the_head_that_looks_like_one(text: str, name: str | None, mail: str | None) -> None:
    assert identify(document(text), {"data engineer"}) == Identity(name, mail)


def test_keys_forget_case_and_accents() -> None:
    one, other = Identity("Ana Peña", "Ana@Example.org"), Identity("ANA PENA", "ana@example.org")
    assert (one.name_key, one.mail_key) == (other.name_key, other.mail_key)
    assert Identity(None, None).name_key is None is Identity(None, None).mail_key
