"""Damaged and malicious PDFs, by the real libraries: each is read or has a code, and the program goes on."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from skillgap import documents
from skillgap.documents.limits import Limits
from skillgap.errors import UnreadableFile
from skillgap.taxonomy.values import Words

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "data" / "hostile"
# The large ones are beside a checkout, or not.
LARGE = ROOT.parent / "shared" / "eval" / "hostile"

SECONDS = 4.0

# What must come out of a file. The others may be read or not, at the libraries' will, but with one of CODES.
EXPECTED = {
    "bomb_nested_1.2GB.pdf": {"out_of_memory", "timeout"},
    "bomb_spaces_1.2GB.pdf": {"out_of_memory", "timeout"},
    "docx_renamed.pdf": {"unknown_format", "damaged"},
    "encrypted_owner_only.pdf": {"read"},
    "encrypted_user_aes256.pdf": {"encrypted"},
    "form_exponential_2^30.pdf": {"out_of_memory", "timeout"},
    "hdr_only.pdf": {"damaged"},
    "html.pdf": {"damaged"},
    "mediabox_missing.pdf": {"read"},
    "no_root.pdf": {"damaged"},
    "nulls.pdf": {"damaged"},
    "ok_simple.pdf": {"read"},
    "pages_5000.pdf": {"too_many_pages"},
    "png_renamed.pdf": {"no_text_layer"},
    "random_hdr.pdf": {"damaged"},
    "truncated_50.pdf": {"damaged"},
    "zero.pdf": {"empty"},
}
CODES = {"read", "damaged", "encrypted", "no_text_layer", "too_many_pages", "timeout", "out_of_memory", "crashed", "too_large"}


@pytest.fixture(scope="module")
def outcomes(words: Words) -> dict[str, str]:
    """Return what becomes of each file, read one after the other as the program does."""
    paths = {path.name: str(path) for folder in (LARGE, SMALL) for path in sorted(folder.glob("*.pdf"))}
    with documents.read_isolated(paths.values(), words, limits=Limits(seconds=SECONDS)) as read:
        codes = [one.code if isinstance(one, UnreadableFile) else "read" for one in read]
    return dict(zip(paths, codes, strict=True))


def test_every_file_has_an_outcome(outcomes: dict[str, str]) -> None:
    assert {path.name for path in SMALL.glob("*.pdf")} <= set(outcomes)
    assert {name: code for name, code in outcomes.items() if code not in EXPECTED.get(name, CODES)} == {}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_file_has_the_outcome_that_it_must_have(outcomes: dict[str, str], name: str) -> None:
    if name not in outcomes:
        pytest.skip("not beside this checkout")
    assert outcomes[name] in EXPECTED[name]


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = spec_from_file_location("hostile", ROOT / "bench" / "hostile.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_hostile_files_have_outcomes_too(bench: ModuleType, words: Words, tmp_path: Path) -> None:
    files = bench.generate(60, 1, tmp_path)
    codes = dict(bench.outcomes(files, words, SECONDS))
    assert list(codes) == [Path(file).name for file in files]
    assert set(codes.values()) <= CODES


def test_the_same_seed_makes_the_same_files(bench: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    for a, b in zip(bench.generate(9, 3, tmp_path), bench.generate(9, 3, tmp_path / "again"), strict=True):
        assert Path(a).read_bytes() == Path(b).read_bytes()
