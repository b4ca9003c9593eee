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
    Rule,
    SectionKind,
    Shown,
    SkillId,
    Stated,
    Status,
)
from skillgap.profile.degrees import find_degrees
from skillgap.profile.inner import with_inner
from skillgap.profile.place import Places
from skillgap.profile.publications import find_publications
from skillgap.profile.stated import Years, find_stated
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
    places, found = Places(document), with_inner(found, taxonomy)
    mentions: dict[SkillId, list[Mention]] = {}
    for mention in found.mentions:
        mentions.setdefault(mention.skill, []).append(mention)
    stated = find_stated(places, [m for m in found.mentions if m.cue not in _STATUS_OF_CUE], taxonomy.words.years)
    shown = {skill: _shown(skill, group, places, as_of) for skill, group in mentions.items()}
    shown |= {skill: replace(shown[skill], stated=_stated(years, places)) for skill, years in stated.items()}
    published = find_publications(places, taxonomy.words)
    by_kind = {kind: tuple(s for k, s in shown.items() if taxonomy.skills[k].kind is kind) for kind in Kind}
    return Profile(
        document=document,
        as_of=as_of,
        skills=by_kind[Kind.HARD],
        soft_skills=by_kind[Kind.SOFT],
        certifications=by_kind[Kind.CERTIFICATION],
        degrees=find_degrees(places, taxonomy.words),
        unlisted=find_unlisted(places, found, taxonomy.words),
        dropped=found.dropped,
        publications=len(published) or None,
        published=published,
        taxonomy=taxonomy.path,
    )


def _shown(skill: SkillId, mentions: list[Mention], places: Places, as_of: Month) -> Shown:
    evidence = tuple(_evidence(m, places, as_of) for m in mentions)
    status = min((e.status for e in evidence), key=_STRENGTH.index)
    time = total([entry.dates for e in evidence if (entry := _worked(e, places))], as_of)
    return Shown(skill, status, max(e.score for e in evidence), time.months, time.last_used, evidence)


def _stated(years: Years, places: Places) -> Stated | None:
    """Return the claim that years are, None where a reader can't see it."""
    if all(w.hidden for w in places.words(years.start, years.end)):
        return None
    page, box, further = places.spot(years.start, years.end)
    return Stated(
        years.number,
        Evidence(
            text=places.document.text[years.start : years.end],
            start=years.start,
            end=years.end,
            page=page,
            section=places.kind(years.start),
            box=box,
            rule=Rule.EXACT,
            score=1.0,
            status=Status.LISTED,
            line=places.line(years.start, years.end),
            further=further,
        ),
    )


def _evidence(mention: Mention, places: Places, as_of: Month) -> Evidence:
    words = places.words(mention.start, mention.end)
    page, box, further = places.spot(mention.start, mention.end)
    kind = places.kind(mention.start)
    found = Evidence(
        text=mention.text,
        start=mention.start,
        end=mention.end,
        page=page,
        section=kind,
        box=box,
        rule=mention.rule,
        score=round(mention.score, 2),
        status=Status.HIDDEN if all(w.hidden for w in words) else _status(mention, kind),
        line=places.line(mention.start, mention.end),
        form=mention.form,
        cue=mention.cue_words,
        further=further,
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
