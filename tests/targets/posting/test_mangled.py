"""The evaluation's postings as boards mangle them: what is read of them stays above the floors of tests/floors.yaml."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import yaml

import mangled
from skillgap.model import Posting
from skillgap.report import records
from skillgap.taxonomy import Taxonomy

ROOT = Path(__file__).parents[3]
EVALUATION = Path(os.environ.get("SKILLGAP_EVAL", ROOT.parent / "shared" / "eval"))
POSTINGS = sorted((EVALUATION / "devset" / "posting").glob("*.txt"))
FLOORS = yaml.safe_load((ROOT / "tests" / "floors.yaml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(not POSTINGS, reason="the evaluation data isn't here")


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", EVALUATION / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("way", mangled.WAYS)
def test_a_mangled_posting_is_read_as_well(
    way: str, scorer: ModuleType, posting_of: Callable[[str], Posting], taxonomy: Taxonomy
) -> None:
    gold = {k: g for k, g in scorer.load_gold(str(EVALUATION / "devset" / "gold")).items() if g["kind"] == "posting"}
    texts = {p.stem: mangled.WAYS[way](p.read_text(encoding="utf-8")) for p in POSTINGS}
    result = scorer.score_posting(gold, {k: records.posting(posting_of(text), taxonomy) for k, text in texts.items()})
    floors = FLOORS["mangled_postings"] | FLOORS.get(f"mangled_postings_{way}", {})
    assert {name: result[name] for name, floor in floors.items() if result[name] < floor} == {}
