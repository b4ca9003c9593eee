"""A minimal sound taxonomy in a folder of the test, and one with something changed."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from skillgap.taxonomy import Taxonomy, build, check

FILES = {
    "skills.yaml": """\
categories:
  - {id: language, name: Programming languages, kind: hard}
  - {id: soft, name: Soft skills, kind: soft}
""",
    "skills/language.yaml": """\
- id: go
  name: Go
  about: Compiled language with goroutines.
  aliases: [Golang]
  related: {python: 0.4}
  rules:
    Go: {case: keep, context: true, name: true, near: [goroutine], not_in: [go to market]}
- id: pyspark
  name: PySpark
  group: big-data
  about: Python for large clusters.
  aliases: [Spark Python]
  implies: [python]
  needs: [python]
- id: python
  name: Python
  about: Dynamic language, read easily.
  aliases: [CPython, Python 3]
  rules:
    Python: {safe: nobody keeps snakes at work}
""",
    "skills/soft.yaml": """\
- id: coaching-people
  name: coaching people
  about: Helps others to grow.
  broader: [working-together]
- id: working-together
  name: working together
  about: Gets on with colleagues.
""",
    "roles/data-developer.yaml": """\
id: data-developer
name: Data Developer
aliases: [dd, developer of data]
about: Moves data.
counted: developer
requirements:
  - {any_of: [working-together], band: useful, share: 0.1}
  - {any_of: [pyspark], band: common, share: 0.3, because: it is counted twice}
  - {any_of: [python, go], label: a language, band: core, share: 0.8, at_least: 2}
  - {any_of: [go, pyspark], band: core, share: 0.6}
""",
    "demand.yaml": """\
developer:
  postings: 40
  employers: 20
  shares: {go: 0.25, python: 0.75, pyspark: 0.333}
""",
    "headings.yaml": "experience: [experience, work]\nskills: [skills, what i know]\n",
    "cues.yaml": """\
aspirational: [eager to learn]
negated: [no experience, never used]
negated_directly: ['no']
introducing: [such as]
employed: [worked]
clause_ends: [but]
published: [papers]
unpublished: [talks]
years_column: [years]
years_elapsed: [within]
years_of_else: [ago]
""",
    "dates.yaml": "months: {jan: 1, dec: 12}\nseasons: {summer: [6, 8]}\npresent: [now, to date]\nsince: [since]\n",
    "degrees.yaml": "bachelor: [BSc, B.Sc.]\nmaster: [MSc]\nphd: [PhD]\n",
    "variants.yaml": "british: {color: colour}\n",
    "postings.yaml": "headings: {required: [requirements]}\ncues: {softens_last: [a plus]}\n",
    "scoring.yaml": """\
status: {demonstrated: 1.0, listed: 0.75, coursework: 0.6}
certification: 1.0
stale: [{years: 5, factor: 0.8}, {years: 10, factor: 0.6}]
years: {least: 0.5}
related: [{strength: 0.7, credit: 0.5, words: of the same family as}, {strength: 0.3, credit: 0.25, words: close to}]
degree: [1.0, 0.5]
weights: {soft: 0.2}
""",
}


@dataclass(frozen=True)
class Folder:
    """A taxonomy folder that a test changes."""

    path: Path

    def write(self, file: str, text: str) -> None:
        (self.path / file).parent.mkdir(parents=True, exist_ok=True)
        (self.path / file).write_text(text, encoding="utf-8")

    def change(self, file: str, old: str, new: str) -> None:
        text = (self.path / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{file} has {old!r} {text.count(old)} times"
        self.write(file, text.replace(old, new))

    def records(self) -> build.Records:
        records, problems = build.read(self.path)
        assert problems == []
        return records

    def taxonomy(self) -> Taxonomy:
        return build.taxonomy(self.records(), "0" * 64)

    def problems(self) -> list[str]:
        """Return the problems, of the shape and else of the sense, each with its file as a path inside the folder, without the line."""
        records, problems = build.read(self.path)
        return [self.inside(line) for line in problems or check.problems(records)]

    def inside(self, line: str) -> str:
        file, colon, rest = line.removeprefix(f"{self.path}{os.sep}").partition(": ")
        return re.sub(r":[0-9]+$", "", file).replace(os.sep, "/") + colon + rest


@pytest.fixture
def make_folder(tmp_path: Path) -> Callable[..., Folder]:
    """Return a function that writes the sound taxonomy into a folder with this name."""

    def make(name: str = "taxonomy") -> Folder:
        folder = Folder(tmp_path / name)
        for file, text in FILES.items():
            folder.write(file, text)
        return folder

    return make


@pytest.fixture
def folder(make_folder: Callable[..., Folder]) -> Folder:
    return make_folder()
