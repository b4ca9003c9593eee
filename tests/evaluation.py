"""Score skillgap on the samples of the project, whose expected results were made by reading them.

    python tests/evaluation.py        prints precision, recall and F1, and what was missed or wrong in each

A skill found is right when its name, or a text it was found in, is the name or an alternative of an expected skill, without regard to case, spaces and
marks. Expected skills with core false, soft skills and certifications are neutral.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"
NOT_SHOWN = {"negated", "aspirational", "hidden"}


@dataclass(frozen=True)
class Score:
    """The skills of one résumé by verdict; `pairs` are (expected, found) records of the right ones."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    pairs: tuple[tuple[dict, dict], ...]


def fold(text: str) -> str:
    """Return text without case, spaces and marks but those that tell C, C++ and C# apart."""
    return re.sub(r"[^\w+#]|_", "", text.lower())


def score(expected: dict, found: Iterable[dict]) -> Score:
    """Return the verdicts on the skills found in one résumé."""
    shown = [s for s in expected["skills"] if s["status"] not in NOT_SHOWN]
    keys = {fold(k): s for s in reversed(shown) for k in [*s.get("alt", ()), s["name"]]}
    neutral = {fold(n) for n in (*expected.get("soft", ()), *expected.get("certifications", ()))}
    right, wrong, pairs, used = [], [], [], set()
    for skill in found:
        if skill["status"] in NOT_SHOWN:
            continue
        names = [fold(skill["name"]), *(fold(e["text"]) for e in skill["evidence"])]
        match = next((keys[n] for n in names if n in keys), None)
        if match is not None:
            used.add(match["name"])
            if match["core"]:
                right.append(skill["name"])
                pairs.append((match, skill))
        elif not neutral & set(names):
            wrong.append(skill["name"])
    missed = [s["name"] for s in shown if s["core"] and s["name"] not in used]
    return Score(tuple(right), tuple(wrong), tuple(missed), tuple(pairs))


def samples() -> list[tuple[Path, dict]]:
    """Return the sample résumés with their expected results."""
    return [
        (p.with_name(p.name.replace(".expected.json", ".pdf")), json.loads(p.read_text(encoding="utf-8")))
        for p in sorted(SAMPLES.glob("*.expected.json"))
    ]


def main() -> None:
    """Print the scores."""
    from skillgap import pipeline
    from skillgap.model import Month
    from skillgap.report.records import skill
    from skillgap.taxonomy import load

    taxonomy = load()
    totals = [0, 0, 0]
    for path, expected in samples():
        profile = pipeline.read_profile(str(path), taxonomy, Month.parse(expected["as_of"]))
        result = score(expected, [skill(s, taxonomy) for s in profile.skills])
        totals = [t + len(n) for t, n in zip(totals, (result.right, result.wrong, result.missed), strict=True)]
        print(
            f"{path.stem}: {len(result.right)} right; missed: {', '.join(result.missed) or '-'}; wrong: {', '.join(result.wrong) or '-'}"
        )
    right, wrong, missed = totals
    precision, recall = right / (right + wrong), right / (right + missed)
    print(f"samples: precision {precision:.3f}, recall {recall:.3f}, F1 {2 * precision * recall / (precision + recall):.3f}")


if __name__ == "__main__":
    main()
