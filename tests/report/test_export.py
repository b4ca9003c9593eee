"""The skills as CSV and as SKOS."""

from __future__ import annotations

import csv
import sys
from dataclasses import replace

import pytest
from rdflib import RDF, SKOS, Graph, Literal, URIRef

from made import skill, taxonomy_of
from skillgap.errors import UsageError
from skillgap.report import export
from skillgap.taxonomy import Form

SPARK = replace(
    skill("spark"),
    name="=Spark",
    forms=(Form("=Spark"), Form("PySpark"), Form('Spark "SQL"')),
    broader=("engine",),
    related=(("dask", 0.5), ("engine", 0.4)),
    needs=("dask",),
    external=(("esco", "http://esco.example/1"), ("onet", "Apache Spark"), ("wikidata", "Q1")),
)
DASK = replace(skill("dask"), related=(("spark", 0.5),), implies=("engine",))
ENGINE = replace(skill("engine"), related=(("spark", 0.4),))


@pytest.fixture
def taxonomy():
    return taxonomy_of(SPARK, DASK, ENGINE)


@pytest.fixture
def graph(taxonomy) -> Graph:
    return Graph().parse(data=export.render_skos(taxonomy), format="turtle")


def of(id_: str) -> URIRef:
    return URIRef(export.SKILL + id_)


def test_csv_has_a_line_for_each_skill_and_computes_nothing(taxonomy):
    rows = list(csv.DictReader(export.render_csv(taxonomy).splitlines()))
    assert [row["id"] for row in rows] == ["spark", "dask", "engine"]
    assert (rows[0]["name"], rows[0]["aliases"]) == ("'=Spark", 'PySpark; Spark "SQL"')
    assert (rows[0]["broader"], rows[0]["related"], rows[0]["onet"]) == ("engine", "dask 0.5; engine 0.4", "Apache Spark")
    assert (rows[1]["esco"], rows[1]["implies"]) == ("", "engine")


def test_no_cell_of_the_shipped_skills_is_computed():
    for line in ("@x", "-x", "+x", "=x", "\tx"):
        assert export._inert(line) == f"'{line}"
    assert (export._inert(""), export._inert("a=b")) == ("", "a=b")


def test_skos_has_labels_and_relations_both_ways(graph):
    spark = of("spark")
    assert set(graph.objects(spark, SKOS.prefLabel)) == {Literal("=Spark", lang="en")}
    assert {str(label) for label in graph.objects(spark, SKOS.altLabel)} == {"PySpark", 'Spark "SQL"'}
    assert (of("engine"), SKOS.narrower, spark) in graph
    assert set(graph.subjects(RDF.type, SKOS.Concept)) == {spark, of("dask"), of("engine")}
    assert set(graph.subjects(SKOS.inScheme, URIRef(export.SCHEME))) == {spark, of("dask"), of("engine")}


def test_skos_relates_no_skill_with_one_above_it(graph):
    assert set(graph.subject_objects(SKOS.related)) == {(of("spark"), of("dask")), (of("dask"), of("spark"))}


def test_skos_keeps_what_it_has_no_word_for(graph):
    assert (of("dask"), URIRef(export.TERM + "implies"), of("engine")) in graph
    assert (of("spark"), URIRef(export.TERM + "needs"), of("dask")) in graph
    assert (of("spark"), URIRef(export.TERM + "onet"), Literal("Apache Spark")) in graph
    assert set(graph.objects(of("spark"), SKOS.closeMatch)) == {
        URIRef("http://esco.example/1"),
        URIRef("http://www.wikidata.org/entity/Q1"),
    }


def test_skos_is_the_same_each_time(taxonomy):
    assert export.render_skos(taxonomy) == export.render_skos(taxonomy)


def test_skos_without_rdflib_says_what_to_install(taxonomy, monkeypatch):
    monkeypatch.setitem(sys.modules, "rdflib", None)
    with pytest.raises(UsageError, match=r"--format skos: needs rdflib; install skillgap\[skos\]"):
        export.render_skos(taxonomy)
