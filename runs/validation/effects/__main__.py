"""`python -m reassure.runs.validation.effects --out docs/effects.md`: play everything, write the page and the table beside it."""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path

from ....agents.declaration import Quantity
from ...ensemble.compiling import ensure_compiled
from ...ensemble.futures import cores
from ...files.whole import check_file, write_whole
from . import effects_page, effects_table
from .effect import Finding, Plan, find
from .ends import declared
from .judged import judge
from .places import random_settings, scenarios

NAME = "reassure.runs.validation.effects"
EVERY = 25
"""After so many quantities a line says how far it is."""


def main(words: Sequence[str]) -> int:
    """Carry out the command."""
    wish = _wish(words)
    table = wish.out.with_suffix(".csv")
    check_file(wish.out)
    check_file(table)
    ensure_compiled()
    plan = Plan(wish.runs, wish.settings, wish.futures)
    judged = judge(list(found(list(declared().values()), plan, wish.threads)))
    write_whole(table, effects_table.text(judged))
    write_whole(wish.out, effects_page.markdown(judged, plan, again(plan, wish.out)))
    print(wish.out)
    return 0


def found(quantities: Sequence[Quantity], plan: Plan, threads: int) -> Iterator[Finding]:
    """The finding of each quantity, in order; the rules release the lock that threads share."""
    scenarios()
    random_settings(plan.settings)  # made once, before threads ask for them
    began = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        for done, finding in enumerate(pool.map(lambda each: find(each, plan), quantities), 1):
            if done % EVERY == 0 or done == len(quantities):
                seconds = time.perf_counter() - began
                print(f"{done} of {len(quantities)} quantities, {seconds:.0f} seconds", file=sys.stderr, flush=True)
            yield finding


def again(plan: Plan, out: Path) -> str:
    """The command that writes this page: what differs from the usual is said."""
    usual = Plan()
    said = [
        (f"--{each.name}", getattr(plan, each.name))
        for each in fields(plan)
        if getattr(plan, each.name) != getattr(usual, each.name)
    ]
    return f"python -m {NAME} {' '.join(str(word) for pair in (*said, ('--out', out.as_posix())) for word in pair)}"


def _wish(words: Sequence[str]) -> argparse.Namespace:
    usual = Plan()
    parser = argparse.ArgumentParser(prog=f"python -m {NAME}", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="the page; the table is written beside it, ending in .csv")
    parser.add_argument("--runs", type=_several, default=usual.runs, help="futures of every scenario at every value")
    parser.add_argument("--settings", type=_several, default=usual.settings, help="random settings")
    parser.add_argument("--futures", type=_several, default=usual.futures, help="futures of every random setting at every value")
    parser.add_argument("--threads", type=_several, default=cores(), help="how many play at once")
    return parser.parse_args(words)


def _several(word: str) -> int:
    number = int(word)
    if number < 1:
        raise argparse.ArgumentTypeError("a whole number from 1 on")
    return number


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
