"""Mentions in, mentions with their cue out: "no experience with X", "eager to learn X", "familiar with X", within one clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache

from skillgap.model import Cue, Mention
from skillgap.taxonomy.values import Words

# Words that negate only what stands right behind them: "no Java or C++", but not "no time lost to Java".
# So do words that hedge a name, "basic SQL", and only up to a comma.
_HEDGED_DIRECTLY = "hedged_directly"
_DIRECT = frozenset({"negated_directly", _HEDGED_DIRECTLY})

# Phrases with a cue in them that are none: "very familiar with".
_NO_CUE = "no_cue"

# What hedging costs of the score, as much as a slip in the name.
HEDGED = 0.1

# A cue reaches over the rest of its clause, but hardly ever over more than two lines.
REACH = 160

# A colon behind a cue, perhaps with the bullet of the list that it begins, belongs to the cue.
_COLON = re.compile(r"\s*:(?:\s{0,8}[•◦▪▸►●○■∙·*–-]\s)?")

_CLAUSE_END = r"[.;!?](?=\s|$)|\n\s{0,40}[•◦▪▸►●○■∙·*–-]\s|\n\n"

# A line break ends the clause too where the line could end there and the next one begins with a capital: the rows of a table.
_ROW_END = r"(?<=[^\s,&])(?<!\band)(?<!\bor)\n(?=[A-ZÀ-Þ])"


def with_cues(mentions: tuple[Mention, ...], text: str, words: Words) -> tuple[Mention, ...]:
    """Return the mentions, those that stand after a cue in the same clause with it."""
    found = _cue_spans(text, words, {m.start for m in mentions}, {m.end for m in mentions})
    if not found:
        return mentions
    return tuple(_marked(m, *cue) if (cue := _cue_of(m, found)) else m for m in mentions)


def _marked(mention: Mention, cue: Cue, cue_words: str) -> Mention:
    score = mention.score * (1 - HEDGED) if cue is Cue.HEDGED else mention.score
    return replace(mention, cue=cue, cue_words=cue_words, score=score)


def _cue_of(mention: Mention, spans: list[tuple[int, int, Cue, str]]) -> tuple[Cue, str] | None:
    """Return the last cue that reaches a mention, one that hedges only without others: "no experience with or exposure to X"."""
    hedged = None
    at = bisect_right(spans, mention.start, key=lambda s: s[0])
    while at and spans[at - 1][0] >= mention.start - REACH:
        at -= 1
        _, end, cue, cue_words = spans[at]
        if mention.start < end and cue is not Cue.HEDGED:
            return cue, cue_words
        if mention.start < end:
            hedged = hedged or (cue, cue_words)
    return hedged


def _cue_spans(text: str, words: Words, starts: set[int], name_ends: set[int]) -> list[tuple[int, int, Cue, str]]:
    """Return where each cue reaches: from its end to the end of its clause. A direct cue needs a mention at its end.

    What ends a name is no cue: "Visual Basic".
    """
    cues, ends = _patterns(tuple((k, tuple(v)) for k, v in words.cues.items()), tuple(words.clause_ends))
    spans = []
    for match in cues.finditer(text):
        kind = str(match.lastgroup)
        if kind == _NO_CUE:
            continue
        is_name = match.start() + len(match[0].rstrip()) in name_ends
        if kind in _DIRECT and (is_name or match.end() not in starts):
            continue
        colon = _COLON.match(text, match.end())
        start = colon.end() if colon else match.end()
        reach = min(match.end() + REACH, len(text))
        # Whether a capital begins the next line can be seen only with the next line's first character in the window.
        stop = ends.search(text, start, reach + 1)
        end = min(reach, stop.start()) if stop else reach
        if kind == _HEDGED_DIRECTLY and (comma := text.find(",", start, end)) >= 0:
            end = comma
        cue = Cue(kind.removesuffix("_directly"))
        spans.append((match.end(), _bracket_end(text, start, end), cue, " ".join(match[0].split())))
    return spans


def _bracket_end(text: str, start: int, end: int) -> int:
    """Return where a bracket closes between start and end that was opened before start, or the end."""
    depth = 0
    for at in range(start, end):
        depth += (text[at] in "([") - (text[at] in ")]")
        if depth < 0:
            return at
    return end


@lru_cache
def _patterns(cues: tuple[tuple[str, tuple[str, ...]], ...], ends: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    groups = "|".join(
        rf"(?P<{kind}>{_phrases(phrases)})" + (r"\s+" if kind in _DIRECT else r"\b") for kind, phrases in cues if phrases
    )
    clause = rf"{_CLAUSE_END}|{_ROW_END}|\b(?i:{_phrases(ends)})\b"
    return re.compile(rf"\b(?:{groups})", re.IGNORECASE), re.compile(clause)


def _phrases(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return "|".join(re.escape(p).replace(r"\ ", r"\s+").replace("'", "['’]") for p in longest_first)
