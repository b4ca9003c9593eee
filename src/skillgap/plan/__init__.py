"""Findings in, learning order out: what to learn first, how much it gains, and what has to come before it.

gains   what a résumé with some more skills would earn
order   all that is missing, in the order to learn it
budget  the few skills that gain most
"""

from __future__ import annotations

from skillgap.plan.budget import best
from skillgap.plan.order import order

__all__ = ["best", "order"]
