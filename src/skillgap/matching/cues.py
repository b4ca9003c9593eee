"""Mentions in, mentions with their cue out: "no experience with X" and "eager to learn X", within one clause."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from skillgap.model import Cue, Mention
from skillgap.taxonomy.values import Words

# Words that negate only what stands right behind them: "no Java or C++", but not "no time lost to Java".
_DIRECT = "negated_directly"

# A cue reaches over the rest of its clause, but hardly ever over more than two lines.
REACH = 160

_CLAUSE_END = r"[.;!?](?=\s|$)|\n\s*[•◦▪▸►●○■∙·*–-]\s|\n\n"

# A line break ends the clause too where the line could end there and the next one begins with a capital: the rows of a table.
_ROW_END = r"(?<=[^\s,&])(?<!\band)(?<!\bor)\n(?=[A-ZÀ-Þ])"


def with_cues(mentions: tuple[Mention, ...], text: str, words: Words) -> tuple[Mention, ...]:
    """Return the mentions, those that stand after a cue in the same clause with it."""
    found = _cue_spans(text, words, {m.start for m in mentions})
    if not found:
        return mentions
    return tuple(replace(m, cue=cue) if (cue := _cue_of(m, found)) else m for m in mentions)


def _cue_of(mention: Mention, spans: list[tuple[int, int, Cue]]) -> Cue | None:
    return next((cue for start, end, cue in reversed(spans) if start <= mention.start < end), None)


def _cue_spans(text: str, words: Words, starts: set[int]) -> list[tuple[int, int, Cue]]:
    """Return where each cue reaches: from its end to the end of its clause. A direct cue needs a mention at its end."""
    cues, ends = _patterns(tuple((k, tuple(v)) for k, v in words.cues.items()), tuple(words.clause_ends))
    spans = []
    for match in cues.finditer(text):
        if match.lastgroup == _DIRECT and match.end() not in starts:
            continue
        stop = ends.search(text, match.end() + 1)
        reach = match.end() + REACH
        spans.append(
            (match.end(), min(reach, stop.start() if stop else reach), Cue(str(match.lastgroup).removesuffix("_directly")))
        )
    return spans


@lru_cache
def _patterns(cues: tuple[tuple[str, tuple[str, ...]], ...], ends: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    groups = "|".join(rf"(?P<{kind}>{_phrases(phrases)})" + (r"\s+" if kind == _DIRECT else r"\b") for kind, phrases in cues)
    clause = rf"{_CLAUSE_END}|{_ROW_END}|\b(?i:{_phrases(ends)})\b"
    return re.compile(rf"\b(?:{groups})", re.IGNORECASE), re.compile(clause)


def _phrases(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return "|".join(re.escape(p).replace(r"\ ", r"\s+").replace("'", "['’]") for p in longest_first)
