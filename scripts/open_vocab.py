"""Print how many skill forms of real postings the taxonomy knows.

    python scripts/open_vocab.py PATH_TO/open_vocab_skills.tsv

The table has a row for each form: the form and how often it stands in skill fields, in two columns that are added. Rows that
name no skill are listed in open_vocab_not_skills.tsv with the reason; they count neither way. A row is known when the taxonomy
finds skills in it, as an item in a list of skills, that leave nothing of it but words like "and".
"""

from __future__ import annotations

import argparse
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from skillgap.matching import find
from skillgap.model import Document, Section, SectionKind, Source
from skillgap.taxonomy import Taxonomy, load

NOT_SKILLS = Path(__file__).with_name("open_vocab_not_skills.tsv")
HEADING = "Skills\nPython, "
JOINING = re.compile(r"[\W_]|\b(?:and|or|with|in|of|for|the|e\.?g|etc|skills|tools)\b", re.IGNORECASE)
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Row:
    """A form and how often postings have it."""

    form: str
    count: int


def rows(path: Path) -> Iterator[Row]:
    """Yield the rows of the table."""
    with path.open(encoding="utf-8", newline="") as file:
        _, *lines = csv.reader(file, delimiter="\t")
    for form, *counts, _ in lines:
        yield Row(form, sum(map(int, counts)))


def not_skills() -> dict[str, str]:
    """Return the reason of each form that is no skill."""
    with NOT_SKILLS.open(encoding="utf-8", newline="") as file:
        return dict(csv.reader(file, delimiter="\t"))


def is_known(form: str, taxonomy: Taxonomy) -> bool:
    """Return whether skills make up the whole form."""
    text = f"{HEADING}{form}, SQL\n"
    sections = (Section(SectionKind.SKILLS, "Skills", 0, len(text)),)
    source = Source("open_vocab.txt", "txt", 0, "")
    found = find(Document(source, "", text, (), sections), taxonomy)
    first, last = len(HEADING), len(HEADING) + len(form)
    spans = [(m.start, m.end) for m in found.mentions if first <= m.start < last]
    rest = "".join(text[i] for i in range(first, last) if not any(a <= i < b for a, b in spans))
    return bool(spans) and not JOINING.sub("", rest)


def main() -> None:
    """Print shares by row and by count, and the most frequent forms that aren't known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    table = list(rows(parser.parse_args().table))
    reasons, taxonomy = not_skills(), load()
    skills = [row for row in table if row.form not in reasons]
    unknown = [row for row in skills if not is_known(row.form, taxonomy)]
    rows_known, count = 1 - len(unknown) / len(skills), sum(r.count for r in skills)
    count_known = 1 - sum(r.count for r in unknown) / count
    print(f"{len(table)} forms, of which {len(table) - len(skills)} name no skill")
    print(f"known: {len(skills) - len(unknown)} of {len(skills)} rows ({rows_known:.1%}), {count_known:.1%} by count")
    for row in sorted(unknown, key=lambda r: (-r.count, r.form))[:SHOWN]:
        print(f"{row.count:5}  {row.form}")


if __name__ == "__main__":
    main()
