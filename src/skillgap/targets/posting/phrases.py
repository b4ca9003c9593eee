"""Phrases of the taxonomy in, regular expressions out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

# What may follow a part of a phrase, by its next letter; "" says that a phrase may end there.
Tree: TypeAlias = dict[str, "Tree"]


@lru_cache(maxsize=256)
def alternatives(phrases: tuple[str, ...]) -> str:
    """Return what matches any of some phrases, the longest first, whatever spaces are between their words.

    Phrases that begin alike share that beginning, so that not each of hundreds is tried at each word: a posting is read in three
    quarters of the time.
    """
    if not phrases:
        return "(?!)"  # matches nothing
    tree: Tree = {}
    for phrase in phrases:
        at = tree
        for letter in phrase:
            at = at.setdefault(letter, {})
        at[""] = {}
    return _expression(tree)


def _expression(tree: Tree) -> str:
    branches = [(r"\s+" if letter == " " else re.escape(letter)) + _expression(tree[letter]) for letter in sorted(tree) if letter]
    if not branches:
        return ""
    longer = branches[0] if len(branches) == 1 and "" not in tree else f"(?:{'|'.join(branches)})"
    return f"{longer}?" if "" in tree else longer


@lru_cache(maxsize=256)
def pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches any of some phrases as whole words, in any case."""
    return re.compile(rf"(?<![\w-])(?:{alternatives(phrases)})(?![\w-])", re.IGNORECASE)
