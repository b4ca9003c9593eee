"""JSON Resume (https://jsonresume.org/schema, 1.0.0) -> raw words of a text: headings, titles, dates, bullets.

What has another type than the schema says is left out; so are pictures, addresses of pages, and profiles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from skillgap.documents.content import Content
from skillgap.documents.flow import BLANK, EDGE, Piece, flat, words_of
from skillgap.documents.kinds import parse_json
from skillgap.documents.reading import Reading

Record = Mapping[str, object]

# 2014-06-29, 2014-06 or 2014; months are enough.
_ISO = re.compile(r"(\d{4}(?:-\d\d)?)(?:-\d\d)?")


def read(content: Content) -> Reading:
    """Return the words of a JSON Resume."""
    return Reading("json", 1, tuple(words_of(_pieces(_record(parse_json(content.data))))), ())


def _pieces(resume: Record) -> Iterator[Piece]:
    for line in _lines(resume):
        yield Piece(flat(line)) if line else BLANK
        yield EDGE


def _lines(resume: Record) -> Iterator[str]:
    """Yield the lines of a résumé, "" for an empty one."""
    basics = _record(resume.get("basics"))
    yield from filter(None, (_text(basics, "name"), _text(basics, "label"), _joined(basics, "email", "phone", mark=" | ")))
    yield from _section("Summary", [_text(basics, "summary")])
    for key, heading, lines_of in SECTIONS:
        yield from _section(heading, (line for record in _records(resume.get(key)) for line in lines_of(record)))


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    filled = [line for line in lines if line]
    if filled:
        yield from ("", heading, *filled)


def _job(job: Record) -> Iterator[str]:
    """Yield a job, a voluntary one or a project: title, dates, what was done."""
    yield _joined(job, "position", "name", "company", "organization", "entity", "location")
    yield _dates(job)
    yield _joined(job, "description", "summary", mark=" ")
    yield from (f"• {highlight}" for highlight in _texts(job, "highlights"))
    yield ", ".join(_texts(job, "keywords"))


def _study(study: Record) -> Iterator[str]:
    yield ", ".join(filter(None, (_joined(study, "studyType", "area", mark=" "), _text(study, "institution"))))
    yield _dates(study)
    yield from (f"• {course}" for course in _texts(study, "courses"))


def _skill(skill: Record) -> Iterator[str]:
    yield _named(_text(skill, "name"), _texts(skill, "keywords"))


def _language(language: Record) -> Iterator[str]:
    yield _joined(language, "language", "fluency", mark=": ")


def _honour(honour: Record) -> Iterator[str]:
    """Yield an award, a certificate or a publication."""
    date = next(filter(None, (_month(honour, key) for key in ("date", "releaseDate"))), "")
    yield ", ".join(filter(None, (_joined(honour, "title", "name", "issuer", "awarder", "publisher"), date)))
    yield _text(honour, "summary")


def _reference(reference: Record) -> Iterator[str]:
    yield _named(_text(reference, "name"), [_text(reference, "reference")])


# The parts of a résumé in the order of the text, with headings that taxonomy/headings.yaml has.
SECTIONS: tuple[tuple[str, str, Callable[[Record], Iterator[str]]], ...] = (
    ("work", "Experience", _job),
    ("projects", "Projects", _job),
    ("education", "Education", _study),
    ("skills", "Skills", _skill),
    ("certificates", "Certificates", _honour),
    ("publications", "Publications", _honour),
    ("languages", "Languages", _language),
    ("volunteer", "Volunteer", _job),
    ("awards", "Awards", _honour),
    ("interests", "Interests", _skill),
    ("references", "References", _reference),
)


def _dates(record: Record) -> str:
    """Return the months of a record as documents/dates.py reads them; what hasn't ended goes on."""
    since = _month(record, "startDate")
    until = _month(record, "endDate")
    return f"{since} – {until or 'present'}" if since else until


def _month(record: Record, key: str) -> str:
    text = _text(record, key)
    found = _ISO.fullmatch(text)
    return found[1] if found else text


def _named(name: str, values: Iterable[str]) -> str:
    return ": ".join(filter(None, (name, ", ".join(filter(None, values)))))


def _joined(record: Record, *keys: str, mark: str = ", ") -> str:
    return mark.join(filter(None, (_text(record, key) for key in keys)))


def _text(record: Record, key: str) -> str:
    value = record.get(key)
    return _clean(value) if isinstance(value, str) else ""


def _texts(record: Record, key: str) -> list[str]:
    values = record.get(key)
    return [_clean(value) for value in values if isinstance(value, str)] if isinstance(values, list) else []


def _clean(text: str) -> str:
    """Return a text without halves of characters, which JSON can have."""
    return text.encode("utf-8", "replace").decode("utf-8").strip()


def _record(value: object) -> Record:
    return value if isinstance(value, dict) else {}


def _records(value: object) -> list[Record]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
