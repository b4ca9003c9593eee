"""Text in, spaCy Doc out: a tokenizer for skill names.

spaCy's English rules keep "CI/CD" apart but "Python3.11" and "•Python•SQL|Docker" whole. Here a token is a run of letters, a run
of digits or one mark, so names and text are cut alike: "C++" is C + +, "k8s" is k 8 s, "Node.js" is Node . js. A single line
break counts as a space, so that a name broken over two lines is still one. The text keeps its length: offsets stay valid.
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_|\s+")
_BREAK = str.maketrans("\n\t\r\f\v\u00a0", "      ")

# Marks a Doc of this tokenizer, so that a component in somebody else's pipeline knows when to cut the text again.
OURS = "skillgap_tokens"


class SkillTokenizer:
    """Cuts text into runs of letters, runs of digits and single marks."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the Doc of a text; its text is the same but for line breaks and tabs, which are spaces."""
        pieces = _TOKEN.findall(text.translate(_BREAK))
        words: list[str] = []
        spaces: list[bool] = []
        for piece in pieces:
            follows = piece[0] == " " and bool(words) and not spaces[-1]
            if follows:
                spaces[-1] = True
            if word := piece[1:] if follows else piece:
                words.append(word)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces, user_data={OURS: True})

    def to_bytes(self, **_: object) -> bytes:
        """Return nothing: the tokenizer has no state. spaCy asks for it when a pipeline is saved."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> SkillTokenizer:
        """Return the tokenizer itself."""
        return self

    def to_disk(self, _: object, **__: object) -> None:
        """Write nothing."""

    def from_disk(self, _: object, **__: object) -> SkillTokenizer:
        """Return the tokenizer itself."""
        return self


def cut(form: str) -> tuple[str, ...]:
    """Return the tokens of a form in lower case, as the tokenizer would cut it."""
    return tuple(piece.lower() for piece in _TOKEN.findall(form) if not piece.isspace())


@registry.tokenizers("skillgap.tokenizer.v1")
def make_tokenizer():  # type: ignore[no-untyped-def]  # noqa: ANN201
    """Return what spaCy calls to make the tokenizer of a pipeline."""

    def create(nlp: Language) -> SkillTokenizer:
        return SkillTokenizer(nlp.vocab)

    return create
