"""Write taxonomy/english.txt: English words, most frequent first, from the word list that symspellpy carries (MIT).

    python scripts/english_words.py

The list decides which forms of the taxonomy need a rule and which words can't be misspellings; see docs/taxonomy.md.
"""

from __future__ import annotations

from pathlib import Path

import symspellpy

SOURCE = Path(symspellpy.__file__).parent / "frequency_dictionary_en_82_765.txt"
TARGET = Path(__file__).parents[1] / "taxonomy" / "english.txt"


def main() -> None:
    """Write the list, one word a line."""
    rows = (line.split() for line in SOURCE.read_text(encoding="utf-8-sig").splitlines())
    counts = {word: int(count) for word, count in rows}
    words = sorted(counts, key=lambda word: (-counts[word], word))
    TARGET.write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(words)} words")


if __name__ == "__main__":
    main()
