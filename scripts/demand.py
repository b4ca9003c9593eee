"""Write taxonomy/demand.yaml: for each role, the share of employers whose postings mention a skill.

    python scripts/demand.py PATH_TO/role_demand.tsv

The table has a row for each role and skill: role, skill, n_recent (postings from 2023 on), companies_recent (employers) and
df_recent_company_balanced (the share, every employer with weight 1). demand_names.yaml says which skill of the taxonomy
a name of the table is, or that it is none; a name that it lacks stops the script.
"""

from __future__ import annotations

import argparse
import csv
import sys
from dataclasses import dataclass, field
from pathlib import Path

import yaml

NAMES = Path(__file__).with_name("demand_names.yaml")
TAXONOMY = Path(__file__).parents[1] / "taxonomy"
TARGET = TAXONOMY / "demand.yaml"
SMALLEST = 0.01
YEARS = "2023-2026"
# What a posting asks for that is no skill of the taxonomy; soft skills are kept with them, apart from the hard ones.
CREDENTIALS = {"bachelor", "master", "phd", "publications"}

HEAD = """\
# What job postings mention, by role. Made by scripts/demand.py; don't edit it, make it again.
#
# Own counts over public job postings from 2023 on, most of them of 2025 and 2026, selected by title and without doubles.
# postings and employers: how many were read. shares: the share of employers that mention the skill; an employer with several
# postings counts as the mean of them, so every employer has weight 1. Only shares from 0.01. No text of a posting is in here.
#
# A mention is not a requirement, and nobody has labelled how often a match is wrong. Sampling error: about 5 points either way
# at 320 postings, 12 at 69; the applied scientist's 15 postings are only indicative. Some shares are known to be too high:
#   data-visualization    counts the word "dashboard"
#   ab-testing            counts the word "experimentation", in research roles mostly other experiments
#   git                   counts "version control"
# and some probably are: machine-learning, large-language-models and ai-agents (employers say such words about themselves),
# mathematics (the subject of a degree), data-structures-and-algorithms ("algorithms" of machine learning), api-development.
# others: the same for degrees, publications (too high: also the word "published") and soft skills.
# Nested skills count each for itself: a posting that names PySpark also counts for Spark.
# Names of the table that are too inflated to use are left out; scripts/demand_names.yaml says which and why.
"""


@dataclass
class Role:
    """What the table says about one role."""

    postings: int
    employers: int
    shares: dict[str, float] = field(default_factory=dict)
    others: dict[str, float] = field(default_factory=dict)


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of the table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def read_names(path: Path) -> dict[str, str | None]:
    """Return the skill id of each name of the table, None for a name that is left out."""
    return dict(yaml.safe_load(path.read_bytes()))


def known_ids(folder: Path, files: str = "*.yaml") -> set[str]:
    """Return the ids of the skills in some files of a taxonomy folder, by default of all."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return {
        entry["id"] for path in sorted((folder / "skills").glob(files)) for entry in yaml.load(path.read_bytes(), loader) or ()
    }


def problems(rows: list[dict[str, str]], names: dict[str, str | None], known: set[str]) -> list[str]:
    """Return what is wrong with the mapping: names that it lacks, ids that nobody knows, ids that two names share."""
    used = [skill for skill in names.values() if skill is not None]
    return [
        *(f"{name!r} is not in {NAMES.name}" for name in sorted({row["skill"] for row in rows} - names.keys())),
        *(f"{skill} is not a skill of the taxonomy" for skill in sorted(set(used) - known)),
        *(f"{skill} stands behind two names" for skill in sorted({s for s in used if used.count(s) > 1})),
    ]


def count(rows: list[dict[str, str]], names: dict[str, str | None], others: set[str]) -> dict[str, Role]:
    """Return the shares of each role by skill id, those in `others` apart."""
    roles: dict[str, Role] = {}
    for row in rows:
        role = roles.setdefault(row["role"], Role(int(row["n_recent"]), int(row["companies_recent"])))
        skill, share = names[row["skill"]], round(float(row["df_recent_company_balanced"]), 3)
        if skill is not None and share >= SMALLEST:
            (role.others if skill in others else role.shares)[skill] = share
    return roles


def render(roles: dict[str, Role]) -> str:
    """Return the content of demand.yaml, roles and skills in the order of their names."""
    data = {
        name: {
            "postings": role.postings,
            "employers": role.employers,
            "years": YEARS,
            "shares": dict(sorted(role.shares.items())),
            "others": dict(sorted(role.others.items())),
        }
        for name, role in sorted(roles.items())
    }
    return HEAD + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=120)


def main() -> None:
    """Read the table, check the mapping, write the file."""
    parser = argparse.ArgumentParser(description="Write taxonomy/demand.yaml from a table of counts.")
    parser.add_argument("table", type=Path, help="role_demand.tsv")
    rows, names = read_rows(parser.parse_args().table), read_names(NAMES)
    if found := problems(rows, names, known_ids(TAXONOMY) | CREDENTIALS):
        sys.exit("\n".join(found))
    roles = count(rows, names, known_ids(TAXONOMY, "soft.yaml") | CREDENTIALS)
    TARGET.write_text(render(roles), encoding="utf-8")
    print(f"{TARGET.name}: {len(roles)} roles, {sum(len(role.shares) for role in roles.values())} shares")


if __name__ == "__main__":
    main()
