"""Mentions in, mentions with their cue out: "no experience with X" and "eager to learn X", within one clause."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from skillgap.model import Cue, Mention
from skillgap.taxonomy.values import Words

# A cue reaches over the rest of its clause, but hardly ever over more than two lines.
REACH = 160

_CLAUSE_END = r"[.;:!?](?=\s|$)|\n\s*[•◦▪▸►●○■∙·*–-]\s|\n\n"


def with_cues(mentions: tuple[Mention, ...], text: str, words: Words) -> tuple[Mention, ...]:
    """Return the mentions, those that stand after a cue in the same clause with it."""
    found = _cue_spans(text, words)
    if not found:
        return mentions
    return tuple(replace(m, cue=cue) if (cue := _cue_of(m, found)) else m for m in mentions)


def _cue_of(mention: Mention, spans: list[tuple[int, int, Cue]]) -> Cue | None:
    return next((cue for start, end, cue in reversed(spans) if start <= mention.start < end), None)


def _cue_spans(text: str, words: Words) -> list[tuple[int, int, Cue]]:
    """Return where each cue reaches: from its end to the end of its clause."""
    cues, ends = _patterns(tuple((k, tuple(v)) for k, v in words.cues.items()), tuple(words.clause_ends))
    spans = []
    for match in cues.finditer(text):
        stop = ends.search(text, match.end())
        reach = match.end() + REACH
        spans.append((match.end(), min(reach, stop.start() if stop else reach), Cue(str(match.lastgroup))))
    return spans


@lru_cache
def _patterns(cues: tuple[tuple[str, tuple[str, ...]], ...], ends: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    groups = "|".join(rf"(?P<{kind}>{_phrases(phrases)})" for kind, phrases in cues)
    return re.compile(rf"\b(?:{groups})\b", re.IGNORECASE), re.compile(rf"{_CLAUSE_END}|\b(?:{_phrases(ends)})\b", re.IGNORECASE)


def _phrases(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return "|".join(re.escape(p).replace(r"\ ", r"\s+").replace("'", "['’]") for p in longest_first)
