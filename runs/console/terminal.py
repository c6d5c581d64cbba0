"""What the program says: results to standard output, and a refusal as one line on standard error."""

import json
import sys

from rich.console import Console

from ...agents.names import one_line

REFUSED = 2
"""Exit status of a command that could not be carried out as asked."""

INTERRUPTED = 130
"""Exit status after Ctrl-C."""


def console() -> Console:
    """Standard output for people: as wide as the terminal, 80 columns when there is none."""
    return Console(highlight=False, markup=False, emoji=False)


def write_json(content: object) -> None:
    """One JSON object on standard output. Raises ValueError for a number that JSON cannot hold."""
    sys.stdout.write(json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n")


def refuse(reason: str) -> int:
    """Say in one line on standard error why nothing was done; gives the exit status."""
    print(f"reassure: {one_line(reason)}", file=sys.stderr)
    return REFUSED
