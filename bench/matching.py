"""Print how long finding the skills of a résumé takes, as a ratio to spaCy's tokenising of the same text.

    python bench/matching.py [--rounds 40]

The text is a sample résumé's, cut to 1,000 tokens of spacy.blank("en"). Both run in turn in one process; the fastest of the
rounds counts. Each round has another text, its numbers changed, so that nothing is remembered but words.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from skillgap import documents, matching
from skillgap.model import Document, Section, Source, Word
from skillgap.taxonomy import load

ROOT = Path(__file__).parents[1]
RESUME = ROOT / "samples" / "mei_okonkwo_ml_engineer.pdf"
TOKENS = 1000
# The most that matching may take, in times of the tokenising.
LIMIT = 4.0


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def with_other_numbers(text: str, round_: int) -> str:
    """Return a text of the same length in which the figures are others."""
    return re.sub(r"\d", lambda m: str((int(m[0]) + round_) % 10), text)


def document(text: str, sections: tuple[Section, ...]) -> Document:
    """Return a document with a text."""
    return Document(Source("-", "text", "0" * 64, 1), "text", text, (Word(0, len(text), 1),), sections)


def main() -> int:
    """Print the ratio; 1 where it is above the limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args().rounds
    taxonomy, english = load(), spacy.blank("en")
    read = documents.read(str(RESUME), taxonomy.words)
    tokens = english(f"{read.text}\n{read.text}")[:TOKENS]
    tokenising, finding = [], []
    for round_ in range(rounds):
        text = with_other_numbers(tokens.text, round_)
        made = document(text, read.sections)
        tokenising.append(seconds(lambda text=text: english(text)))  # type: ignore[misc]
        finding.append(seconds(lambda made=made: matching.find(made, taxonomy)))  # type: ignore[misc]
    ratio = min(finding) / min(tokenising)
    print(f"skills of a résumé of {len(tokens)} tokens: {ratio:.2f} times spaCy's tokenising of it (at most {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
