"""From places of the file to places on the page as seen."""

from __future__ import annotations

import pytest

from skillgap.documents.frame import Frame
from skillgap.model import Box

BOUNDS = (0.0, 0.0, 600.0, 800.0)


@pytest.mark.parametrize(
    ("turned", "box"),
    [
        (0, (10, 700, 110, 720)),  # near the left edge, 80 from below
        (90, (80, 10, 100, 110)),
        (180, (490, 80, 590, 100)),
        (270, (700, 490, 720, 590)),
    ],
)
def test_a_turned_page_turns_its_boxes(turned: int, box: Box) -> None:
    assert Frame(BOUNDS, turned).box(10, 80, 110, 100) == box


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_whole_page_is_the_whole_page(turned: int) -> None:
    width, height = (600, 800) if turned in {0, 180} else (800, 600)
    assert Frame(BOUNDS, turned).box(*BOUNDS) == (0, 0, width, height)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_places_count_from_the_visible_part(turned: int) -> None:
    moved = Frame((50.0, 100.0, 650.0, 900.0), turned)
    assert moved.box(60, 180, 160, 200) == Frame(BOUNDS, turned).box(10, 80, 110, 100)


def test_places_are_in_hundredths_of_a_point() -> None:
    assert Frame(BOUNDS).box(1.23456, 790.0, 2.34567, 799.98765) == (1.23, 0.01, 2.35, 10)
