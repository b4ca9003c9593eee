"""Print how long reading a PDF takes, as ratios to pdfium's bare text of the same file, measured in the same process.

    python bench/reading.py [--rounds 7] [PDF or folder ...]

The ratio is the median over the files; of each the fastest of the rounds counts, for noise only adds. Without paths the samples
are read, and the evaluation data's résumés where they are beside this checkout.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pypdfium2

from skillgap.documents import pdfium
from skillgap.documents.content import Content, load

ROOT = Path(__file__).parents[1]
RESUMES = (ROOT / "samples", ROOT.parent / "shared" / "eval" / "devset" / "cv")


def bare(content: Content) -> None:
    """Have pdfium take the text of each page, and do nothing with it."""
    document = pypdfium2.PdfDocument(content.data)
    for page in document:
        textpage = page.get_textpage()
        textpage.get_text_range()
        textpage.close()
        page.close()
    document.close()


# way to read: (what it does, the most that the ratio may be)
WAYS: dict[str, tuple[Callable[[Content], object], float]] = {
    "words, boxes, hidden words": (pdfium.read, 6.0),
    "words, boxes (--no-hidden-check)": (partial(pdfium.read, hidden_check=False), 2.5),
}


def files(paths: list[Path]) -> Iterator[Path]:
    """Yield the PDFs among some paths and in their folders."""
    for path in paths:
        yield from sorted(path.glob("*.pdf")) if path.is_dir() else [path]


def seconds(read: Callable[[Content], object], content: Content) -> float:
    start = time.perf_counter()
    read(content)
    return time.perf_counter() - start


def ratios(content: Content, rounds: int) -> list[float]:
    """Return how many times as long as pdfium's bare text each way takes."""
    ways = [bare, *(read for read, _ in WAYS.values())]
    floor, *best = (min(times) for times in zip(*([seconds(read, content) for read in ways] for _ in range(rounds)), strict=True))
    return [time / floor for time in best]


def main() -> int:
    """Print the ratios; 1 where one is above its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    contents = [load(str(path)) for path in files(options.paths or [path for path in RESUMES if path.is_dir()])]
    over = 0
    of_ways = zip(*(ratios(content, options.rounds) for content in contents), strict=True)
    print(f"times pdfium's bare text, median of {len(contents)} PDFs:")
    for (name, (_, limit)), of_files in zip(WAYS.items(), of_ways, strict=True):
        ratio = statistics.median(of_files)
        over += ratio > limit
        print(f"{name}: {ratio:.2f} (at most {limit:g}; from {min(of_files):.1f} to {max(of_files):.1f})")
    return min(over, 1)


if __name__ == "__main__":
    sys.exit(main())
