"""Bad entries: at least one for each check, with its exact message."""

from __future__ import annotations

from skillgap.model import SectionKind

GO, SOFT, ROLE = "skills/language.yaml", "skills/soft.yaml", "roles/data-developer.yaml"

# id: (file, what stands there, what the test puts there, the problems)
BAD = {
    "id in two files": (
        SOFT,
        "- id: working-together\n",
        "- {id: python, name: Pyth On Too, about: x}\n- id: working-together\n",
        [f"{SOFT}: python: the id is also in language.yaml; keep one of them"],
    ),
    "id twice in a file": (
        SOFT,
        "- id: working-together\n",
        "- {id: working-together, name: Working Apart, about: x}\n- id: working-together\n",
        [f"{SOFT}: working-together: the id is also in soft.yaml; keep one of them"],
    ),
    "not sorted": (
        SOFT,
        "- id: coaching-people\n",
        "- {id: d, name: Dancing Lessons, about: x}\n- id: coaching-people\n",
        [f"{SOFT}: coaching-people: not sorted; it belongs before d"],
    ),
    "unknown broader": (
        SOFT,
        "broader: [working-together]",
        "broader: [kindness]",
        [f"{SOFT}: coaching-people: broader names kindness, which isn't a skill; add it or drop it"],
    ),
    "unknown implies": (
        GO,
        "implies: [python]",
        "implies: [python, spark]",
        [f"{GO}: pyspark: implies names spark, which isn't a skill; add it or drop it"],
    ),
    "unknown needs": (
        GO,
        "needs: [python]",
        "needs: [spark]",
        [f"{GO}: pyspark: needs names spark, which isn't a skill; add it or drop it"],
    ),
    "unknown related": (
        GO,
        "related: {python: 0.4}",
        "related: {rust: 0.4}",
        [f"{GO}: go: related names rust, which isn't a skill; add it or drop it"],
    ),
    "broader of itself": (
        SOFT,
        "broader: [working-together]",
        "broader: [coaching-people]",
        [f"{SOFT}: coaching-people: broader comes back to itself: coaching-people > coaching-people; drop one of them"],
    ),
    "implies in a circle": (
        GO,
        "  name: Python\n",
        "  name: Python\n  implies: [pyspark]\n",
        [f"{GO}: pyspark: implies comes back to itself: pyspark > python > pyspark; drop one of them"],
    ),
    "needs in a circle": (
        GO,
        "  name: Python\n",
        "  name: Python\n  needs: [pyspark]\n",
        [f"{GO}: pyspark: needs comes back to itself: pyspark > python > pyspark; drop one of them"],
    ),
    "form of two skills": (
        GO,
        "aliases: [CPython, Python 3]",
        "aliases: [go-lang]",
        [f"{GO}: python: the form 'go-lang' is also one of go; a form belongs to one skill"],
    ),
    "form twice": (
        GO,
        "aliases: [Golang]",
        "aliases: [Golang, Golang]",
        [f"{GO}: go: the form 'Golang' stands there twice, whatever its case; drop one"],
    ),
    "form twice but for its case": (
        GO,
        "aliases: [Golang]",
        "aliases: [Golang, GoLang]",
        [f"{GO}: go: the form 'GoLang' stands there twice, whatever its case; drop one"],
    ),
    "id of another shape": (
        GO,
        "aliases: [Golang]",
        "aliases: [Golang]\n  external: {esco: go-language, wikidata: '37227', onet: Go}",
        [
            f"{GO}: go: esco 'go-language' has not the shape of an id there; put it right or drop it",
            f"{GO}: go: wikidata '37227' has not the shape of an id there; put it right or drop it",
        ],
    ),
    "id of two skills": (
        GO,
        "  needs: [python]\n- id: python\n  name: Python\n",
        "  needs: [python]\n  external: {wikidata: Q1}\n- id: python\n  name: Python\n  external: {wikidata: Q1}\n",
        [f"{GO}: python: wikidata 'Q1' is also the id of pyspark; keep one of them"],
    ),
    "common word without a rule": (
        SOFT,
        "name: working together",
        "name: Beam",
        [f"{SOFT}: working-together: the form 'Beam' is also a common word; give it a rule, see skills.yaml"],
    ),
    "single letter without a rule": (
        GO,
        "aliases: [Golang]",
        "aliases: [Golang, Ω]",
        [f"{GO}: go: the form 'Ω' is also a common word; give it a rule, see skills.yaml"],
    ),
    "rule for no form": (
        GO,
        "  rules:\n    Python: {",
        "  rules:\n    CPYTHON: {context: true}\n    Python: {",
        [f"{GO}: python: there is a rule for 'CPYTHON', which isn't one of its forms; drop the rule or add the form"],
    ),
    "phrase without the form": (
        GO,
        "not_in: [go to market]",
        "not_in: [go to market, gaming]",
        [f"{GO}: go: the rule of 'Go' has not_in: 'gaming', which doesn't contain the form; put it right"],
    ),
    "role in another file": (
        ROLE,
        "id: data-developer",
        "id: data-dancer",
        [f"{ROLE}: data-dancer: the file must be named data-dancer.yaml"],
    ),
    "role that nobody counted": (
        ROLE,
        "counted: developer",
        "counted: dancer",
        [f"{ROLE}: data-developer: counted names 'dancer', which demand.yaml lacks"],
    ),
    "role averaged with one that nobody counted": (
        ROLE,
        "counted: developer",
        "counted: developer\nalso: [dancer]",
        [f"{ROLE}: data-developer: also names 'dancer', which demand.yaml lacks"],
    ),
    "shipped role without counts": (
        ROLE,
        "counted: developer\n",
        "",
        [f"{ROLE}: data-developer: counted is missing; name the role of demand.yaml whose counts stand behind it"],
    ),
    "role asks for no skill": (
        ROLE,
        "any_of: [pyspark]",
        "any_of: [pyspark, spark]",
        [f"{ROLE}: data-developer: any_of names spark, which isn't a skill; add it or drop it"],
    ),
    "role asks for too many": (
        ROLE,
        "at_least: 2",
        "at_least: 3",
        [f"{ROLE}: data-developer: at_least is more than any_of has: python, go"],
    ),
    "demand for no skill": (
        "demand.yaml",
        "{go: 0.25,",
        "{gopher: 0.25,",
        ["demand.yaml: developer: gopher isn't a skill; make the file again"],
    ),
    "unknown kind of section": (
        "headings.yaml",
        "skills: [",
        "talents: [",
        [f"headings.yaml: talents: no such kind of section; use one of {', '.join(SectionKind)}"],
    ),
    "heading with a capital": (
        "headings.yaml",
        "what i know",
        "what I know",
        ["headings.yaml: skills: 'what I know' must be in lower case"],
    ),
    "word before a heading with a capital": (
        "headings.yaml",
        "skills: [",
        "qualifying: [My]\nskills: [",
        ["headings.yaml: qualifying: 'My' must be in lower case"],
    ),
    "heading of two kinds": (
        "headings.yaml",
        "what i know",
        "work",
        ["headings.yaml: skills: 'work' is also under experience; keep one of them"],
    ),
}
