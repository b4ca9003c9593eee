"""The shape of the files of words by which documents are read: dates, cues, postings, variants. Imported only to compile."""

from __future__ import annotations

from skillgap.taxonomy.schema import Lower, MonthNumber, Phrases, Record


class DatesRecord(Record):
    """dates.yaml."""

    months: dict[Lower, MonthNumber]
    seasons: dict[Lower, tuple[MonthNumber, MonthNumber]]
    present: tuple[Lower, ...]
    since: tuple[Lower, ...]


class CuesRecord(Record):
    """cues.yaml."""

    aspirational: tuple[Lower, ...]
    aspirational_first: tuple[Lower, ...] = ()
    aspirational_behind: tuple[Lower, ...] = ()
    wishes: tuple[Lower, ...] = ()
    pursuits: tuple[Lower, ...] = ()
    hedged: tuple[Lower, ...] = ()
    hedged_directly: tuple[Lower, ...] = ()
    no_cue: tuple[Lower, ...] = ()
    negated: tuple[Lower, ...]
    negated_directly: tuple[Lower, ...]
    negated_behind: tuple[Lower, ...] = ()
    denials: tuple[Lower, ...] = ()
    uses: tuple[Lower, ...] = ()
    absences: tuple[Lower, ...] = ()
    backgrounds: tuple[Lower, ...] = ()
    introducing: tuple[Lower, ...] = ()
    employed: tuple[Lower, ...] = ()
    kin: tuple[Lower, ...] = ()
    organizations: tuple[Lower, ...] = ()
    clause_ends: tuple[Lower, ...]
    published: tuple[Lower, ...] = ()
    unpublished: tuple[Lower, ...] = ()
    years_column: tuple[Lower, ...] = ()
    years_elapsed: tuple[Lower, ...] = ()
    years_of_else: tuple[Lower, ...] = ()


class PostingCuesRecord(Record):
    """The cues of postings.yaml."""

    any_degree: Phrases = ()
    asks: Phrases = ()
    asks_plainly: Phrases = ()
    boilerplate: Phrases = ()
    choice: Phrases = ()
    elsewhere: Phrases = ()
    example: Phrases = ()
    further: Phrases = ()
    job: Phrases = ()
    leads_preferred: Phrases = ()
    leads_required: Phrases = ()
    legal: Phrases = ()
    must: Phrases = ()
    no_degree: Phrases = ()
    not_experience: Phrases = ()
    numbers: Phrases = ()
    offers: Phrases = ()
    open: Phrases = ()
    or_similar: Phrases = ()
    publications: Phrases = ()
    seniority: Phrases = ()
    softens_last: Phrases = ()
    softens_next: Phrases = ()
    starter: Phrases = ()
    waives_degree: Phrases = ()
    waives_last: Phrases = ()
    waives_next: Phrases = ()
    years: Phrases = ()
    you: Phrases = ()


class PostingHeadingsRecord(Record):
    """The headings of postings.yaml."""

    required: Phrases = ()
    preferred: Phrases = ()
    duties: Phrases = ()
    company: Phrases = ()
    benefits: Phrases = ()
    legal: Phrases = ()
    process: Phrases = ()


class PostingsRecord(Record):
    """postings.yaml."""

    headings: PostingHeadingsRecord
    cues: PostingCuesRecord


class VariantsRecord(Record):
    """variants.yaml."""

    british: dict[str, str]
