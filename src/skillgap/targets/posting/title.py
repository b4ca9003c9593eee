"""Tidied text in, the title of the job and its seniority out."""

from __future__ import annotations

import re

from skillgap.targets.posting.parts import Line
from skillgap.targets.posting.phrases import pattern
from skillgap.taxonomy.values import Taxonomy

# The title is one of the first lines, and no longer than this.
FIRST_LINES = 6
LONGEST = 110
# Where no line is short, a title ends with a word of jobs that stands so early.
LONGEST_BEFORE = 70

# Where no line is the title, a sentence may say whom they look for.
_WANTED = re.compile(r"\b(?:looking for|hiring|seeking|searching for|want|need|as|join us as)\s+(?:an?|our)\s+", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:(?:job |req(?:uisition)? )?(?:id|number|no)?\W*)?\d{4,}\W+|^(?:(?:job |position )?title|position|role)\s*:\s*",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s*\((?:[mwfdxh]\s*[/|]\s*)+[mwfdxh*]\)|\s*\|.*$|\s+(?:at|@)\s+[A-Z].*$|\s+Location:.*$", re.IGNORECASE)


def title_of(text: str, lines: tuple[Line, ...], words: tuple[str, ...]) -> str:
    """Return the title: the first line that says so, or has a word of a job in it, or the first; "" where that is a paragraph.

    `words` are those that titles end in.
    """
    first = [text[line.start : line.end].strip() for line in lines[:FIRST_LINES]]
    labelled = next((line for line in first if _LABEL.match(line)), None)
    jobs = pattern(words)
    fitting = labelled or next(
        (line for line in first if jobs.search(line) and len(line) <= LONGEST and not line.endswith(".") and line[0].isupper()),
        None,
    )
    fitting = fitting or next((whom for line in first if (whom := _wanted(line, jobs))), None)
    if fitting is None and first and (job := jobs.search(first[0], 0, LONGEST_BEFORE)):
        fitting = first[0][: job.end()]  # the beginning of a text that was flattened
    title = fitting or (first[0] if first and len(first[0]) <= LONGEST and not first[0].endswith(".") else "")
    return " ".join(_TAIL.sub("", _LABEL.sub("", title)).split()).strip(" -–|,")


def _wanted(line: str, jobs: re.Pattern[str]) -> str | None:
    """Return whom a sentence looks for, up to the word of a job: "We are hiring a Senior Data Engineer"."""
    wanted = _WANTED.search(line)
    job = jobs.search(line, wanted.end(), wanted.end() + LONGEST_BEFORE) if wanted else None
    return line[wanted.end() : job.end()] if wanted and job and line[wanted.end()].isupper() else None


def seniority_of(title: str, words: tuple[str, ...]) -> str | None:
    """Return the word of a title that says how senior, None where there is none."""
    found = pattern(words).search(title)
    return " ".join(found[0].lower().split()) if found else None


def role_in(title: str, taxonomy: Taxonomy) -> str | None:
    """Return the role whose name or alias stands in a title, the longest of them."""
    names = {name: role.id for role in taxonomy.roles.values() for name in (role.name, *role.aliases) if len(name) > 4}
    found = sorted((m[0].lower() for m in pattern(tuple(names)).finditer(title)), key=len)
    return {name.lower(): id_ for name, id_ in names.items()}.get(" ".join(found[-1].split())) if found else None
