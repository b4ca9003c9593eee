"""Tables of ESCO and O*NET in, an own file out that `taxonomy check` finds sound."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from skillgap.errors import TaxonomyError
from skillgap.taxonomy import build, check, foreign
from skillgap.taxonomy.own import lay_over

ESCO = """conceptType,conceptUri,skillType,preferredLabel,altLabels,description
S,http://data.europa.eu/esco/skill/1,k,tend to looms,"mind looms
watch  looms
tend to looms",Keep looms going. And more.
S,http://data.europa.eu/esco/skill/2,k,golang,,A language.
S,http://data.europa.eu/esco/skill/3,k,Beam,"CPython
spark",
S,http://data.europa.eu/esco/skill/3,k,Beam again,,
S,http://data.europa.eu/esco/skill/4,k,Tend-to looms!,,"{long}"
S,http://data.europa.eu/esco/skill/5,k,,,no name
"""
ONET = (
    "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n"
    "15-1\tAcme++\t43\tLoom software\tN\tN\n15-2\tAcme++\t43\tLoom software\tN\tN\n15-2\tAcme#\t43\tLoom software\tN\tN\n"
    "15-1\tPython\t43\tDevelopment software\tN\tN\n"
)


@pytest.fixture
def made(tmp_path: Path, folder):
    """Return a function that gives the text of the own file for a table, which it has checked."""

    def make(table: str, name: str = "table.csv") -> str:
        path = tmp_path / name
        path.write_text(table, encoding="utf-8-sig")
        text = foreign.own_file(path, folder.taxonomy())
        own = tmp_path / "own.yaml"
        own.write_text(text, encoding="utf-8")
        records, problems = lay_over(folder.records(), own)
        assert problems + check.problems(records) == []
        assert build.taxonomy(records, "0" * 64).skills
        return text

    return make


def test_esco_is_laid_over_with_ids_for_what_is_known(made):
    own = yaml.safe_load(made(ESCO.format(long="word " * 100)))
    assert own["extend"] == {"go": {"external": {"esco": "http://data.europa.eu/esco/skill/2"}}}
    looms, beam, again = own["add"]
    assert looms == {
        "id": "esco-tend-to-looms",
        "category": "esco",
        "name": "tend to looms",
        "about": "Keep looms going.",
        "aliases": ["mind looms", "watch looms"],
        "external": {"esco": "http://data.europa.eu/esco/skill/1"},
    }
    assert (beam["about"], beam["aliases"]) == ("Beam", ["spark"])
    assert beam["rules"] == {"Beam": {"context": True}, "spark": {"context": True}}
    assert (again["id"], len(again["about"]) <= foreign.LONGEST_ABOUT + 4) == ("esco-tend-to-looms-2", True)


def test_onet_is_laid_over_once_for_each_technology(made):
    own = yaml.safe_load(made(ONET, "Technology Skills.txt"))
    assert [(s["id"], s["name"], s["about"]) for s in own["add"]] == [
        ("onet-acme-plus-plus", "Acme++", "Loom software"),
        ("onet-acme-sharp", "Acme#", "Loom software"),
    ]
    assert own["extend"] == {"python": {"external": {"onet": "Python"}}}


@pytest.mark.parametrize(("table", "words"), [(ESCO, "European Commission"), (ONET, "CC BY 4.0")])
def test_the_file_says_where_it_comes_from(made, table, words):
    comments = [line for line in made(table).splitlines() if line.startswith("#")]
    assert words in " ".join(comments)


def test_nothing_to_add_needs_no_category(made):
    assert "categories" not in yaml.safe_load(made(ONET.replace("Acme++", "Go").replace("Acme#", "Golang")))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "No such file or directory; name a table that you have"),
        (b"a,b\n1,2\n", "not a table that is known; its first line has to name the columns of ESCO (conceptUri, "),
        (b"", "not a table that is known"),
        (b"\xff\xfe\x00", "not a table in UTF-8"),
    ],
    ids=["missing", "other columns", "empty", "not text"],
)
def test_what_is_no_table_is_refused(tmp_path, folder, content, problem):
    path = tmp_path / "table.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TaxonomyError) as error:
        foreign.own_file(path, folder.taxonomy())
    assert str(error.value).startswith(f"{path}: {problem}")
