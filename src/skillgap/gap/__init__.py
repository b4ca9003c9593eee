"""Profile x Target -> GapReport. Pure: nothing is read, written or remembered."""

from __future__ import annotations

from skillgap.gap.compare import find_gaps
from skillgap.gap.fit import fit
from skillgap.gap.support import Support, supports
from skillgap.gap.suppose import suppose, supposing

__all__ = ["Support", "find_gaps", "fit", "supports", "suppose", "supposing"]
