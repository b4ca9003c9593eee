"""Words of a reader in, how much of them looks like text out. What damaged PDFs leave behind shows at once: glued and
letter-spaced words, codes instead of letters, replacement characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from skillgap.documents.words import RawWord, clean

# The longest words of English and German résumés that aren't addresses or compounds with marks have 25 letters or fewer.
LONGEST = 25

# Words of one letter are "a", "I", C, R and initials: at most this share of a text.
MOST_SINGLE = 0.15

_BAD = re.compile(r"\(cid:\d+\)|�")
# A line drawn with signs.
_RULE = re.compile(r"([-=_*#~.·])\1{2,}")
_LETTER = re.compile(r"[^\W\d_]")
# Of fixed length before the first sign that ends a word: with [a-z]{3,} a word of a million letters takes the square of its time.
_GLUED = re.compile(r"[a-z]{3}[.,;:][A-Za-z]{3}|[a-z]{3}[A-Z][a-z]{3,}+[A-Z][a-z]{3,}+[A-Z][a-z]{3}")
_ADDRESS = re.compile(r"@|/|www\.|\.\w{2,4}$")


def is_glued(word: str) -> bool:
    """Return whether a word looks like several without the spaces between them."""
    if _ADDRESS.search(word):
        return False
    return bool(_GLUED.search(word)) or max(map(len, re.split(r"[\W_]+", word))) > LONGEST


def quality(words: Sequence[RawWord]) -> float:
    """Return between 0 and 1 which share of the words looks like text; 0 where there are none."""
    texts = [text for word in words if (text := clean(word.text)) and not _RULE.fullmatch(text)]
    if not texts:
        return 0.0
    bad = sum(1 for t in texts if _BAD.search(t) or is_glued(t) or not (_LETTER.search(t) or len(t) < 4 or t[0].isdigit()))
    single = sum(len(t) == 1 and t.isalpha() for t in texts)
    excess = max(0.0, single - MOST_SINGLE * len(texts))
    return 1 - min(len(texts), bad + excess) / len(texts)
