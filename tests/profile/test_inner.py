"""Shorter names within longer ones."""

from __future__ import annotations

from collections.abc import Callable

from skillgap.model import Profile, Status

JOB = "\n\nExperience\nEngineer, Plainfield Ltd, Jan 2020 - Dec 2020\n"
# So far that no word above it proves a form by standing near.
FAR = "Looked after the stock rooms, the yard and the two loading ramps of a house in the north of the county. " * 2 + "\n"


def statuses(profile: Profile) -> dict[str, Status]:
    return {str(shown.skill): shown.status for shown in profile.skills}


def test_longer_name_in_a_job_shows_the_listed_shorter_one_in_use(profile_of: Callable[..., Profile]) -> None:
    profile = profile_of(f"Skills\nApache Spark{JOB}Wrote Spark Streaming jobs")
    (spark,) = (s for s in profile.skills if s.skill == "apache-spark")
    assert (spark.status, spark.months) == (Status.DEMONSTRATED, 12)
    assert [e.text for e in spark.evidence] == ["Apache Spark", "Spark"]


def test_longer_name_alone_shows_one_skill(profile_of: Callable[..., Profile]) -> None:
    assert "apache-spark" not in statuses(profile_of(f"Skills\nJava{JOB}Wrote Spark Streaming jobs"))


def test_longer_name_of_something_else_shows_nothing_of_the_shorter(profile_of: Callable[..., Profile]) -> None:
    assert statuses(profile_of(f"Skills\nJava, SQL{JOB}Looked after SQL Server"))["sql"] is Status.LISTED


def test_what_counts_as_evidence_is_no_dropped_candidate(profile_of: Callable[..., Profile]) -> None:
    profile = profile_of(f"Skills\nApache Spark{JOB}Wrote Spark Streaming jobs")
    assert "apache-spark" not in {dropped.skill for dropped in profile.dropped}


def test_form_proven_in_a_list_keeps_its_meaning_within_sentences(profile_of: Callable[..., Profile]) -> None:
    profile = profile_of(f"Skills\nPython, Gremlin, Kubernetes{JOB}Ran drills on all clusters with Gremlin\nSpring cleaning")
    assert statuses(profile)["gremlin"] is Status.DEMONSTRATED


def test_ordinary_word_at_the_beginning_of_a_sentence_stays_one(profile_of: Callable[..., Profile]) -> None:
    profile = profile_of(f"Skills\nJava, Spring, Kubernetes{JOB}{FAR}Spring cleaning of the stock rooms")
    assert statuses(profile)["spring"] is Status.LISTED
