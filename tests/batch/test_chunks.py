"""How files are cut into chunks."""

from __future__ import annotations

import random

from skillgap.batch.chunks import MOST, SIZE, Chunk, chunks

MARKS = {f"cvs/{n:05}.pdf": f"100 {n}" for n in range(5000)}


def cut(marks: dict[str, str], size: int = 20, settings: str = "s") -> list[Chunk]:
    return list(chunks(marks, settings, size))


def test_every_file_is_in_one_chunk_in_order_however_they_come() -> None:
    found = cut(MARKS)
    assert [file for chunk in found for file in chunk.files] == list(MARKS)
    items = list(MARKS.items())
    random.Random(3).shuffle(items)
    assert cut(dict(items)) == found


def test_chunks_are_as_long_as_they_should_on_average_and_none_is_much_longer() -> None:
    lengths = [len(chunk.files) for chunk in cut(MARKS)]
    assert 15 < sum(lengths) / len(lengths) < 25
    assert max(lengths) <= MOST * 20
    assert [len(c.files) for c in cut(MARKS, size=1)] == [1] * 5000
    assert len(cut({"a": "", "b": ""}, size=SIZE)) == 1
    assert cut({}) == []


def test_a_file_that_comes_goes_or_changes_changes_one_chunk_or_two() -> None:
    before = {chunk.key for chunk in cut(MARKS)}
    more = cut(MARKS | {"cvs/02500a.pdf": "1"})
    fewer = cut({file: mark for file, mark in MARKS.items() if file != "cvs/03000.pdf"})
    changed = cut(MARKS | {"cvs/01000.pdf": "101 1000"})
    assert [len({chunk.key for chunk in after} - before) for after in (more, fewer, changed)] == [1, 1, 1]


def test_other_settings_have_other_keys() -> None:
    assert not {c.key for c in cut(MARKS)} & {c.key for c in cut(MARKS, settings="t")}
