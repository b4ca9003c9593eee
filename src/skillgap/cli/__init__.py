"""The command line. `main` is the only place that turns errors into messages and exit codes.

app       the commands put together; imports nothing heavy        roles, taxonomy   their commands
analyze   analyze and skills                                       output            where results go
"""

from __future__ import annotations

import gc
import os
import sys

from skillgap.cli.codes import BUG, DONE, FAILED, INTERRUPTED


def main() -> None:
    """Run the program and exit with its code."""
    # Importing spaCy makes a million objects that live as long as the program: looking through them again and again for
    # garbage was a tenth of a first answer.
    gc.set_threshold(100_000, 50, 50)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the program with these arguments and return its exit code."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough; Python's own flush at exit must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:  # noqa: BLE001  the last wall: a bug must not print a résumé in a traceback
        print(f"skillgap: {_where(error)}: a bug in skillgap; please report it with this line", file=sys.stderr)  # noqa: T201
        return BUG


def _run(arguments: list[str]) -> int:
    import click

    from skillgap.cli.app import app
    from skillgap.errors import SkillgapError

    try:
        code = app(arguments, prog_name="skillgap", standalone_mode=False)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return FAILED
    except SkillgapError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return FAILED
    return code if isinstance(code, int) else DONE


def _where(error: Exception) -> str:
    """Return the kind of an error and its place in skillgap; never its text, which may quote a résumé."""
    place, trace = "?", error.__traceback__
    while trace:
        if "skillgap" in trace.tb_frame.f_code.co_filename:
            place = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} at {place}"
