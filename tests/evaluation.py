"""The rule by which found skills are scored, and the sets of résumés that are scored by it.

A skill found is right when its name, or a text it was found in, is the name or an alternative of an expected skill, without regard to case, spaces and
marks; what is right twice is wrong the second time. Expected skills with core false, soft skills and certifications are neutral: neither missed nor wrong.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
# The evaluation data that is kept beside the project, where it is there.
EVALUATION = Path(os.environ.get("SKILLGAP_EVAL", ROOT.parent / "shared" / "eval"))
NOT_SHOWN = {"negated", "aspirational", "hidden"}

# Folder and suffix of the documents of each set.
BESIDE = {"devset": ("cv", "pdf"), "dotin": ("text", "txt"), "skillspan": ("text", "txt")}


@dataclass(frozen=True)
class Score:
    """The skills of one résumé by verdict; `pairs` are (expected, found) records of the right ones."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    pairs: tuple[tuple[dict, dict], ...]
    traps: tuple[str, ...] = ()


def fold(text: str) -> str:
    """Return text without case, spaces and marks but those that tell C, C++, C# and .NET apart."""
    text = unicodedata.normalize("NFKC", text).strip().lower()
    text = f"dot{text[1:]}" if text.startswith(".") else text
    return re.sub(r"[^\w+#]|_", "", text)


def score(expected: dict, found: Iterable[dict]) -> Score:
    """Return the verdicts on the skills found in one résumé."""
    shown = [s for s in expected["skills"] if s.get("status") not in NOT_SHOWN]
    aside = [
        {"name": n, "core": False} for n in (*expected.get("soft", ()), *expected.get("certifications", ())) if isinstance(n, str)
    ]
    gold = [*shown, *aside]
    alternatives = {fold(k): i for i, s in reversed([*enumerate(gold)]) for k in [s["name"], *s.get("alt", ())]}
    names = {fold(s["name"]): i for i, s in reversed([*enumerate(gold)])}
    right, wrong, wrong_keys, pairs, used = [], [], [], [], set()
    for skill in found:
        if skill["status"] in NOT_SHOWN:
            continue
        keys = list(dict.fromkeys(fold(n) for n in [skill["name"], *(e["text"] for e in skill["evidence"])]))
        at = next((table[k] for k in keys for table in (names, alternatives) if k in table), None)
        if at is not None and gold[at].get("core", True):
            pairs.append((gold[at], skill))
        if at is None or (at in used and gold[at].get("core", True)):
            wrong.append(skill["name"])
            wrong_keys.append((skill["name"], set(keys)) if at is None else ("", set()))
            continue
        # What names two expected skills in its texts settles both.
        others = (names[k] for k in keys[1:] if k in names and gold[at].get("core", True))
        settled = dict.fromkeys([at, *(i for i in others if i not in used)])
        used.update(settled)
        right += [skill["name"] for i in settled if gold[i].get("core", True)]
    missed = [s["name"] for i, s in enumerate(shown) if s.get("core", True) and i not in used]
    traps = _trap_words(expected)
    taken = tuple(name for name, keys in wrong_keys if keys & traps)
    return Score(tuple(right), tuple(wrong), tuple(missed), tuple(pairs), taken)


def _trap_words(expected: dict) -> set[str]:
    traps = expected.get("traps", ())
    return {fold(t) for t in traps} | {fold(w) for t in traps for w in re.findall(r"[A-Za-z+#.]+", t)}


def samples() -> list[tuple[Path, dict]]:
    """Return the sample résumés with their expected results."""
    return [
        (p.with_name(p.name.replace(".expected.json", ".pdf")), json.loads(p.read_text(encoding="utf-8")))
        for p in sorted(SAMPLES.glob("*.expected.json"))
    ]


def sets() -> Iterator[tuple[str, list[tuple[Path, dict]]]]:
    """Yield the name of each set that is here, with its documents and what is expected of them."""
    for name, (folder, suffix) in BESIDE.items():
        gold = [json.loads(p.read_text(encoding="utf-8")) for p in sorted((EVALUATION / name / "gold").glob("*.json"))]
        documents = [(EVALUATION / name / folder / f"{g['id']}.{suffix}", g) for g in gold if g["kind"] == "cv"]
        if documents:
            yield name, documents
    yield "samples", samples()
