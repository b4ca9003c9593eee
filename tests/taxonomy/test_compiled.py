"""The compiled taxonomy: what is read back is what was written, skill by skill, and nothing is compiled that needn't be."""

from __future__ import annotations

import dataclasses
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from skillgap.model import Kind, Level
from skillgap.taxonomy import Taxonomy, compiled, load

# Parts that are read entry by entry.
TABLES = ("skills", "roles", "demand")

LOAD = (
    "import sys; from pathlib import Path; from skillgap.taxonomy import load; "
    "taxonomy = load(Path(sys.argv[1])); print(taxonomy.digest, *taxonomy.skills)"
)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SKILLGAP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def made(folder) -> Taxonomy:
    return folder.taxonomy()


@pytest.fixture
def stored(made) -> Taxonomy:
    """Return the taxonomy as it is read from a file that another call has written."""
    compiled.load(made.digest, lambda: made)
    return compiled.load(made.digest, never)


def never() -> Taxonomy:
    raise AssertionError("compiled though it was stored")


def test_what_is_read_back_is_what_was_written(made, stored):
    assert stored == made


@pytest.mark.parametrize("part", [f.name for f in dataclasses.fields(Taxonomy) if f.name not in TABLES])
def test_each_part_comes_back_in_its_order_and_types(made, stored, part):
    assert repr(getattr(stored, part)) == repr(getattr(made, part))


@pytest.mark.parametrize("table", TABLES)
def test_entries_come_back_in_their_order(made, stored, table):
    assert repr(list(getattr(stored, table).items())) == repr(list(getattr(made, table).items()))


def test_closed_sets_come_back_as_members(stored):
    assert {type(s.kind) for s in stored.skills.values()} == {Kind}
    assert {type(r.level) for r in stored.roles["data-developer"].requirements} == {Level}


def test_what_is_read_back_can_be_hashed(made, stored):
    assert [hash(s) for s in stored.skills.values()] == [hash(s) for s in made.skills.values()]
    assert [hash(r) for r in stored.roles.values()] == [hash(r) for r in made.roles.values()]


def test_one_skill_is_read_without_the_others(made, stored):
    assert stored.skills["pyspark"] == made.skills["pyspark"]
    assert stored.skills["pyspark"] is stored.skills["pyspark"]


def test_a_skill_read_before_the_others_does_not_change_their_order(made, stored):
    assert stored.skills["working-together"].name == "working together"
    assert list(stored.skills) == list(made.skills)


def test_the_table_of_skills_is_a_mapping(stored):
    assert len(stored.skills) == 5
    assert "go" in stored.skills
    assert "rust" not in stored.skills
    assert stored.skills.get("rust") is None
    with pytest.raises(KeyError, match="rust"):
        stored.skills["rust"]


def test_a_skill_may_be_looked_up_while_others_are_gone_through(stored):
    assert [stored.skills[other].id for skill in stored.skills for other, _ in stored.skills[skill].related] == ["python", "go"]


def test_another_digest_is_another_taxonomy(folder, made, stored):
    other = dataclasses.replace(made, digest="1" * 64, version="other")
    assert compiled.load(other.digest, lambda: other).version == "other"


def test_a_store_of_another_shape_is_not_read(made, stored, monkeypatch):
    monkeypatch.setattr(compiled, "SHAPE", compiled.SHAPE + 1)
    again = dataclasses.replace(made, version="again")
    assert compiled.load(made.digest, lambda: again).version == "again"


def test_letters_beyond_ascii_come_back(folder):
    folder.change("skills/soft.yaml", "Helps others to grow.", "Hilft Anfängern – 初心者.")
    made = folder.taxonomy()
    compiled.load(made.digest, lambda: made)
    assert compiled.load(made.digest, never).skills["coaching-people"].about == "Hilft Anfängern – 初心者."


def test_a_failed_compilation_leaves_nothing(own_cache):
    with pytest.raises(AssertionError, match="compiled though"):
        compiled.load("2" * 64, never)
    assert list(own_cache.iterdir()) == []


def test_two_processes_at_once_both_succeed_and_leave_one_file(folder, own_cache):
    command = [sys.executable, "-c", LOAD, str(folder.path)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    answers = [(*process.communicate(), process.returncode) for process in running]
    taxonomy = load(folder.path)
    assert answers == [(f"{' '.join((taxonomy.digest, *taxonomy.skills))}\n", "", 0)] * 2
    assert [path.name for path in own_cache.iterdir()] == [
        f"taxonomy-{compiled.SHAPE}-{compiled.VERSION}-{taxonomy.digest}.sqlite"
    ]


def test_loading_imports_no_more_than_it_needs(folder):
    code = f"{LOAD.rpartition('; ')[0]}; print([m for m in ('skillgap.model', 'yaml', 'pydantic') if m in sys.modules])"
    command = [sys.executable, "-c", code, str(folder.path)]
    load(folder.path)
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_taxonomy_goes_to_another_process(stored):
    assert pickle.loads(pickle.dumps(stored)) == stored
