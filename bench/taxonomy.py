"""Print what the size of the taxonomy costs, as ratios measured in the same run.

    python bench/taxonomy.py [--rounds 7]

Loading: processor time of a fresh process that loads the compiled taxonomy, and of one that compiles it first, to that of
`import spacy`; each less what a bare Python takes. Matching: time for the sample résumés with 30,000 forms to that with 6,000.
Both have the skills that these résumés show, so the same is found and only the size differs. `new` starts with empty memories,
as the first résumés of a batch do; `again` has seen the words. Rounds take turns and the fastest counts, for noise only adds.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from skillgap import documents, matching
from skillgap.matching.component import FOUND, SECTIONS, TEXT, CueFinder, SkillFinder
from skillgap.model import Document, Found, SkillId
from skillgap.taxonomy import Skill, Taxonomy, load

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.pdf"))
SMALL, LARGE = 6_000, 30_000
LOAD = "import skillgap.taxonomy as t; t.load()"

# What the ratios may be at most.
MOST_LOADING, MOST_COMPILING, MOST_MATCHING = 0.1, 5.0, 1.3


def processor_seconds(code: str, cache: str) -> float:
    """Return the processor time of a Python process."""
    # Installed packages come with their bytecode; a checkout must be allowed to have its own.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"SKILLGAP_CACHE": cache}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def loading(rounds: int) -> tuple[float, float]:
    """Return what loading the compiled taxonomy and compiling it take, in times of `import spacy`."""
    codes = ("pass", "import spacy", LOAD)
    with tempfile.TemporaryDirectory() as folder:
        compiling = [processor_seconds(LOAD, f"{folder}/{number}") for number in range(2)]
        times = [[processor_seconds(code, f"{folder}/0") for code in codes] for _ in range(rounds)]
    bare, spacy, load_ = (min(column) for column in zip(*times, strict=True))
    return (load_ - bare) / (spacy - bare), (min(compiling) - bare) / (spacy - bare)


def of_size(taxonomy: Taxonomy, forms: int, keep: frozenset[SkillId]) -> Taxonomy:
    """Return a taxonomy with about so many forms: the skills in `keep`, and of the others some by chance, the same each time."""
    skills: dict[SkillId, Skill] = {}
    count = 0
    for skill in sorted(taxonomy.skills.values(), key=lambda s: (s.id not in keep, hashlib.sha256(s.id.encode()).digest())):
        if count >= forms:
            break
        skills[skill.id] = replace(skill, broader=(), implies=(), needs=(), related=())
        count += len(skill.forms)
    digest = hashlib.sha256(" ".join(skills).encode()).hexdigest()
    return replace(taxonomy, skills=skills, digest=digest)


def read(taxonomy: Taxonomy) -> Iterator[Document]:
    """Yield the sample résumés."""
    for path in SAMPLES:
        yield documents.read(str(path), taxonomy.words)


class Matcher:
    """Finds skills with one taxonomy, in documents whose words it may have forgotten."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy
        self.nlp = matching.pipeline()
        self.forget()

    def forget(self) -> None:
        """Empty the memories."""
        self.skills, self.cues = SkillFinder(self.nlp, self.taxonomy), CueFinder(self.taxonomy)

    def find(self, document: Document) -> Found:
        """Return what is found in a document."""
        doc = self.nlp.make_doc(document.text)
        doc.user_data |= {TEXT: document.text, SECTIONS: document.sections}
        found: Found = self.cues(self.skills(doc)).user_data[FOUND]
        return found

    def seconds(self, texts: list[Document]) -> float:
        """Return how long finding takes in all of some documents."""
        gc.collect()
        start = time.process_time()
        for text in texts:
            self.find(text)
        return time.process_time() - start


def matching_times(rounds: int) -> dict[str, tuple[float, float]]:
    """Return the seconds for all samples with the small and the large taxonomy, new to them and again."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SKILLGAP_CACHE"] = folder
        taxonomy = load()
        texts = list(read(taxonomy))
        whole = Matcher(taxonomy)
        found = [whole.find(text) for text in texts]
        seen = frozenset(s for f in found for s in (*(m.skill for m in f.mentions), *(d.skill for d in f.dropped if d.skill)))
        sizes = [Matcher(of_size(taxonomy, forms, seen)) for forms in (SMALL, LARGE)]
        best = {"new": [9e9, 9e9], "again": [9e9, 9e9]}
        for _ in range(rounds):
            for at, matcher in enumerate(sizes):
                matcher.forget()
                for times in best.values():
                    times[at] = min(times[at], matcher.seconds(texts))
    return {when: (small, large) for when, (small, large) in best.items()}


def main() -> int:
    """Print the ratios; 1 where one is above its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    load_, compile_ = loading(rounds)
    print(f"load the compiled taxonomy: {load_:.3f} times import spacy (at most {MOST_LOADING})")
    print(f"first compile of the taxonomy: {compile_:.2f} times import spacy (at most {MOST_COMPILING})")
    over = load_ > MOST_LOADING or compile_ > MOST_COMPILING
    for when, (small, large) in matching_times(rounds).items():
        each = f"{1000 * large / len(SAMPLES):.1f} ms a résumé"
        print(f"matching with {LARGE:,} forms, {when}: {large / small:.2f} times {SMALL:,} (at most {MOST_MATCHING}; {each})")
        over |= large > small * MOST_MATCHING
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
