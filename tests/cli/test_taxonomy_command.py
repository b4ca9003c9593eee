"""`skillgap taxonomy`."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

import small
from skillgap.taxonomy import locate


@pytest.fixture
def broken(folder: Path) -> Path:
    """Return a taxonomy folder with two problems."""
    copied = Path(shutil.copytree(small.TAXONOMY, folder / "taxonomy"))
    tools = copied / "skills" / "tool.yaml"
    tools.write_text(tools.read_text(encoding="utf-8").replace("needs: [java]", "needs: [cobol, fortran]"), encoding="utf-8")
    return copied


@pytest.mark.parametrize("arguments", [(), (str(small.TAXONOMY),)])
def test_check_of_a_sound_taxonomy_says_what_is_in_it(run, arguments: tuple[str, ...]) -> None:
    result = run("taxonomy", "check", *arguments)
    assert (result.code, result.err) == (0, "")
    assert result.out == "18 skills, 24 forms, 3 roles: 0 problems\n"


def test_check_names_all_problems_on_stderr_and_exits_with_2(run, broken: Path) -> None:
    result = run("taxonomy", "check", str(broken))
    assert result.code == 2
    assert result.out == "18 skills, 24 forms, 3 roles: 2 problems\n"
    where = re.escape(str(Path("skills") / "tool.yaml")) + ":[0-9]+: apache-flink: needs names"
    assert [bool(re.search(where, line)) for line in result.err.splitlines()] == [True, True]


def test_check_of_a_folder_that_is_none_names_the_missing_files(run) -> None:
    result = run("taxonomy", "check", "nowhere")
    assert result.code == 2
    assert f"{Path('nowhere') / 'skills.yaml'}: No such file or directory; " in result.err


def test_a_command_that_meets_a_bad_taxonomy_exits_with_2(run, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locate, "folder", lambda: broken)
    small.forget_loaded()
    result = run("skills", "cv.txt")
    small.forget_loaded()
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 2


@pytest.mark.parametrize("name", ["apache-spark", "Apache Spark", "PySpark", "pyspark"])
def test_show_takes_id_name_or_alias(run, name: str) -> None:
    result = run("taxonomy", "show", name)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Apache Spark (apache-spark, tool/processing)\n")


def test_show_as_json_has_the_one_skill(run) -> None:
    (skill,) = json.loads(run("taxonomy", "show", "go", "--format", "json").out)["skills"]
    assert (skill["id"], skill["forms"]) == ("go", ["Go", "Golang"])


def test_show_of_an_unknown_skill_exits_with_2_and_names_the_nearest(run) -> None:
    result = run("taxonomy", "show", "pytorchh")
    assert (result.code, result.out) == (2, "")
    assert result.err == "pytorchh: no such skill; try pytorch, or see `skillgap taxonomy search`\n"


def test_show_of_what_is_like_nothing_exits_with_2(run) -> None:
    result = run("taxonomy", "show", "zzzz")
    assert (result.code, result.err) == (2, "zzzz: no such skill; try another word, or see `skillgap taxonomy search`\n")


def test_search_lists_what_is_like_the_words(run) -> None:
    result = run("taxonomy", "search", "distribted", "computing")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[1].startswith("distributed-computing")


def test_search_finds_words_of_the_description(run) -> None:
    assert {line.split()[0] for line in run("taxonomy", "search", "neural networks").out.splitlines()[1:]} == {"pytorch"}


def test_search_lists_no_more_than_the_limit(run) -> None:
    found = json.loads(run("taxonomy", "search", "apache", "-n", "2", "-f", "json").out)["skills"]
    assert len(found) == 2


def test_search_without_a_result_exits_with_2(run) -> None:
    result = run("taxonomy", "search", "zzzz", "qqqq")
    assert (result.code, result.out) == (2, "")
    assert result.err == "zzzz qqqq: nothing like it in the taxonomy; try another word\n"


def test_show_and_search_write_to_output(run, folder: Path) -> None:
    run("taxonomy", "show", "go", "-o", "a.txt")
    run("taxonomy", "search", "go", "-o", "b.txt")
    assert [(folder / name).read_text(encoding="utf-8")[:2] for name in ("a.txt", "b.txt")] == ["Go", "id"]


def test_export_as_json_has_every_skill(run) -> None:
    assert len(json.loads(run("taxonomy", "export").out)["skills"]) == 18


@pytest.mark.parametrize(("format_", "start"), [("csv", "id,name,kind,"), ("skos", "@prefix ")])
def test_export_writes_other_formats(run, folder: Path, format_: str, start: str) -> None:
    result = run("taxonomy", "export", "-f", format_, "-o", "skills.out")
    assert (result.code, result.err, result.out) == (0, "", "")
    assert (folder / "skills.out").read_text(encoding="utf-8").startswith(start)


def test_suggest_lists_terms_that_are_missing(run, folder: Path) -> None:
    (folder / "more.txt").write_text("Skills\nJava, Frobnicator\n", encoding="utf-8")
    result = run("taxonomy", "suggest", "cv.txt", "more.txt", "none.txt")
    assert (result.code, result.err) == (0, "none.txt: no such file; check the path\n")
    assert "2        Frobnicator" in result.out


def test_suggest_as_json_counts_resumes(run, folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("Skills\nJava, Frobnicator\n", encoding="utf-8")
    out = json.loads(run("taxonomy", "suggest", "a.txt", "b.txt", "--at-least", "2", "-f", "json").out)
    assert out["resumes"] == 2
    assert [(s["text"], s["resumes"]) for s in out["suggestions"]] == [("Frobnicator", 2)]


def test_suggest_without_a_readable_file_exits_with_2(run) -> None:
    assert run("taxonomy", "suggest", "none.txt").code == 2


def test_import_makes_an_own_file_that_is_sound(run, folder: Path) -> None:
    table = (
        "conceptUri,preferredLabel,altLabels,description\nhttp://data.europa.eu/esco/skill/1,tend to looms,,Keep looms going.\n"
    )
    (folder / "skills_en.csv").write_text(table, encoding="utf-8")
    assert run("taxonomy", "import", "skills_en.csv", "-o", "own.yaml").code == 0
    assert run("taxonomy", "check", "own.yaml").out == "19 skills, 25 forms, 3 roles: 0 problems\n"
    assert run("taxonomy", "show", "tend to looms", "--taxonomy", "own.yaml").code == 0


def test_import_of_what_is_no_table_exits_with_2(run) -> None:
    assert run("taxonomy", "import", "cv.txt").err.startswith("cv.txt: not a table that is known; ")
