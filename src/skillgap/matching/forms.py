"""The store of all patterns: made once for a taxonomy, from which a text's own few hundred are looked up.

A pattern is found by its first three tokens, the English words that can't be misspellings by themselves, the words of names
that can be misspelled by their first letter.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator

from skillgap.matching.spellings import Pattern, patterns
from skillgap.model import Rule, SkillId
from skillgap.taxonomy import locate
from skillgap.taxonomy.rows import rule_of, rule_row
from skillgap.taxonomy.store import Store, open_store
from skillgap.taxonomy.values import Taxonomy

# Changes with what is stored or with the ways of spelling.
SHAPE = 9

# Words shorter than this have too many neighbours to be looked for misspelled.
SHORTEST_MISSPELLED = 5

# SQLite takes so many values in one query on every system.
AT_ONCE = 900


class Forms:
    """Looks up the patterns of one taxonomy."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._store = _open(taxonomy)

    def starting_with(self, keys: Collection[str]) -> Iterator[Pattern]:
        """Yield the patterns whose first three tokens, with a space between, are one of `keys`."""
        for row in self._matching("SELECT tokens, skill, form, rule, spelling, spec, against FROM pattern WHERE key IN", keys):
            yield _pattern(row)

    def english(self, words: Collection[str]) -> frozenset[str]:
        """Return those of some words in lower case that are English."""
        return frozenset(word for (word,) in self._matching("SELECT word FROM english WHERE word IN", words))

    def words_of_names(self, letter: str) -> tuple[str, ...]:
        """Return the longer words of names that begin with a letter, in alphabetical order."""
        return tuple(word for (word,) in self._store.rows("SELECT word FROM part WHERE letter = ? ORDER BY word", (letter,)))

    def _matching(self, query: str, values: Collection[str]) -> Iterator[tuple[str, ...]]:
        waiting = sorted(values)
        for at in range(0, len(waiting), AT_ONCE):
            some = tuple(waiting[at : at + AT_ONCE])
            yield from self._store.rows(f"{query} ({', '.join('?' * len(some))})", some)


def key_of(tokens: tuple[str, ...]) -> str:
    """Return the key by which a pattern is found."""
    return " ".join(tokens[:3])


def _open(taxonomy: Taxonomy) -> Store:
    return open_store(f"forms-{SHAPE}-{taxonomy.digest}", lambda connection: _fill(connection, taxonomy))


def _fill(connection: sqlite3.Connection, taxonomy: Taxonomy) -> None:
    english = frozenset(locate.english_words().read_text(encoding="utf-8").split())
    found = list(patterns(tuple(taxonomy.skills.values()), taxonomy.words.british, english))
    connection.execute(
        "CREATE TABLE pattern (key, tokens, skill, form, rule, spelling, spec, against, PRIMARY KEY (key, tokens)) WITHOUT ROWID"
    )
    connection.execute("CREATE TABLE english (word PRIMARY KEY) WITHOUT ROWID")
    connection.execute("CREATE TABLE part (letter, word, PRIMARY KEY (letter, word)) WITHOUT ROWID")
    connection.executemany("INSERT INTO pattern VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_row, found))
    connection.executemany("INSERT INTO english VALUES (?)", ((word,) for word in english))
    parts = {token for p in found if p.skill and p.rule is Rule.EXACT for token in p.tokens if _can_be_misspelled(token)}
    connection.executemany("INSERT INTO part VALUES (?, ?)", ((word[0], word) for word in sorted(parts)))


def _can_be_misspelled(word: str) -> bool:
    return len(word) >= SHORTEST_MISSPELLED and word.isalpha()


def _row(p: Pattern) -> tuple[str | None, ...]:
    spec = json.dumps(rule_row(p.spec)) if p.spec else None
    return key_of(p.tokens), " ".join(p.tokens), p.skill, p.form, p.rule, p.spelling, spec, " ".join(p.against)


def _pattern(row: tuple[str, ...]) -> Pattern:
    tokens, skill, form, rule, spelling, spec, against = row
    known = SkillId(skill) if skill else None
    rules = rule_of(json.loads(spec)) if spec else None
    return Pattern(tuple(tokens.split(" ")), known, form, Rule(rule), spelling, rules, tuple(map(SkillId, against.split())))
