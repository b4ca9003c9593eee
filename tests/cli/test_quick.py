"""spaCy without its command line, and whole for whoever asks for that later. In processes of their own: here spaCy is imported."""

from __future__ import annotations

import subprocess
import sys

from skillgap.cli.quick import without_spacy_cli

IMPORT = "import sys; from skillgap.cli.quick import without_spacy_cli\nwith without_spacy_cli(): import spacy\n"


def said(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def test_what_only_spacys_command_line_needs_is_not_imported() -> None:
    assert said(IMPORT + "print({'weasel', 'httpx', 'requests'} & {*sys.modules})") == "set()"


def test_nothing_of_it_is_left() -> None:
    assert said(IMPORT + "print([m for m in sys.modules if m.startswith('spacy.cli')], hasattr(spacy, 'cli'))") == "[] False"


def test_spacys_command_line_can_still_be_imported() -> None:
    assert said(IMPORT + "import spacy.cli; print(callable(spacy.cli.download), spacy.cli.__name__)") == "True spacy.cli"


def test_spacys_info_is_what_it_is() -> None:
    assert said(IMPORT + "print(spacy.info(silent=True)['spacy_version'] == spacy.__version__)") == "True"


def test_a_program_that_has_spacy_keeps_it_as_it_is() -> None:
    import spacy.cli

    with without_spacy_cli():
        assert sys.modules["spacy.cli"] is spacy.cli
    assert sys.modules["spacy.cli"] is spacy.cli
