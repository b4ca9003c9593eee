"""What follows from a skill, what is near it, and circles: by small examples and by properties."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.model import Kind
from skillgap.taxonomy.graph import BROADER, Graph, cycles
from skillgap.taxonomy.skill import Form, Skill


def skill(name: str, **relations: tuple) -> Skill:
    return Skill(name, name, Kind.HARD, "any", "", (Form(name),), **relations)


def graph(*skills: Skill) -> Graph:
    return Graph({s.id: s for s in skills})


def test_a_skill_without_relations_entails_nothing():
    assert graph(skill("a")).entailed("a") == frozenset()


def test_what_is_implied_is_entailed_at_any_distance():
    names = [f"s{n}" for n in range(8)]
    chain = [skill(a, implies=(b,)) for a, b in pairwise(names)]
    assert graph(*chain, skill(names[-1])).entailed("s0") == set(names[1:])


def test_what_is_broader_is_entailed_up_to_two_steps():
    family = graph(
        skill("lightgbm", broader=("boosting",)), skill("boosting", broader=("ml",)), skill("ml", broader=("ai",)), skill("ai")
    )
    assert BROADER == 2
    assert family.entailed("lightgbm") == {"boosting", "ml"}
    assert family.entailed("boosting") == {"ml", "ai"}


def test_implied_skills_take_no_step_so_that_their_broader_ones_follow():
    family = graph(
        skill("pyspark", implies=("spark",)),
        skill("spark", broader=("big-data",)),
        skill("big-data", broader=("data",)),
        skill("data"),
    )
    assert family.entailed("pyspark") == {"spark", "big-data", "data"}


def test_what_a_broader_skill_implies_follows_too():
    family = graph(
        skill("a", broader=("b",)), skill("b", broader=("c",)), skill("c", implies=("d",)), skill("d", broader=("e",)), skill("e")
    )
    assert family.entailed("a") == {"b", "c", "d"}


@pytest.mark.parametrize("order", [("far", "near"), ("near", "far")])
def test_the_shortest_way_counts_whichever_stands_first(order):
    family = graph(
        skill("a", broader=order),
        skill("far", broader=("near",)),
        skill("near", broader=("top",)),
        skill("top", broader=("above",)),
        skill("above"),
    )
    assert family.entailed("a") == {"far", "near", "top"}


def test_an_implied_way_found_late_still_reaches_further():
    family = graph(
        skill("a", broader=("c",), implies=("b",)),
        skill("b", implies=("c",)),
        skill("c", broader=("d",)),
        skill("d", broader=("e",)),
        skill("e"),
    )
    assert family.entailed("a") == {"b", "c", "d", "e"}


def test_a_skill_never_entails_itself():
    family = graph(skill("a", implies=("b",)), skill("b", broader=("a",)))
    assert family.entailed("a") == {"b"}
    assert family.entailed("b") == {"a"}


def test_needs_and_related_entail_nothing():
    assert graph(skill("a", needs=("b",), related=(("b", 0.8),)), skill("b")).entailed("a") == frozenset()


def test_asking_twice_gives_the_same_answer():
    family = graph(skill("a", implies=("b",)), skill("b"))
    assert family.entailed("a") is family.entailed("a")


def test_related_is_what_the_skill_says_with_the_strength():
    pair = graph(skill("a", related=(("b", 0.4), ("c", 0.7))), skill("b"), skill("c"))
    assert pair.related("a") == {"b": 0.4, "c": 0.7}
    assert pair.related("b") == {}


def first_cycle(edges: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return next(cycles(edges), ())


def test_cycles_apart_are_all_found():
    edges = {"a": ("b",), "b": ("a",), "c": ("a", "d"), "d": ("c",), "e": ("e",)}
    assert list(cycles(edges)) == [("a", "b", "a"), ("c", "d", "c"), ("e", "e")]


@pytest.mark.parametrize(
    ("edges", "path"),
    [
        ({}, ()),
        ({"a": ()}, ()),
        ({"a": ("a",)}, ("a", "a")),
        ({"a": ("b",), "b": ("a",)}, ("a", "b", "a")),
        ({"a": ("b",), "b": ("c",), "c": ("d",), "d": ("b",)}, ("b", "c", "d", "b")),
        ({"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ()}, ()),
        ({"a": ("b", "b"), "b": ()}, ()),
        ({"a": ("outside",)}, ()),
        ({"a": (), "b": ("c",), "c": ("b",)}, ("b", "c", "b")),
    ],
    ids=["empty", "alone", "self", "pair", "long, entered from outside", "diamond", "edge twice", "unknown", "second part"],
)
def test_cycle_by_example(edges, path):
    assert first_cycle(edges) == path


def test_a_chain_longer_than_the_recursion_limit_is_searched():
    chain = {str(n): (str(n + 1),) for n in range(5000)}
    assert first_cycle(chain) == ()
    assert len(first_cycle(chain | {"5000": ("0",)})) == 5002


@st.composite
def dags(draw: st.DrawFn, least: int = 1) -> dict[str, tuple[str, ...]]:
    """Edges that lead to a later letter only, in any order of the letters."""
    nodes = draw(st.permutations("abcdefgh"[: draw(st.integers(least, 8))]))
    edges = {
        a: tuple(draw(st.lists(st.sampled_from(nodes[i + 1 :]), max_size=4)) if nodes[i + 1 :] else ())
        for i, a in enumerate(nodes)
    }
    return {a: edges[a] for a in draw(st.permutations(nodes))}


def reached(edges: dict[str, tuple[str, ...]], start: str) -> set[str]:
    found: set[str] = set()
    while new := {b for a in (found or {start}) for b in edges[a]} - found:
        found |= new
    return found


@given(dags())
def test_without_a_circle_none_is_found(edges):
    assert first_cycle(edges) == ()


@given(st.data())
def test_with_one_edge_back_a_path_is_found_that_comes_back(data):
    edges = data.draw(dags(least=2).filter(lambda e: any(e.values())))
    start = data.draw(st.sampled_from([a for a in edges if edges[a]]))
    end = data.draw(st.sampled_from(sorted(reached(edges, start))))
    edges[end] = (*edges[end], start)
    path = first_cycle(edges)
    assert path[0] == path[-1]
    assert len(set(path)) == len(path) - 1 >= 1
    assert all(b in edges[a] for a, b in pairwise(path))


@given(st.data())
def test_entailed_is_all_that_a_way_with_at_most_two_broader_steps_reaches(data):
    edges = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3).map(tuple))
    implies, broader = data.draw(edges), data.draw(edges)
    ways = {("a", 0)}
    while (
        new := {
            way
            for at, steps in ways
            for way in (*((s, steps) for s in implies.get(at, ())), *((s, steps + 1) for s in broader.get(at, ())))
            if way[1] <= BROADER
        }
        - ways
    ):
        ways |= new
    family = graph(*(skill(s, implies=implies.get(s, ()), broader=broader.get(s, ())) for s in "abcdef"))
    assert family.entailed("a") == {s for s, _ in ways} - {"a"}
