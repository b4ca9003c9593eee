"""PDF or image -> pictures of its pages: as many as are wanted, of a sane size, with boxes where the words are."""

from __future__ import annotations

import io
from pathlib import Path

import pictured
import pytest
from pictured import needs, saved
from PIL import Image, ImageChops
from tiny_pdf import line, pdf

from skillgap.documents import pictures, read
from skillgap.documents.content import Content
from skillgap.model import Document, Picture
from skillgap.taxonomy.values import Words

PAGE = line("Python")


def drawn(*contents: bytes, page: bytes = b"/MediaBox[0 0 612 792]") -> tuple[Picture, ...]:
    return pictures.draw(Content("cv.pdf", "pdf", pdf(*contents, page=page)))


def image(picture: Picture) -> Image.Image:
    return Image.open(io.BytesIO(picture.data))


def test_every_page_has_a_picture_in_its_order() -> None:
    assert [p.page for p in drawn(PAGE, PAGE)] == [1, 2]


def test_a_long_document_has_pictures_of_its_first_pages() -> None:
    assert len(drawn(*[PAGE] * (pictures.MOST_PAGES + 1))) == pictures.MOST_PAGES


def test_a_picture_is_webp_as_wide_as_a_screen_and_says_the_size_of_the_page() -> None:
    (picture,) = drawn(PAGE)
    assert (picture.width, picture.height) == (612, 792)
    assert (image(picture).format, image(picture).width) == ("WEBP", pictures.WIDTH)


@pytest.mark.parametrize(
    ("box", "size"),
    [(b"0 0 100 14400", (28, 4000)), (b"0 0 72 72", (288, 288)), (b"0 0 14400 100", (1200, 9))],
    ids=["tall", "stamp", "wide"],
)
def test_no_picture_is_larger_than_sense(box: bytes, size: tuple[int, int]) -> None:
    (picture,) = drawn(PAGE, page=b"/MediaBox[%s]" % box)
    assert image(picture).size == pytest.approx(size, abs=1)


@pytest.mark.parametrize("data", [b"%PDF-1.7 nonsense", pdf(PAGE)[:300]], ids=["nonsense", "cut off"])
def test_what_pdfium_cannot_read_has_no_pictures(data: bytes) -> None:
    assert pictures.draw(Content("cv.pdf", "pdf", data)) == ()


def scan(size: tuple[int, int], kind: str = "PNG", **saved: object) -> Content:
    stream = io.BytesIO()
    Image.new("RGB", size, "white").save(stream, kind, **saved)
    return Content(f"cv.{kind.lower()}", kind.lower(), stream.getvalue())


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_an_image_is_the_picture_of_its_page(kind: str) -> None:
    (picture,) = pictures.draw(scan((1654, 2338), kind, dpi=(200, 200)))
    assert (picture.page, round(picture.width), round(picture.height)) == (1, 595, 842)
    assert (image(picture).format, image(picture).width) == ("WEBP", pictures.WIDTH)


def test_a_small_image_is_not_blown_up() -> None:
    (picture,) = pictures.draw(scan((400, 300)))
    assert image(picture).size == (400, 300)


def test_an_image_is_drawn_in_its_colours_and_the_right_way_up() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by 90 degrees
    stream = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(stream, "JPEG", exif=exif)
    (picture,) = pictures.draw(Content("cv.jpg", "jpeg", stream.getvalue()))
    red, green, blue = image(picture).convert("RGB").getpixel((10, 10))
    assert image(picture).size == (20, 40)
    assert (red > 200, green < 60, blue < 60) == (True, True, True)


def test_the_same_page_gives_the_same_bytes() -> None:
    assert drawn(PAGE) == drawn(PAGE)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("cropped", [b"", b"/CropBox[40 600 400 780]"], ids=["whole", "cropped"])
def test_the_box_of_a_word_is_where_its_ink_is(tmp_path: Path, words: Words, turned: int, cropped: bytes) -> None:
    document = _read(tmp_path, words, pdf(PAGE, page=b"/MediaBox[0 0 612 792]/Rotate %d%s" % (turned, cropped)))
    (picture,) = document.pictures
    shown = image(picture).convert("L")
    scale = shown.width / picture.width
    ink = ImageChops.invert(shown).point(lambda gray: 255 if gray > 100 else 0).getbbox()
    box = document.words[0].box
    assert ink is not None
    assert box is not None
    assert all(abs(edge / scale - side) < 4 for edge, side in zip(ink, box, strict=True))


def _read(folder: Path, words: Words, data: bytes, *, wanted: bool = True) -> Document:
    file = folder / "cv.pdf"
    file.write_bytes(data)
    return read(str(file), words, pictures=wanted)


def test_pages_are_drawn_only_where_somebody_wants_them(tmp_path: Path, words: Words) -> None:
    assert _read(tmp_path, words, pdf(PAGE), wanted=False).pictures == ()
    (tmp_path / "cv.txt").write_text("Skills\nPython\n")
    assert read(str(tmp_path / "cv.txt"), words, pictures=True).pictures == ()
    assert read(str(tmp_path / "cv.pdf"), words, pictures=True, posting=True).pictures == ()


@needs("tesseract")
@pytest.mark.parametrize("dpi", [200, 300, 96])
def test_words_of_an_image_are_where_its_picture_has_them(tmp_path: Path, words: Words, dpi: int) -> None:
    file = tmp_path / "cv.png"
    file.write_bytes(saved(pictured.drawn(line("Skills", y=400), dpi=dpi), "PNG", dpi=(dpi, dpi)))
    document = read(str(file), words, pictures=True)
    (picture,) = document.pictures
    shown = image(picture).convert("L")
    ink = ImageChops.invert(shown).point(lambda gray: 255 if gray > 100 else 0).getbbox()
    (word,) = document.words
    assert ink is not None
    assert word.box is not None
    assert all(abs(edge * picture.width / shown.width - side) < 6 for edge, side in zip(ink, word.box, strict=True))
