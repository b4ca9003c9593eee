"""A picture of a résumé: read where something is installed that reads it, else said how it could be."""

from __future__ import annotations

import io
import json
import os

import pytest
from PIL import Image, ImageDraw, ImageFont

# What must be installed, "none" where nothing may be; without it the test takes either.
EXPECTED = os.environ.get("SKILLGAP_OCR", "")


def page(kind: str) -> bytes:
    image = Image.new("L", (1700, 2200), 255)
    for number, text in enumerate(
        ["Ida Marlowe", "Experience", "Data Engineer, Acme, Mar 2019 - Jun 2021", "Pipelines in Python"]
    ):
        ImageDraw.Draw(image).text((200, 200 + 60 * number), text, fill=0, font=ImageFont.load_default(34))
    data = io.BytesIO()
    image.save(data, kind, resolution=200)
    return data.getvalue()


@pytest.mark.parametrize(("name", "kind"), [("cv.pdf", "PDF"), ("cv.png", "PNG"), ("cv.jpg", "JPEG"), ("png.pdf", "PNG")])
def test_a_scan_is_read_or_has_the_command_that_would_read_it(program, tmp_path, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes(page(kind))
    done = program("skills", name, "--format", "json", "--as-of", "2026-11")
    out = json.loads(done.out)
    if EXPECTED == "none" or (not EXPECTED.strip() and out["skipped"]):
        assert (done.code, [s["code"] for s in out["skipped"]]) == (2, ["no_text_layer"])
        assert "pip install 'skillgap[ocr]'" in done.stderr
        return
    (document,) = out["documents"]
    assert document["reading"]["engine"] == next(iter(EXPECTED.split()), document["reading"]["engine"])
    assert [w["code"] for w in document["reading"]["warnings"]] == ["no_text_layer"]
    (python,) = [s for s in document["skills"] if s["id"] == "python"]
    assert (python["status"], python["months"], python["last_used"]) == ("demonstrated", 28, "2021-06")
    x0, top, x1, bottom = python["evidence"][0]["box"]
    assert 0 < x0 < x1 < 612
    assert 0 < top < bottom < 792
