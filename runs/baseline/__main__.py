"""`python -m reassure.runs.baseline`: makes the baseline anew, or tells what moved between two."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

from ...agents.names import DeclarationError
from ..console.status import INTERRUPTED
from ..console.terminal import refuse
from .figures import FUTURES, SEED, WEEKS, Table, tables
from .file import COMMAND, INSTRUCTIONS, MADE, PLACE, read, write_out
from .instructions import PROCESSOR, SCENARIO, NotCountedError, instructions_a_future
from .moves import moved, told


class Parser(argparse.ArgumentParser):
    """Refuses in one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line."""
        sys.exit(refuse(f"{message} (see: {COMMAND} --help)"))


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line and give its exit status: 0, 2 after a refusal, 130 after Ctrl-C."""
    parser = Parser(prog=COMMAND, description="Make the baseline anew, or tell what moved between two.")
    parser.add_argument("--out", metavar="FILE", type=Path, default=PLACE, help=f"the baseline; default: {PLACE}")
    parser.add_argument("--compare", metavar="OLD", type=Path, help="print what moved from OLD to FILE; play and write nothing")
    parser.add_argument(
        "--no-count", action="store_true", help="leave the instructions a future as they stand, which saves two minutes"
    )
    asked = parser.parse_args(arguments)
    try:
        if asked.compare:
            print(told(moved(read(asked.compare), read(asked.out))), flush=True)
        else:
            make(asked.out, count=not asked.no_count)
    except DeclarationError as error:
        return refuse(str(error))
    except KeyboardInterrupt:
        print("reassure: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the output has gone, and nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return 0


def make(place: Path, count: bool) -> None:
    """Play, count and write the file; whole, or not at all."""
    from ..ensemble.compiling import ensure_compiled
    from ..files.results_folder import check
    from ..files.whole import write_whole

    if not place.parent.is_dir() or place.is_dir():
        raise DeclarationError(f"--out: no file {place} can be written; run it at the top of the project, or name another")
    check(place.parent)
    ensure_compiled()
    played = list(tables())
    write_whole(place, write_out([made(), *instructions(place, count), *played]))


def made() -> Table:
    """What is played of each scenario and twin."""
    rows = {"futures": FUTURES, "seed": SEED, "weeks": WEEKS}
    return Table(MADE, {name: {"": str(number)} for name, number in rows.items()})


def instructions(place: Path, count: bool) -> Iterator[Table]:
    """Instructions a future, to the thousand; as they stand in the file if they are not to be counted, or cannot be."""
    try:
        if not count:
            raise NotCountedError("not to be counted")
        number = round(instructions_a_future(), -3)
    except NotCountedError as reason:
        standing = read(place).get((INSTRUCTIONS, SCENARIO)) if place.exists() else None
        print(f"Instructions a future: {'left out' if standing is None else 'as they stood'} ({reason})", file=sys.stderr)
        if standing is None:
            return
        number = int(standing)
    meaning = f"a future; one thread, rules compiled for a processor of kind {PROCESSOR}, counted by valgrind, to the thousand"
    yield Table(INSTRUCTIONS, {SCENARIO: {"": f"{number:_}"}}, meaning)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
