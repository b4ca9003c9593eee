"""What the process from which workers are forked imports, and nothing else may: it makes that process silent.

A worker that is stopped while it is born would print a traceback.
"""

from __future__ import annotations

from skillgap.batch import worker  # noqa: F401  what is imported here is there in each worker
from skillgap.documents import confined

confined.be_silent()
