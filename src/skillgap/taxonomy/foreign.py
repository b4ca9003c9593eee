"""A table of ESCO or O*NET that the user has in, an own file out: skills to add, and their ids for skills that are known.

ESCO    skills_<language>.csv of its download
O*NET   "Technology Skills.txt" of its database; each technology stands there once for each occupation

ADD A TABLE: its columns and a function from its rows to Entries, in TABLES.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from skillgap.errors import TaxonomyError
from skillgap.taxonomy.check import common_words
from skillgap.taxonomy.skill import fold_form
from skillgap.taxonomy.values import Taxonomy

Row = dict[str, str]

# Descriptions of ESCO are paragraphs; ours are one line.
LONGEST_ABOUT = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """What a table says of a skill: its id there, names with the first one first, and what it is."""

    theirs: str
    names: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of table: its collection, columns and attribution."""

    collection: str
    name: str
    columns: tuple[str, ...]
    entries: Callable[[Iterable[Row]], Iterator[Entry]]
    attribution: str


def own_file(path: Path, taxonomy: Taxonomy) -> str:
    """Return the text of an own file for a table. Raises TaxonomyError where the file is no such table."""
    table, rows = _read(path)
    known = {fold_form(form.text): str(skill.id) for skill in taxonomy.skills.values() for form in skill.forms}
    add, extend = _sort(table, _once(table.entries(rows)), known, taxonomy)
    content: dict[str, object] = {"categories": [{"id": table.collection, "name": table.name, "kind": "hard"}]} if add else {}
    content |= {name: part for name, part in (("add", add), ("extend", extend)) if part}
    return f"# {table.attribution}\n# Made by `skillgap taxonomy import`; drop what you don't need.\n" + yaml.safe_dump(
        content, allow_unicode=True, sort_keys=False, width=130
    )


def _read(path: Path) -> tuple[Table, list[Row]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            first = lines.readline()
            lines.seek(0)
            found = csv.DictReader(lines, delimiter="\t" if "\t" in first else ",", restval="")
            columns = found.fieldnames or ()
            table = next((t for t in TABLES if set(t.columns) <= set(columns)), None)
            if table:
                return table, [{name: row[name] for name in table.columns} for row in found]
    except OSError as error:
        raise TaxonomyError((f"{path}: {error.strerror}; name a table that you have",)) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise TaxonomyError((f"{path}: not a table in UTF-8; save it as CSV or take it from the download as it is",)) from error
    wanted = " or ".join(f"{t.name} ({', '.join(t.columns)})" for t in TABLES)
    raise TaxonomyError((f"{path}: not a table that is known; its first line has to name the columns of {wanted}",))


def _esco(rows: Iterable[Row]) -> Iterator[Entry]:
    for row in rows:
        names = (row["preferredLabel"], *row["altLabels"].splitlines())
        yield Entry(row["conceptUri"].strip(), _tidy(names), _line(row["description"]))


def _onet(rows: Iterable[Row]) -> Iterator[Entry]:
    for row in rows:
        yield Entry(row["Example"].strip(), _tidy((row["Example"],)), _line(row["Commodity Title"]))


def _tidy(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names with single spaces, each once whatever its case."""
    tidy: dict[str, str] = {}
    for name in filter(None, (" ".join(n.split()) for n in names)):
        tidy.setdefault(name.lower(), name)
    return tuple(tidy.values())


def _line(text: str) -> str:
    """Return the first sentence of a description in one line."""
    first = re.split(r"(?<=[.!?])\s", " ".join(text.split()), maxsplit=1)[0]
    return first if len(first) <= LONGEST_ABOUT else first[:LONGEST_ABOUT].rsplit(" ", 1)[0] + " ..."


def _once(entries: Iterable[Entry]) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        if entry.names and entry.theirs not in seen:
            seen.add(entry.theirs)
            yield entry


def _sort(
    table: Table, entries: Iterable[Entry], known: dict[str, str], taxonomy: Taxonomy
) -> tuple[list[dict[str, object]], dict[str, dict[str, object]]]:
    """Return what to add and what to extend. A skill that a name is a form of is extended by the id alone, if it has none."""
    add: list[dict[str, object]] = []
    extend: dict[str, dict[str, object]] = {}
    ids = {str(id_) for id_ in taxonomy.skills}
    for entry in entries:
        same = known.get(fold_form(entry.names[0]))
        if same is None:
            add.append(_added(table, entry, known, ids))
        elif same in taxonomy.skills and same not in extend and table.collection not in dict(taxonomy.skills[same].external):  # type: ignore[index]
            extend[same] = {"external": {table.collection: entry.theirs}}
    return add, extend


def _added(table: Table, entry: Entry, known: dict[str, str], ids: set[str]) -> dict[str, object]:
    id_ = _new_id(f"{table.collection}-{entry.names[0]}", ids)
    names = [name for name in entry.names if known.setdefault(fold_form(name), id_) == id_]
    rules = {name: {"context": True} for name in names if len(name) == 1 or name.lower() in common_words()}
    record: dict[str, object] = {"id": id_, "category": table.collection, "name": names[0], "about": entry.about or names[0]}
    rest = {"aliases": names[1:], "rules": rules, "external": {table.collection: entry.theirs}}
    return record | {name: part for name, part in rest.items() if part}


def _new_id(name: str, ids: set[str]) -> str:
    ascii_ = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    wanted = "-".join(re.findall("[a-z0-9]+", ascii_.replace("+", "-plus").replace("#", "-sharp")))
    id_ = next(i for i in (wanted, *(f"{wanted}-{n}" for n in range(2, len(ids) + 3))) if i not in ids)
    ids.add(id_)
    return id_


TABLES = (
    Table(
        "esco",
        "ESCO",
        ("conceptUri", "preferredLabel", "altLabels", "description"),
        _esco,
        "This uses the ESCO classification of the European Commission.",
    ),
    Table(
        "onet",
        "O*NET technology skills",
        ("Example", "Commodity Title"),
        _onet,
        "This includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training\n"
        "# Administration (USDOL/ETA), used under the CC BY 4.0 license. O*NET is a trademark of USDOL/ETA. The information was\n"
        "# selected and modified.",
    ),
)
