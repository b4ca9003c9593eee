"""Run the commands of the README's transcripts, and of docs/, and write what they print below them.

python scripts/transcripts.py        with skillgap on the PATH
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))


def run(command: str) -> str:
    """Return a command and what it prints."""
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    return f"$ {command}\n{done.stdout}"


def renewed(block: re.Match[str]) -> str:
    """Return a block of transcripts with what its commands print now."""
    commands = re.findall(r"^\$ (.*)$", block[1], re.MULTILINE)
    return f"```console\n{''.join(map(run, commands))}```"


def main() -> None:
    """Renew the transcripts of the README and of docs/."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"```console\n(.*?)^```", renewed, text, flags=re.MULTILINE | re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
