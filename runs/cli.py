"""The command line: `reassure`. Hardly anything is imported before Ctrl-C, a closed stream and a refusal have their one line."""

import os
import signal
import sys

from .console.status import INTERRUPTED, READER_LEFT


def run(arguments: list[str]) -> int:
    """Carry out one command line and give its exit status: 0, or one of `console/status.py`."""
    try:
        return _carried_out(arguments)
    except KeyboardInterrupt:
        print("reassure: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody is left to tell
        return READER_LEFT


def _carried_out(arguments: list[str]) -> int:
    from ..agents.names import DeclarationError
    from .commands.group import UsageError, carry_out, usage_text
    from .console.terminal import refuse, show_what_can_be_shown

    show_what_can_be_shown()
    try:
        status = carry_out(arguments)
        sys.stdout.flush()
        return status
    except DeclarationError as error:
        return refuse(str(error))
    except UsageError as error:
        return refuse(usage_text(error))
    except MemoryError:
        return refuse("not enough memory for that; fewer runs or points need less")
    except BrokenPipeError:
        raise
    except OSError as error:
        return refuse(f"{error.filename or 'output'}: {error.strerror or error}")


def _open_what_is_closed() -> None:
    """What is written to a closed stream goes nowhere, and no file that is opened later takes its place."""
    while (opened := os.open(os.devnull, os.O_RDWR)) <= 2:
        if opened == 1:
            sys.stdout = os.fdopen(opened, "w", encoding="utf-8")
        if opened == 2:
            sys.stderr = os.fdopen(opened, "w", encoding="utf-8")
    os.close(opened)


def main() -> None:
    """Entry point of the command `reassure`."""
    try:
        _open_what_is_closed()
        status = run(sys.argv[1:])
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done: the interpreter may end in peace
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)


if __name__ == "__main__":
    main()
