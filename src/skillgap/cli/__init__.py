"""The command line. `run` is the only place that turns errors into messages and exit codes.

app       the commands put together; imports nothing heavy        roles, taxonomy   their commands
analyze   analyze and skills        read, posting   theirs                   output            where results go
"""

from __future__ import annotations

import gc
import sys

from skillgap.cli.codes import BUG, DONE, FAILED, INTERRUPTED


def main() -> None:
    """Run the program and exit with its code."""
    # Importing spaCy makes a million objects that live as long as the program: looking through them again and again for
    # garbage was a tenth of a first answer.
    gc.set_threshold(100_000, 50, 50)
    code = run(sys.argv[1:])
    # And so was looking through all of them at the end, in memory that the system takes back anyway: a sixth.
    gc.freeze()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run the program with these arguments and return its exit code."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  the last wall: a bug must not print a résumé in a traceback
        return INTERRUPTED if _is_interruption(error) else _bug(error)


def _is_interruption(error: BaseException | None) -> bool:
    """Return whether Ctrl-C is behind an error: Python makes another one of it where it came while a class was made."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__cause__ or error.__context__
    return False


def _run(arguments: list[str]) -> int:
    from typer import Abort

    from skillgap.cli.app import app
    from skillgap.cli.output import say
    from skillgap.errors import SkillgapError

    try:
        app(arguments, prog_name="skillgap")
    except SystemExit as end:
        if isinstance(end.__context__, Abort):  # an end of input where none was asked for
            return _bug(end.__context__)
        return end.code if isinstance(end.code, int) else DONE
    except SkillgapError as error:
        for line in str(error).splitlines():
            say(line)
        return FAILED
    return DONE


def _bug(error: BaseException) -> int:
    """Say where a bug is; never its text, which may quote a résumé."""
    place, trace = "?", error.__traceback__
    while trace:
        if "skillgap" in trace.tb_frame.f_code.co_filename:
            place = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}"
        trace = trace.tb_next
    if sys.stderr is not None:
        sys.stderr.write(f"skillgap: {type(error).__name__} at {place}: a bug in skillgap; please report it with this line\n")
    return BUG
