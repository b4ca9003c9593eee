"""Print how much memory a process holds after many postings, as a ratio to after a tenth of them.

    python bench/postings.py [--postings 10000]

The postings are the samples', each time with other numbers and another employer, so that none is like one before.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
from pathlib import Path

import skillgap

SAMPLES = sorted(Path(__file__).parents[1].glob("samples/postings/*.txt"))
LIMIT = 1.1


def held() -> int:
    """Return the memory that this process holds, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


def main() -> int:
    """Print the ratio; 1 where it is above its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--postings", type=int, default=10_000)
    count = parser.parse_args().postings
    texts = [path.read_text() for path in SAMPLES]
    first = 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "posting.txt"
        for number in range(count):
            file.write_text(
                f"{texts[number % len(texts)]}\n\nEmployer{number:x} Works, reference {number}, tools Kit{number:x}.\n"
            )
            skillgap.posting(file)
            if number + 1 == count // 10:
                first = held()
    ratio = held() / first
    print(f"memory after {count} postings: {ratio:.3f} times that after {count // 10} (at most {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
