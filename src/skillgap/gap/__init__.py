"""Profile x Target -> GapReport. Pure: nothing is read, written or remembered."""

from __future__ import annotations

from skillgap.gap.compare import find_gaps
from skillgap.gap.fit import Weights, deciding, fit, weigh
from skillgap.gap.support import Support, Supports, supports, supposed_credits
from skillgap.gap.suppose import suppose, supposing

__all__ = [
    "Support",
    "Supports",
    "Weights",
    "deciding",
    "find_gaps",
    "fit",
    "supports",
    "suppose",
    "supposed_credits",
    "supposing",
    "weigh",
]
