"""Résumés of invented people for measurements: the texts of the samples with other names, addresses, skills and dates.

    python bench/crowd.py FOLDER [--files 1000] [--seed 7] [--hostile 0.05] [--pdf 0.5]

The same seed makes the same files. What isn't a PDF is a text; hostile files are those of bench/hostile.py.
"""

from __future__ import annotations

import argparse
import re
import sys
from functools import cache
from pathlib import Path
from random import Random

import hostile

from skillgap import documents
from skillgap.taxonomy import load

GIVEN = "Ada Bela Ciro Dana Edo Fay Gil Hana Ivo Juna Kemi Lio Mira Nuno Odo Pia Quim Rhea Sol Tess Uwe Vera Wim Xenia Yan Zoe"
SYLLABLES = "bar ben cor dal den far gol har iv jor kel lan mor nor ost pel quin ros sal tor ul van wen yar zel"
SKILLS = (
    "Python SQL Docker Kubernetes Airflow Spark dbt Snowflake PyTorch TensorFlow Tableau Excel Git AWS Kafka pandas MLflow Java"
)
ENDS = ("son", "ley", "ski", "mann", "ette", "ova", "ton", "well")
LINES_OF_A_PAGE, MOST_IN_LINE = 62, 100


def person(number: int, random: Random) -> tuple[str, str]:
    """Return a name that nobody else of the crowd has, and an e-mail address."""
    names, syllables = GIVEN.split(), SYLLABLES.split()
    rest, first = divmod(number, len(names))
    given = names[first]
    family = syllables[rest % len(syllables)] + syllables[rest // len(syllables) % len(syllables)] + random.choice(ENDS)
    return f"{given} {family.capitalize()}", f"{given}.{family}{number}@example.org".lower()


@cache
def samples() -> tuple[str, ...]:
    words = load().words
    return tuple(documents.read(str(path), words).text for path in hostile.SAMPLES)


def resume(number: int, random: Random) -> str:
    """Return the text of somebody's résumé."""
    name, mail = person(number, random)
    head, *lines = random.choice(samples()).splitlines()
    del head
    text = re.sub(r"\S+@\S+", mail, "\n".join([name, *lines]))
    shift = random.randrange(-3, 1)
    text = re.sub(r"\b(20[012]\d)\b", lambda m: str(int(m[1]) + shift), text)
    for _ in range(random.randrange(4)):
        text = re.sub(rf"\b{re.escape(random.choice(SKILLS.split()))}\b", random.choice(SKILLS.split()), text)
    return text


def pdf(text: str) -> bytes:
    """Return a PDF of a text, a line a line, in Helvetica."""
    lines = [line[i : i + MOST_IN_LINE] for line in text.splitlines() for i in range(0, len(line) or 1, MOST_IN_LINE)]
    pages = [lines[i : i + LINES_OF_A_PAGE] for i in range(0, len(lines), LINES_OF_A_PAGE)]
    font = hostile.FONT.replace(b"/Helvetica", b"/Helvetica/Encoding/WinAnsiEncoding")
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", hostile.tree(kids, len(pages)), font]
    for n, page in enumerate(pages):
        objects += [hostile.PAGE % (b"%d 0 R" % (5 + 2 * n), b""), hostile.stream(b"\n".join(_shown(page)))]
    return hostile.pdf(*objects)


def _shown(lines: list[str]) -> list[bytes]:
    escaped = (re.sub(rb"([()\\])", rb"\\\1", line.encode("cp1252", "replace")) for line in lines)
    return [b"BT /F1 9 Tf 11 TL 40 760 Td", *(b"(%s) '" % line for line in escaped), b"ET"]


def generate(folder: Path, count: int, *, seed: int = 7, bad: float = 0.0, pdfs: float = 0.5) -> None:
    """Write a crowd's résumés into a folder, some hundred in each of its folders."""
    random = Random(seed)
    families = list(hostile.FAMILIES)
    for number in range(count):
        place = folder / f"{number // 500:03}"
        place.mkdir(parents=True, exist_ok=True)
        if random.random() < bad:
            (place / f"{number:06}.pdf").write_bytes(random.choice(families)(random))
            continue
        text = resume(number, random)
        if random.random() < pdfs:
            (place / f"{number:06}.pdf").write_bytes(pdf(text))
        else:
            (place / f"{number:06}.txt").write_text(text, encoding="utf-8")


def main() -> int:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--hostile", type=float, default=0.0)
    parser.add_argument("--pdf", type=float, default=0.5)
    options = parser.parse_args()
    generate(options.folder, options.files, seed=options.seed, bad=options.hostile, pdfs=options.pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main())
