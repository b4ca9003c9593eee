"""Document and mentions in, Profile out: each skill once, with its status, months, last use and evidence."""

from __future__ import annotations

from dataclasses import replace

from skillgap.model import (
    Cue,
    DateRange,
    Document,
    Entry,
    Evidence,
    Found,
    Kind,
    Mention,
    Month,
    Profile,
    SectionKind,
    Shown,
    SkillId,
    Status,
)
from skillgap.profile.degrees import find_degrees
from skillgap.profile.place import Places, box_of
from skillgap.profile.publications import find_publications
from skillgap.profile.time import total
from skillgap.profile.unlisted import find_unlisted
from skillgap.taxonomy.values import Taxonomy

# What a mention in a section says. Elsewhere (skills, summary, what stands before the first heading) it is only listed.
STATUS_OF_SECTION = {
    SectionKind.EXPERIENCE: Status.DEMONSTRATED,
    SectionKind.PROJECTS: Status.DEMONSTRATED,
    SectionKind.PUBLICATIONS: Status.DEMONSTRATED,
    SectionKind.AWARDS: Status.DEMONSTRATED,
    SectionKind.EDUCATION: Status.COURSEWORK,
    SectionKind.COURSES: Status.COURSEWORK,
    SectionKind.CERTIFICATIONS: Status.COURSEWORK,
}

# Months come from these; study isn't work, and a publication has a date but no duration.
TIMED = (SectionKind.EXPERIENCE, SectionKind.PROJECTS)

_STATUS_OF_CUE = {Cue.NEGATED: Status.NEGATED, Cue.ASPIRATIONAL: Status.ASPIRATIONAL}
_STRENGTH = list(Status)


def build(document: Document, found: Found, taxonomy: Taxonomy, as_of: Month) -> Profile:
    """Return what a document shows. `as_of` is the month that "present" stands for."""
    places = Places(document)
    mentions: dict[SkillId, list[Mention]] = {}
    for mention in found.mentions:
        mentions.setdefault(mention.skill, []).append(mention)
    shown = {skill: _shown(skill, group, places, as_of) for skill, group in mentions.items()}
    by_kind = {kind: tuple(s for k, s in shown.items() if taxonomy.skills[k].kind is kind) for kind in Kind}
    return Profile(
        document=document,
        as_of=as_of,
        skills=by_kind[Kind.HARD],
        soft_skills=by_kind[Kind.SOFT],
        certifications=by_kind[Kind.CERTIFICATION],
        degrees=find_degrees(places, taxonomy.words),
        unlisted=find_unlisted(places, found),
        dropped=found.dropped,
        publications=len(find_publications(places)) or None,
        taxonomy=taxonomy.path,
    )


def _shown(skill: SkillId, mentions: list[Mention], places: Places, as_of: Month) -> Shown:
    evidence = tuple(_evidence(m, places, as_of) for m in mentions)
    status = min((e.status for e in evidence), key=_STRENGTH.index)
    time = total([entry.dates for e in evidence if (entry := _worked(e, places))], as_of)
    return Shown(skill, status, max(e.score for e in evidence), time.months, time.last_used, evidence)


def _evidence(mention: Mention, places: Places, as_of: Month) -> Evidence:
    words = places.words(mention.start, mention.end)
    kind = places.kind(mention.start)
    found = Evidence(
        text=mention.text,
        start=mention.start,
        end=mention.end,
        page=words[0].page,
        section=kind,
        box=box_of(words),
        rule=mention.rule,
        score=round(mention.score, 2),
        status=Status.HIDDEN if all(w.hidden for w in words) else _status(mention, kind),
        line=places.line(mention.start, mention.end),
        form=mention.form,
        cue=mention.cue_words,
    )
    entry = _worked(found, places)
    return replace(found, last_used=_until(entry.dates, as_of)) if entry else found


def _until(dates: DateRange, as_of: Month) -> str:
    """Return the end of a range; what ends after `as_of` goes on then."""
    return str(dates.until) if dates.until is not None and dates.until <= as_of else "present"


def _status(mention: Mention, kind: SectionKind) -> Status:
    if mention.cue in _STATUS_OF_CUE:
        return _STATUS_OF_CUE[mention.cue]
    return STATUS_OF_SECTION.get(kind, Status.LISTED)


def _worked(evidence: Evidence, places: Places) -> Entry | None:
    """Return the dated job or project in which a piece of evidence shows the skill in use."""
    used = evidence.status is Status.DEMONSTRATED and evidence.section in TIMED
    return places.entry(evidence.start) if used else None
