"""Where a difference begins: the first week and field in which compiled and interpreted rules give other bits on this machine."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import numpy as np

from ....agents.actors import CAPITALS, PARTNERS
from ....agents.commitment import BAR
from ....agents.response import ANSWER_TERMS
from ....agents.vote import VOTES
from ....model.course import Course
from ....model.scenario import load
from ....model.world import WORLD
from ...console.interpreter import this_python

PACKAGE = __name__.split(".")[0]
INTERPRETED = """
import sys
sys.path[:] = sys.argv[3].split({separator!r})
from {module} import record
record(sys.argv[1], int(sys.argv[2])).tofile(sys.argv[4])
"""


class Origin(NamedTuple):
    """The week played, and where in the world's record the two ways first differ: `russia.decision.terms[2, 3]`."""

    week: int
    field: str

    @property
    def place(self) -> str:
        """The same in words where it lies in a decision: the actor, the option, the term."""
        found = DECISION.fullmatch(self.field)
        if found is None:
            return self.field
        holder, number, made, what, option, term = found.groups()
        actor = PARTNERS[int(number)] if number else next(each for each in CAPITALS if each.field == holder)
        options, terms = (VOTES, ANSWER_TERMS) if made == "answer" else (actor.options, getattr(actor.rules, "TERMS", (BAR,)))
        named = f", term {terms[int(term)].name}" if term else f", {what}"
        return f"{actor.name}, {options[int(option)].name}{named} ({self.field})"


DECISION = re.compile(r"(russia|ukraine|united_states|allies\[(\d+)\])\.(decision|answer)\.(\w+)\[(\d+)(?:, (\d+))?\]")
"""An option, or a term of it, in the record of a decision."""


def record(scenario: str, run: int, seed: int = 1) -> np.ndarray:
    """The world after each week of a future, played by whatever rules this process has: compiled, or interpreted."""
    return Course(load(scenario), seed, run).history()


def interpreted(scenario: str, run: int) -> np.ndarray:
    """The same in a process of its own without compiling."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "worlds"
        program = INTERPRETED.format(module=__name__, separator=os.pathsep)
        subprocess.run(
            [*this_python(), "-W", "ignore", "-c", program, scenario, str(run), os.pathsep.join(sys.path), str(place)],
            env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
            check=True,
        )
        return np.fromfile(place, WORLD)


def origin(one: np.ndarray, other: np.ndarray) -> Origin | None:
    """Where two courses of one future first differ; None if they are equal to the last bit."""
    for week in range(min(len(one), len(other))):
        if one[week].tobytes() != other[week].tobytes():
            return Origin(week, first_field(one[week], other[week]))
    return None if len(one) == len(other) else Origin(min(len(one), len(other)), "over")


def first_field(one: np.void, other: np.void, path: str = "") -> str:
    """The first field in which two records differ, with its place in an array of several."""
    for name in one.dtype.names or ():
        a, b = one[name], other[name]
        if np.asarray(a).tobytes() == np.asarray(b).tobytes():
            continue
        here = f"{path}{name}"
        if np.ndim(a):
            place = next(
                index for index in np.ndindex(np.shape(a)) if np.asarray(a[index]).tobytes() != np.asarray(b[index]).tobytes()
            )
            here += f"[{', '.join(map(str, place))}]"
            a, b = a[place], b[place]
        return first_field(a, b, here + ".") if np.asarray(a).dtype.names else here
    return path.removesuffix(".")
