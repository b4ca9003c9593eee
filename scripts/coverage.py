"""Compute the coverage of reports again, finding by finding, from what `skillgap analyze --format json` prints.

skillgap analyze cv.pdf --role mle --format json | python scripts/coverage.py
"""

from __future__ import annotations

import json
import sys


def lines(report: dict) -> list[str]:
    """Return a line for each finding that counts, and one for the coverage that they sum up to."""
    counted = [f for f in report["findings"] if f["requirement"]["level"] != "mentioned"]
    total = sum(f["requirement"]["weight"] for f in counted)
    earned = sum(f["requirement"]["weight"] * f["credit"] for f in counted)
    rows = [f"{f['requirement']['weight']:5.2f} x {f['credit']:.4f}  {f['requirement']['label']}: {f['why']}" for f in counted]
    same = "the same" if earned / total == report["coverage"]["overall"] else "NOT what the report says"
    return [*rows, f"{earned:.4f} of {total:.2f} = {earned / total:.4f}, {same}"]


def main() -> None:
    """Print the sums of the reports on standard input."""
    for report in json.load(sys.stdin)["reports"]:
        print("\n".join(lines(report)))


if __name__ == "__main__":
    main()
