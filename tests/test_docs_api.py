"""The examples of docs/api.md are what Python answers, and the page has every public name."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

import skillgap

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "api.md"


def test_the_examples_are_real(monkeypatch: pytest.MonkeyPatch, cache_folder: Path) -> None:
    monkeypatch.chdir(ROOT)
    # A fence of the page ends an example, as an empty line does.
    text = PAGE.read_text(encoding="utf-8").replace("```", "")
    examples = doctest.DocTestParser().get_doctest(text, {}, "api.md", str(PAGE), 0)
    said: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(examples, out=said.append)
    assert (result.failed, "".join(said)) == (0, "")
    assert result.attempted > 20


def test_every_public_name_is_documented() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in skillgap.__all__ if name not in text] == []
