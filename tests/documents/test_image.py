"""PNG and JPEG: what is seen on them, in which size, and where in points."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pictured import RESUME, drawn, saved
from PIL import Image

from skillgap.documents import image
from skillgap.documents.content import Content
from skillgap.errors import UnreadableFile

PNG, JPEG = saved(drawn(), "PNG"), saved(drawn(), "JPEG")


def content(data: bytes, kind: str = "png") -> Content:
    return Content("cv", kind, data)


def picture(data: bytes) -> image.PageImage:
    (only,) = image.page_images(content(data), [1])
    return only


def code_of(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as raised:
        image.read(content(data))
    assert raised.value.path == "cv"
    return raised.value.code


@pytest.mark.parametrize("data", [PNG, JPEG])
def test_a_picture_is_one_page_without_words(data: bytes) -> None:
    reading = image.read(content(data))
    assert (reading.pages, reading.words, reading.warnings) == (1, (), ())
    assert image.pages_with_ink(content(data), [1]) == (1,)
    assert image.pages_covered(content(data), [1]) == ()


@pytest.mark.parametrize(("dpi", "width"), [((300, 300), 408.0), ((100, 100), 1224.0), ((72, 72), 612.0), (None, 612.0)])
def test_a_stated_resolution_is_believed_if_a_scanner_has_it(dpi: tuple[int, int] | None, width: float) -> None:
    options = {"dpi": dpi} if dpi else {}
    seen = picture(saved(drawn(), "PNG", **options))
    assert seen.box(0, 0, seen.gray.shape[1], 1)[2] == pytest.approx(width)


@pytest.mark.parametrize(("dpi", "seen"), [(200, 1700), (150, 1275), (290, 2465), (75, 1654), (400, 1654)])
def test_what_is_far_from_a_sheet_of_paper_is_drawn_anew_and_places_stay(dpi: int, seen: int) -> None:
    small = picture(saved(drawn(dpi=dpi), "PNG"))
    assert small.gray.shape[1] == pytest.approx(seen, abs=2)
    assert small.gray.shape[1] * small.points == pytest.approx(8.5 * dpi * 72 / 200, abs=0.5)


def test_a_place_outside_is_cut_to_the_page() -> None:
    whole = picture(PNG)
    assert whole.box(-5, -5, 9999, 9999) == (0, 0, 612, 792)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_the_kind_of_its_colours_does_not_matter(mode: str) -> None:
    page = drawn()
    deep = Image.fromarray(np.asarray(page).astype(np.uint16) * 257) if mode == "I;16" else page.convert(mode)
    gray = picture(saved(deep, "PNG")).gray
    assert np.abs(gray.astype(int) - np.asarray(page).astype(int)).mean() < 4


def test_what_is_transparent_is_paper() -> None:
    page = drawn()
    clear = Image.new("LA", page.size)
    clear.putalpha(page.point(lambda value: 255 - value))  # black letters on nothing
    assert np.abs(picture(saved(clear, "PNG")).gray.astype(int) - np.asarray(page).astype(int)).mean() < 2


def test_a_photo_is_turned_as_its_camera_was() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera lay on its side
    turned = picture(saved(drawn().transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif)).gray
    assert turned.shape == (2200, 1700)
    assert np.abs(turned.astype(int) - np.asarray(drawn()).astype(int)).mean() < 4


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def test_a_picture_that_unpacks_to_very_much_is_too_large() -> None:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0))
    assert (
        code_of(b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")) == "too_large"
    )


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", PNG[: len(PNG) // 2], JPEG[:300], b"\xff\xd8\xff", b"GIF89a"])
def test_a_damaged_picture_is_damaged(data: bytes) -> None:
    assert code_of(data) == "damaged"


@given(cut=st.integers(0, 4000), length=st.integers(0, 40), junk=st.binary(max_size=20), data=st.sampled_from([PNG, JPEG]))
@settings(max_examples=40, derandomize=True, deadline=None)
def test_any_damage_is_a_picture_or_an_error(cut: int, length: int, junk: bytes, data: bytes) -> None:
    try:
        image.read(content(data[:cut] + junk + data[cut + length :]))
    except UnreadableFile as error:
        assert error.code in {"damaged", "too_large"}


def test_a_long_screenshot_is_made_smaller() -> None:
    """Ten screens of a page, one below the other, are no larger than OCR can take."""
    page = np.asarray(drawn(RESUME, 150))
    seen = picture(saved(Image.fromarray(np.vstack([page] * 10)), "PNG"))
    assert seen.gray.size <= 12_000_000 + 10_000
    assert seen.gray.shape[0] * seen.points == pytest.approx(10 * page.shape[0] * 72 / 200, rel=1e-3)
