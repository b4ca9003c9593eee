"""The shape of the taxonomy files: parsed YAML in, validated records or problems out. Imported only to compile."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from skillgap.model import Kind

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Strength = Annotated[float, Field(ge=0.3, le=0.8)]
Phrases = tuple[Annotated[Text, StringConstraints(pattern="^[^A-Z]*$")], ...]
Share = Annotated[float, Field(ge=0, le=1)]

# Bands of the share of postings that mention a skill, with where each begins; below the last it isn't worth asking for.
FLOORS = {"core": 0.50, "common": 0.20, "useful": 0.08}
BANDS = tuple(FLOORS)


class Record(BaseModel):
    """A record that refuses what it doesn't know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class CategoryRecord(Record):
    """A category of skills.yaml."""

    id: Id
    name: Text
    kind: Kind


class IndexRecord(Record):
    """skills.yaml itself."""

    categories: tuple[CategoryRecord, ...]


class RuleRecord(Record):
    """The rule of one form."""

    case: Annotated[str, StringConstraints(pattern="^keep$")] | None = None
    context: bool = False
    near: tuple[Text, ...] = ()
    not_in: tuple[Text, ...] = ()
    name: bool = False
    safe: Text | None = None


class SkillRecord(Record):
    """An entry of skills/<category>.yaml."""

    id: Id
    name: Text
    about: Text
    group: Id | None = None
    aliases: tuple[Text, ...] = ()
    broader: tuple[Id, ...] = ()
    implies: tuple[Id, ...] = ()
    related: dict[Id, Strength] = {}
    needs: tuple[Id, ...] = ()
    rules: dict[Text, RuleRecord] = {}

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


class RequirementRecord(Record):
    """One requirement of a role: one skill, or several of which `at_least` are asked for.

    Share and band are those of demand.yaml unless they are given.
    """

    any_of: Annotated[tuple[Id, ...], Field(min_length=1)]
    label: Text | None = None
    band: Annotated[str, StringConstraints(pattern="^(core|common|useful)$")] | None = None
    share: Share | None = None
    at_least: Annotated[int, Field(ge=1)] = 1
    because: Text | None = None


class RoleRecord(Record):
    """A file of roles/. `also` are roles whose counts are averaged with those of `counted`; `borrowed` counts aren't its own."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    about: Text
    counted: Text
    also: tuple[Text, ...] = ()
    borrowed: bool = False
    requirements: tuple[RequirementRecord, ...]


class DemandRecord(Record):
    """What postings of one role mention."""

    postings: Annotated[int, Field(ge=1)]
    employers: Annotated[int, Field(ge=1)]
    years: Annotated[str, StringConstraints(pattern="^[0-9]{4}-[0-9]{4}$")] | None = None
    shares: dict[Id, Share]
    others: dict[Id, Share] = {}


class DatesRecord(Record):
    """dates.yaml."""

    months: dict[str, Annotated[int, Field(ge=1, le=12)]]
    seasons: dict[str, tuple[int, int]]
    present: tuple[str, ...]
    since: tuple[str, ...]


class CuesRecord(Record):
    """cues.yaml."""

    aspirational: tuple[str, ...]
    negated: tuple[str, ...]
    negated_directly: tuple[str, ...]
    introducing: tuple[str, ...] = ()
    clause_ends: tuple[str, ...]


class PostingCuesRecord(Record):
    """The cues of postings.yaml."""

    asks: Phrases = ()
    asks_plainly: Phrases = ()
    boilerplate: Phrases = ()
    choice: Phrases = ()
    elsewhere: Phrases = ()
    example: Phrases = ()
    further: Phrases = ()
    job: Phrases = ()
    leads_preferred: Phrases = ()
    leads_required: Phrases = ()
    legal: Phrases = ()
    must: Phrases = ()
    no_degree: Phrases = ()
    not_experience: Phrases = ()
    numbers: Phrases = ()
    or_similar: Phrases = ()
    publications: Phrases = ()
    seniority: Phrases = ()
    softens_last: Phrases = ()
    softens_next: Phrases = ()
    starter: Phrases = ()
    waives_degree: Phrases = ()
    waives_last: Phrases = ()
    waives_next: Phrases = ()
    years: Phrases = ()


class PostingHeadingsRecord(Record):
    """The headings of postings.yaml."""

    required: Phrases = ()
    preferred: Phrases = ()
    duties: Phrases = ()
    company: Phrases = ()
    benefits: Phrases = ()
    legal: Phrases = ()
    process: Phrases = ()


class PostingsRecord(Record):
    """postings.yaml."""

    headings: PostingHeadingsRecord
    cues: PostingCuesRecord


class CreditRecord(Record):
    """credit.yaml."""

    status: dict[Annotated[str, StringConstraints(pattern="^(demonstrated|listed|coursework)$")], Share]
    related: Share


class VariantsRecord(Record):
    """variants.yaml."""

    british: dict[str, str]


T = TypeVar("T")


def parse(path: Path, shape: type[T], problems: list[str]) -> T | None:
    """Return the content of a YAML file in `shape`, or None after adding its problems, each `file: entry: problem`."""
    try:
        data = yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except OSError as error:
        problems.append(f"{path}: {error.strerror}; restore the file or install skillgap again")
        return None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        problems.append(f"{path}: not YAML: {' '.join(str(error).split())}")
        return None
    try:
        return TypeAdapter(shape).validate_python(data)
    except ValidationError as error:
        problems += [f"{path}: {_place(data, e['loc'])}{e['msg']}" for e in error.errors()]
        return None


def _place(data: object, location: tuple[int | str, ...]) -> str:
    """Return where a problem is, with the id of the entry instead of its number."""
    parts = []
    for step in location:
        try:
            data = data[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            data = None
        parts.append(str(data["id"]) if isinstance(data, dict) and "id" in data else str(step))
    return "".join(f"{part}: " for part in parts)
