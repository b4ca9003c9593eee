"""Write taxonomy/wide.txt, the wide tier: names of tools and languages that public lists have and the skills lack, one a line.

    python scripts/wide_names.py --onet TABLE --languages TABLE --landscape TABLE

Each table has tab-separated columns under a line of headings, the name first: O*NET's technology skills (commodity last), the
languages of GitHub linguist (type second), the entries of the CNCF and LF AI landscapes (category second). What every text may
have is left out: English words, which given names and towns are as well, descriptions, letters. docs/taxonomy.md says what the
tier is for, and whose lists these are.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from skillgap.taxonomy import load, locate
from skillgap.taxonomy.skill import fold_form

TARGET = Path(__file__).parents[1] / "taxonomy" / "wide.txt"
HEAD = """\
# The wide tier: names of tools and languages in public lists that skills/ lacks, one a line: the name and, behind a tab, longer
# ones for the same. Written by scripts/wide_names.py; a name that becomes a skill of its own there counts no more here.
# A name counts only in this spelling, as an item of a list of known skills. From O*NET technology skills (U.S. Department of
# Labor, CC BY 4.0), GitHub linguist (MIT) and the CNCF and LF AI landscapes (Apache-2.0).
"""

# Whoever has so many names in O*NET's list is a maker, whose name people leave out.
MAKER, MOST_OF_MAKER = 3, 3
SHORTEST, SHORTEST_WITHOUT_MAKER = 3, 4
LONGEST_WORDS = 4

# Without these a word may be English although it isn't in the list.
ENDINGS = ("s", "es", "d", "ed", "ing", "ly", "er")

# Kinds of entries that are no tools to know.
NOT_TYPES = frozenset({"data", "prose"})
NOT_CATEGORIES = frozenset({"Hosting Companies", "Model"})

# A name: words with a capital or a figure.
_WORD = re.compile(r"[\w.+#/&'-]*[A-Z0-9][\w.+#/&'-]*")
_NAME = re.compile(r"[\w.+#/&' -]+")
# Words that end descriptions: "Ticketing Software", "Paint by Numbers System".
_DESCRIBING = frozenset({"program", "programs", "software", "suite", "system", "systems", "tool", "tools"}) | frozenset(
    {"application", "applications", "database", "databases", "package", "solution", "solutions"}
)


def onet(rows: Iterable[list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the names of each row, those without their maker first."""
    names = [row[0].removesuffix(" software").split() for row in rows]
    makers = Counter(tuple(name[:length]) for name in names for length in range(1, min(MOST_OF_MAKER + 1, len(name))))
    for name in names:
        without = [name[length:] for length in range(MOST_OF_MAKER, 0, -1) if makers[tuple(name[:length])] >= MAKER]
        yield (*(part for words in without if len(part := " ".join(words)) >= SHORTEST_WITHOUT_MAKER), " ".join(name))


def languages(rows: Iterable[list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the name of each language."""
    return ((row[0],) for row in rows if row[1] not in NOT_TYPES)


def landscape(rows: Iterable[list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the name of each tool."""
    return ((re.sub(r"\s*\(.*\)$", "", row[0]),) for row in rows if row[1] not in NOT_CATEGORIES)


def is_name(text: str, english: Collection[str]) -> bool:
    """Return whether a text is the name of something and of nothing else."""
    words = text.split()
    letters = re.findall(r"[^\W\d_]+", text.lower())
    if not _NAME.fullmatch(text) or not len(text) >= SHORTEST or len(words) > LONGEST_WORDS or len("".join(letters)) < SHORTEST:
        return False
    described = words[-1].lower() in _DESCRIBING or not all(map(_WORD.fullmatch, words))
    return not described and not all(is_english(word, english) for word in letters)


def is_english(word: str, english: Collection[str]) -> bool:
    """Return whether a word, or what it is made of, is English: "modeling" of "model"."""
    return any(word.removesuffix(end) in english for end in ("", *ENDINGS))


def chosen(entries: Iterable[tuple[str, ...]], known: Collection[str], english: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Return the names to keep with their longer ones, each once, by how they fold."""
    kept: dict[str, tuple[str, ...]] = {}
    taken = set(known)
    for entry in entries:
        names = [name for name in entry if is_name(name, english)]
        if names and taken.isdisjoint(map(fold_form, entry)):
            taken.update(map(fold_form, names))
            kept[fold_form(names[0])] = tuple(names)
    return kept


def read(path: Path) -> list[list[str]]:
    """Return the rows of a table without its headings."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("onet", "languages", "landscape"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    given = parser.parse_args()
    english = frozenset(locate.english_words().read_text(encoding="utf-8").split())
    known = {fold_form(f.text) for s in load().skills.values() if s.category != "wide" for f in s.forms}
    entries = (*languages(read(given.languages)), *landscape(read(given.landscape)), *onet(read(given.onet)))
    lines = sorted(
        ("\t".join(names) for names in chosen(entries, known, english).values()), key=lambda line: (line.casefold(), line)
    )
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(lines)} names")


if __name__ == "__main__":
    main()
