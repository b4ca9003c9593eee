"""A posting's document in, what it asks for out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from skillgap.model import Document, Level, Mention, Posting, ReadingWarning, Requirement, RequirementKind
from skillgap.targets.posting import degrees, nearest, title, years
from skillgap.targets.posting.headings import PartKind
from skillgap.targets.posting.merge import merged
from skillgap.targets.posting.parts import Line, line_at
from skillgap.targets.posting.phrases import pattern
from skillgap.targets.posting.skills import find_mentions, find_skills
from skillgap.targets.posting.worked import Worked
from skillgap.taxonomy.values import Taxonomy


def build(document: Document, taxonomy: Taxonomy) -> Posting:
    """Return what the posting in a document asks for. Requirements come in the order of its text."""
    at = Worked.of(document, taxonomy)
    cues = taxonomy.words.posting_cues
    asked = degrees.find_degrees(at.text, at.lines, taxonomy.words.degrees, cues)
    # The fields of a degree aren't asked for as skills.
    found = [m for m in find_mentions(at) if not any(n.word_end <= m.start < n.end for n in asked.named) and not _is_venue(at, m)]
    requirements = merged((*find_skills(at, found), *_degrees(at, asked), *_publications(at)))
    name = title.title_of(at.text, at.lines, cues["job"])
    titled = title.role_in(name, taxonomy)
    role, content = nearest.nearest(requirements, titled, taxonomy)
    counted = taxonomy.roles[role].counted if role else None
    id_ = PurePath(document.source.file).stem or document.source.file
    return Posting(
        id=id_,
        name=name or id_,
        kind="posting",
        requirements=requirements,
        postings=0,
        employers=0,
        counted=counted,
        source=document.source,
        document=document,
        title=name or None,
        seniority=title.seniority_of(name, cues["seniority"]),
        role=role,
        degree_min=asked.least,
        degree_preferred=asked.preferred,
        min_years=years.in_all([years.years_in(at.text, line, cues) for line in at.lines if _is_asking(at, line)]),
        notes=tuple(_notes(requirements, titled, content, taxonomy)),
        taxonomy=taxonomy.path,
    )


def _is_venue(at: Worked, mention: Mention) -> bool:
    """Return whether a name in capitals is that of a conference: it stands behind the word for publications."""
    line = line_at(at.lines, mention.start)
    cues = pattern(at.taxonomy.words.posting_cues["publications"])
    return mention.text.isupper() and line is not None and bool(cues.search(at.text, line.start, mention.start))


def _is_asking(at: Worked, line: Line) -> bool:
    """Return whether a line asks for something, by its heading or its words."""
    if line.kind.is_boilerplate or line.kind is PartKind.PREFERRED:
        return False
    plainly = pattern(at.taxonomy.words.posting_cues["asks_plainly"])
    return line.kind is PartKind.REQUIRED or bool(plainly.search(at.text, line.start, line.end))


def _degrees(at: Worked, asked: degrees.Degrees) -> Iterator[Requirement]:
    for level, degree in ((Level.REQUIRED, asked.least), (Level.PREFERRED, asked.preferred)):
        spans = [(n.start, n.word_end) for n in asked.named if n.level == degree]
        if degree and spans:
            yield at.requirement(RequirementKind.DEGREE, (degree, degrees.LABELS[degree]), level, spans)


def _publications(at: Worked) -> Iterator[Requirement]:
    """Yield the first demand for publications."""
    cues = at.taxonomy.words.posting_cues
    for line in at.lines:
        found = pattern(cues["publications"]).search(at.text, line.start, line.end) if line.kind.asks else None
        if found and not pattern(cues["waives_next"]).search(at.text, line.start, found.start()):
            softened = pattern(cues["softens_last"]).search(at.text, found.end(), line.end)
            level = Level.PREFERRED if line.kind is PartKind.PREFERRED or softened else Level.REQUIRED
            yield at.requirement(RequirementKind.PUBLICATION, ("publications", found[0].lower()), level, [found.span()])
            return


def _notes(
    requirements: tuple[Requirement, ...], titled: str | None, content: str | None, taxonomy: Taxonomy
) -> Iterator[ReadingWarning]:
    if not any(r.kind is RequirementKind.SKILL and r.weight for r in requirements):
        yield ReadingWarning(
            "nothing_asked", "asks for no skill: boilerplate only, or cut off before them; give the whole posting"
        )
    if titled and content:
        named, other = taxonomy.roles[titled].name, taxonomy.roles[content].name
        yield ReadingWarning("title_differs", f"the title says {named}, what is asked for is nearer to {other}")
