"""Every error that skillgap raises on purpose.

SkillgapError            caught in one place, in cli/; its text is `path: what is wrong; what to do`
├── UsageError           an option or an argument that can't be meant
│   └── UnknownTarget    a role that doesn't exist; names the nearest
├── UnreadableFile       a résumé that can't be read; has a code, see docs/errors.md
└── TaxonomyError        a taxonomy file with problems, all of them at once
"""

from __future__ import annotations


class SkillgapError(Exception):
    """Something that the user can put right."""


class UsageError(SkillgapError):
    """An option or an argument that can't be meant."""


class UnknownTarget(UsageError):
    """A role that doesn't exist."""


class UnreadableFile(SkillgapError):
    """A file that can't be read as a résumé. `code` is one of those in docs/errors.md."""

    def __init__(self, code: str, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.code = code
        self.path = path
        self.message = message

    def __reduce__(self) -> tuple[type[UnreadableFile], tuple[str, str, str]]:
        """Pickle by the arguments: Exception's own way is by the text."""
        return type(self), (self.code, self.path, self.message)


class TaxonomyError(SkillgapError):
    """A taxonomy with problems; `problems` has a line for each, `file: entry: problem`."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
