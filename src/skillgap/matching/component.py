"""The spaCy components: `nlp.add_pipe("skillgap_skills")` and `nlp.add_pipe("skillgap_cues")` work in any pipeline.

`doc.spans["skillgap"]` then holds a span for each mention, its label the id of the skill; `doc.user_data["skillgap"]` holds
the `Found` with offsets, rules, scores and what was dropped. Spans follow the tokens of the pipeline, offsets the text.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from skillgap.matching.candidate import Candidate, Surroundings
from skillgap.matching.confidence import confidence
from skillgap.matching.cues import with_cues, without_wishes
from skillgap.matching.exact import ExactMatcher
from skillgap.matching.forms import Forms
from skillgap.matching.misspelled import Speller
from skillgap.matching.parted import Parted
from skillgap.matching.steps import sift
from skillgap.matching.tokens import OURS, SkillTokenizer
from skillgap.model import Found, Mention, Section
from skillgap.taxonomy import load
from skillgap.taxonomy.values import Taxonomy

SPANS = "skillgap"
FOUND = "skillgap"
SECTIONS = "skillgap_sections"
# The text with its line breaks: the tokenizer turns them into spaces, and they tell where lines and lists end.
TEXT = "skillgap_text"
# Whether the text is a job posting: what it hopes for is what it asks for, nobody's wish to learn.
ASKING = "skillgap_asking"


class SkillFinder:
    """Finds the skills of a Doc and why other candidates are none."""

    def __init__(self, nlp: Language, taxonomy: Taxonomy) -> None:
        forms = Forms(taxonomy)
        self._words = taxonomy.words
        self._asked = frozenset(skill for demand in taxonomy.demand.values() for skill in demand.shares)
        self._tokenize = SkillTokenizer(nlp.vocab)
        self._exact = ExactMatcher(forms)
        self._parted = Parted(forms, self._exact)
        self._speller = Speller(forms, self._exact)

    def __call__(self, doc: Doc) -> Doc:
        """Add the mentions to a Doc."""
        return _annotate(doc, self.match(doc))

    def match(self, doc: Doc) -> Found:
        """Return what is found in a Doc; the Doc stays as it is."""
        tokens = doc if doc.user_data.get(OURS) else self._tokenize(doc.text)
        words = [token.text.lower() for token in tokens]
        exact = self._exact.find(tokens, words)
        sections: tuple[Section, ...] = doc.user_data.get(SECTIONS, ())
        text = doc.user_data.get(TEXT, doc.text)
        where = Surroundings(text, sections, self._words)
        sifted = sift((*exact, *self._parted.find(text), *self._speller.find(tokens, words, exact)), where)
        return Found(tuple(_mention(c, text, confidence(c, where, self._asked)) for c in sifted.kept), sifted.dropped)


class CueFinder:
    """Marks mentions that a cue negates or puts into the future."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._words = taxonomy.words

    def __call__(self, doc: Doc) -> Doc:
        """Add the cues to the mentions of a Doc that has passed `skillgap_skills`."""
        found: Found = doc.user_data.get(FOUND, Found((), ()))
        text = doc.user_data.get(TEXT, doc.text)
        words = without_wishes(self._words) if doc.user_data.get(ASKING) else self._words
        doc.user_data[FOUND] = replace(found, mentions=with_cues(found.mentions, text, words))
        return doc


def _mention(c: Candidate, text: str, score: float) -> Mention:
    if c.skill is None:
        raise AssertionError(c)
    return Mention(c.skill, c.start, c.end, text[c.start : c.end], c.form, c.rule, score)


def _annotate(doc: Doc, found: Found) -> Doc:
    spans = [doc.char_span(m.start, m.end, label=m.skill, alignment_mode="expand") for m in found.mentions]
    doc.spans[SPANS] = SpanGroup(doc, name=SPANS, spans=[s for s in spans if s is not None])
    doc.user_data[FOUND] = found
    return doc


@Language.factory("skillgap_skills", default_config={"taxonomy": None})
def make_skills(nlp: Language, name: str, taxonomy: str | None) -> SkillFinder:  # noqa: ARG001
    """Return the component that finds skills. `taxonomy` is a path that `skillgap.taxonomy.load` takes."""
    return SkillFinder(nlp, load(Path(taxonomy) if taxonomy else None))


@Language.factory("skillgap_cues", default_config={"taxonomy": None})
def make_cues(nlp: Language, name: str, taxonomy: str | None) -> CueFinder:  # noqa: ARG001
    """Return the component that marks negated and aspirational mentions."""
    return CueFinder(load(Path(taxonomy) if taxonomy else None))
