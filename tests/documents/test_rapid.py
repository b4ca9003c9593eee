"""What becomes of rapidocr's lines. The engine itself takes a second to start and is asked twice."""

from __future__ import annotations

import socket
from collections.abc import Sequence

import numpy as np
import pytest
from pictured import TEXT, drawn, needs

from skillgap.documents import rapid
from skillgap.documents.pageimage import OcrFailed, PageImage
from skillgap.documents.words import LINE, PAGE, SPACE

EMPTY = PageImage(3, np.full((100, 200), 255, np.uint8), 0.5)


def word(text: str, left: float = 10, top: float = 20) -> rapid.Word:
    """Return a word of rapidocr, its corners from the upper left, clockwise; a crooked one."""
    return text, 0.99, [[left, top + 2], [left + 40, top], [left + 40, top + 12], [left, top + 14]]


def words(monkeypatch: pytest.MonkeyPatch, *lines: Sequence[rapid.Word]) -> list[tuple[str, str]]:
    monkeypatch.setattr(rapid, "_reader", lambda: lambda _: lines)
    return [(one.gap, one.text) for one in rapid.read(EMPTY)]


def test_its_lines_are_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    found = words(monkeypatch, [word("Python"), word("SQL", 60)], [word(" ")], [word("Big Query")])
    assert found == [(PAGE, "Python"), (SPACE, "SQL"), (LINE, "Big"), (SPACE, "Query")]


def test_a_box_is_around_all_corners_in_points(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rapid, "_reader", lambda: lambda _: [[word("Python")]])
    (only,) = rapid.read(EMPTY)
    assert (only.page, only.box) == (3, (5, 10, 25, 17))


def test_nothing_seen_is_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rapid, "_reader", lambda: lambda _: ())
    assert rapid.read(EMPTY) == ()


def test_its_failures_are_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(rapid, "_reader", lambda: fail)
    with pytest.raises(OcrFailed):
        rapid.read(EMPTY)


@pytest.mark.parametrize("absent", ["rapidocr", "onnxruntime"])
def test_without_its_packages_it_is_not_there(monkeypatch: pytest.MonkeyPatch, absent: str) -> None:
    rapid._models.cache_clear()
    monkeypatch.setattr(rapid, "find_spec", lambda name: None if name == absent else rapid.__spec__)
    assert not rapid.is_there()
    rapid._models.cache_clear()


@needs("rapidocr")
def test_a_page_is_read_without_any_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    found = rapid.read(PageImage(1, np.asarray(drawn()), 0.36))
    assert " ".join(one.text for one in found) == TEXT


@needs("rapidocr")
def test_an_empty_page_has_no_words() -> None:
    assert rapid.read(PageImage(1, np.full((300, 300), 255, np.uint8), 0.36)) == ()
