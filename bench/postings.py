"""Print what reading a posting takes, as a ratio to a résumé, and how much memory a process holds after many postings.

    python bench/postings.py [--rounds 15] [--postings 10000]

Time is that of the processor, in turn in one process: the sample postings as one, as long as a real one, and the text of a sample
résumé, read and matched, for each 1,000 characters; the fastest of the rounds counts. Memory is a ratio to that after a tenth of
the postings. They are the samples', each time with other numbers and another employer, so that none is like one before.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import skillgap
from skillgap import documents
from skillgap.taxonomy import load

ROOT = Path(__file__).parents[1]
SAMPLES = sorted(ROOT.glob("samples/postings/*.txt"))
RESUME = ROOT / "samples" / "mei_okonkwo_ml_engineer.pdf"
MOST_MEMORY = 1.1
# The same class of speed: less than twice as long.
MOST_TIME = 2.0


def held() -> int:
    """Return the memory that this process holds, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def seconds(work: Callable[[Path], object], text: str, round_: int, file: Path) -> float:
    """Return the processor time for 1,000 characters of a text, whose figures are other ones in each round."""
    file.write_text(re.sub(r"\d", lambda m: str((int(m[0]) + round_) % 10), text))
    start = time.process_time()
    work(file)
    return (time.process_time() - start) / len(text) * 1000


def time_ratio(rounds: int, file: Path) -> float:
    """Return the time of a posting over that of a résumé."""
    posting = "\n\n".join(path.read_text() for path in SAMPLES * 2)
    resume = documents.read(str(RESUME), load().words).text
    best = {"posting": float("inf"), "resume": float("inf")}
    for round_ in range(rounds):
        best["posting"] = min(best["posting"], seconds(skillgap.posting, posting, round_, file))
        best["resume"] = min(best["resume"], seconds(skillgap.skills, resume, round_, file))
    return best["posting"] / best["resume"]


def memory_ratio(count: int, file: Path) -> float:
    """Return what is held after many postings over what is held after a tenth of them."""
    texts, first = [path.read_text() for path in SAMPLES], 0
    for number in range(count):
        file.write_text(f"{texts[number % len(texts)]}\n\nEmployer{number:x} Works, reference {number}, tools Kit{number:x}.\n")
        skillgap.posting(file)
        if number + 1 == max(count // 10, 1):
            first = held()
    return held() / first


def main() -> int:
    """Print the ratios; 1 where one is above its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--postings", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.txt"
        slower = time_ratio(given.rounds, file)
        print(f"a posting takes {slower:.2f} times a résumé, both as text of the same length (at most {MOST_TIME})")
        more = memory_ratio(given.postings, file)
    print(f"memory after {given.postings} postings: {more:.3f} times that after {given.postings // 10} (at most {MOST_MEMORY})")
    return int(more > MOST_MEMORY or slower > MOST_TIME)


if __name__ == "__main__":
    sys.exit(main())
