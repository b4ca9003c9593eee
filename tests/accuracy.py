"""Print how accurate skillgap is on the sets of tests/evaluation.py.

    python tests/accuracy.py [--sets devset,dotin,skillspan,samples,cases]

For each set precision, recall and F1, the status where it is expected, traps taken, the categories, the worst documents and what they lack; then how far the
stated confidence holds, and which of tests/cases fail. The evaluation data beside the project is used where it is there; the samples always are.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import casework
import evaluation
from evaluation import Score
from skillgap import pipeline
from skillgap.errors import UnreadableFile
from skillgap.model import Month
from skillgap.report.records import skill
from skillgap.taxonomy import Taxonomy, load

# The month that "present" stands for in a set that doesn't say.
AS_OF = "2026-11"
WORST = 10
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
# Sets whose labels name all skills of a document, so that what they lack is wrong. The others label tools only.
WHOLE = ("devset", "samples")


@dataclass(frozen=True)
class Read:
    """A document of a set, what was found in it and the verdict."""

    name: str
    records: tuple[dict, ...]
    score: Score


def read(path: Path, expected: dict, taxonomy: Taxonomy) -> Read:
    """Return what is found in a document, with the verdict. Where it can't be read that is nothing."""
    try:
        skills = pipeline.read_profile(str(path), taxonomy, Month.parse(expected.get("as_of") or AS_OF)).skills
    except UnreadableFile:
        skills = ()
    records = tuple(skill(s, taxonomy) for s in skills)
    return Read(path.stem, records, evaluation.score(expected, records))


def ratios(right: int, wrong: int, missed: int) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def line(right: int, wrong: int, missed: int) -> str:
    """Return the ratios and the counts behind them."""
    return "{:.3f}  {:.3f}  {:.3f}  {:5d} {:5d} {:5d}".format(*ratios(right, wrong, missed), right, wrong, missed)


def counts(of: Score) -> tuple[int, int, int]:
    """Return how many skills are right, wrong and missed."""
    return len(of.right), len(of.wrong), len(of.missed)


def print_set(name: str, reads: list[Read], taxonomy: Taxonomy) -> None:
    """Print what there is to say of a set."""
    total = [sum(column) for column in zip(*(counts(r.score) for r in reads), strict=True)]
    print(f"\n{name}, {len(reads)} documents       P      R     F1   right wrong missed")
    print(f"  {'all':24} {line(*total)}")
    print_status(reads)
    print_categories(reads, taxonomy)
    worst = sorted(reads, key=lambda r: ratios(*counts(r.score))[2])[:WORST]
    print("  worst documents")
    for r in worst:
        print(f"    {r.name[:22]:22} {line(*counts(r.score))}")
        for label, names in (("missed", r.score.missed), ("wrong", r.score.wrong)):
            if names:
                print(f"      {label}: {', '.join(names[:12])}{', …' if len(names) > 12 else ''}")


def print_status(reads: list[Read]) -> None:
    """Print how often a demonstrated skill is told from a listed one, and the traps that were taken."""
    pairs = [(e["status"], f["status"]) for r in reads for e, f in r.score.pairs if e.get("status") in ("demonstrated", "listed")]
    if pairs:
        same = sum((want == "demonstrated") == (got == "demonstrated") for want, got in pairs)
        print(f"  status right {same / len(pairs):.3f} of {len(pairs)}")
    traps = [t for r in reads for t in r.score.traps]
    print(f"  traps taken {len(traps)}{': ' if traps else ''}{', '.join(traps)}")


def print_categories(reads: list[Read], taxonomy: Taxonomy) -> None:
    """Print the ratios of each category; what is missed and no form of the taxonomy has is in "unknown"."""
    of_name = {s.name: s.category.partition("/")[0] for s in taxonomy.skills.values()}
    of_form = {evaluation.fold(f.text): s.category.partition("/")[0] for s in taxonomy.skills.values() for f in s.forms}
    right, wrong, missed = (Counter[str]() for _ in range(3))
    for r in reads:
        right.update(of_name[n] for n in r.score.right)
        wrong.update(of_name[n] for n in r.score.wrong)
        missed.update(of_form.get(evaluation.fold(n), "unknown") for n in r.score.missed)
    for category in sorted({*right, *wrong, *missed}):
        print(f"  {category:24} {line(right[category], wrong[category], missed[category])}")


def verdicts(reads: list[Read]) -> list[tuple[float, bool]]:
    """Return the confidence of each skill that is right or wrong, and which it is."""
    found = []
    for r in reads:
        right, wrong = set(r.score.right), set(r.score.wrong)
        found += [(float(s["confidence"]), s["name"] in right) for s in r.records if s["name"] in right | wrong]
    return found


def print_reliability(found: list[tuple[float, bool]]) -> None:
    """Print for each band of confidence how many were right."""
    print("\nconfidence      skills  stated  right")
    for low, high in itertools.pairwise(BANDS):
        band = [(c, ok) for c, ok in found if low <= c < high]
        if band:
            stated, right = sum(c for c, _ in band) / len(band), sum(ok for _, ok in band) / len(band)
            print(f"{low:.2f} to {min(high, 1):.2f}   {len(band):6d}   {stated:.3f}  {right:.3f}")


def print_cases(taxonomy: Taxonomy) -> None:
    """Print how many cases of each file hold, and what is wrong in the others."""
    holding, wrong = Counter[str](), []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cv.txt"
        for file, number, case in casework.cases():
            path.write_text(case["text"], encoding="utf-8")
            problems = casework.problems(case, pipeline.read_profile(str(path), taxonomy, Month.parse(AS_OF)))
            holding.update({file: not problems, f"{file} all": 1})
            wrong += [f"  {file}:{number} {', '.join(problems)}"] if problems else []
    files = [file for file in holding if not file.endswith(" all")]
    print("\ncases holding  ", ", ".join(f"{file} {holding[file]} of {holding[f'{file} all']}" for file in files))
    print("".join(f"{line}\n" for line in wrong), end="")


def main() -> None:
    """Print all of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", default="devset,dotin,skillspan,samples,cases")
    chosen = parser.parse_args().sets.split(",")
    taxonomy = load()
    whole: list[Read] = []
    for name, files in evaluation.sets():
        if name in chosen:
            reads = [read(path, expected, taxonomy) for path, expected in files]
            print_set(name, reads, taxonomy)
            whole += reads if name in WHOLE else []
    if whole:
        print_reliability(verdicts(whole))
    if "cases" in chosen:
        print_cases(taxonomy)


if __name__ == "__main__":
    main()
