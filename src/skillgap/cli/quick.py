"""A quicker start for the command line.

`import spacy` imports spaCy's own command line, with its project tool and HTTP clients, to offer `spacy.info`: a quarter of its
time. Programs that use skillgap as a library have spaCy whole; in this program nobody asks for that function.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType

PACKAGE, MODULE = "spacy.cli", "spacy.cli.info"


@contextmanager
def without_spacy_cli() -> Iterator[None]:
    """Let spaCy be imported without its command line, which is imported as ever when somebody asks for it later."""
    if "spacy" in sys.modules:
        yield
        return
    stand_ins = _stand_ins()
    sys.modules |= stand_ins
    try:
        yield
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
        if vars(sys.modules.get("spacy", sys)).get("cli") is stand_ins[PACKAGE]:
            delattr(sys.modules["spacy"], "cli")


def _stand_ins() -> dict[str, ModuleType]:
    package, module = ModuleType(PACKAGE), ModuleType(MODULE)
    package.__path__ = []
    setattr(module, "info", _info)  # noqa: B010  no module's stub has it
    return {PACKAGE: package, MODULE: module}


def _info(*arguments: object, **options: object) -> object:
    """Return what `spacy.info` does."""
    return import_module(MODULE).info(*arguments, **options)
