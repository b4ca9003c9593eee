"""Print how many of the words of PDFs are read, and how many of the words that are read are theirs.

    python bench/reading_quality.py [--show] [FOLDER]

FOLDER has PDFs in cv/, posting/ or itself, and in src/ the sources of some under the same names (.html, .docx, .tex); by default
it is the evaluation data's development set beside this checkout, or the samples. What has no source is compared with what two of
four other engines have: pdftotext (poppler, where it is installed), pypdf, pdfminer.six and pdfplumber as it comes closest. A PDF
without text is left out; OCR has figures of its own.

A word is a run of letters and digits, without regard to case; words count as often as they stand there.
"""

from __future__ import annotations

import argparse
import io
import itertools
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
import lxml.html
import pdfplumber
import pypdf
from pdfminer.high_level import extract_text

from skillgap import documents
from skillgap.documents import ocr
from skillgap.errors import UnreadableFile
from skillgap.taxonomy import load
from skillgap.taxonomy.values import Words

ROOT = Path(__file__).parents[1]
DEVELOPMENT = ROOT.parent / "shared" / "eval" / "devset"

# Means over the documents.
LEAST_RECALL = 0.995
LEAST_PRECISION = 0.99

# A word counts as often as so many of the engines have it.
AGREEING = 2

_WORD = re.compile(r"[^\W_]+")


def counted(text: str) -> Counter[str]:
    """Return the words of a text. Words broken over lines are put together, as they were in the source."""
    text = re.sub(r"[\u00ad\ufffe]|\(cid:\d+\)", "", text)
    text = unicodedata.normalize("NFKC", text)
    return Counter(_WORD.findall(re.sub(r"(?<=[^\W\d_])[-\u2010]\n\s*(?=[^\W\d_])", "", text).casefold()))


# ---------------------------------------------------------------- sources


def of_html(path: Path) -> str:
    tree = lxml.html.document_fromstring(path.read_bytes())
    for element in tree.xpath("//script|//style|//title"):
        element.drop_tree()
    return " ".join(tree.itertext())


def of_docx(path: Path) -> str:
    document = docx.Document(str(path))
    edges = (edge._element for section in document.sections for edge in (section.header, section.footer))
    paragraphs = (p for part in (document.element.body, *edges) for p in part.iter("{*}p"))
    return "\n".join("".join(t.text or " " for t in p.iter("{*}t", "{*}tab", "{*}br")) for p in paragraphs)


# Commands whose arguments aren't printed.
_SET = re.compile(
    r"\\begin\{\w+\}\[[^\]]*\]|\\rule\{[^{}]*\}\{[^{}]*\}|\\(?:begin|end|vspace|color|setlength|columnratio|parbox|pageref|hspace)\*?(?:\[[^\]]*\])?(?:\{[^{}]*\})"
)


def of_tex(path: Path) -> str:
    head, _, body = path.read_text(encoding="utf-8").partition(r"\begin{document}")
    body = re.sub(r"(?<!\\)%.*|\\\\(?:\[[^\]]*\])?", " ", body + _feet(head, path))
    body = re.sub(r"\\begin\{enumerate\}(.*?)\\end\{enumerate\}", _numbered, body, flags=re.DOTALL)
    body = re.sub(r"\\LaTeX\b", "LaTeX", _SET.sub(" ", body))
    return re.sub(r"\\[a-zA-Z]+\*?", " ", body).translate(str.maketrans("{}~&$", "     "))


def _numbered(environment: re.Match[str]) -> str:
    numbers = itertools.count(1)
    return re.sub(r"\\item\b", lambda _: f" {next(numbers)} ", environment[1].partition("]")[2])


def _feet(head: str, path: Path) -> str:
    """Return what stands at the foot of each page, for all of them."""
    foot = re.search(r"\\fancyfoot\[C\]\{((?:[^{}]|\{[^{}]*\})*)\}", head)
    pdf = path.parents[1] / "cv" / f"{path.stem}.pdf"
    if foot is None or not pdf.is_file():
        return ""
    pages = len(pypdf.PdfReader(pdf).pages)
    text = foot[1].replace(r"\pageref{LastPage}", str(pages))
    return "".join(f"\n{text}".replace(r"\thepage", f"{number} ") for number in range(1, pages + 1))


SOURCES: dict[str, Callable[[Path], str]] = {".html": of_html, ".docx": of_docx, ".tex": of_tex}


# ---------------------------------------------------------------- engines


def by_poppler(path: Path) -> str:
    return subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], check=True, capture_output=True, text=True).stdout


def by_pypdf(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def by_pdfminer(path: Path) -> str:
    return extract_text(io.BytesIO(path.read_bytes()))


def by_pdfplumber(path: Path) -> str:
    with pdfplumber.open(path) as pdf:
        return "\n".join(page.extract_text(x_tolerance_ratio=0.15, use_text_flow=True) for page in pdf.pages)


def engines() -> list[Callable[[Path], str]]:
    others = [by_pypdf, by_pdfminer, by_pdfplumber]
    return [by_poppler, *others] if shutil.which("pdftotext") else others


def agreed(path: Path) -> Counter[str]:
    """Return the words that so many engines agree on."""
    counts = [counted(engine(path)) for engine in engines()]
    words = set().union(*counts)
    return Counter({word: sorted((c[word] for c in counts), reverse=True)[AGREEING - 1] for word in words})


# ---------------------------------------------------------------- comparison


@dataclass(frozen=True, slots=True)
class Compared:
    """A PDF's words as skillgap reads them, those that it has, and what says so; the figures are of all with one `basis`."""

    path: Path
    basis: str
    found: Counter[str]
    right: Counter[str]


def expected(path: Path, sources: Path) -> tuple[str, Counter[str]] | None:
    """Return the words of a PDF's source and what it is; None where there is none."""
    for suffix, words_of in SOURCES.items():
        source = sources / f"{path.stem}{suffix}"
        if source.is_file():
            return "source", counted(words_of(source))
    return None


def compared(folder: Path, words: Words) -> Iterator[Compared]:
    """Yield the PDFs of a folder that there is something to compare with."""
    for path in sorted(p for part in ("", "cv", "posting") for p in (folder / part).glob("*.pdf")):
        try:
            document = documents.read(str(path), words, pdf=documents.PdfOptions())
        except UnreadableFile as error:
            print(
                f"{path.name:40} left out: {error.message}" if error.code == "no_text_layer" else f"{path.name:40} {error.code}"
            )
            continue
        is_scan = document.engine in {engine.name for engine in ocr.ENGINES}
        source = expected(path, folder / "src")
        if source is None and is_scan:
            print(f"{path.name:40} left out: a scan without a source")
            continue
        basis, right = source or ("engines", agreed(path))
        yield Compared(path, f"{basis}, by {document.engine}" if is_scan else basis, counted(document.text), right)


def shares(found: Counter[str], right: Counter[str]) -> tuple[float, float]:
    """Return recall and precision."""
    common = (found & right).total()
    return common / right.total(), common / found.total()


def main() -> int:
    """Print the figures; 1 where one is below what it must be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=DEVELOPMENT if DEVELOPMENT.is_dir() else ROOT / "samples")
    parser.add_argument("--show", action="store_true", help="print the words that are missed and those that are too many")
    options = parser.parse_args()
    every: dict[str, list[tuple[float, float]]] = {}
    for one in compared(options.folder, load().words):
        recall, precision = shares(one.found, one.right)
        every.setdefault(one.basis, []).append((recall, precision))
        print(f"{one.path.name:40} {one.basis:20} recall {recall:.4f}  precision {precision:.4f}")
        if options.show:
            print("   missed:", " ".join((one.right - one.found).elements()))
            print("   too many:", " ".join((one.found - one.right).elements()))
    low = False
    for what, pairs in every.items():
        recall, precision = (sum(values) / len(pairs) for values in zip(*pairs, strict=True))
        low |= recall < LEAST_RECALL or precision < LEAST_PRECISION
        print(f"{what}: {len(pairs)} PDFs, mean recall {recall:.4f}, precision {precision:.4f}")
    print(f"at least {LEAST_RECALL} and {LEAST_PRECISION}")
    return int(low)


if __name__ == "__main__":
    sys.exit(main())
