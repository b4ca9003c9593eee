"""Document in, mentions out. The only package that imports spaCy and rapidfuzz.

tokens      text -> tokens                      steps         which candidates are mentions, and why the others aren't
forms       taxonomy -> spellings               surroundings  lists, sections and proving words around a candidate
exact       spellings in a text -> candidates   cues          "no experience with", "eager to learn"
misspelled  other words -> candidates           wide          further names that a list of known skills proves
parted      pairs of words -> candidates        component     all of it as spaCy components
"""

from __future__ import annotations

import sys
from functools import lru_cache

import spacy
from spacy.language import Language

from skillgap.matching.component import ASKING, FOUND, SECTIONS, TEXT
from skillgap.matching.component import make_cues as _make_cues
from skillgap.matching.component import make_skills as _make_skills
from skillgap.model import Document, Found
from skillgap.taxonomy.values import Taxonomy

# The components of the pipeline, in the order they run.
COMPONENTS = ("skillgap_skills", "skillgap_cues")

__all__ = ["COMPONENTS", "find", "pipeline"]

_FACTORIES = (_make_skills, _make_cues)  # imported so that they are registered even without the package's entry points


@lru_cache(maxsize=4)
def pipeline(path: str | None = None) -> Language:
    """Return the spaCy pipeline for the taxonomy that `skillgap.taxonomy.load` gives for a path."""
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "skillgap.tokenizer.v1"}}})
    # Nothing here reads what English says of a word by itself; working it out for each took longer than finding the skills.
    setattr(nlp.vocab, "lex_attr_getters", {})  # noqa: B010  its stub lacks the attribute
    # spaCy's limit of a million characters is for parsers and what they need for each; a file's size has one of its own.
    nlp.max_length = sys.maxsize
    for component in COMPONENTS:
        nlp.add_pipe(component, config={"taxonomy": path})
    return nlp


def find(document: Document, taxonomy: Taxonomy) -> Found:
    """Return the mentions of a document in reading order, and what was dropped."""
    nlp = pipeline(taxonomy.path)
    # The words of a text are forgotten after it: the vocabulary would grow with every résumé.
    with nlp.memory_zone():
        doc = nlp.make_doc(document.text)
        doc.user_data |= {TEXT: document.text, SECTIONS: document.sections, ASKING: document.is_asking}
        found: Found = nlp(doc).user_data[FOUND]
    return found
