"""Content and the readers that could read it in, the best reading out: a second opinion where the first is doubtful."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from skillgap.documents.content import Content
from skillgap.documents.quality import quality
from skillgap.documents.reading import Reading
from skillgap.errors import UnreadableFile
from skillgap.model import ReadingWarning

# Below this quality the other reader is asked: the 29 sound PDFs measured have 0.985 or more.
DOUBTFUL = 0.93

# The other reader must be better by so much, for it is the slower one.
BETTER = 0.02


Reader = Callable[[Content], Reading]


def best_reading(content: Content, readers: Iterable[Reader]) -> Reading:
    """Return the best of what the readers make of a content; the first one's where it looks sound.

    Raises what the first reader raised where none can read it; what isn't damage (a password) ends the search.
    """
    best: Reading | None = None
    score = 0.0
    failure: UnreadableFile | None = None
    for read in readers:
        try:
            reading = read(content)
        except UnreadableFile as error:
            if error.code != "damaged":
                raise
            failure = failure or error
            continue
        own = quality(reading.words)
        if best is None or own > score + BETTER:
            best, score = _noted(reading, failure, best), own
        if score >= DOUBTFUL:
            break
    if best is None:
        raise failure or UnreadableFile("damaged", content.file, "can't be read; export it again")
    return best if score >= DOUBTFUL or not best.words else _doubted(best, score)


def _noted(reading: Reading, failure: UnreadableFile | None, before: Reading | None) -> Reading:
    if failure is None and before is None:
        return reading
    why = "the first reader failed" if failure else "the text looked damaged"
    note = ReadingWarning("second_reader", f"{why}, {reading.engine} read the file; compare the text with the page")
    return replace(reading, warnings=(*reading.warnings, note))


def _doubted(reading: Reading, score: float) -> Reading:
    message = (
        f"{1 - score:.0%} of the words look damaged or joined; export the résumé again, best from the program it was written in"
    )
    return replace(reading, warnings=(*reading.warnings, ReadingWarning("damaged_text", message)))
