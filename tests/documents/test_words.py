"""Characters of words, and how words become one text."""

from __future__ import annotations

import pytest

from skillgap.documents.words import LINE, PAGE, SPACE, RawWord, assemble, clean


def raw(text: str, gap: str = SPACE, page: int = 1) -> RawWord:
    return RawWord(text, page, None, gap)


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        ("Python", "Python"),
        ("C++", "C++"),
        ("scikit-learn", "scikit-learn"),
        ("Größe", "Größe"),
        ("Łódź", "Łódź"),
        ("数据", "数据"),
        ("TensorFlow™", "TensorFlowTM"),
        ("of\ufb01ce", "office"),
        ("work\ufb02ow", "workflow"),
        ("o\ufb03ce", "office"),
        ("Re\u0301sume\u0301", "Résumé"),
        ("Ｐｙｔｈｏｎ", "Python"),
        ("𝐏𝐲𝐭𝐡𝐨𝐧", "Python"),
        ("non\u2011breaking", "non-breaking"),
        ("scikit\u2010learn", "scikit-learn"),
        ("2019–2021", "2019–2021"),
        ("Smart’s", "Smart’s"),
        ("•", "•"),
    ],
)
def test_a_word_keeps_its_letters(printed: str, cleaned: str) -> None:
    assert clean(printed) == cleaned


@pytest.mark.parametrize(
    "character",
    [
        "\ufffe",
        "\u0002",
        "\u00ad",
        "\u200b",
        "\u200c",
        "\u200d",
        "\u200e",
        "\u200f",
        "\u2060",
        "\ufeff",
        "\0",
        "\x1b",
        "\x7f",
        "\x9b",
    ],
    ids=lambda c: f"U+{ord(c):04X}",
)
def test_what_can_not_be_seen_is_taken_out(character: str) -> None:
    assert clean(f"Kuber{character}netes") == "Kubernetes"


@pytest.mark.parametrize("icon", ["\ue000", "\uf0e0", "\uf8ff", "\U000f02a4", "\U0010fffd"], ids=lambda c: f"U+{ord(c):04X}")
def test_icons_are_taken_out(icon: str) -> None:
    assert clean(icon) == ""
    assert clean(f"{icon}ada@example.org") == "ada@example.org"


def test_an_emoji_is_no_icon_of_a_font() -> None:
    assert clean("😀") == "😀"


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        ("r´esum´e", "résumé"),
        ("Universit´e", "Université"),
        ("Universite´", "Université"),
        ("re´sume´", "résumé"),
        ("Gr¨oße", "Größe"),
        ("na¨ıve", "naïve"),
        ("fa¸cade", "façade"),
        ("Espa˜na", "España"),
        ("Jos´e", "José"),
        ("ˇSkoda", "Škoda"),
        ("1´2", "12"),
        ("/˜ada", "/~ada"),
        ("˜100", "~100"),
    ],
)
def test_an_accent_beside_its_letter_is_put_on_it(printed: str, cleaned: str) -> None:
    assert clean(printed) == cleaned


@pytest.mark.parametrize("word", ["r´esum´e", "Gr¨oße", "a¯b", "fa¸cade", "\ufdfa"])
def test_a_word_gets_no_white_space_inside(word: str) -> None:
    assert not any(c.isspace() for c in clean(word))


@pytest.mark.parametrize("sign", ["\uf0b7", "\uf0a7", "\uf0d8", "\uf0fc"], ids=lambda c: f"U+{ord(c):04X}")
def test_a_bullet_of_a_symbol_font_is_one(sign: str) -> None:
    assert assemble([raw(sign, LINE), raw("Python")])[0] == "• Python"


def signed(*signs: str) -> str:
    """Return the text of lines that begin with signs."""
    return assemble([word for sign in signs for word in (raw(sign, LINE), raw("Python"))])[0]


def test_a_control_character_before_several_lines_is_a_bullet() -> None:
    assert signed("\x88", "\x88", "\x88") == "• Python\n• Python\n• Python"


def test_other_control_characters_are_no_bullets() -> None:
    assert signed("\x88", "\x89", "\x8a") == "Python\nPython\nPython"
    assert assemble([raw("Go"), raw("\x88"), raw("C"), raw("\x88"), raw("R"), raw("\x88"), raw("SQL")])[0] == "Go C R SQL"


def test_gaps_stand_before_their_word() -> None:
    text, words = assemble([raw("Skills", PAGE), raw("Python", LINE), raw("SQL"), raw("Projects", PAGE)])
    assert text == "Skills\nPython SQL\n\nProjects"
    assert [text[w.start : w.end] for w in words] == ["Skills", "Python", "SQL", "Projects"]


def test_words_keep_page_and_box() -> None:
    _, (word,) = assemble([RawWord("Go", 3, (1.0, 2.0, 3.0, 4.0), PAGE)])
    assert (word.page, word.box, word.hidden) == (3, (1.0, 2.0, 3.0, 4.0), False)


def test_offsets_count_cleaned_characters() -> None:
    text, (_, word) = assemble([raw("o\ufb03ce\u200b", PAGE), raw("Excel")])
    assert (text, word.start, word.end) == ("office Excel", 7, 12)


@pytest.mark.parametrize("gap", [SPACE, LINE, PAGE])
@pytest.mark.parametrize("vanishing", ["\u200b", "\uf0e0", "\u00ad"])
def test_a_word_that_vanishes_passes_on_its_gap(vanishing: str, gap: str) -> None:
    text, words = assemble([raw("Mail"), raw(vanishing, gap), raw("ada@example.org")])
    assert text == f"Mail{gap}ada@example.org"
    assert len(words) == 2


def test_the_widest_of_the_gaps_remains() -> None:
    text, _ = assemble([raw("a"), raw("\u200b", LINE), raw("\u200b", PAGE), raw("b", LINE), raw("c")])
    assert text == "a\n\nb c"


@pytest.mark.parametrize("first", ["\u200b", "\uf0e0"])
def test_nothing_stands_before_the_first_word(first: str) -> None:
    assert assemble([raw(first, PAGE), raw("Ada", LINE)])[0] == "Ada"


def test_nothing_stands_after_the_last_word() -> None:
    assert assemble([raw("Ada"), raw("\uf0e0", PAGE)])[0] == "Ada"


@pytest.mark.parametrize("nothing", [[], [raw("\u200b")]])
def test_no_words_make_no_text(nothing: list[RawWord]) -> None:
    assert assemble(nothing) == ("", ())
