"""What is done to the picture of a page before it is read."""

from __future__ import annotations

import numpy as np

from skillgap.documents.pageimage import PageImage, shows_ink, with_dark_print


def page(paper: int, ink: int) -> np.ndarray:
    gray = np.full((20, 30), paper, np.uint8)
    gray[5, 5:15] = ink
    return gray


def test_paper_becomes_white_and_pale_print_darker() -> None:
    print_ = with_dark_print(page(230, 180))
    assert (print_.dtype, print_[0, 0], print_[5, 5]) == (np.uint8, 255, 156)


def test_black_on_white_stays_so() -> None:
    assert (with_dark_print(page(255, 0)) == page(255, 0)).all()


def test_what_is_dark_all_over_stays_dark() -> None:
    assert with_dark_print(page(20, 60)).max() < 60


def test_ink_is_what_differs_more_than_noise() -> None:
    assert shows_ink(page(255, 200))
    assert not shows_ink(page(255, 240))
    assert not shows_ink(page(0, 0))
    assert not shows_ink(np.zeros((0, 5), np.uint8))


def test_a_place_is_in_points_and_inside() -> None:
    image = PageImage(1, page(255, 0), 0.5)
    assert image.box(-4, 2, 10.5, 99) == (0, 1, 5.25, 10)
