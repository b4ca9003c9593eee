"""The Python API: paths in, values out. What is public is listed in skillgap/__init__.py."""

from __future__ import annotations

from pathlib import Path

from skillgap import pipeline, targets
from skillgap.errors import UsageError
from skillgap.model import Batch, GapReport, Month, Posting, Profile
from skillgap.report import GAP_FORMATS, Look, asked, json
from skillgap.taxonomy import Taxonomy, load


def analyze(  # noqa: PLR0913  what the command line can say
    path: str | Path,
    *,
    role: str | None = None,
    job: str | Path | None = None,
    as_of: str | None = None,
    taxonomy: str | Path | None = None,
    pictures: bool = False,
    min_confidence: float = 0.0,
) -> GapReport:
    """Compare a résumé with a role, given by id, name or alias, or with the job posting in a file: one of them.

    `as_of` is the month that "present" stands for, "YYYY-MM", by default this month; `taxonomy` an own file that is laid over
    the shipped taxonomy, or a folder instead of it. Raises UnreadableFile, UnknownTarget, UsageError or TaxonomyError, all of
    them SkillgapError. With `pictures` the pages of a PDF, PNG or JPEG are drawn, for `to_html`. Skills less sure
    than `min_confidence` are dropped: 0.9 keeps those of which about 90 of 100 are right.
    """
    if (role is None) is (job is None):
        raise UsageError("analyze: give a role or a job, and not both")
    known = _taxonomy(taxonomy)
    target = targets.load("role", role, known) if role is not None else pipeline.read_posting(str(job), known)
    shown = pipeline.read_profile(str(path), known, _month(as_of), pictures=pictures, min_confidence=min_confidence)
    return pipeline.compare(shown, target, known)


def skills(
    path: str | Path, *, as_of: str | None = None, taxonomy: str | Path | None = None, min_confidence: float = 0.0
) -> Profile:
    """Return what a résumé shows. Arguments and errors are those of `analyze`."""
    return pipeline.read_profile(str(path), _taxonomy(taxonomy), _month(as_of), min_confidence=min_confidence)


def posting(path: str | Path, *, taxonomy: str | Path | None = None) -> Posting:
    """Return what the job posting in a file asks for. Arguments and errors are those of `analyze`."""
    return pipeline.read_posting(str(path), _taxonomy(taxonomy))


def to_json(value: GapReport | Profile | Posting, *, taxonomy: str | Path | None = None) -> str:
    """Return what `skillgap analyze`, `skillgap skills` or `skillgap posting` would print with `--format json`.

    The taxonomy is the one that the value was made with, unless another is given.
    """
    if isinstance(value, Posting):
        known = _taxonomy(taxonomy if taxonomy is not None else value.taxonomy)
        return asked.render_json((value,), (), known)
    batch, known = _batch(value, taxonomy)
    return json.render_gaps(batch, known) if batch.reports else json.render_skills(batch, known)


def to_markdown(report: GapReport, *, taxonomy: str | Path | None = None) -> str:
    """Return what `skillgap analyze --format markdown` would print. `taxonomy` is that of `to_json`."""
    return GAP_FORMATS["markdown"](*_batch(report, taxonomy))


def to_html(report: GapReport, *, pages: bool = True, taxonomy: str | Path | None = None) -> str:
    """Return what `skillgap analyze --format html` would print: one page that needs nothing else.

    It shows the résumé as pictures where it was analyzed with them, else as text; without `pages` neither. `taxonomy` is that
    of `to_json`.
    """
    return GAP_FORMATS["html"](*_batch(report, taxonomy), Look(pages=pages))


def annotate(report: GapReport) -> bytes:
    """Return a copy of the PDF that was analyzed, with what meets a requirement highlighted.

    Reads the file again. Raises UsageError where it is no PDF or has changed, UnreadableFile where it can't be read.
    """
    return pipeline.annotate([report], isolated=False)


def _batch(value: GapReport | Profile, taxonomy: str | Path | None) -> tuple[Batch, Taxonomy]:
    """Return a batch of one, and its taxonomy."""
    profile, reports = (value.profile, (value,)) if isinstance(value, GapReport) else (value, ())
    known = _taxonomy(taxonomy if taxonomy is not None else profile.taxonomy)
    return Batch(profile.as_of, known.version, known.digest, (profile,), reports, ()), known


def _taxonomy(path: str | Path | None) -> Taxonomy:
    return load(Path(path) if path is not None else None)


def _month(as_of: str | None) -> Month:
    return Month.parse(as_of) if as_of is not None else Month.current()
