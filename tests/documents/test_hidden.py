"""Words that a person can't see are marked; words that only look unusual are not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tiny_pdf import LETTER, line, pdf

from skillgap.documents import PdfEngine, PdfOptions, pdfium, plumber, read
from skillgap.documents.content import Content
from skillgap.documents.reading import Reading
from skillgap.taxonomy.values import Words

WHITE, GRAY, BLACK = b"1 1 1 rg\n", b".5 .5 .5 rg\n", b"0 0 0 rg\n"
BOX = b"60 690 300 30 re f\n"
STRIPES = b"".join(b"%d 695 2 14 re f\n" % x for x in range(70, 200, 5))
KAFKA = line("Kafka")

HOSTILE = Path(__file__).parents[1] / "data" / "hostile"

Reader = Callable[..., Reading]
Hidden = Callable[..., list[str]]


def drawn(mode: int, size: float = 12) -> bytes:
    """Return what draws the word in a render mode and a size."""
    return b"BT /F1 %f Tf %d Tr 72 700 Td (Kafka) Tj ET\n" % (size, mode)


@pytest.fixture(params=[pdfium.read, plumber.read], ids=["pdfium", "pdfplumber"])
def reader(request: pytest.FixtureRequest) -> Reader:
    return request.param


@pytest.fixture
def hidden(reader: Reader) -> Callable[..., list[str]]:
    def words_of(content: bytes, page: bytes = LETTER) -> list[str]:
        reading = reader(Content("cv.pdf", "pdf", pdf(line("Python", y=600) + content, page=page)))
        return [w.text for w in reading.words if w.hidden]

    return words_of


@pytest.mark.parametrize(
    "content",
    [
        WHITE + KAFKA,
        b".99 .99 .99 rg\n" + KAFKA,
        KAFKA + WHITE + BOX,
        GRAY + BOX + KAFKA,
        WHITE + BOX + KAFKA,
        BLACK + b"60 698 80 1 re f\n" + WHITE + KAFKA,
        line("Kafka", x=72, y=-100),
        line("Kafka", x=700, y=600),
        drawn(3),
        drawn(7),
        drawn(0, size=1),
        b"q 0 0 1 1 re W n\n" + KAFKA + b"Q\n",
        b"q /G1 gs\n" + KAFKA + b"Q\n",
        b"/OC /L1 BDC\n" + KAFKA + b"EMC\n",
        KAFKA.replace(b"/F1", b"/F3"),
        KAFKA + b"q 300 0 0 30 60 690 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q\n",
    ],
    ids=[
        "white",
        "nearly white",
        "under a box",
        "gray on gray",
        "white on white box",
        "white and underlined",
        "below the page",
        "right of the page",
        "no ink",
        "only a clip",
        "tiny",
        "clipped away",
        "transparent",
        "on a layer that is off",
        "in a font of empty letters",
        "under a picture",
    ],
)
def test_a_word_that_can_not_be_seen_is_marked(hidden: Hidden, content: bytes) -> None:
    assert hidden(content) == ["Kafka"]


def test_a_word_below_the_visible_part_of_the_page_is_marked(hidden: Hidden) -> None:
    assert hidden(line("Kafka", y=500), page=b"/MediaBox[0 0 612 792]/CropBox[0 550 612 792]") == ["Kafka"]


@pytest.mark.parametrize("content", [line("Kafka", y=900), line("Kafka", x=-200, y=600)], ids=["above", "left"])
def test_a_word_above_or_left_of_the_page_is_marked(hidden: Hidden, content: bytes) -> None:
    assert hidden(content) == ["Kafka"]


@pytest.mark.parametrize(
    "content",
    [
        KAFKA,
        GRAY + KAFKA,
        b".85 .85 .85 rg\n" + KAFKA,
        BLACK + BOX + WHITE + KAFKA,
        WHITE + BOX + BLACK + KAFKA,
        b"1 0 0 rg\n" + KAFKA,
        drawn(1),
        drawn(0, size=4),
        BLACK + STRIPES + drawn(3),
        BLACK + STRIPES + b"/G1 gs\n" + KAFKA,
        BLACK + b"60 690 30 30 re f\n" + WHITE + b"72 696 8 14 re f\n" + line("K"),
    ],
    ids=[
        "black",
        "gray",
        "light gray",
        "white on black",
        "on a white box",
        "red",
        "outlined",
        "small",
        "text layer of a scan",
        "transparent text layer of a scan",
        "white letter that fills its place on black",
    ],
)
def test_a_word_that_can_be_seen_is_not_marked(hidden: Hidden, content: bytes) -> None:
    assert hidden(content) == []


@pytest.mark.parametrize("letter", ["R", "C", "i"])
def test_a_white_letter_is_marked_though_other_ink_is_near(hidden: Hidden, letter: str) -> None:
    assert hidden(BLACK + b"60 698 80 1 re f\n" + WHITE + line(letter)) == [letter]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_rotation_of_a_page_hides_nothing(hidden: Hidden, turned: int) -> None:
    page = b"/MediaBox[0 0 612 792]/Rotate %d" % turned
    assert hidden(KAFKA, page) == []
    assert "".join(hidden(WHITE + KAFKA, page)) == "Kafka"  # pdfplumber has a word for each letter of a line that is turned


def test_a_page_with_hidden_words_has_a_warning(words: Words, write: Callable[[str, bytes], str]) -> None:
    data = pdf(line("Python"), WHITE + line("Kafka Spark"), BLACK + line("SQL") + WHITE + line("Go", y=600))
    document = read(write("cv.pdf", data), words)
    assert [document.text[w.start : w.end] for w in document.words if w.hidden] == ["Kafka", "Spark", "Go"]
    assert [(w.code, w.page) for w in document.warnings] == [("hidden_text", 2), ("hidden_text", 3)]
    assert ["2 words" in w.message for w in document.warnings] == [True, False]


def test_a_warning_does_not_quote_the_words(words: Words, write: Callable[[str, bytes], str]) -> None:
    (warning,) = read(write("cv.pdf", pdf(line("Python") + WHITE + line("Kafka", y=600))), words).warnings
    assert "Kafka" not in warning.message


def test_nothing_is_marked_where_it_is_not_to_be_checked(reader: Reader) -> None:
    reading = reader(Content("cv.pdf", "pdf", pdf(WHITE + KAFKA)), hidden_check=False)
    assert [(w.text, w.hidden) for w in reading.words] == [("Kafka", False)]


def test_a_page_too_large_to_draw_has_a_warning(reader: Reader) -> None:
    data = pdf(line("Python"), WHITE + KAFKA, page=b"/MediaBox[0 0 6000 6000]")
    assert [(w.code, w.page) for w in reader(Content("cv.pdf", "pdf", data)).warnings] == [
        ("hidden_unknown", 1),
        ("hidden_unknown", 2),
    ]


def test_a_file_that_pdfium_can_not_open_has_a_warning() -> None:
    content = Content("cv.pdf", "pdf", (HOSTILE / "tree_exponential_2^30.pdf").read_bytes())
    assert [(w.code, w.page) for w in plumber.read(content).warnings] == [("hidden_unknown", None)]


def test_pages_after_a_broken_one_are_not_taken_for_others() -> None:
    data = pdf(line("Python"), WHITE + KAFKA, line("SQL", y=500), kids=b"5 0 R 99 0 R 7 0 R 9 0 R")
    reading = plumber.read(Content("cv.pdf", "pdf", data))
    assert [(w.text, w.hidden) for w in reading.words] == [("Python", False), ("Kafka", False), ("SQL", False)]
    assert [w.page for w in reading.warnings] == [2, 3]


def test_a_broken_page_does_not_show_hidden_words(words: Words, write: Callable[[str, bytes], str]) -> None:
    data = pdf(line("Python", y=600) + WHITE + KAFKA, kids=b"5 0 R 99 0 R")
    document = read(write("cv.pdf", data), words, pdf=PdfOptions(PdfEngine.AUTO))
    assert [document.text[w.start : w.end] for w in document.words if w.hidden] == ["Kafka"]
