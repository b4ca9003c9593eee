"""The skills of a taxonomy -> CSV, and SKOS as RDF in Turtle. rdflib, which the extra skos brings, is imported to write SKOS."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from skillgap.errors import UsageError
from skillgap.taxonomy.values import Skill, Taxonomy

if TYPE_CHECKING:
    from rdflib import Graph, URIRef

COLLECTIONS = ("esco", "onet", "wikidata")
COLUMNS = ("id", "name", "kind", "category", "about", "aliases", "broader", "implies", "related", "needs", *COLLECTIONS)

# What separates the values of a cell; no form has it.
BETWEEN = "; "

# What the names of skills and of what SKOS has no word for begin with.
SKILL, TERM, SCHEME = "urn:skillgap:skill:", "urn:skillgap:term:", "urn:skillgap:taxonomy"
WIKIDATA = "http://www.wikidata.org/entity/"


def render_csv(taxonomy: Taxonomy) -> str:
    """Return the skills as CSV, one a line. A cell that a spreadsheet would compute gets an apostrophe before it."""
    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows([_inert(cell) for cell in _cells(skill)] for skill in taxonomy.skills.values())
    return text.getvalue()


def _cells(s: Skill) -> Iterator[str]:
    external = dict(s.external)
    yield from (s.id, s.name, s.kind, s.category, s.about, BETWEEN.join(f.text for f in s.forms[1:]))
    yield from map(BETWEEN.join, (s.broader, s.implies, (f"{other} {strength}" for other, strength in s.related), s.needs))
    yield from (external.get(name, "") for name in COLLECTIONS)


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(tuple("=+-@\t\r")) else cell


def render_skos(taxonomy: Taxonomy) -> str:
    """Return the skills as a SKOS concept scheme in Turtle. Raises UsageError where rdflib isn't installed."""
    try:
        from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
    except ImportError as error:
        raise UsageError("--format skos: needs rdflib; install skillgap[skos]") from error
    graph, scheme = Graph(bind_namespaces="none"), URIRef(SCHEME)
    for prefix, name in (("skos", SKOS), ("rdfs", RDFS), ("owl", OWL), ("skill", SKILL), ("term", TERM)):
        graph.bind(prefix, name)
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    graph.add((scheme, RDFS.label, Literal("skills of skillgap", lang="en")))
    graph.add((scheme, OWL.versionInfo, Literal(taxonomy.version)))
    for word, meaning in _TERMS.items():
        graph.add((URIRef(TERM + word), RDFS.comment, Literal(meaning, lang="en")))
    for skill in taxonomy.skills.values():
        _describe(graph, scheme, skill)
        _relate(graph, skill, taxonomy)
    return graph.serialize(format="turtle")


_TERMS = {
    "implies": "nobody can use the one skill without the other",
    "needs": "the other is to be learnt before the one",
    "category": "the category of a skill, with the finer group after a slash",
    "onet": "the name among the technology skills of O*NET",
}


def _describe(graph: Graph, scheme: URIRef, skill: Skill) -> None:
    from rdflib import RDF, SKOS, Literal, URIRef

    concept = URIRef(SKILL + skill.id)
    graph.add((concept, RDF.type, SKOS.Concept))
    graph.add((concept, SKOS.inScheme, scheme))
    graph.add((concept, SKOS.notation, Literal(skill.id)))
    graph.add((concept, SKOS.prefLabel, Literal(skill.name, lang="en")))
    for form in skill.forms[1:]:
        graph.add((concept, SKOS.altLabel, Literal(form.text, lang="en")))
    graph.add((concept, SKOS.definition, Literal(skill.about, lang="en")))
    graph.add((concept, URIRef(TERM + "category"), Literal(skill.category)))
    for collection, theirs in skill.external:
        if collection == "onet":
            graph.add((concept, URIRef(TERM + "onet"), Literal(theirs)))
        else:
            match = WIKIDATA + theirs if collection == "wikidata" else theirs
            graph.add((concept, SKOS.closeMatch, URIRef(match)))


def _relate(graph: Graph, skill: Skill, taxonomy: Taxonomy) -> None:
    """Add the relations of a skill. SKOS has no related concepts of which one is broader than the other."""
    from rdflib import SKOS, URIRef

    concept = URIRef(SKILL + skill.id)
    for other in skill.broader:
        graph.add((concept, SKOS.broader, URIRef(SKILL + other)))
        graph.add((URIRef(SKILL + other), SKOS.narrower, concept))
    above = _above(skill, taxonomy)
    for other, _ in skill.related:
        if other not in above and skill.id not in _above(taxonomy.skills[other], taxonomy):
            graph.add((concept, SKOS.related, URIRef(SKILL + other)))
    for word, others in (("implies", skill.implies), ("needs", skill.needs)):
        for other in others:
            graph.add((concept, URIRef(TERM + word), URIRef(SKILL + other)))


def _above(skill: Skill, taxonomy: Taxonomy) -> set[str]:
    """Return all that is broader than a skill, however far."""
    found: set[str] = set()
    waiting = [*skill.broader]
    while waiting:
        at = waiting.pop()
        if at not in found:
            found.add(at)
            waiting += taxonomy.skills[at].broader
    return found
