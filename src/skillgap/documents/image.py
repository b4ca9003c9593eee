"""PNG or JPEG -> a reading without words, and the picture that OCR reads them from.

Places on it are in points: by the dots an inch that the file states, or 200 where it states none that a scanner has.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator

import numpy as np
from PIL import Image, ImageOps

from skillgap.documents.content import Content
from skillgap.documents.pageimage import DPI, HIGHEST_DPI, LOWEST_DPI, MOST_PIXELS, Gray, PageImage
from skillgap.documents.reading import Reading
from skillgap.errors import UnreadableFile

# What scanners make. Cameras and screens write 72 or 96 for want of anything better.
STATED = range(100, 1201)

# The width of A4 and, nearly, of letter paper, in inches: what isn't stated is told by it.
PAPER = 8.27

_KINDS = ("PNG", "JPEG")


def read(content: Content) -> Reading:
    """Return a reading of one page without words. Raises UnreadableFile: damaged, too_large."""
    _gray(content)
    return Reading("image", 1, (), ())


def pages_with_ink(content: Content, pages: Iterable[int]) -> tuple[int, ...]:  # noqa: ARG001  as of PDFs
    """Return the pages: whether there is something on a picture shows when it is read."""
    return tuple(pages)


def pages_covered(content: Content, pages: Iterable[int]) -> tuple[int, ...]:  # noqa: ARG001  as of PDFs
    """Return nothing: there are no words on a picture."""
    return ()


def page_images(content: Content, pages: Iterable[int]) -> Iterator[PageImage]:
    """Yield the picture, once for each page asked for, of a size that OCR reads well."""
    for page in pages:
        gray, points = _gray(content)
        small = _legible(gray)
        yield PageImage(page, small, points * gray.shape[1] / small.shape[1])


def seen(content: Content) -> tuple[Image.Image, float]:
    """Return a picture as a person sees it, on white, and the width of a pixel in points. Raises UnreadableFile."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content.data), formats=_KINDS) as opened:
                stated = opened.info.get("dpi", (0, 0))[0]
                image = _on_white(ImageOps.exif_transpose(opened))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise UnreadableFile("too_large", content.file, "has too many pixels; save it with 300 dots an inch") from error
    except MemoryError:
        raise
    except Exception as error:  # the wall to Pillow, which raises whatever a damaged file leads it to
        raise UnreadableFile("damaged", content.file, "can't be read as a picture; save it again") from error
    dpi = round(stated) if round(stated) in STATED else DPI
    return image, 72 / dpi


def _gray(content: Content) -> tuple[Gray, float]:
    """Return a picture in gray, and the width of a pixel in points."""
    image, points = seen(content)
    return np.asarray(image.convert("L")), points


def _on_white(image: Image.Image) -> Image.Image:
    """Return an image in gray or in red, green and blue; what is transparent is paper."""
    if image.mode.startswith("I"):  # 16 bits of gray
        return Image.fromarray((np.asarray(image).astype(np.uint32) >> 8).astype(np.uint8))
    if "transparency" not in image.info and "A" not in image.getbands():
        return image.convert("L" if image.mode in ("1", "L") else "RGB")
    colours = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", colours.size, "white"), colours).convert("RGB")


def _legible(gray: Gray) -> Gray:
    """Return a picture of a size that OCR reads well: as if it were a sheet of paper."""
    height, width = gray.shape
    seen = width / PAPER
    scale = 1.0 if LOWEST_DPI <= seen <= HIGHEST_DPI else DPI / seen
    scale = min(scale, (MOST_PIXELS / (width * height)) ** 0.5)
    if scale == 1:
        return gray
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    return np.asarray(Image.fromarray(gray).resize(size, Image.Resampling.LANCZOS))
