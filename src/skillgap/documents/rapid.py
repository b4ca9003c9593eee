"""PageImage -> raw words by rapidocr, which needs nothing but packages. Where there is no tesseract."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from skillgap.documents.pageimage import OcrFailed, PageImage
from skillgap.documents.words import LINE, PAGE, SPACE, RawWord

if TYPE_CHECKING:
    from collections.abc import Mapping

# Its three models are in the package. Without their paths it would look for them on the network.
MODELS = {"Det": "*_det_*.onnx", "Cls": "*_cls_*.onnx", "Rec": "*_rec_*.onnx"}

# A word: its text, how sure it is, and the corners of its place in pixels.
Word = tuple[str, float, Sequence[Sequence[float]]]


def is_there() -> bool:
    """Return whether rapidocr can be used."""
    return find_spec("onnxruntime") is not None and None not in _models().values()


def read(picture: PageImage) -> tuple[RawWord, ...]:
    """Return the words of a picture, line by line from the top. Raises OcrFailed."""
    try:
        result = _reader()(np.stack([picture.gray] * 3, axis=-1))
    except Exception as error:  # the wall to onnxruntime and OpenCV, which have errors of their own
        raise OcrFailed from error
    return tuple(_words(picture, result))


def _words(picture: PageImage, lines: Iterable[Sequence[Word]]) -> Iterator[RawWord]:
    gap = PAGE
    for line in lines:
        for text, _, corners in line:
            xs, ys = zip(*corners, strict=True)
            for part in text.split():
                yield RawWord(part, picture.page, picture.box(min(xs), min(ys), max(xs), max(ys)), gap)
                gap = SPACE
        gap = gap if gap == PAGE else LINE


@cache
def _reader() -> Callable[[object], Sequence[Sequence[Word]]]:
    import logging

    from rapidocr import RapidOCR

    paths = {f"{name}.model_path": str(path) for name, path in _models().items()}
    reader = RapidOCR(params={"Global.log_level": "critical", **paths})
    logging.getLogger("RapidOCR").disabled = True
    return lambda image: _lines_of(reader, image)


def _lines_of(reader: Callable[..., Any], image: object) -> Sequence[Sequence[Word]]:
    # Any: what a reader returns depends on how it is called, and without the extra it has no types at all.
    result = reader(image, return_word_box=True)
    # Where it sees nothing, its lines aren't empty but one of another shape.
    lines: Sequence[Sequence[Word]] = result.word_results if result.txts else ()
    return lines


@cache
def _models() -> Mapping[str, Path | None]:
    spec = find_spec("rapidocr")
    folder = Path(spec.origin).parent / "models" if spec and spec.origin else Path()
    return {name: next(iter(sorted(folder.glob(pattern))), None) if spec else None for name, pattern in MODELS.items()}
