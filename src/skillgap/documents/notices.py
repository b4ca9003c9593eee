"""A document as read in, what a person should know of the reading out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from skillgap.documents.asking import is_asking
from skillgap.documents.quality import is_glued
from skillgap.model import JOB_POSTING, ReadingWarning, Section, SectionKind, Word
from skillgap.taxonomy.values import Words

# A text with fewer words may well have no headings.
SHORT = 120

# So many joined words are worth a remark; one or two are names.
MOST_GLUED = 3


def notices(
    text: str, placed: Sequence[Word], sections: Sequence[Section], tangled: Sequence[int], words: Words
) -> Iterator[ReadingWarning]:
    """Yield what may make the answer worse, and what to do about it. `tangled` are the pages that untangle.py put right."""
    if is_asking(text, sections, words):
        yield ReadingWarning(
            JOB_POSTING, "it reads like a job posting, not a résumé; try skillgap posting, or give it with --job"
        )
    yield from _hidden(placed)
    yield from _glued(text, placed)
    yield from map(_tangled, tangled)
    yield from _headings(placed, sections)
    yield from _dates(sections)


def _hidden(words: Sequence[Word]) -> Iterator[ReadingWarning]:
    for page, count in sorted(Counter(w.page for w in words if w.hidden).items()):
        what = "a word that can't be seen" if count == 1 else f"{count} words that can't be seen"
        yield ReadingWarning("hidden_text", f"page {page} has {what}; skills in them don't count", page)


def _glued(text: str, words: Sequence[Word]) -> Iterator[ReadingWarning]:
    pages = Counter(w.page for w in words if w.end - w.start > 12 and is_glued(text[w.start : w.end]))
    for page, count in sorted(pages.items()):
        if count >= MOST_GLUED:
            yield ReadingWarning("joined_words", f"page {page} has {count} words that seem joined; export it with spaces", page)


def _tangled(page: int) -> ReadingWarning:
    message = f"page {page} has its columns mixed line by line, put in order here; use one column, or export it anew"
    return ReadingWarning("mixed_columns", message, page)


def _headings(words: Sequence[Word], sections: Sequence[Section]) -> Iterator[ReadingWarning]:
    if len(words) >= SHORT and not any(s.heading for s in sections):
        yield ReadingWarning("no_headings", "no section headings were recognised; use usual ones, such as Experience and Skills")


def _dates(sections: Sequence[Section]) -> Iterator[ReadingWarning]:
    jobs = [s for s in sections if s.kind is SectionKind.EXPERIENCE]
    if jobs and not any(s.entries for s in jobs):
        yield ReadingWarning("no_dates", "no dates of jobs were understood; write them as Mar 2019 – Jun 2021")
