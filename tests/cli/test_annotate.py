"""`analyze --annotate`: a copy of the PDF with highlights, or a clear error and no file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "samples" / "anton_brezina_data_analyst.pdf"


@pytest.mark.parametrize("role", [["--role", "de"], []], ids=["role", "ranking"])
def test_a_copy_is_written_beside_the_report(run, folder: Path, role: list[str]) -> None:
    printed = run("analyze", str(SAMPLE), *role, "--as-of", "2026-11").out
    result = run("analyze", str(SAMPLE), *role, "--as-of", "2026-11", "--annotate", "out.pdf")
    assert (result.code, result.out, result.err) == (0, printed, "")
    copy = (folder / "out.pdf").read_bytes()
    assert copy.startswith(b"%PDF")
    assert b"/Highlight" in copy
    assert sorted(p.name for p in folder.iterdir()) == ["cv.txt", "out.pdf"]


@pytest.mark.parametrize(
    ("files", "output", "message"),
    [
        (["cv.txt"], "out.pdf", "cv.txt: is no PDF, and only a PDF can be annotated; print it to one"),
        (["cv.pdf", "cv.txt"], "out.pdf", "--annotate: writes a copy of one résumé; give one FILE"),
        (["cv.pdf"], "cv.pdf", "cv.pdf: is the résumé itself; choose another path for --annotate"),
        (
            ["cv.pdf"],
            "nowhere/out.pdf",
            f"{Path('nowhere/out.pdf')}: can't be written (No such file or directory); choose another path",
        ),
    ],
    ids=["no PDF", "two files", "the same", "no such folder"],
)
def test_what_cannot_be_done_is_said_and_nothing_written(run, folder: Path, files: list[str], output: str, message: str) -> None:
    shutil.copy(SAMPLE, folder / "cv.pdf")
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    result = run("analyze", *files, "--role", "de", "--annotate", output)
    assert (result.code, result.out, result.err) == (2, "", f"{message}\n")
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before


def test_standard_input_cannot_be_annotated(run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = SAMPLE.open("rb")

    monkeypatch.setattr("sys.stdin", Stdin)
    result = run("analyze", "-", "--role", "de", "--annotate", "out.pdf")
    Stdin.buffer.close()
    assert result.code == 2
    assert "standard input can't be read a second time" in result.err
