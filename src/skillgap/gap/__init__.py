"""Profile x Target -> GapReport. Pure: nothing is read, written or remembered."""

from __future__ import annotations

from skillgap.gap.compare import find_gaps
from skillgap.gap.fit import fit

__all__ = ["find_gaps", "fit"]
