"""How far the words reach that negate a mention or put it into the future."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from made import WORDS
from skillgap.matching.cues import REACH, with_cues
from skillgap.model import Cue, Mention, Profile, Rule, SkillId, Status

CUES = replace(
    WORDS, cues={"negated": ("no experience", "don't know"), "aspirational": ("eager to learn",), "negated_directly": ("no",)}
)


def cues_of(text: str, *, words=CUES) -> dict[str, Cue | None]:
    mentions = tuple(
        Mention(SkillId(name), text.index(name), text.index(name) + len(name), name, name, Rule.EXACT, 1.0)
        for name in ("Java", "Rust")
        if name in text
    )
    return {m.skill: m.cue for m in with_cues(mentions, text, words)}


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("No experience with Java", Cue.NEGATED),
        ("I don't know Java", Cue.NEGATED),
        ("I don’t know Java", Cue.NEGATED),
        ("no\nexperience with Java", Cue.NEGATED),
        ("Eager to learn Java", Cue.ASPIRATIONAL),
        ("no Java", Cue.NEGATED),
        ("no time lost to Java", None),
        ("nonsense in Java", None),
        ("Java, no experience", None),
        ("much experience with Java", None),
    ],
)
def test_cue_marks_what_stands_behind_it(text: str, cue: Cue | None) -> None:
    assert cues_of(text) == {"Java": cue}


@pytest.mark.parametrize(
    "between",
    [". ", "; ", " but ", "! ", "\n\n", "\n• ", "\n- "],
    ids=["dot", "semicolon", "but", "mark", "paragraph", "bullet", "hyphen"],
)
def test_cue_ends_with_its_clause(between: str) -> None:
    assert cues_of(f"No experience with Java{between}Rust") == {"Java": Cue.NEGATED, "Rust": None}


@pytest.mark.parametrize("word", ["but", "But", "BUT"])
def test_words_end_a_clause_in_any_case(word: str) -> None:
    assert cues_of(f"No experience with Java {word} Rust")["Rust"] is None


@pytest.mark.parametrize("between", [", ", " or ", ", or\n", "\nand ", ".js and "])
def test_cue_reaches_over_a_list(between: str) -> None:
    assert cues_of(f"No experience with Java{between}Rust") == {"Java": Cue.NEGATED, "Rust": Cue.NEGATED}


def test_row_of_a_table_ends_a_clause() -> None:
    assert cues_of("no experience   Java\nRust   expert") == {"Java": Cue.NEGATED, "Rust": None}


def test_cue_reaches_so_far_and_no_farther() -> None:
    far = "x" * (REACH - len(" ") - 1)
    assert cues_of(f"no experience {far} Java") == {"Java": None}
    assert cues_of(f"no experience {far[:-1]} Java") == {"Java": Cue.NEGATED}


def test_last_of_two_cues_wins() -> None:
    assert cues_of("No experience yet, eager to learn Java") == {"Java": Cue.ASPIRATIONAL}


def test_longer_phrase_of_a_kind_wins() -> None:
    words = replace(WORDS, cues={"negated_directly": ("no", "no wish for")})
    assert cues_of("no wish for Java", words=words) == {"Java": Cue.NEGATED}


def test_mentions_stay_as_they_are_without_cues() -> None:
    mention = (Mention(SkillId("Java"), 0, 4, "Java", "Java", Rule.EXACT, 1.0),)
    assert with_cues(mention, "Java daily", CUES) is mention


def statuses(profile: Profile) -> dict[str, Status]:
    return {shown.skill: shown.status for shown in profile.skills}


@pytest.mark.parametrize("text", ["Learning goals: Rust", "Currently learning: Rust", "Keen to learn: Rust"])
def test_colon_behind_a_cue_begins_its_list(text: str, profile_of: Callable[..., Profile]) -> None:
    assert statuses(profile_of(text)) == {"rust": Status.ASPIRATIONAL}


@pytest.mark.parametrize(
    "text", ["Java? No experience. Python daily", "Java: never used; Python daily", "Java: no experience\n\nPython daily"]
)
def test_mark_right_behind_a_cue_ends_its_clause(text: str, profile_of: Callable[..., Profile]) -> None:
    assert statuses(profile_of(text))["python"] is Status.LISTED


def test_cue_in_brackets_ends_with_them(profile_of: Callable[..., Profile]) -> None:
    found = statuses(profile_of("Python (no experience with Java) and SQL"))
    assert found == {"python": Status.LISTED, "java": Status.NEGATED, "sql": Status.LISTED}


HEDGING = replace(
    WORDS, cues={**CUES.cues, "hedged": ("familiar with",), "hedged_directly": ("basic",), "no_cue": ("very familiar with",)}
)


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("familiar with Java and Rust", ["Java", "Rust"]),
        ("Familiar with: Java, Rust", ["Java", "Rust"]),
        ("familiar with Java; Rust daily", ["Java"]),
        ("Java daily, familiar with Rust", ["Rust"]),
        ("basic Java, Rust", ["Java"]),
        ("basic Java and Rust", ["Java", "Rust"]),
        ("basic duties in Java", []),
        ("very familiar with Java", []),
        ("no experience, familiar with Java", []),
    ],
)
def test_hedging_lowers_the_score_in_its_clause(text: str, hedged: list[str]) -> None:
    mentions = tuple(
        Mention(SkillId(n), text.index(n), text.index(n) + 4, n, n, Rule.EXACT, 0.9) for n in ("Java", "Rust") if n in text
    )
    found = with_cues(mentions, text, HEDGING)
    assert [m.skill for m in found if m.cue is Cue.HEDGED] == hedged
    assert [m.skill for m in found if m.score < 0.9] == hedged


def test_end_of_a_name_is_no_cue() -> None:
    text = "Visual Basic Java"
    names = ("Visual Basic", "Java")
    mentions = tuple(Mention(SkillId(n), text.index(n), text.index(n) + len(n), n, n, Rule.EXACT, 1.0) for n in names)
    assert [m.cue for m in with_cues(mentions, text, HEDGING)] == [None, None]


PARTS = replace(
    WORDS,
    cues={
        "aspirational": ("dreaming of",),
        "wishes": ("keen to",),
        "pursuits": ("explore",),
        "aspirational_behind": ("(learning", "is next"),
        "negated_behind": ("not yet",),
    },
)


@pytest.mark.parametrize(
    ("text", "java", "rust"),
    [
        ("dreaming of Java", Cue.ASPIRATIONAL, None),
        ("keen to explore Java and Rust", Cue.ASPIRATIONAL, Cue.ASPIRATIONAL),
        ("keen to finally explore Java", Cue.ASPIRATIONAL, None),
        ("keen to Java", None, None),
        ("explore Java", None, None),
        ("Java and Rust is next.", Cue.ASPIRATIONAL, Cue.ASPIRATIONAL),
        ("Java beside Rust is next", None, Cue.ASPIRATIONAL),
        ("Java is next to Rust", None, None),
        ("Java, Rust (learning)", None, Cue.ASPIRATIONAL),
        ("Java learning", None, None),
        ("Java, Rust: not yet", None, Cue.NEGATED),
        ("Java\nRust - not yet", None, Cue.NEGATED),
    ],
)
def test_cues_of_two_parts_and_behind_a_name(text: str, java: Cue | None, rust: Cue | None) -> None:
    assert cues_of(text, words=PARTS) == {name: cue for name, cue in (("Java", java), ("Rust", rust)) if name in text}
