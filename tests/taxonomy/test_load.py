"""Loading: all problems in one error, the compiled cache used and not missed, digest, names of roles."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from skillgap.errors import SkillgapError, TaxonomyError
from skillgap.taxonomy import build, compiled, load, locate
from skillgap.taxonomy.load import fold_name, role_names


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SKILLGAP_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def compiled_folders(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the folders whose YAML is read from now on, in order."""
    read, folders = build.read, []

    def counted(folder: Path) -> tuple:
        folders.append(folder)
        return read(folder)

    monkeypatch.setattr(build, "read", counted)
    return folders


def test_the_same_content_is_compiled_once_wherever_it_stands(make_folder, compiled_folders):
    one, other = make_folder("one"), make_folder("other")
    assert load(one.path).skills == load(other.path).skills
    assert compiled_folders == [one.path]


def test_one_process_reads_a_folder_once(folder):
    assert load(folder.path) is load(folder.path)


@pytest.mark.parametrize(
    "file", ["skills.yaml", "skills/soft.yaml", "roles/data-developer.yaml", "scoring.yaml", "headings.yaml"]
)
def test_one_byte_more_is_compiled_again(make_folder, compiled_folders, file):
    one, other = make_folder("one"), make_folder("other")
    other.write(file, (one.path / file).read_text(encoding="utf-8") + "\n")
    assert load(one.path).digest != load(other.path).digest
    assert compiled_folders == [one.path, other.path]


def test_a_file_under_another_name_is_compiled_again(make_folder, compiled_folders):
    one, other = make_folder("one"), make_folder("other")
    (other.path / "skills" / "soft.yaml").rename(other.path / "skills" / "tough.yaml")
    other.change("skills.yaml", "id: soft", "id: tough")
    assert load(one.path).skills["coaching-people"].category == "soft"
    assert load(other.path).skills["coaching-people"].category == "tough"


def test_other_words_are_compiled_again(make_folder, compiled_folders):
    one, other = make_folder("one"), make_folder("other")
    other.write("english.txt", "the")
    assert load(one.path).digest != load(other.path).digest
    assert compiled_folders == [one.path, other.path]


def test_a_file_that_is_no_data_does_not_change_the_digest(make_folder):
    one, other = make_folder("one"), make_folder("other")
    other.write("NOTES.md", "Nothing.")
    assert load(one.path).digest == load(other.path).digest


def test_the_digest_does_not_depend_on_the_order_of_the_files_on_disk(make_folder, tmp_path):
    one, other = make_folder("one"), tmp_path / "other"
    for path in sorted(one.path.rglob("*.yaml"), reverse=True):
        target = other / path.relative_to(one.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    assert load(one.path).digest == load(other).digest


def test_the_taxonomy_names_the_folder_that_was_asked_for(make_folder):
    one, other = make_folder("one"), make_folder("other")
    assert (load(one.path).path, load(other.path).path) == (str(one.path), str(other.path))


def test_problems_of_shape_are_raised_all_at_once(folder):
    folder.change("skills/soft.yaml", "  name: working together\n", "")
    folder.change("roles/data-developer.yaml", "band: useful", "band: nice")
    with pytest.raises(TaxonomyError) as raised:
        load(folder.path)
    assert [folder.inside(line) for line in raised.value.problems] == folder.problems()
    assert len(raised.value.problems) == 2


def test_problems_of_sense_are_raised_all_at_once(folder):
    folder.change("skills/soft.yaml", "broader: [working-together]", "broader: [kindness]")
    folder.change("roles/data-developer.yaml", "counted: developer", "counted: dancer")
    with pytest.raises(TaxonomyError) as raised:
        load(folder.path)
    assert [folder.inside(line) for line in raised.value.problems] == folder.problems()
    assert len(raised.value.problems) == 2


def test_the_error_shows_a_line_for_each_problem_and_is_the_users_to_put_right(folder):
    (folder.path / "scoring.yaml").unlink()
    (folder.path / "cues.yaml").unlink()
    with pytest.raises(SkillgapError) as raised:
        load(folder.path)
    assert str(raised.value).splitlines() == list(raised.value.problems)
    assert len(raised.value.problems) == 2


def test_a_folder_that_is_not_there_lacks_every_file(tmp_path):
    with pytest.raises(TaxonomyError) as raised:
        load(tmp_path / "nowhere")
    assert [Path(line.partition(": ")[0]).name for line in raised.value.problems] == [
        "skills.yaml",
        "demand.yaml",
        "headings.yaml",
        "cues.yaml",
        "dates.yaml",
        "degrees.yaml",
        "variants.yaml",
        "postings.yaml",
        "scoring.yaml",
    ]


def test_a_bad_taxonomy_is_not_cached_and_loads_once_put_right(folder, own_cache):
    folder.change("roles/data-developer.yaml", "counted: developer", "counted: dancer")
    with pytest.raises(TaxonomyError):
        load(folder.path)
    assert not own_cache.exists() or list(own_cache.iterdir()) == []
    folder.change("roles/data-developer.yaml", "counted: dancer", "counted: developer")
    assert load(folder.path).roles["data-developer"].counted == "developer"


def test_without_a_folder_the_shipped_one_is_loaded(folder, monkeypatch):
    monkeypatch.setattr(locate, "PACKAGED", folder.path)
    shipped = load.__wrapped__()
    assert (shipped.path, list(shipped.roles)) == (None, ["data-developer"])


@pytest.mark.parametrize("name", ["data-developer", "Data Developer", "DATA_DEVELOPER", "dd", "DD", "Developer-of Data"])
def test_a_role_is_known_by_id_name_and_alias_written_anyhow(folder, name):
    assert role_names(folder.taxonomy())[fold_name(name)] == "data-developer"


def test_a_role_is_known_by_nothing_else(folder):
    assert set(role_names(folder.taxonomy())) == {"datadeveloper", "dd", "developerofdata"}


def test_a_file_that_cannot_be_read_is_a_problem_like_others(folder):
    (folder.path / "roles" / "lost.yaml").mkdir()
    with pytest.raises(TaxonomyError) as raised:
        load(folder.path)
    assert [folder.inside(line) for line in raised.value.problems] == folder.problems()


def test_another_version_of_the_code_compiles_again(make_folder, monkeypatch):
    load(make_folder("one").path)
    monkeypatch.setattr(build, "VERSION", "2099.01")
    monkeypatch.setattr(compiled, "VERSION", "2099.01")
    assert load(make_folder("other").path).version == "2099.01"
