"""Records in, problems with ids of other collections out: ids of a wrong shape, and one id at two skills."""

from __future__ import annotations

import re
from collections.abc import Iterator

from skillgap.taxonomy.build import Records
from skillgap.taxonomy.parse import Problem

# O*NET's technologies have names and no ids, and one of its names may be two skills here.
SHAPES = {
    "esco": re.compile(r"http://data\.europa\.eu/esco/(?:skill|isced-f)/[0-9a-f-]+"),
    "wikidata": re.compile(r"Q[1-9][0-9]*"),
}


def external_ids(records: Records) -> Iterator[Problem]:
    """Yield what is wrong with the external ids of skills."""
    homes: dict[str, str] = {}
    for category, skill in records.skills:
        file = records.own.get(skill.id) or records.file_of(category)
        for collection, theirs in skill.external.items():
            shape = SHAPES.get(collection)
            if shape is None:
                continue
            if not shape.fullmatch(theirs):
                yield Problem(
                    file, skill.id, f"{collection} {theirs!r} has not the shape of an id there; put it right or drop it"
                )
            if homes.setdefault(theirs, skill.id) != skill.id:
                yield Problem(file, skill.id, f"{collection} {theirs!r} is also the id of {homes[theirs]}; keep one of them")
