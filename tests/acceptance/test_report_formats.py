"""HTML, Markdown and the annotated copy from the installed program: whole, and the same bytes whatever the hash seed."""

from __future__ import annotations

from pathlib import Path

import pytest

SAMPLE = "nora_fenwick_data_engineer.pdf"


@pytest.mark.parametrize(("format_", "start", "pictures"), [("html", b"<!doctype html>", 2), ("markdown", b"# ", 0)])
def test_a_report_is_whole_and_always_the_same(program, samples: Path, format_: str, start: bytes, pictures: int) -> None:
    arguments = ("analyze", samples / SAMPLE, "--role", "de", "--as-of", "2026-11", "--format", format_)
    runs = [program(*arguments, PYTHONHASHSEED=seed) for seed in ("1", "4242")]
    assert [(r.code, r.stderr) for r in runs] == [(0, "")] * 2
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].stdout.startswith(start)
    assert runs[0].stdout.count(b"data:image/webp") == pictures


def test_an_annotated_copy_is_always_the_same(program, samples: Path, tmp_path: Path) -> None:
    copies = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for copy in copies:
        done = program("analyze", samples / SAMPLE, "--role", "de", "--as-of", "2026-11", "--annotate", copy)
        assert (done.code, done.stderr) == (0, "")
    assert copies[0].read_bytes() == copies[1].read_bytes()
    assert b"/Highlight" in copies[0].read_bytes()
