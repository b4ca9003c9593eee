"""Print how long a report of two pages takes, as ratios to `skillgap skills` of the same file, measured in the same run.

    python bench/report.py [--rounds 9]

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

RESUME = Path(__file__).parents[1] / "samples" / "nora_fenwick_data_engineer.pdf"
FLOOR = ["skills"]

# name: (the command, the most that the ratio may be)
REPORTS = {
    "analyze, text": (["analyze", "--role", "de"], 1.1),
    "analyze, JSON": (["analyze", "--role", "de", "--format", "json"], 1.1),
    "analyze, Markdown": (["analyze", "--role", "de", "--format", "markdown"], None),
    "analyze, HTML without pages": (["analyze", "--role", "de", "--format", "html", "--no-pages"], None),
    "analyze, HTML with pages": (["analyze", "--role", "de", "--format", "html"], 2.5),
    "analyze, all roles": (["analyze"], None),
    "analyze, annotated copy": (["analyze", "--role", "de", "--annotate", os.devnull], None),
}


def seconds(arguments: list[str], environment: dict[str, str]) -> float:
    """Return how long the program takes for the résumé."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "skillgap", arguments[0], str(RESUME), *arguments[1:]],
        check=True,
        capture_output=True,
        env=environment,
    )
    return time.perf_counter() - start


def main() -> int:
    """Print the ratios; 1 where one is above its limit."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as cache:
        # Installed packages come with their bytecode; a checkout must be allowed to have its own.
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {"SKILLGAP_CACHE": cache}
        seconds(FLOOR, environment)  # compiles the taxonomy
        best = dict.fromkeys(("skills", *REPORTS), float("inf"))
        for _ in range(rounds):
            best["skills"] = min(best["skills"], seconds(FLOOR, environment))
            best |= {name: min(best[name], seconds(command, environment)) for name, (command, _) in REPORTS.items()}
    over = 0
    for name, (_, limit) in REPORTS.items():
        ratio = best[name] / best["skills"]
        over += limit is not None and ratio > limit
        print(f"{name}: {ratio:.2f} times skills" + (f" (at most {limit})" if limit else ""))
    return min(over, 1)


if __name__ == "__main__":
    sys.exit(main())
