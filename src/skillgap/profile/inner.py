"""What was found in, found out with what is said within longer names: "PyTorch DDP" in a job shows PyTorch in use as well."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from skillgap.model import Dropped, Found, Mention, Reason
from skillgap.taxonomy.values import Taxonomy


def with_inner(found: Found, taxonomy: Taxonomy) -> Found:
    """Return what was found, and with it the shorter names in longer ones whose skills entail theirs.

    Only skills that are named by themselves somewhere gain by it: a longer name alone shows one skill.
    """
    named = {m.skill for m in found.mentions}
    starts = [m.start for m in found.mentions]
    inner: dict[Dropped, Mention] = {}
    for dropped in found.dropped:
        at = bisect_right(starts, dropped.start) - 1
        if dropped.reason is Reason.INSIDE and dropped.skill in named and at >= 0:
            around = found.mentions[at]
            if dropped.end <= around.end and dropped.skill in taxonomy.graph.entailed(around.skill):
                inner[dropped] = replace(
                    around, skill=dropped.skill, start=dropped.start, end=dropped.end, text=dropped.text, form=dropped.text
                )
    mentions = sorted((*found.mentions, *inner.values()), key=lambda m: (m.start, -m.end))
    return replace(found, mentions=tuple(mentions), dropped=tuple(d for d in found.dropped if d not in inner))
