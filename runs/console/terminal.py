"""What the program says: results to standard output, and a refusal as one line on standard error."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console

from ...agents.names import one_line
from .status import REFUSED


class Paper(Console):
    """A console that leaves it to the command line what is done when whoever read the output has gone."""

    def on_broken_pipe(self) -> None:
        """Say so."""
        raise BrokenPipeError


def console() -> Console:
    """Standard output for people: as wide as the terminal, 80 columns when there is none."""
    return Paper(highlight=False, markup=False, emoji=False)


def can_be_shown(text: str) -> bool:
    """Whether standard output has a code for every letter."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def show_what_can_be_shown() -> None:
    """From here on a letter for which an old code page has no code is written as an escape: no result is lost for it."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def write_json(content: object) -> None:
    """One JSON object on standard output. Raises ValueError for a number that JSON cannot hold."""
    text = json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False)
    if not can_be_shown(text):
        text = json.dumps(content, indent=2, ensure_ascii=True, allow_nan=False)
    sys.stdout.write(text + "\n")


def note(remark: str) -> None:
    """Say in one line on standard error what somebody ought to know besides the results."""
    print(f"reassure: {one_line(remark)}", file=sys.stderr)


@contextmanager
def noted_unless_refused() -> Iterator[Callable[[str], object]]:
    """Takes remarks, and notes them once what they go with has been done: a refusal is one line and stands alone."""
    remarks: list[str] = []
    yield remarks.append
    for remark in remarks:
        note(remark)


def refuse(reason: str) -> int:
    """Say in one line on standard error why nothing was done; gives the exit status."""
    note(reason)
    return REFUSED
