"""The mentions of a line in, groups out: which of them are alternatives, and how many of those are asked for.

Alternatives are joined by "or" or "/", are examples ("such as", "e.g."), a list of which one is enough ("one of") or that ends in
"or similar", or stand in brackets behind their category, which is an alternative too. "X, Y and Z" stay apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from skillgap.model import Mention, SkillId
from skillgap.targets.posting.parts import Line
from skillgap.targets.posting.phrases import alternatives, pattern
from skillgap.taxonomy.values import Taxonomy

Cues = Mapping[str, tuple[str, ...]]

# The most words that may stand beside a comma and the name of an item, beside "or", and between a category and its examples.
BESIDE_COMMA = 2
BESIDE_OR = 4
BESIDE_CATEGORY = 4

_OR = re.compile(r"\bor\b|\band/or\b|\bbzw\b|\boder\b", re.IGNORECASE)
_AND = re.compile(r"\band\b|&|\bplus\b|\bund\b|\bas well as\b", re.IGNORECASE)
_SLASH = re.compile(r"\s*(?:/|\|)\s*")
_COMMA = re.compile(r"[,、]|\s[•·]\s")
_ENDS_LIST = re.compile(r"[;()]|[.!?](?=\s)|\s[-–—]\s|:")
_WORD = re.compile(r"[\w'+#.-]+")
_PLURAL = re.compile(r"\b[a-z]{2,}s\s*$", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:on|with|using|in|via|for|from|to|including|incl)\b", re.IGNORECASE)
_NOUN = re.compile(r" [a-z]{3,}")
_BRACKET = re.compile(r"\([^()]*$")
# A remark that names an alternative: PyTorch (or JAX).
_OR_REMARK = re.compile(r"^\s*\((?:and/)?or\s+$", re.IGNORECASE)
_WITH = re.compile(
    r"\s*(?:with|using|in|via|on|through)\s+(?:\w+\s+)?$|\s+(?:\w+\s+){0,2}(?:with|using|via|in)\s+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of which `at_least` are asked for, in the order of the text."""

    mentions: tuple[Mention, ...]
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class _Chain:
    """A list: its mentions with what joins each to the one before it."""

    mentions: tuple[Mention, ...]
    joints: tuple[str, ...] = ()


def group(mentions: Sequence[Mention], line: Line, text: str, taxonomy: Taxonomy) -> tuple[Group, ...]:
    """Return the groups of the mentions of a line, in the order of the text."""
    reader = _Reader(text, line.start, line.end, tuple(mentions), taxonomy)
    outer = [m for m in mentions if not reader.is_inside(m)]
    inner = [m for m in mentions if reader.is_inside(m) and not reader.is_short_for_last(m)]
    groups: list[Group] = []
    for chain in (*reader.chains(outer), *reader.chains(inner)):
        reader.add(chain, groups)
    return tuple(sorted(groups, key=lambda g: g.mentions[0].start))


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    start: int
    end: int
    mentions: tuple[Mention, ...]
    taxonomy: Taxonomy

    @property
    def cues(self) -> Mapping[str, tuple[str, ...]]:
        return self.taxonomy.words.posting_cues

    def is_inside(self, m: Mention) -> bool:
        """Return whether a mention stands in brackets."""
        before = self.text[self.start : m.start]
        return before.count("(") > before.count(")") and ")" in self.text[m.end : self.end]

    def is_short_for_last(self, m: Mention) -> bool:
        """Return whether a mention in brackets is another name of the one before them: "Amazon Web Services (AWS)"."""
        last = self._last_before(m)
        return last is not None and last.skill == m.skill and self.text[last.end : m.start].strip() == "("

    def _last_before(self, m: Mention) -> Mention | None:
        return max((o for o in self.mentions if o.end <= m.start), key=lambda o: o.end, default=None)

    def chains(self, mentions: Sequence[Mention]) -> list[_Chain]:
        """Return the lists in some mentions of a line."""
        chains: list[_Chain] = []
        for m in mentions:
            last = chains[-1] if chains else None
            joint = self._joint(last.mentions[-1], m) if last else None
            if last is None or joint is None:
                chains.append(_Chain((m,)))
            else:
                chains[-1] = _Chain((*last.mentions, m), (*last.joints, joint))
        return chains

    def _joint(self, left: Mention, right: Mention) -> str | None:
        """Return what joins two mentions in a list: "or", "and", "," or "/"; None where they aren't in one."""
        gap = self.text[left.end : right.start]
        if _SLASH.fullmatch(gap):
            return "/"
        bare = re.sub(r"\([^()]*\)", " ", gap)  # remarks
        if "(" in bare or ")" in bare or _ENDS_LIST.search(bare) or self._breaks(bare):
            return None
        if self._ends_in_similar(bare) and right.text[0].isupper() and not _NOUN.match(self.text, right.end):
            return None  # "Terraform or similar", and a new item: "CI/CD"
        words = len(_WORD.findall(bare))
        if _OR.search(bare) or _AND.search(bare):
            joint = "or" if _OR.search(bare) else "and"
            return joint if words <= BESIDE_OR + 1 else None
        if _PREPOSITION.search(bare):
            return None  # "SQL, on PostgreSQL or MySQL"
        return "," if _COMMA.search(bare) and words <= BESIDE_COMMA else None

    def _breaks(self, gap: str) -> bool:
        return any(pattern(self.cues[cue]).search(gap) for cue in ("example", "choice", "softens_next", "softens_last", "must"))

    def add(self, chain: _Chain, groups: list[Group]) -> None:
        """Add the groups of a list to those of the lists before it. Its category, where it stands before it, is one of it."""
        first, last = chain.mentions[0], self._last_before(chain.mentions[0])
        lead = self.text[last.end if last else self.start : first.start]
        chosen, example = self._choice(lead), self._is_example(lead)
        similar = self._ends_in_similar(self.text[chain.mentions[-1].end : self.end])
        at = next((i for i, g in enumerate(groups) if last in g.mentions), None)
        if at is not None and _OR_REMARK.search(lead):
            groups[at] = Group((*groups[at].mentions, *chain.mentions), groups[at].at_least)
            return
        headed = last is not None and at is not None
        headed = headed and self._is_head(last, chain, lead, explicit=example or chosen > 0 or similar)
        bracket = bool(_BRACKET.search(lead))
        any_of = example or chosen or similar or self._is_plain_list(chain, lead, headed=headed)
        made = [Group(chain.mentions, max(chosen, 1))] if any_of else self._split(chain)
        if at is not None and headed and len(made) == 1 and (len(chain.mentions) > 1 or example or similar or bracket):
            head = groups.pop(at)
            made = [Group((*head.mentions, *made[0].mentions), max(head.at_least, made[0].at_least))]
        groups += made

    def _is_example(self, lead: str) -> bool:
        cue = alternatives(self.cues["example"])
        return bool(re.search(rf"(?<!\w)(?:{cue})[.,:]*\s*(?:\w+\s+)?[(]?$", lead, re.IGNORECASE))

    def _is_plain_list(self, chain: _Chain, lead: str, *, headed: bool) -> bool:
        """Return whether a list behind its category or in brackets behind a plural, "databases (X, Y)", has alternatives."""
        if "and" in chain.joints:
            return False
        bracket = _BRACKET.search(lead)
        listed = bracket or lead.rstrip().endswith(":")
        plural = bool(bracket and _PLURAL.search(lead[: bracket.start()]))
        return bool(listed and headed) or (plural and "or" not in chain.joints)

    def _choice(self, lead: str) -> int:
        """Return how many of what follows are asked for, 0 where the text doesn't say."""
        numbers = self.cues["numbers"]
        counted = _counted(numbers).search(lead)
        if counted and pattern(self.cues["years"]).search(counted[0]):
            return 0
        if counted and re.search(r"\bat least\b|\bof\b|\bone\b|\bminimum\b", counted[0], re.IGNORECASE):
            n = counted["n"].lower()
            return int(n) if n.isdigit() else numbers.index(n) + 1
        return 1 if re.search(rf"(?:{alternatives(self.cues['choice'])})(?:\s+\w+){{0,3}}\W*$", lead, re.IGNORECASE) else 0

    def _ends_in_similar(self, tail: str) -> bool:
        similar = alternatives(self.cues["or_similar"])
        joint = r"(?:or|and|and/or)\s+(?:an?\s+|any\s+|the\s+)?"
        between = rf"(?:,\s*(?:{joint})?|\s+{joint}|\s*/\s*|\s*(?=\w+\)))"
        return bool(re.match(rf"\w*(?:\s+\w+)?{between}(?:{similar})\b", tail, re.IGNORECASE))

    def _is_head(self, head: Mention | None, chain: _Chain, lead: str, *, explicit: bool) -> bool:
        """Return whether the mention before a list is the category of what is in it."""
        words = len(_WORD.findall(lead))
        marked = explicit or "(" in lead or lead.rstrip().endswith(":") or bool(_WITH.search(lead))
        if head is None or not marked or words > BESIDE_CATEGORY + 2:
            return False
        if any(self._is_kind_of(m.skill, head.skill) for m in chain.mentions if m.skill != head.skill):
            return True
        if any(head.skill in self.taxonomy.graph.entailed(m.skill) for m in chain.mentions):
            return False
        # Where the text itself calls them examples of what stands right before, the taxonomy needn't know.
        near = explicit and words <= 3 and "," not in lead.strip(" ,") and self._is_general(head.skill)
        return near or (words <= 1 and "(" in lead and self._are_products(chain, head))

    def _are_products(self, chain: _Chain, head: Mention) -> bool:
        """Return whether names stand in brackets behind a common noun: "vector search (OpenSearch, Pinecone)"."""
        named = all(any(c.isupper() for c in m.text) for m in chain.mentions)
        return named and len(chain.mentions) > 1 and head.text.split()[-1].islower()

    def _is_kind_of(self, skill: SkillId, category: SkillId) -> bool:
        broader = self.taxonomy.skills[skill].broader
        return category in broader or any(category in self.taxonomy.skills[b].broader for b in broader)

    def _is_general(self, skill: SkillId) -> bool:
        """Return whether a skill is a field or method and no language or product, which mostly have names of one word."""
        entry = self.taxonomy.skills[skill]
        return entry.category.split("/")[0] != "language" and len(entry.name.split()) > 1

    def _split(self, chain: _Chain) -> list[Group]:
        """Return the groups of a list: "and" parts it where there is an "or" too, commas are as the next word that joins."""
        runs: list[list[Mention]] = [[chain.mentions[0]]]
        for m, joint, following in zip(chain.mentions[1:], chain.joints, _meanings(chain.joints), strict=True):
            if joint == "/" or following == "or":
                runs[-1].append(m)
            else:
                runs.append([m])
        return [g for run in runs for g in self._without_stranger(run)]

    def _without_stranger(self, run: list[Mention]) -> list[Group]:
        """Return the group of a list, without its first item where only the others are languages: "edge deployment, C or C++"."""
        languages = [self.taxonomy.skills[m.skill].category.split("/")[0] == "language" for m in run]
        if len(run) == 3 and languages == [False, True, True] and "," in self.text[run[0].end : run[1].start]:
            return [Group((run[0],)), Group(tuple(run[1:]))]
        return [Group(tuple(run))]


def _meanings(joints: tuple[str, ...]) -> list[str]:
    """Return for each joint "or" or "and"; a comma means what the next word that joins means, "and" where there is none."""
    meanings: list[str] = []
    following = "and"
    for joint in reversed(joints):
        following = joint if joint in {"or", "and"} else following
        meanings.append("or" if joint == "/" else following)
    return meanings[::-1]


@lru_cache
def _counted(numbers: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches the end of "at least two of", "one of the following:", "at least one cloud platform ("."""
    number = rf"(?:at least |minimum of |any )?(?P<n>{alternatives(numbers)}|[1-9])(?: or more)?"
    what = r"(?: of|\s+(?:\w+\s+){0,4}?\w+)?"
    lead_in = r"(?:(?: of)?(?: the following)?[:\s]*| (?:such as|like|e\.g\.,?)\s*| ?\()(?:the |these )?"
    return re.compile(rf"(?<!\w){number}{what}{lead_in}$", re.IGNORECASE)
