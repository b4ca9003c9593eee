"""A file in, its result out: all of reading, finding and comparing, in a process that keeps the taxonomy and may die.

What a file does to its worker (crash, hang, eat the memory) is the pool's to notice; see documents/workers.py for why.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import threading
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from skillgap import documents, matching, pipeline
from skillgap.batch import addresses, entry
from skillgap.batch.identity import fold, identify
from skillgap.batch.outcome import Failure, FindingRow, ReportRow, Result, Setup, SkillRow, StepRow, mark
from skillgap.batch.redact import redact
from skillgap.documents import confined
from skillgap.documents.limits import ScanFound
from skillgap.errors import UnreadableFile
from skillgap.model import Batch, Document, GapReport, Profile
from skillgap.report import html, records
from skillgap.report.look import Look
from skillgap.taxonomy import Taxonomy, load

# A step of the plan that brings less than half a point is no workshop's matter, and there are many.
LEAST_GAIN = 0.005

# Level 6, zlib's default, takes 4 ms a résumé for a tenth less.
_LEVEL = 3

_setups: list[Setup] = []


def prepare(setup: Setup, memory: int) -> None:
    """Make this process a worker: load what all files need, be silent, take no more memory than this, in bytes, on top."""
    confined.be_silent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program, which then stops its workers
    _setups[:] = [setup]
    taxonomy = load(Path(setup.own) if setup.own else None)
    matching.pipeline(taxonomy.path)
    # A million objects live as long as the worker; looking through them for garbage was a tenth of its time.
    gc.set_threshold(100_000, 50, 50)
    gc.freeze()
    confined.limit(memory)
    if sys.platform != "win32":
        threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def examine(file: str, *, patient: bool) -> Result | Failure:
    """Return what a file shows, or why it can't be read. Raises ScanFound where it takes OCR and this isn't `patient`."""
    try:
        return _examine(file, _setups[0], patient=patient)
    except (MemoryError, ScanFound):
        raise
    except Exception as error:  # noqa: BLE001  the last wall: a bug that one file brings out must not end the run over all others
        return Failure(entry.digest_of(file), "bug", f"makes skillgap fail ({_place(error)}); please report this line")


def _place(error: BaseException) -> str:
    """Return where a bug is, without its text, which may quote a résumé."""
    place, trace = "?", error.__traceback__
    while trace:
        name = str(trace.tb_frame.f_globals.get("__name__"))
        place = f"{name}:{trace.tb_lineno}" if name.startswith("skillgap") else place
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}"


def _examine(file: str, setup: Setup, *, patient: bool) -> Result | Failure:
    taxonomy = load(Path(setup.own) if setup.own else None)
    try:
        content = addresses.load(file)
    except UnreadableFile as error:
        return _failure(error, entry.digest_of(file))
    try:
        document = documents.read_content(content, taxonomy.words, pdf=setup.pdf, pictures=setup.pictures, patient=patient)
    except ScanFound:
        raise
    except UnreadableFile as error:
        return _failure(error, content.sha256)
    return _result(document, setup, taxonomy)


def _failure(error: UnreadableFile, sha256: str | None) -> Failure:
    return Failure(sha256, error.code, error.message)


def _result(document: Document, setup: Setup, taxonomy: Taxonomy) -> Result:
    identity = identify(document, _titles(taxonomy))
    source = replace(document.source, file=mark(document.source.sha256))
    profile = pipeline.profile_of(replace(document, source=source), taxonomy, setup.as_of)
    if setup.anonymize:
        profile = redact(profile, identity)
    reports = pipeline.compare_all(profile, setup.targets, taxonomy)
    return Result(
        sha256=source.sha256,
        format=source.format,
        pages=source.pages,
        identity=identity,
        newest=_newest(document),
        skills=tuple(_skills(profile, taxonomy)),
        reports=tuple(_report(number, r, taxonomy) for number, r in enumerate(reports)),
        records=packed_reports(reports, taxonomy),
        page=packed_page(profile, reports, setup, taxonomy) if setup.pages else None,
    )


@cache
def _titles(taxonomy: Taxonomy) -> frozenset[str]:
    return frozenset(fold(name) for role in taxonomy.roles.values() for name in (role.name, *role.aliases))


def packed_reports(reports: Iterable[GapReport], taxonomy: Taxonomy) -> bytes:
    """Return the contract's reports, a line each, compressed."""
    return _packed("\n".join(json.dumps(records.report(r, taxonomy, explain=False), ensure_ascii=False) for r in reports))


def packed_page(profile: Profile, reports: Iterable[GapReport], setup: Setup, taxonomy: Taxonomy) -> bytes:
    """Return the HTML report, compressed."""
    batch = Batch(setup.as_of, taxonomy.version, taxonomy.digest, (profile,), tuple(reports), ())
    return _packed(html.render_gaps(batch, taxonomy, Look()))


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "replace"), _LEVEL)


def _newest(document: Document) -> str:
    return max((str(e.dates.since) for s in document.sections for e in s.entries), default="")


def _skills(profile: Profile, taxonomy: Taxonomy) -> Iterator[SkillRow]:
    for shown in profile.skills:
        if shown.status.counts:
            yield SkillRow(shown.skill, taxonomy.skills[shown.skill].name, shown.status.value, shown.months, shown.last_used)


def _report(number: int, report: GapReport, taxonomy: Taxonomy) -> ReportRow:
    coverage = report.coverage
    return ReportRow(
        target=number,
        fit=round(report.fit, 4),
        overall=coverage.overall,
        required=coverage.required,
        preferred=coverage.preferred,
        findings=tuple(FindingRow(n, f.status.value, f.credit) for n, f in enumerate(report.findings)),
        steps=tuple(
            StepRow(n, s.skill, taxonomy.skills[s.skill].name, s.gain) for n, s in enumerate(report.plan) if s.gain >= LEAST_GAIN
        ),
    )


def _end_with(parent: int) -> None:
    """End this process when its parent has ended, which a kill -9 gives no time to say."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
