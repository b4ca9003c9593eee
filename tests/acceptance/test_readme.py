"""The transcripts of the README and of docs/ are what the commands print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = "".join(page.read_text(encoding="utf-8") for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))))
BLOCKS = re.findall(r"^```console\n(.*?)^```", PAGES, re.MULTILINE | re.DOTALL)
STEPS = [re.match(r"(.*)\n((?:.*\n)*)", step) for block in BLOCKS for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]


def test_the_readme_has_transcripts() -> None:
    assert STEPS


@pytest.mark.parametrize(("command", "printed"), [step.groups() for step in STEPS if step], ids=lambda text: text[:40])
def test_a_transcript_is_real(command: str, printed: str) -> None:
    program = Path(os.environ.get("SKILLGAP") or Path(sys.executable).with_name("skillgap"))
    environment = os.environ | {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == printed
