"""Print what becomes of generated hostile PDFs and pictures: how many of each outcome, how many were over the limit by more than
a second, and the slowest. The caller must survive.

    python bench/hostile.py [--files 1000] [--seed 7] [--seconds 5]

The same seed makes the same files.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

from skillgap import documents
from skillgap.documents.limits import Limits
from skillgap.errors import UnreadableFile
from skillgap.taxonomy import load
from skillgap.taxonomy.values import Words

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.pdf"))
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %s/Resources<</Font<</F1 3 0 R>>>>%s>>"
WORDS = b"BT /F1 12 Tf 72 700 Td (Python and SQL) Tj ET "


def pdf(*objects: bytes) -> bytes:
    """Return a PDF file of objects; the first is its catalog."""
    data, places = bytearray(b"%PDF-1.7\n"), bytearray()
    for number, content in enumerate(objects, 1):
        places += b"%010d 00000 n \n" % len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\n" % (size, places, size)
    return bytes(data) + table + b"startxref\n%d\n%%%%EOF\n" % len(data)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), entries, content)


def one_page(content: bytes, *more: bytes, contents: bytes = b"5 0 R", entries: bytes = b"") -> bytes:
    """Return a PDF of one page, object 4, whose content is object 5."""
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", tree(b"4 0 R", 1), FONT, PAGE % (contents, entries), content, *more)


def tree(kids: bytes, count: int) -> bytes:
    return b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)


def truncated(random: Random) -> bytes:
    data = sample(random)
    return data[: random.randrange(1, len(data))]


def flipped(random: Random) -> bytes:
    data = bytearray(sample(random))
    for _ in range(2 ** random.randrange(12)):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    return bytes(data)


def overwritten(random: Random) -> bytes:
    """Return a sample a part of which is in the place of another."""
    data = sample(random)
    a, b, size = random.randrange(len(data)), random.randrange(len(data)), random.randrange(1, 5000)
    return data[:a] + data[b : b + size] + data[a + size :]


def wrong_xref(random: Random) -> bytes:
    data = one_page(stream(WORDS * random.randrange(1, 50)))
    wrongs: tuple[Callable[[], bytes], ...] = (
        lambda: data.replace(b"startxref\n", b"startxref\n%d" % random.randrange(1, 10**6)),
        lambda: data.replace(b"startxref\n", b"startxref\n-"),
        lambda: data.replace(b"/Root", b"/Prev %d/Root" % data.index(b"xref\n")),
        lambda: data.replace(b"/Size 6", b"/Size %d" % random.randrange(2**31)),
        lambda: data.replace(b"xref\n0 6", b"xref\n0 %d" % random.randrange(2**31)),
        lambda: data.replace(b"/Root 1", b"/Root %d" % random.randrange(9)),
        lambda: data.replace(b"00000 n", b"%05d n" % random.randrange(99999)),
        lambda: data.replace(b"0000000", b"%07d" % random.randrange(10**7)),
    )
    return random.choice(wrongs)()


def looped(random: Random) -> bytes:
    """Return a PDF in which something contains itself."""
    catalog = b"<</Type/Catalog/Pages 2 0 R>>"
    levels = random.randrange(10, 40)
    wide = [tree(b"%d 0 R %d 0 R" % (n + 1, n + 1), 2 ** (levels - n)) for n in range(4, 4 + levels)]
    form = stream(b"/X1 Do /X1 Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X1 %d 0 R>>>>")
    forms = [form % (n + 1) for n in range(6, 6 + levels)]
    own_font = b"<</Type/Font/Subtype/Type0/BaseFont/X/DescendantFonts[3 0 R]/ToUnicode 3 0 R>>"
    loops: tuple[Callable[[], bytes], ...] = (
        lambda: pdf(catalog, tree(b"2 0 R", 1), FONT),
        lambda: pdf(catalog, tree(b"4 0 R", 3), FONT, tree(b"2 0 R 4 0 R", random.randrange(1, 10**6))),
        lambda: pdf(catalog, tree(b"4 0 R", 2**levels), FONT, *wide, PAGE % (b"3 0 R", b"")),
        lambda: pdf(catalog, tree(b"4 0 R", 1), own_font, PAGE % (b"5 0 R", b""), stream(WORDS)),
        lambda: pdf(b"1 0 R", tree(b"4 0 R", 1)),
        lambda: one_page(b"5 0 R"),
        lambda: one_page(b"[5 0 R 5 0 R]"),
        lambda: one_page(stream(WORDS, b"/Filter 5 0 R")).replace(b"/Length", b"/Length 5 0 R%", 1),
        lambda: one_page(stream(b"/X1 Do"), *forms, stream(WORDS), entries=b"/Resources<</XObject<</X1 6 0 R>>>>"),
        lambda: one_page(stream(b"/X1 Do"), form % 6, entries=b"/Resources<</XObject<</X1 6 0 R>>>>"),
    )
    return random.choice(loops)()


def bomb(random: Random) -> bytes:
    """Return a PDF whose content unpacks to up to a gigabyte."""
    unit, megabytes, times = random.choice((b" ", b"q ", b"\0", WORDS)), random.choice((10, 100, 1000)), random.choice((1, 2))
    filters = b"/Filter[%s]" % (b"/FlateDecode" * times)
    return one_page(stream(packed(unit, megabytes, times), filters))


@cache
def packed(unit: bytes, megabytes: int, times: int) -> bytes:
    block = unit * ((1 << 20) // len(unit))
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(block) for _ in range(megabytes)) + packer.flush()
    return data if times == 1 else zlib.compress(data, 9)


def crowded(random: Random) -> bytes:
    """Return a PDF with very many of something."""
    many = random.choice((1000, 20_000, 100_000))
    crowds: tuple[Callable[[], bytes], ...] = (
        lambda: one_page(stream(WORDS), *[b"<<>>"] * many),
        lambda: one_page(stream(WORDS), contents=b"[%s]" % (b"5 0 R " * many)),
        lambda: one_page(stream(WORDS), entries=b"/X" + b"[" * many + b"]" * many),
        lambda: one_page(stream(WORDS), entries=b"/X<<" * many + b">>" * many),
        lambda: one_page(stream(b"q " * many + WORDS)),
        lambda: one_page(stream(b"[" * many + WORDS)),
        lambda: one_page(stream(b"0 0 m 9 9 l S " * many)),
        lambda: one_page(stream(WORDS, b"/Filter[%s]" % (b"/ASCIIHexDecode" * many))),
        lambda: pdf(b"<</Type/Catalog/Pages 2 0 R>>", tree(b"4 0 R " * many, many), FONT, PAGE % (b"5 0 R", b""), stream(WORDS)),
        lambda: one_page(stream(WORDS)).replace(b"612 792", b"%d %d" % (many**2, many)),
    )
    return random.choice(crowds)()


def lengthy(random: Random) -> bytes:
    """Return a PDF with up to a million characters on a page."""
    count, unit = random.choice((10_000, 100_000, 1_000_000)), random.choice((b"x", b"x ", b"Python ", b"\\374"))
    text = unit * (count // len(unit))
    contents: tuple[Callable[[], bytes], ...] = (
        lambda: b"BT /F1 12 Tf 72 700 Td (%s) Tj ET" % text,
        lambda: b"BT /F1 %d Tf 72 700 Td %s ET" % (random.choice((0, 1, 1000)), b"(ab) Tj 1 -1 Td " * (count // 2)),
        lambda: WORDS * (count // 14),
        lambda: b"BT /F1 1 Tf 1 TL %s ET" % (b"(Python SQL) ' " * (count // 10)),
    )
    return one_page(stream(zlib.compress(random.choice(contents)()), b"/Filter/FlateDecode"))


def pictured(random: Random) -> bytes:
    """Return a picture of a few letters that is damaged, or says that it is as large as a wall."""
    image, data = Image.new("RGB", (random.randrange(1, 900), random.randrange(1, 900)), "white"), io.BytesIO()
    ImageDraw.Draw(image).text((20, 20), "Python and SQL", fill="black")
    image.save(data, random.choice(("PNG", "JPEG", "PDF")))
    damaged = bytearray(data.getvalue())
    if random.random() < 0.2 and damaged.startswith(b"\x89PNG"):
        damaged[16:24] = random.randbytes(8)
        damaged[29:33] = zlib.crc32(damaged[12:29]).to_bytes(4, "big")
    for _ in range(random.randrange(4)):
        damaged[random.randrange(8, len(damaged))] ^= 1 << random.randrange(8)
    return bytes(damaged[: random.choice((None, random.randrange(12, len(damaged))))])


def sample(random: Random) -> bytes:
    return random.choice(SAMPLES).read_bytes()


# How many of some hundred files each makes.
FAMILIES = {truncated: 24, flipped: 30, overwritten: 12, wrong_xref: 10, looped: 10, crowded: 7, lengthy: 5, bomb: 2, pictured: 8}


def generate(count: int, seed: int, folder: Path) -> list[str]:
    """Write hostile files and return their paths. The first few are one of each family."""
    random = Random(seed)
    families = [*FAMILIES, *random.choices([*FAMILIES], [*FAMILIES.values()], k=count)][:count]
    paths = [folder / f"{number:04}_{family.__name__}.pdf" for number, family in enumerate(families)]
    for path, family in zip(paths, families, strict=True):
        path.write_bytes(family(random))
    return [str(path) for path in paths]


def outcomes(files: Iterable[str], words: Words, seconds: float) -> Iterator[tuple[str, str]]:
    """Yield the name of each file and what became of it: "read" or the code of its error."""
    with documents.read_isolated(files, words, limits=Limits(seconds=seconds)) as documents_:
        for outcome in documents_:
            if isinstance(outcome, UnreadableFile):
                yield Path(outcome.path).name, outcome.code
            else:
                yield Path(outcome.source.file).name, "read"


def main() -> int:
    """Print the table; 1 where some file has no outcome. Lateness is printed only: a busy machine makes files late."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=5.0)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    slowest, late = (0.0, "", ""), 0
    with tempfile.TemporaryDirectory() as folder:
        files, words = generate(options.files, options.seed, Path(folder)), load().words
        before = time.perf_counter()
        for name, code in outcomes(files, words, options.seconds):
            now = time.perf_counter()
            counts[code] += 1
            late += now - before > options.seconds + 1
            slowest, before = max(slowest, (now - before, name, code)), now
    for code, count in counts.most_common():
        print(f"{code:16}{count:6}")
    print(f"{'crashes':16}{options.files - counts.total():6}   of the caller")
    print(f"{'late':16}{late:6}   over {options.seconds + 1:g} s")
    print(f"{'slowest':16}{slowest[0]:6.1f} s {slowest[1]} ({slowest[2]})")
    return int(counts.total() != options.files)


if __name__ == "__main__":
    sys.exit(main())
