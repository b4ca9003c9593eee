"""A profile in, the same without the person out: what tells who it is becomes dots, and every offset stays.

Taken out are all that stands before the first heading and in sections of contact and references, and everywhere the words of the
name, e-mail addresses, links and numbers that look like phones. What is left is what skills are shown by; a life may still tell
whose it is to who knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from skillgap.batch.identity import Identity, fold
from skillgap.model import Document, Evidence, Profile, SectionKind, Shown

DOT = "·"

_ABOUT_PEOPLE = frozenset({SectionKind.CONTACT, SectionKind.REFERENCES})
_TRACES = (
    re.compile(r"\S{1,64}@\S{1,190}"),
    re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE),
    re.compile(r"\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/\S*", re.IGNORECASE),
    re.compile(r"(?<![\w.])\+?\(?\d[\d ()./-]{7,18}\d(?!\w)"),
)
# A date, which a phone number could be taken for: 2019 - 2021, 03/2019-04/2021.
_YEARS = re.compile(r"(?:19|20)\d\d")
# Initials and "de" are no words to look for everywhere.
_SHORTEST = 3


def redact(profile: Profile, identity: Identity) -> Profile:
    """Return a profile without name, addresses and numbers of a person, without page pictures and unlisted terms."""
    document = profile.document
    words = _words(identity)
    text = _dotted(document.text, (*_sections(document), *_traces(document.text, words)))

    def shown(skills: Iterable[Shown]) -> tuple[Shown, ...]:
        return tuple(replace(s, evidence=tuple(_evidence(e, text, words) for e in s.evidence)) for s in skills)

    return replace(
        profile,
        document=replace(document, text=text, pictures=()),
        skills=shown(profile.skills),
        soft_skills=shown(profile.soft_skills),
        certifications=shown(profile.certifications),
        unlisted=(),
        dropped=(),
    )


def _evidence(evidence: Evidence, text: str, words: frozenset[str]) -> Evidence:
    found = text[evidence.start : evidence.end] if DOT in text[evidence.start : evidence.end] else evidence.text
    # A line of the head has nothing but who somebody is around the skill.
    line = _dotted(evidence.line, _traces(evidence.line, words)) if found == evidence.text else found
    return replace(evidence, text=found, line=line)


def _words(identity: Identity) -> frozenset[str]:
    local = identity.mail.partition("@")[0] if identity.mail else ""
    parts = re.split(r"[\W\d_]+", f"{identity.name or ''} {local}")
    return frozenset(fold(part) for part in parts if len(part) >= _SHORTEST)


def _sections(document: Document) -> Iterator[tuple[int, int]]:
    for number, section in enumerate(document.sections):
        if section.kind in _ABOUT_PEOPLE or (number == 0 and not section.heading and len(document.sections) > 1):
            yield section.start, section.end


def _traces(text: str, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    for pattern in _TRACES:
        yield from (m.span() for m in pattern.finditer(text) if pattern is not _TRACES[-1] or not _YEARS.search(m[0]))
    yield from (m.span() for m in re.finditer(r"[^\W\d_]+", text) if fold(m[0]) in words)


def _dotted(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text of the same length in which what stands in some spans is dots; spaces and line ends stay."""
    characters = list(text)
    for start, end in spans:
        characters[start:end] = [c if c.isspace() else DOT for c in characters[start:end]]
    return "".join(characters)
