"""The components in somebody else's pipeline, the declared entry points, and `find` itself."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from made import document
from skillgap import matching
from skillgap.matching import component
from skillgap.matching.component import FOUND, SECTIONS, SPANS, TEXT, SkillFinder
from skillgap.matching.tokens import SkillTokenizer, make_tokenizer
from skillgap.model import Cue, Found, Reason, Rule, Section, SectionKind
from skillgap.taxonomy import Taxonomy

TEXT_OF_OTHERS = "•Python•SQL|Docker\n\nNo experience with CI/CD;\tbut Redis7.2 and Kuberentes. Thanks to R. Smith!"


@pytest.fixture(scope="module")
def theirs() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("skillgap_skills")
    nlp.add_pipe("skillgap_cues")
    return nlp


@pytest.fixture(scope="module")
def doc(theirs: Language, taxonomy: Taxonomy) -> Doc:
    return theirs(TEXT_OF_OTHERS)


def test_their_text_and_tokens_stay_as_they_are(doc: Doc) -> None:
    assert doc.text == TEXT_OF_OTHERS
    assert [t.text for t in doc] == [t.text for t in spacy.blank("en")(TEXT_OF_OTHERS)]


def test_mention_has_the_offsets_of_their_text(doc: Doc) -> None:
    mentions = doc.user_data[FOUND].mentions
    assert [(m.skill, TEXT_OF_OTHERS[m.start : m.end]) for m in mentions] == [
        ("python", "Python"),
        ("sql", "SQL"),
        ("docker", "Docker"),
        ("ci-cd", "CI/CD"),
        ("redis", "Redis"),
        ("kubernetes", "Kuberentes"),
    ]


def test_span_covers_the_tokens_of_its_mention_and_is_labelled_with_the_skill(doc: Doc) -> None:
    spans = list(doc.spans[SPANS])
    assert [s.label_ for s in spans] == [m.skill for m in doc.user_data[FOUND].mentions]
    assert all(m.text in s.text for s, m in zip(spans, doc.user_data[FOUND].mentions, strict=True))


def test_cue_is_marked(doc: Doc) -> None:
    assert [m.cue for m in doc.user_data[FOUND].mentions] == [None, None, None, Cue.NEGATED, None, None]


def test_misspelled_name_says_so(doc: Doc) -> None:
    assert doc.user_data[FOUND].mentions[-1].rule is Rule.MISSPELLED


def test_what_was_dropped_is_there_with_its_reason(doc: Doc) -> None:
    assert ("r", Reason.INITIAL) in [(d.skill, d.reason) for d in doc.user_data[FOUND].dropped]


def test_empty_doc_has_no_spans(theirs: Language) -> None:
    empty = theirs("")
    assert list(empty.spans[SPANS]) == []
    assert empty.user_data[FOUND] == Found((), ())


def test_cues_alone_find_nothing(taxonomy: Taxonomy) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("skillgap_cues")
    assert nlp("No experience with Python").user_data[FOUND] == Found((), ())


def test_match_leaves_the_doc_as_it_is(tools: Taxonomy) -> None:
    nlp = spacy.blank("en")
    plain = nlp.make_doc("Python and C++")
    found = SkillFinder(nlp, tools).match(plain)
    assert [m.skill for m in found.mentions] == ["python", "cplusplus"]
    assert (plain.user_data, dict(plain.spans)) == ({}, {})


def test_own_tokens_are_not_cut_again(tools: Taxonomy) -> None:
    nlp = spacy.blank("en")
    ours = SkillTokenizer(nlp.vocab)("scikit learn")
    found = SkillFinder(nlp, tools).match(ours)
    assert found == SkillFinder(nlp, tools).match(nlp.make_doc("scikit learn"))


def test_sections_and_line_breaks_are_taken_from_the_doc(tools: Taxonomy) -> None:
    nlp = spacy.blank("en")
    text = "Skills\nR"
    ours = SkillTokenizer(nlp.vocab)(text)
    finder = SkillFinder(nlp, tools)
    assert finder.match(ours).mentions == ()
    ours.user_data |= {TEXT: text, SECTIONS: (Section(SectionKind.SKILLS, "Skills", 0, len(text)),)}
    assert [m.skill for m in finder.match(ours).mentions] == ["r"]


def test_phrase_that_is_no_skill_can_never_become_a_mention(tools: Taxonomy) -> None:
    finder = SkillFinder(spacy.blank("en"), tools)
    assert finder.match(spacy.blank("en").make_doc("Go to market")).mentions == ()


@pytest.mark.parametrize(
    ("group", "name", "value"),
    [
        ("spacy_factories", "skillgap_skills", component.make_skills),
        ("spacy_factories", "skillgap_cues", component.make_cues),
        ("spacy_tokenizers", "skillgap.tokenizer.v1", make_tokenizer),
    ],
)
def test_entry_point_is_declared(group: str, name: str, value: object) -> None:
    (entry,) = entry_points(group=group, name=name)
    assert entry.load() is value


def test_find_gives_mentions_with_the_text_as_printed(taxonomy: Taxonomy) -> None:
    text = "Courses in machine\nlearning"
    found = matching.find(document(text, taxonomy.words), taxonomy)
    assert [(m.skill, m.text) for m in found.mentions] == [("machine-learning", "machine\nlearning")]


def test_pipeline_of_a_taxonomy_is_made_once(taxonomy: Taxonomy) -> None:
    assert matching.pipeline() is matching.pipeline()


def test_pipeline_has_its_components_in_order(taxonomy: Taxonomy) -> None:
    assert tuple(matching.pipeline().pipe_names) == matching.COMPONENTS


def test_a_text_may_be_longer_than_spacys_parsers_allow(taxonomy: Taxonomy) -> None:
    found = matching.find(document("word " * 200_001 + "Python"), taxonomy)
    assert [m.text for m in found.mentions] == ["Python"]
