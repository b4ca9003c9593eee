"""Print how long a start takes, as ratios to the imports it can't do without, measured in the same run.

    python bench/start.py [--rounds 7]

Each command runs in a process of its own, in turn with the others; the fastest of the rounds counts, for noise only adds.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
RESUME = ROOT / "samples" / "nora_fenwick_data_engineer.pdf"

COMMANDS = {
    "import typer": ["-c", "import typer"],
    "skillgap --help": ["-m", "skillgap", "--help"],
    "import spacy, pdfplumber, typer": ["-c", "import spacy, pdfplumber, typer"],
    "skillgap analyze, two pages": ["-m", "skillgap", "analyze", str(RESUME), "--role", "de"],
}
# command: (its floor, the most that the ratio may be)
RATIOS = {
    "skillgap --help": ("import typer", 3.0),
    "skillgap analyze, two pages": ("import spacy, pdfplumber, typer", 1.15),
}


def seconds(arguments: list[str], environment: dict[str, str]) -> float:
    """Return how long a Python process takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


def main() -> int:
    """Print the ratios; 1 where one is above its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as cache:
        # Installed packages come with their bytecode; a checkout must be allowed to have its own.
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"SKILLGAP_CACHE": cache}
        seconds(COMMANDS["skillgap analyze, two pages"], environment)
        best = {name: min(seconds(c, environment) for _ in range(1)) for name, c in COMMANDS.items()}
        for _ in range(rounds - 1):
            best = {name: min(best[name], seconds(c, environment)) for name, c in COMMANDS.items()}
    over = 0
    for name, (floor, limit) in RATIOS.items():
        ratio = best[name] / best[floor]
        over += ratio > limit
        print(f"{name}: {ratio:.2f} times {floor} (at most {limit})")
    return min(over, 1)


if __name__ == "__main__":
    sys.exit(main())
