"""Write src/skillgap/matching/confidence.tsv: how often skills found alike are right where the labels name all skills.

    python scripts/calibrate.py

A skill counts where its surest mention is. A kind seen seldom leans on the wider kinds that it belongs to. What is printed is
how reliable the confidence of documents is that the table has not seen: each is left out in turn.
"""

from __future__ import annotations

import itertools
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import accuracy
import evaluation
from skillgap import pipeline
from skillgap.errors import UnreadableFile
from skillgap.matching.candidate import Candidate, Surroundings
from skillgap.matching.confidence import TABLE, Likeness, Site, likeness
from skillgap.model import Month, Profile, Rule, Shown
from skillgap.report.records import skill
from skillgap.taxonomy import Taxonomy, load

# As many skills of a narrower kind weigh as much as what the wider kind says.
WEIGHT = 4.0
# No kind is quite sure or quite impossible, however few of it were seen.
LEAST, MOST = 0.05, 0.99

HEAD = """\
# How sure a mention is, by its likeness to mentions in the development data. Written by scripts/calibrate.py; don't edit it.
# rule, of skills that postings ask for or rare ones, place, written as a name or in small letters, right, of how many, confidence
"""


@dataclass(frozen=True)
class Verdict:
    """A skill found in a document: the kinds of its mentions, and whether it is right."""

    document: str
    kinds: frozenset[Likeness]
    right: bool


def verdicts(taxonomy: Taxonomy) -> list[Verdict]:
    """Return the verdicts on all skills of the documents whose labels name all skills."""
    asked = {id_ for demand in taxonomy.demand.values() for id_ in demand.shares}
    found = []
    for name, files in evaluation.sets():
        for path, expected in files if name in accuracy.WHOLE else ():
            try:
                profile = pipeline.read_profile(str(path), taxonomy, Month.parse(expected.get("as_of") or accuracy.AS_OF))
            except UnreadableFile:
                continue
            score = evaluation.score(expected, [skill(s, taxonomy) for s in profile.skills])
            judged = {**dict.fromkeys(score.wrong, False), **dict.fromkeys(score.right, True)}
            for shown in profile.skills:
                known = taxonomy.skills[shown.skill].name
                if known in judged:
                    found.append(Verdict(path.stem, kinds(shown, profile, taxonomy, asked), judged[known]))
    return found


def kinds(shown: Shown, profile: Profile, taxonomy: Taxonomy, asked: set) -> frozenset[Likeness]:
    """Return the kinds of a skill's mentions."""
    where = Surroundings(profile.document.text, profile.document.sections, taxonomy.words)
    return frozenset(
        likeness(Candidate(shown.skill, e.start, e.end, e.text, e.text, e.rule, e.score), where, asked) for e in shown.evidence
    )


def calibrate(found: Iterable[Verdict]) -> dict[Likeness, tuple[int, int, float]]:
    """Return how many skills of each kind were right, of how many, and the share that leans on the wider kinds."""
    rows = [(kind, v.right) for v in found for kind in v.kinds]
    table = shares(rows)
    best = [(max(v.kinds, key=lambda k: (table[k][2], k)), v.right) for v in found]
    return shares(best)


def shares(rows: list[tuple[Likeness, bool]]) -> dict[Likeness, tuple[int, int, float]]:
    """Return right, all and the share for each kind there is."""
    counts: dict[tuple[object, ...], list[int]] = defaultdict(lambda: [0, 0])
    for kind, right in rows:
        for wider in widening(kind):
            counts[wider][0] += right
            counts[wider][1] += 1
    table = {}
    for parts in itertools.product(Rule, (True, False), Site, (True, False)):
        kind = Likeness(*parts)
        share, seen, right, of = 0.5, -1, 0, 0
        for wider in widening(kind):
            right, of = counts[wider]
            # What is all there is of the wider kind has been counted with it.
            share, seen = share if of == seen else (right + WEIGHT * share) / (of + WEIGHT), of
        table[kind] = right, of, min(max(round(share, 2), LEAST), MOST)
    return table


def widening(kind: Likeness) -> list[tuple[object, ...]]:
    """Return the kinds that a kind is one of, the widest first, itself last."""
    whole = (kind.rule, kind.asked, kind.site, kind.capital)
    return [whole[:length] for length in range(5)]


def main() -> None:
    """Write the table and print how far it holds."""
    found = verdicts(load())
    rows = [
        "\t".join(
            (k.rule, "asked" if k.asked else "rare", k.site, "name" if k.capital else "small", str(a), str(n), f"{share:.2f}")
        )
        for k, (a, n, share) in calibrate(found).items()
    ]
    TABLE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    unseen = []
    for document in sorted({v.document for v in found}):
        table = calibrate([v for v in found if v.document != document])
        unseen += [(max(table[k][2] for k in v.kinds), v.right) for v in found if v.document == document]
    print(f"{TABLE.name}: {len(found)} skills")
    accuracy.print_reliability(unseen)


if __name__ == "__main__":
    main()
