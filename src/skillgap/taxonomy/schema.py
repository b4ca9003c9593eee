"""The shape of the taxonomy files, as records that refuse what they don't know; parse.py fills them. Imported only to compile."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from skillgap.model import Kind, RequirementKind

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Strength = Annotated[float, Field(ge=0.3, le=0.8)]
Phrases = tuple[Annotated[Text, StringConstraints(pattern="^[^A-Z]*$")], ...]
# Ids of the same skill in other collections.
ExternalIds = dict[Annotated[str, StringConstraints(pattern="^(onet|esco|wikidata)$")], Text]
# What is compared with text in lower case.
Lower = Annotated[str, StringConstraints(pattern="^[^A-Z]*$")]
MonthNumber = Annotated[int, Field(ge=1, le=12)]
# What degrees are called outside of the taxonomy too: in JSON, and in what a posting asks for.
Degrees = dict[Annotated[str, StringConstraints(pattern="^(bachelor|master|phd)$")], tuple[str, ...]]
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

    @field_validator("categories")
    @classmethod
    def _once(cls, categories: tuple[CategoryRecord, ...]) -> tuple[CategoryRecord, ...]:
        ids = [category.id for category in categories]
        if doubles := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
            raise ValueError(f"{', '.join(doubles)} stands twice; keep one of them")
        return categories


class RuleRecord(Record):
    """The rule of one form."""

    case: Annotated[str, StringConstraints(pattern="^keep$")] | None = None
    context: bool = False
    near: tuple[Text, ...] = ()
    not_in: tuple[Text, ...] = ()
    name: bool = False
    company: bool = False
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
    external: ExternalIds = {}

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


class RequirementRecord(Record):
    """One requirement of a role: one skill, or several of which `at_least` are asked for.

    Share and band are those of demand.yaml unless they are given. Of another kind than skill, `any_of` names degrees (bachelor,
    master, phd), publications, soft skills, certifications or domains.
    """

    any_of: Annotated[tuple[Id, ...], Field(min_length=1)]
    label: Text | None = None
    band: Annotated[str, StringConstraints(pattern="^(core|common|useful)$")] | None = None
    share: Share | None = None
    at_least: Annotated[int, Field(ge=1)] = 1
    kind: RequirementKind = RequirementKind.SKILL
    because: Text | None = None


class RoleRecord(Record):
    """A file of roles/. `also` are roles whose counts are averaged with those of `counted`; `borrowed` counts aren't its own."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    about: Text
    counted: Text | None = None
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


class CaseRecord(Record):
    """An entry of tests/cases/ambiguous.yaml: a text, the skills that must be found in it and those that mustn't."""

    text: Text
    found: tuple[Id, ...] = ()
    not_: Annotated[tuple[Id, ...], Field(alias="not")] = ()
    misses: tuple[Id, ...] = ()
    status: dict[Id, Text] = {}
    why: Text


class OwnSkillRecord(SkillRecord):
    """An entry under `add` or `replace` of an own file. Without a category a replaced skill stays in its own."""

    category: Id | None = None


class ExtensionRecord(Record):
    """What `extend` of an own file adds to a skill."""

    aliases: tuple[Text, ...] = ()
    broader: tuple[Id, ...] = ()
    implies: tuple[Id, ...] = ()
    related: dict[Id, Strength] = {}
    needs: tuple[Id, ...] = ()
    rules: dict[Text, RuleRecord] = {}
    external: ExternalIds = {}


class OwnRecord(Record):
    """A user's own file, laid over a taxonomy; docs/taxonomy.md is its manual."""

    categories: tuple[CategoryRecord, ...] = ()
    add: tuple[OwnSkillRecord, ...] = ()
    extend: dict[Id, ExtensionRecord] = {}
    replace: tuple[OwnSkillRecord, ...] = ()
    remove: tuple[Id, ...] = ()
    roles: tuple[RoleRecord, ...] = ()
    remove_roles: tuple[Id, ...] = ()
