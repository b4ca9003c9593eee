"""The program on one page: files and targets in, a Batch out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from skillgap import documents, gap, plan, profile, targets
from skillgap.documents.options import DEFAULT, PdfOptions
from skillgap.errors import UnreadableFile
from skillgap.model import Batch, Document, GapReport, Month, Posting, Profile, SkillId, Skipped, Target
from skillgap.taxonomy.values import Taxonomy


def read_profile(  # noqa: PLR0913  what `run` can be told for one file
    file: str,
    taxonomy: Taxonomy,
    as_of: Month,
    *,
    pdf: PdfOptions = DEFAULT,
    pictures: bool = False,
    min_confidence: float = 0.0,
) -> Profile:
    """Return what the résumé in a file shows. Reads in this process. Raises UnreadableFile."""
    return profile_of(documents.read(file, taxonomy.words, pdf=pdf, pictures=pictures), taxonomy, as_of, min_confidence)


def profile_of(document: Document, taxonomy: Taxonomy, as_of: Month, min_confidence: float = 0.0) -> Profile:
    """Return what the résumé in a document shows."""
    from skillgap import matching  # spaCy: `run` imports it at a better moment

    return profile.only_sure(profile.build(document, matching.find(document, taxonomy), taxonomy, as_of), min_confidence)


def read_all(
    files: Sequence[str], taxonomy: Taxonomy, *, pdf: PdfOptions = DEFAULT
) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    """Return the documents in some files, and which files couldn't be read."""
    with documents.read_isolated(files, taxonomy.words, pdf=pdf) as outcomes:
        read = tuple(outcomes)
    skipped = tuple(_skipped(one) for one in read if isinstance(one, UnreadableFile))
    return tuple(one for one in read if isinstance(one, Document)), skipped


def read_posting(file: str, taxonomy: Taxonomy) -> Posting:
    """Return what the job posting in a file asks for. Reads in this process. Raises UnreadableFile."""
    return targets.posting.build(documents.read(file, taxonomy.words, posting=True), taxonomy)


def read_postings(
    files: Sequence[str], taxonomy: Taxonomy, *, pdf: PdfOptions = DEFAULT
) -> tuple[tuple[Posting, ...], tuple[Skipped, ...]]:
    """Return what the job postings in some files ask for, and which files couldn't be read."""
    with documents.read_isolated(files, taxonomy.words, pdf=pdf, postings=files) as outcomes:
        from skillgap import matching  # noqa: F401  spaCy: imported while the worker reads

        read = tuple(outcomes)
    skipped = tuple(_skipped(one) for one in read if isinstance(one, UnreadableFile))
    return tuple(targets.posting.build(one, taxonomy) for one in read if isinstance(one, Document)), skipped


def compare(shown: Profile, target: Target, taxonomy: Taxonomy, *, skills: int | None = None) -> GapReport:
    """Return a résumé's report against a target; its plan has all that is missing, or the best so many skills."""
    (report,) = compare_all(shown, (target,), taxonomy, skills=skills)
    return report


def compare_all(
    shown: Profile, wanted: Iterable[Target], taxonomy: Taxonomy, *, skills: int | None = None
) -> tuple[GapReport, ...]:
    """Return a résumé's reports against some targets, in their order; as `compare` does, but what is shown is weighed once."""
    targets_ = tuple(wanted)
    asked = frozenset(skill for target in targets_ for requirement in target.requirements for skill in requirement.any_of)
    index = gap.supports(shown, taxonomy, asked=asked)
    weights = gap.weigh(shown, taxonomy)
    return tuple(_compare(shown, target, taxonomy, index, weights, skills=skills) for target in targets_)


def _compare(  # noqa: PLR0913
    shown: Profile, target: Target, taxonomy: Taxonomy, index: gap.Supports, weights: gap.Weights, *, skills: int | None
) -> GapReport:
    findings = gap.find_gaps(shown, target, taxonomy, index=index)
    if skills is None:
        steps, budget = plan.order(findings, shown, taxonomy, index=index), None
    else:
        steps, budget = plan.best(findings, shown, taxonomy, skills, index=index)
    # What a requirement names is asked for, also where another skill meets it.
    asked = {skill for f in findings for skill in (*f.by, *f.requirement.any_of)}
    return GapReport(
        profile=shown,
        target=target,
        fit=gap.fit(shown, target, taxonomy, weights=weights),
        findings=findings,
        plan=steps,
        other_skills=tuple(s for s in shown.skills if s.status.counts and s.skill not in asked),
        budget=budget,
        deciding=gap.deciding(shown, target, taxonomy, weights=weights),
    )


def annotate(reports: Sequence[GapReport], *, isolated: bool = True) -> bytes:
    """Return a copy of the PDF that some reports are about, with what they are met by highlighted.

    Raises UsageError where it is no PDF or has changed since it was read, and UnreadableFile.
    """
    from skillgap.report.highlights import highlights

    write = documents.annotate_isolated if isolated else documents.annotate
    return write(reports[0].profile.document.source, highlights(reports))


def run(  # noqa: PLR0913  what the command line can say
    files: Sequence[str],
    taxonomy: Taxonomy,
    as_of: Month,
    *,
    roles: Iterable[str] | None = None,
    jobs: Sequence[str] = (),
    pdf: PdfOptions = DEFAULT,
    pictures: bool = False,
    min_confidence: float = 0.0,
    skills: int | None = None,
    supposed: Sequence[SkillId] = (),
) -> Batch:
    """Return the batch of some files against roles and the postings in `jobs`, in this order.

    `roles` None asks for no reports; an empty one, without jobs, for all roles, ranked by fit. With `pictures` the pages of PDFs
    are drawn. Skills less sure than `min_confidence` are dropped. Plans have at most `skills` skills; `supposed` ones count as
    shown in every résumé. Raises UnknownTarget before any file is read, UnreadableFile for a posting; a résumé that can't be
    read is in `skipped`.
    """
    named = None if roles is None else list(roles)
    ranked = named == [] and not jobs
    wanted = (
        [] if named is None else [targets.load("role", name, taxonomy) for name in named or (taxonomy.roles if ranked else ())]
    )
    profiles, skipped = [], []
    with documents.read_isolated([*jobs, *files], taxonomy.words, pdf=pdf, postings=jobs, pictures=pictures) as outcomes:
        from skillgap import matching  # noqa: F401  spaCy, half of a first answer: imported while the worker reads

        wanted += [_wanted(outcome, taxonomy) for _, outcome in zip(jobs, outcomes, strict=False)]
        for outcome in outcomes:
            if isinstance(outcome, UnreadableFile):
                skipped.append(_skipped(outcome))
            else:
                found = profile_of(outcome, taxonomy, as_of, min_confidence)
                profiles.append(gap.supposing(found, supposed, taxonomy))
    reports = [r for p in profiles for r in _reports(p, wanted, taxonomy, ranked=ranked, skills=skills)]
    return Batch(
        as_of,
        taxonomy.version,
        taxonomy.digest,
        tuple(profiles),
        tuple(reports),
        tuple(skipped),
        ranked,
        tuple(supposed),
    )


def _wanted(outcome: Document | UnreadableFile, taxonomy: Taxonomy) -> Target:
    """Return the target that a posting is. Raises UnreadableFile: without what was asked for there is nothing to compare with."""
    if isinstance(outcome, UnreadableFile):
        raise outcome
    return targets.posting.build(outcome, taxonomy)


def _skipped(error: UnreadableFile) -> Skipped:
    return Skipped(error.path, error.code, error.message)


def _reports(shown: Profile, wanted: list[Target], taxonomy: Taxonomy, *, ranked: bool, skills: int | None) -> list[GapReport]:
    reports = compare_all(shown, wanted, taxonomy, skills=skills)
    return sorted(reports, key=lambda r: -r.fit) if ranked else list(reports)
