"""The compiled taxonomy: JSON in the platform's cache folder, named by the digest of the files that it was made from.

A cache is a convenience. It is written beside its place and renamed, so that two processes may write at once; a folder
that can't be written and a file that can't be read only cost the time to compile again.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from skillgap.model import Kind, Level, Requirement
from skillgap.taxonomy.values import Credit, Demand, Form, FormRule, Role, Skill, Taxonomy, Words

# Changes with the shape of what is stored, so that another version of skillgap doesn't read it.
SHAPE = 1

T = TypeVar("T")


def folder() -> Path:
    """Return the cache folder: SKILLGAP_CACHE where that is set, else the platform's."""
    if chosen := os.environ.get("SKILLGAP_CACHE"):
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_cache_dir("skillgap", appauthor=False))


def read(digest: str) -> Taxonomy | None:
    """Return the compiled taxonomy with this digest, or None."""
    return load_json(f"taxonomy-{SHAPE}-{digest}.json", lambda data: _decode(data, digest))


def write(taxonomy: Taxonomy) -> None:
    """Store the compiled taxonomy; where that fails, nothing happens."""
    store_json(f"taxonomy-{SHAPE}-{taxonomy.digest}.json", _encode(taxonomy))


def load_json(name: str, decode: Callable[[Any], T]) -> T | None:
    """Return what `decode` makes of a cached file; None where it is absent, unreadable or of another shape."""
    try:
        return decode(json.loads((folder() / name).read_bytes()))
    except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None


def store_json(name: str, data: object) -> None:
    """Write a cached file in one step; where that fails, nothing happens."""
    target = folder() / name
    beside = target.with_name(f"{name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)


def _encode(taxonomy: Taxonomy) -> list[object]:
    return [
        taxonomy.version,
        [_skill_row(s) for s in taxonomy.skills.values()],
        [
            [r.id, r.name, r.aliases, r.about, r.counted, [_requirement_row(q) for q in r.requirements]]
            for r in taxonomy.roles.values()
        ],
        [[d.role, d.postings, d.employers, dict(d.shares)] for d in taxonomy.demand.values()],
        {name: getattr(taxonomy.words, name) for name in Words.__slots__},
        [dict(taxonomy.credit.status), taxonomy.credit.related],
        dict(taxonomy.categories),
    ]


def _skill_row(skill: Skill) -> list[object]:
    forms = [
        [f.text, f.rule and [f.rule.keep_case, f.rule.context, f.rule.name, f.rule.near, f.rule.not_in]] for f in skill.forms
    ]
    return [skill.id, skill.name, skill.kind, skill.category, skill.about, forms,
            skill.broader, skill.implies, skill.related, skill.needs]  # fmt: skip


def _requirement_row(r: Requirement) -> list[object]:
    return [r.label, r.any_of, r.level, r.weight, r.at_least, r.band, r.share, r.postings]


def _decode(data: list[Any], digest: str) -> Taxonomy:
    version, skills, roles, demand, words, credit, categories = data
    return Taxonomy(
        version=version,
        digest=digest,
        skills={row[0]: _skill(row) for row in skills},
        roles={row[0]: Role(row[0], row[1], tuple(row[2]), row[3], row[4], tuple(map(_requirement, row[5]))) for row in roles},
        demand={row[0]: Demand(*row) for row in demand},
        words=Words(**{name: _words(value) for name, value in words.items()}),
        credit=Credit(*credit),
        categories=categories,
        folder=None,
    )


def _skill(row: list[Any]) -> Skill:
    id_, name, kind, category, about, forms, broader, implies, related, needs = row
    return Skill(id_, name, Kind(kind), category, about, tuple(map(_form, forms)), tuple(broader), tuple(implies),
                 tuple((r, s) for r, s in related), tuple(needs))  # fmt: skip


def _form(row: list[Any]) -> Form:
    text, rule = row
    return Form(text, rule and FormRule(rule[0], rule[1], rule[2], tuple(rule[3]), tuple(rule[4])))


def _requirement(row: list[Any]) -> Requirement:
    label, any_of, level, weight, at_least, band, share, postings = row
    return Requirement(label, tuple(any_of), Level(level), weight, at_least, band, share, postings)


def _words(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return {k: tuple(v) if isinstance(v, list) else v for k, v in value.items()}
