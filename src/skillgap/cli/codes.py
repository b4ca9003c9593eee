"""Exit codes, fixed: scripts rely on them."""

DONE = 0
BELOW = 1
FAILED = 2
BUG = 3
INTERRUPTED = 130
