"""The Python API: paths in, values out. What is public is listed in skillgap/__init__.py."""

from __future__ import annotations

from pathlib import Path

from skillgap import pipeline, targets
from skillgap.errors import UsageError
from skillgap.model import Batch, GapReport, Month, Posting, Profile
from skillgap.report import asked, json
from skillgap.taxonomy import Taxonomy, load


def analyze(
    path: str | Path,
    *,
    role: str | None = None,
    job: str | Path | None = None,
    as_of: str | None = None,
    taxonomy: str | Path | None = None,
) -> GapReport:
    """Compare a résumé with a role, given by id, name or alias, or with the job posting in a file: one of them.

    `as_of` is the month that "present" stands for, "YYYY-MM", by default this month; `taxonomy` an own file that is laid over
    the shipped taxonomy, or a folder instead of it. Raises UnreadableFile, UnknownTarget, UsageError or TaxonomyError, all of
    them SkillgapError.
    """
    if (role is None) is (job is None):
        raise UsageError("analyze: give a role or a job, and not both")
    known = _taxonomy(taxonomy)
    target = targets.load("role", role, known) if role is not None else pipeline.read_posting(str(job), known)
    return pipeline.compare(pipeline.read_profile(str(path), known, _month(as_of)), target, known)


def skills(path: str | Path, *, as_of: str | None = None, taxonomy: str | Path | None = None) -> Profile:
    """Return what a résumé shows. Arguments and errors are those of `analyze`."""
    return pipeline.read_profile(str(path), _taxonomy(taxonomy), _month(as_of))


def posting(path: str | Path, *, taxonomy: str | Path | None = None) -> Posting:
    """Return what the job posting in a file asks for. Arguments and errors are those of `analyze`."""
    return pipeline.read_posting(str(path), _taxonomy(taxonomy))


def to_json(value: GapReport | Profile | Posting, *, taxonomy: str | Path | None = None) -> str:
    """Return what `skillgap analyze`, `skillgap skills` or `skillgap posting` would print with `--format json`.

    The taxonomy is the one that the value was made with, unless another is given.
    """
    made = value.profile if isinstance(value, GapReport) else value
    known = _taxonomy(taxonomy if taxonomy is not None else made.taxonomy)
    if isinstance(made, Posting):
        return asked.render_json((made,), (), known)
    profile = made
    reports = (value,) if isinstance(value, GapReport) else ()
    batch = Batch(profile.as_of, known.version, known.digest, (profile,), reports, ())
    return json.render_gaps(batch, known) if reports else json.render_skills(batch, known)


def _taxonomy(path: str | Path | None) -> Taxonomy:
    return load(Path(path) if path is not None else None)


def _month(as_of: str | None) -> Month:
    return Month.parse(as_of) if as_of is not None else Month.current()
