"""Where the instructions of a future go, rule by rule.

In the ensemble rules are woven into one another, so that no instruction belongs to one of them alone. For this count they are
compiled apart, each as a function of its own, which costs about twice as many instructions; valgrind tells to which function each
belongs. The shares are therefore those of the rules as they are written, not as the compiler mixes them.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from ..baseline.instructions import ENVIRONMENT, NotCountedError
from ..console.interpreter import this_python

FUTURES = 300
OF_NUMBA = "what Numba adds"
"""In place of a rule: functions of Numba's own, such as the one behind `int`."""
FUNCTION = re.compile(r"(c?)fn=\((\d+)\)(?: (\S+))?")
"""A line of callgrind's that begins what a function costs (fn) or names one that it calls (cfn); a name is told once."""
COST = re.compile(r"(?:\+|-|\*|\d|0x)\S* (\d+)")
MODULE = re.compile(r"^\d+")


class Share(NamedTuple):
    """What one rule costs in a future, without the rules it calls."""

    rule: str
    """Module and name."""
    instructions: float
    calls: float
    share: float
    """Of all instructions that rules cost."""


def by_rule(scenario: str) -> list[Share]:
    """The rules by what they cost, dearest first. Some two minutes. Raises NotCountedError where it cannot be counted."""
    valgrind = shutil.which("valgrind")
    if valgrind is None or not sys.platform.startswith("linux"):
        raise NotCountedError("counting by rule needs valgrind on Linux")
    with tempfile.TemporaryDirectory() as folder:
        counted = Path(folder) / "callgrind.out"
        _play([], scenario, 1, folder)  # compiles
        callgrind = [valgrind, "--tool=callgrind", f"--callgrind-out-file={counted}"]
        told = _play(callgrind, scenario, FUTURES, folder)
        names = {int(place): rule_of(name) for place, name in json.loads(told).items()}
        costs, calls = read(counted.read_text(encoding="utf-8"), names)
    total = sum(costs.values())
    return [Share(name, cost / FUTURES, calls[name] / FUTURES, cost / total) for name, cost in costs.most_common()]


def _play(counter: list[str], scenario: str, futures: int, folder: str) -> str:
    """What the program that plays apart says."""
    done = subprocess.run(
        [*counter, *this_python(), "-m", f"{__package__}.unwoven", scenario, str(futures)],
        env={**os.environ, **ENVIRONMENT, "XDG_CACHE_HOME": folder},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise NotCountedError(f"playing rule by rule ended with status {done.returncode}")
    return done.stdout


def rule_of(symbol: str) -> str:
    """Module and name of a rule from the name that Numba gives it: each part of a path, with its length before it."""
    rest, parts = symbol.removeprefix("_ZN"), []
    while length := MODULE.match(rest):
        start, size = length.end(), int(length[0])
        parts.append(rest[start : start + size])
        rest = rest[start + size :]
    return ".".join(parts[-2:]) if parts[:1] == ["reassure"] else OF_NUMBA


def read(counted: str, names: dict[int, str]) -> tuple[Counter[str], Counter[str]]:
    """What each named function cost in all, and how often it was called, from what callgrind wrote."""
    costs: Counter[str] = Counter()
    calls: Counter[str] = Counter()
    known: dict[str, str | None] = {}
    present = called = None
    of_a_call = False
    for line in counted.splitlines():
        if function := FUNCTION.match(line):
            other, number, name = function.groups()
            if name:
                place = name.partition("'")[0]  # callgrind numbers the levels of a recursion
                known[number] = names.get(int(place, 16)) if place.startswith("0x") else None
            if other:
                called = known[number]
            else:
                present = known[number]
        elif line.startswith("calls="):
            of_a_call = True
            if called:
                calls[called] += int(line.removeprefix("calls=").split()[0])
        elif cost := COST.match(line):
            if present and not of_a_call:  # the line after a call tells what the call cost inside
                costs[present] += int(cost[1])
            of_a_call = False
    return costs, calls
