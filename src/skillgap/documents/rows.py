"""Text and words in, lines out, cut where a heading shares its row with something else.

pdfium makes one line of what stands in one row: headings of two columns, a name and a heading, a heading in the margin and what
it heads. It is cut where a gap is wide and what stands before or behind it is a heading by its wording and by its look.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from skillgap.documents.headings import heading_kind
from skillgap.documents.lines import Line, around, lines_of, look_of
from skillgap.model import Box, SectionKind, Word
from skillgap.taxonomy.values import Words

# So many heights of a line are a wide gap between its words.
WIDE = 1.5

# Headings in the margin are at least so many, and this share of what stands there in their look; labels of a list are fewer.
FEWEST = 3
SHARE = 1 / 2

# Without one of them a column of labels is one of skills.
MAIN = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.PROJECTS})


def rows_of(text: str, placed: Sequence[Word], words: Words) -> Iterator[Line]:
    """Yield the lines of a text, cut at headings."""
    rows = [(line, tuple(pieces_of(line, text, placed))) for line in lines_of(text, placed)]
    alone = Counter(line.look for line, pieces in rows if len(pieces) == 1 and line.look and heading_kind(line.text, words))
    marked = {look for look, count in alone.items() if count > 1}
    margin = "" if marked else _margin([pieces[0] for _, pieces in rows if len(pieces) > 1], words)
    for line, pieces in rows:
        if len(pieces) > 1 and _has_headings(pieces, marked, words):
            yield from pieces
        elif len(pieces) > 1 and margin and pieces[0].look == margin:
            yield pieces[0]
            yield _together(pieces[1:], text)
        else:
            yield line


def pieces_of(line: Line, text: str, placed: Sequence[Word]) -> Iterator[Line]:
    """Yield the parts of a line between its wide gaps."""
    first, end = (bisect_left(placed, at, key=lambda word: word.start) for at in (line.start, line.end))
    inside = placed[first:end]
    cuts = [i for i, (a, b) in enumerate(pairwise(inside), 1) if _is_wide(a.box, b.box)]
    if not cuts:
        yield line
        return
    for start, stop in pairwise((0, *cuts, len(inside))):
        part = inside[start:stop]
        span = part[0].start, part[-1].end
        yield Line(*span, text[slice(*span)], line.page, around(w.box for w in part), look_of(part))


def _has_headings(pieces: Sequence[Line], marked: Collection[str], words: Words) -> bool:
    """Return whether all pieces of a row are headings, or one that looks like the others of the document."""
    headed = [piece for piece in pieces if heading_kind(piece.text, words)]
    return len(headed) == len(pieces) or any(piece.look in marked for piece in headed)


def _is_wide(a: Box | None, b: Box | None) -> bool:
    return a is not None and b is not None and b[0] - a[2] > WIDE * (a[3] - a[1])


def _margin(firsts: Sequence[Line], words: Words) -> str:
    """Return the look of the headings in the margin; "" where there are none."""
    kinds = {i: kind for i, piece in enumerate(firsts) if piece.look and (kind := heading_kind(piece.text, words))}
    counts, heads = Counter(piece.look for piece in firsts), Counter(firsts[i].look for i in kinds)
    for look, count in heads.most_common():
        if count >= max(FEWEST, SHARE * counts[look]) and MAIN & {kind for i, kind in kinds.items() if firsts[i].look == look}:
            return look
    return ""


def _together(pieces: Sequence[Line], text: str) -> Line:
    first, last = pieces[0], pieces[-1]
    look = first.look if len({piece.look for piece in pieces}) == 1 else ""
    return Line(first.start, last.end, text[first.start : last.end], first.page, around(p.box for p in pieces), look)
