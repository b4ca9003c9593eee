"""Mentions in, mentions with their cue out: "no experience with X", "eager to learn X", "familiar with X", within one clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from skillgap.model import Cue, Mention
from skillgap.taxonomy.values import Words

# Words that negate only what stands right behind them: "no Java or C++", but not "no time lost to Java".
# So do words that hedge a name, "basic SQL", and only up to a comma.
_HEDGED_DIRECTLY = "hedged_directly"
# "Learning Rust" puts it into the future only where a sentence begins; "machine learning, Python" doesn't.
_FIRST = "aspirational_first"
_DIRECT = frozenset({"negated_directly", _HEDGED_DIRECTLY, _FIRST})
_SENTENCE = re.compile(r"(?:^|[\n.;!?:•◦▪▸►●○■∙·*–(-])\s*$")

# Phrases with a cue in them that are none: "very familiar with".
_NO_CUE = "no_cue"

# Cues of two parts, which go together in any way: "keen to" + "explore", "haven't" + "worked with". An adverb may stand between.
_BETWEEN_PARTS = r"(?:\s+\w+ly|\s+(?:also|even|further|more|now|one\s+day|yet))?\s+"
# What is lacking may be described: "do not have commercial experience of", "no real hands-on background in".
_DESCRIBED = r"(?:\s+[\w-]+){0,3}\s+"
_PARTS = {
    "aspirational": ((("wishes",), _BETWEEN_PARTS, ("pursuits",)),),
    "negated": ((("denials",), _BETWEEN_PARTS, ("uses",)), (("denials", "absences"), _DESCRIBED, ("backgrounds",))),
}

# Cues that stand behind a name: "Rust (learning)", "Go and Rust are next on my list", "Rust möchte ich lernen".
_BEHIND = {"aspirational_behind": Cue.ASPIRATIONAL, "negated_behind": Cue.NEGATED}
_WISHES = frozenset({"aspirational", "aspirational_first", "aspirational_behind", "wishes", "pursuits"})
_NOT_BEFORE = frozenset({*_BEHIND, "wishes", "pursuits", "denials", "uses", "absences", "backgrounds"})
_LIST = re.compile(r"\s*(?:,|&|/|,?\s*\b(?:and|or|und|oder|et|ou|y|o))\s*")

# What hedging costs of the score, as much as a slip in the name.
HEDGED = 0.1

# A cue reaches over the rest of its clause, but hardly ever over more than two lines.
REACH = 160

_WORD = re.compile(r"\w+")

# No cue is longer.
LONGEST = 60

# A colon behind a cue, perhaps with the bullet of the list that it begins, belongs to the cue.
_COLON = re.compile(r"\s*:(?:\s{0,8}[•◦▪▸►●○■∙·*–-]\s)?")

_CLAUSE_END = r"[.;!?](?=\s|$)|\n\s{0,40}[•◦▪▸►●○■∙·*–-]\s|\n\n"

# A line break ends the clause too where the line could end there and the next one begins with a capital: the rows of a table.
_ROW_END = r"(?<=[^\s,&])(?<!\band)(?<!\bor)\n(?=[A-ZÀ-Þ])"


def with_cues(mentions: tuple[Mention, ...], text: str, words: Words) -> tuple[Mention, ...]:
    """Return the mentions, those that stand after a cue in the same clause with it."""
    found = _cue_spans(text, words, {m.start for m in mentions}, {m.end for m in mentions})
    behind = _cues_behind(mentions, text, words)
    if not found and not behind:
        return mentions
    return tuple(_marked(m, *cue) if (cue := behind.get(m.end) or _cue_of(m, found)) else m for m in mentions)


def without_wishes(words: Words) -> Words:
    """Return the words without the cues that put a skill into the future."""
    return replace(words, cues={kind: cues for kind, cues in words.cues.items() if kind not in _WISHES})


def is_behind_cue(text: str, start: int, words: Words) -> bool:
    """Return whether a cue of any kind ends right before a place: "never used ", "keen to learn: "."""
    before = text[max(0, start - LONGEST) : start]
    return _ending(tuple((k, tuple(v)) for k, v in words.cues.items())).search(before) is not None


@lru_cache
def _ending(cues: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    by_kind = dict(cues)
    groups = "|".join(_group(kind, by_kind) for kind in by_kind if kind not in {*_NOT_BEFORE, _NO_CUE} and by_kind[kind])
    return re.compile(rf"\b(?:{groups})\s*:?\s*$", re.IGNORECASE)


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


def _cues_behind(mentions: tuple[Mention, ...], text: str, words: Words) -> dict[int, tuple[Cue, str]]:
    """Return the cues that stand behind a name, by where the name ends. One without a mark before it is that of a whole list."""
    pattern = _behind(tuple((kind, tuple(words.cues.get(kind, ()))) for kind in _BEHIND))
    found: dict[int, tuple[Cue, str]] = {}
    start, of_list = 0, None
    for mention in sorted(mentions, key=lambda m: m.end, reverse=True):
        match = pattern.match(text, mention.end)
        if match:
            cue = _BEHIND[str(match.lastgroup)], " ".join(match[str(match.lastgroup)].split())
            start, of_list = mention.start, cue if match["mark"] is None else None
        elif of_list and _LIST.fullmatch(text, mention.end, start):
            cue, start = of_list, mention.start
        else:
            of_list = None
            continue
        found[mention.end] = cue
    return found


def _cue_spans(text: str, words: Words, starts: set[int], name_ends: set[int]) -> list[tuple[int, int, Cue, str]]:
    """Return where each cue reaches: from its end to the end of its clause. A direct cue needs a mention at its end.

    What ends a name is no cue: "Visual Basic".
    """
    cues, ends = _patterns(tuple((k, tuple(v)) for k, v in words.cues.items()), tuple(words.clause_ends))
    spans = []
    for match in _places(text, cues, _first_words(tuple((k, tuple(v)) for k, v in words.cues.items()))):
        kind = str(match.lastgroup)
        if kind == _NO_CUE:
            continue
        is_name = match.start() + len(match[0].rstrip()) in name_ends
        if kind in _DIRECT and (is_name or match.end() not in starts):
            continue
        if kind == _FIRST and not _SENTENCE.search(text, max(0, match.start() - 3), match.start()):
            continue
        colon = _COLON.match(text, match.end())
        start = colon.end() if colon else match.end()
        reach = min(match.end() + REACH, len(text))
        # Whether a capital begins the next line can be seen only with the next line's first character in the window.
        stop = ends.search(text, start, reach + 1)
        end = min(reach, stop.start()) if stop else reach
        if kind == _HEDGED_DIRECTLY and (comma := text.find(",", start, end)) >= 0:
            end = comma
        cue = Cue(kind.partition("_")[0])
        spans.append((match.end(), _bracket_end(text, start, end), cue, " ".join(match[0].split())))
    return spans


def _places(text: str, cues: re.Pattern[str], first_words: frozenset[str]) -> Iterator[re.Match[str]]:
    """Yield what `cues.finditer` does; trying 700 cues only at words that begin one takes a tenth of the time."""
    at = 0
    for word in _WORD.finditer(text):
        if word.start() >= at and word[0].lower() in first_words and (match := cues.match(text, word.start())):
            at = match.end()
            yield match


@lru_cache
def _first_words(cues: tuple[tuple[str, tuple[str, ...]], ...]) -> frozenset[str]:
    # An apostrophe may be left out: haven't, havent.
    written = (form for _, phrases in cues for phrase in phrases for form in (phrase, phrase.replace("'", "")))
    return frozenset(match[0] for form in written if (match := _WORD.search(form)))


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
    by_kind = dict(cues)
    groups = "|".join(_group(kind, by_kind) for kind in by_kind if kind not in _NOT_BEFORE and by_kind[kind])
    clause = rf"{_CLAUSE_END}|{_ROW_END}|\b(?i:{_phrases(ends)})\b"
    return re.compile(rf"\b(?:{groups})", re.IGNORECASE), re.compile(clause)


def _group(kind: str, cues: dict[str, tuple[str, ...]]) -> str:
    forms = [_phrases(cues[kind])]
    for first, between, second in _PARTS.get(kind, ()):
        before, behind = (tuple(p for part in parts for p in cues.get(part, ())) for parts in (first, second))
        if before and behind:
            forms.append(f"(?:{_phrases(before)}){between}(?:{_phrases(behind)})")
    return rf"(?P<{kind}>{'|'.join(forms)})" + (r"\s+" if kind in _DIRECT else r"\b")


@lru_cache
def _behind(cues: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    """Return what matches from the end of a name: perhaps a mark, then a cue that ends the clause."""
    groups = "|".join(rf"(?P<{kind}>{_phrases(phrases)})" for kind, phrases in cues if phrases)
    return re.compile(rf"(?P<mark>\s?[:–—(-]|(?=\s?[(:]))?\s*(?:{groups or '(?!)'})(?=\s*(?:[.;!,)]|\n|$))", re.IGNORECASE)


def _phrases(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return "|".join(re.escape(p).replace(r"\ ", r"\s+").replace("'", "['’]?") for p in longest_first)
