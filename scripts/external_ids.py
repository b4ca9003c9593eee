"""Write into the taxonomy what its skills are called in a table of O*NET or ESCO that you have.

    python scripts/external_ids.py "Technology Skills.txt"

A skill gets the id of the first entry whose name is one of its forms, and keeps one that it has. Names and ids are facts of these
collections; docs/taxonomy.md has their attribution.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import yaml

from skillgap.taxonomy import load
from skillgap.taxonomy.foreign import own_file

SKILLS = Path(__file__).parents[1] / "taxonomy" / "skills"


def main() -> int:
    """Extend the files of the skills and say how many got an id."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    table = parser.parse_args().table
    theirs = yaml.safe_load(own_file(table, load())).get("extend", {})
    for path in sorted(SKILLS.glob("*.yaml")):
        blocks = path.read_text(encoding="utf-8").split("\n- id: ")
        path.write_text("\n- id: ".join([blocks[0], *(_extended(block, theirs) for block in blocks[1:])]), encoding="utf-8")
    print(f"{len(theirs)} skills have got an id")
    return 0


def _extended(block: str, theirs: dict[str, dict[str, dict[str, str]]]) -> str:
    """Return an entry, which begins with its id, with one line for the ids; rules are the last of an entry."""
    lines = block.rstrip("\n").split("\n")
    added = theirs.get(lines[0])
    if added is None:
        return block
    place = next((number for number, line in enumerate(lines) if line == "  rules:"), len(lines))
    had = next((number for number, line in enumerate(lines) if line.startswith("  external: ")), None)
    known = {} if had is None else yaml.safe_load(lines[had])["external"]
    merged = {"external": dict(sorted({**added["external"], **known}.items()))}
    line = "  " + yaml.safe_dump(merged, allow_unicode=True, default_flow_style=None, width=1000).strip()
    rest = [*lines[:place], line, *lines[place:]] if had is None else [*lines[:had], line, *lines[had + 1 :]]
    return "\n".join(rest) + ("\n" if block.endswith("\n") else "")


if __name__ == "__main__":
    sys.exit(main())
