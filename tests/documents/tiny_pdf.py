"""Bytes of small PDFs, written by hand so that each test says what is in them."""

from __future__ import annotations

from collections.abc import Mapping

LETTER = b"/MediaBox[0 0 612 792]"
# F1 is the font, F3 one whose letters are empty, G1 gs makes what is drawn transparent, L1 is a layer that is off.
RESOURCES = b"/Resources<</Font<</F1 3 0 R/F3 %d 0 R>>/ExtGState<</G1<</ca 0>>>>/Properties<</L1 %d 0 R>>>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 4 0 R>>"


# The letters of Kafka, each drawn by one stream that draws nothing, as wide as a typewriter's.
BLANK = (
    b"<</Type/Font/Subtype/Type3/FontBBox[0 0 600 700]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</K %d 0 R/a %d 0 R/f %d 0 R/k %d 0 R>>"
    b"/Encoding<</Type/Encoding/Differences[75/K 97/a 102/f 107/k]>>/FirstChar 32/LastChar 126/Widths[%s]/ToUnicode 4 0 R>>"
)


def line(text: str, x: int = 72, y: int = 700) -> bytes:
    """Return what draws a line of text in 12 points, x and y from the lower left corner."""
    return b"BT /F1 12 Tf %d %d Td (%s) Tj ET\n" % (x, y, text.encode("cp1252"))


def pdf(*contents: bytes, page: bytes = LETTER, means: Mapping[str, str] | None = None, kids: bytes | None = None) -> bytes:
    """Return a PDF with a page for each content. `means` gives characters another text, as the ToUnicode map of a font does."""
    numbers = range(5, 5 + 2 * len(contents), 2)
    tree = kids or b" ".join(b"%d 0 R" % n for n in numbers)
    layer, blank, glyph = (5 + 2 * len(contents) + n for n in range(3))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[%d 0 R]/D<</OFF[%d 0 R]>>>>>>" % (layer, layer),
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (tree, tree.count(b"R")),
        FONT,
        _stream(_to_unicode(means or {})),
    ]
    for number, content in zip(numbers, contents, strict=True):
        objects.append(b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R%s>>" % (page, number + 1, RESOURCES % (blank, layer)))
        objects.append(_stream(content))
    objects += [b"<</Type/OCG/Name(L1)>>", BLANK % (*[glyph] * 4, b" 600" * 95), _stream(b"600 0 d0")]
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    data, places = b"%PDF-1.7\n", b""
    for number, content in enumerate(objects, 1):
        places += b"%010d 00000 n \n" % len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\n" % (size, places, size)
    return data + table + b"startxref\n%d\n%%%%EOF\n" % len(data)


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(content), content)


def _to_unicode(means: Mapping[str, str]) -> bytes:
    rows = [b"<%02X> <%s>" % (ord(k), v.encode("utf-16-be").hex().upper().encode()) for k, v in means.items()]
    return (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"%d beginbfchar %s endbfchar endcmap end end" % (len(rows), b" ".join(rows))
    )
