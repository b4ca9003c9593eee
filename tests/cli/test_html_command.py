"""`analyze --format html`: with the pages of the résumé, or without."""

from __future__ import annotations

from pathlib import Path

import pytest

SAMPLE = str(Path(__file__).parents[2] / "samples" / "anton_brezina_data_analyst.pdf")


@pytest.mark.parametrize(("options", "pictures", "outlined"), [([], 1, True), (["--no-pages"], 0, False)], ids=["pages", "none"])
def test_the_pages_are_there_unless_they_are_left_out(run, options: list[str], pictures: int, *, outlined: bool) -> None:
    result = run("analyze", SAMPLE, "--role", "de", "--format", "html", "--as-of", "2026-11", *options)
    assert (result.code, result.err) == (0, "")
    assert result.out.count('src="data:image/webp') == pictures
    assert ('class="mark' in result.out) is outlined


def test_markdown_goes_to_a_file(run, tmp_path: Path) -> None:
    out = tmp_path / "report.md"
    assert run("analyze", SAMPLE, "--role", "de", "--format", "markdown", "--output", str(out)).code == 0
    assert out.read_text(encoding="utf-8").startswith("# ")
