"""A store in, a cohort at a glance out: for each target how coverage is spread and who is nearest."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from statistics import fmean, median

from skillgap.batch.cohort import Person, TargetOf
from skillgap.batch.exports.tables import View

# Coverage in tenths; the last has 100 % too.
BINS = 10
NEAREST = 10


@dataclass(frozen=True, slots=True)
class Spread:
    """The coverage of everybody against a target: None where nothing is asked. `bins` counts people by tenths of coverage."""

    target: TargetOf
    mean: float | None
    median: float | None
    bins: tuple[int, ...]
    nearest: tuple[tuple[Person, float], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """How many people, files and errors there are, and the spread for each target."""

    people: int
    files: int
    several_versions: int
    duplicates: int
    errors: int
    spreads: tuple[Spread, ...]


def summarise(view: View) -> Summary:
    """Return a cohort at a glance."""
    store = view.store
    ((files,),) = store.rows("SELECT count(*) FROM file")
    query = "SELECT count(*) FROM file LEFT JOIN current_result r USING (sha256) WHERE coalesce(file.code, r.code) IS NOT NULL"
    ((errors,),) = store.rows(query)
    return Summary(
        people=len(view.people),
        files=int(str(files)),
        several_versions=sum(len(p.versions) > 1 for p in view.people),
        duplicates=sum(len(v.files) - 1 for p in view.people for v in p.versions),
        errors=int(str(errors)),
        spreads=tuple(_spread(view, target) for target in view.targets),
    )


def _spread(view: View, target: TargetOf) -> Spread:
    asked = "AND overall IS NOT NULL"
    shares = array("d", (float(str(overall)) for (overall,) in view.people.latest("overall", "report", target, asked)))
    first = f"{asked} ORDER BY overall DESC, folded, id LIMIT {NEAREST}"
    nearest = view.people.latest("sha256, overall", "report", target, first)
    bins = [0] * BINS
    for share in shares:
        bins[min(int(share * BINS), BINS - 1)] += 1
    return Spread(
        target=target,
        mean=fmean(shares) if shares else None,
        median=median(shares) if shares else None,
        bins=tuple(bins),
        nearest=tuple((view.people.with_latest(str(sha)), float(str(overall))) for sha, overall in nearest),
    )
