"""The same rules on plain Python objects: what this world would cost if it were written as most Mesa models are.

A world's record becomes objects with slots and lists, and the rules run on them as they stand, uncompiled. That needs a process
in which compilation is switched off, so `timed` starts one; it plays futures, times itself, and hands back their outcomes, which
must equal the ensemble's to the last bit.
"""

import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from types import FunctionType
from typing import Any, NamedTuple

import numpy as np

from ...agents import arithmetic
from ...agents.chance import set_seed
from ...model.beginning import begin_future
from ...model.future import blank_world, drawings
from ...model.orders import NO_ORDERS
from ...model.scenario import Scenario, load
from ...model.turn import play_week
from ..console.interpreter import this_python


class Table(list):
    """A list of rows that also takes two indices at once, as the rules write `terms[option, term]`."""

    def __getitem__(self, place):
        """A row, or one of its cells."""
        if type(place) is tuple:
            return list.__getitem__(self, place[0])[place[1]]
        return list.__getitem__(self, place)

    def __setitem__(self, place, value):
        """Set a row, or one of its cells."""
        if type(place) is tuple:
            list.__getitem__(self, place[0])[place[1]] = value
        else:
            list.__setitem__(self, place, value)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self), len(list.__getitem__(self, 0))


class Cells:
    """An object's fields by number, as the rules fill the row of uncertainties."""

    def __init__(self, whole: Any, names: tuple[str, ...]):
        self.whole = whole
        self.names = names

    def __setitem__(self, index: int, value: float) -> None:
        """Set the field of that number."""
        setattr(self.whole, self.names[index], value)


@cache
def kind_of(record_type: np.dtype) -> type:
    """A class with a slot for each field of a record type."""
    return type("Plain", (), {"__slots__": record_type.names})


def plain(value: Any) -> Any:
    """A record as an object, an array as a list, two dimensions as a table, a number as Python's own."""
    if isinstance(value, np.void):
        made = kind_of(value.dtype)()
        for name in value.dtype.names or ():
            setattr(made, name, plain(value[name]))
        return made
    if isinstance(value, np.ndarray):
        if value.dtype.names:
            return [plain(each) for each in value]
        return Table(value.tolist()) if value.ndim == 2 else value.tolist()
    return value.item()


def numbers_in(value: Any) -> Iterator[float]:
    """Every number of a plain object or a record, in the order of its fields."""
    if isinstance(value, list | np.ndarray):
        for each in value:
            yield from numbers_in(each)
    elif isinstance(value, np.void):
        for name in value.dtype.names or ():
            yield from numbers_in(value[name])
    elif hasattr(value, "__slots__") and not isinstance(value, np.generic):
        for name in value.__slots__:
            yield from numbers_in(getattr(value, name))
    else:
        yield float(value)


class Played(NamedTuple):
    """Futures played on plain objects: seconds of processor time it took, weeks they lasted, and the numbers of each outcome."""

    seconds: float
    weeks: int
    outcomes: list[list[float]]


def play_plainly(scenario: Scenario, seed: int, runs: range, weeks: int) -> Played:
    """Play these runs on plain objects, in a process in which rules are not compiled.

    Twice: once by the rules to the last bit, for the outcomes, and once for the time, with the exponential and its like from the C
    library, as anybody would write a plain model. Our own, worked out in Python, take more than half of the time.
    """
    _thaw_tables()
    drawn = plain(drawings(scenario))
    outcomes = [list(numbers_in(_lived(scenario, seed, run, weeks, drawn).outcome)) for run in runs]
    _lend_mathematics()
    started = time.process_time()
    weeks_lived = sum(_lived(scenario, seed, run, weeks, drawn).outcome.last_step + 1 for run in runs)
    return Played(time.process_time() - started, weeks_lived, outcomes)


def _lived(scenario: Scenario, seed: int, run: int, weeks: int, drawn: Any) -> Any:
    """A world on plain objects at the end of its future."""
    record = _world(scenario, seed, run, weeks)
    world = plain(record)
    begin_future(world, Cells(world.uncertainties, record.uncertainties.dtype.names), drawn)
    while world.over == 0:
        play_week(world, NO_ORDERS)
    return world


def _world(scenario: Scenario, seed: int, run: int, weeks: int) -> np.record:
    world = blank_world(scenario, weeks)[0]
    set_seed(world.luck, seed)
    world.luck.run = run
    return world


def _thaw_tables() -> None:
    """Turn the constant tables of the rules from arrays into lists, in this process: plain code would have no arrays."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("reassure.agents.", "reassure.model.")):
            for constant, value in vars(module).items():
                if isinstance(value, np.ndarray):
                    setattr(module, constant, plain(value))


def _cosine_and_sine(turn: float) -> tuple[float, float]:
    """Of a whole turn's share, by the C library."""
    return math.cos(math.tau * turn), math.sin(math.tau * turn)


def _lend_mathematics() -> None:
    """Have every rule of this process call the C library where it calls our own exponential, logarithm, sine and cosine."""
    lent = {arithmetic.exp: math.exp, arithmetic.log: math.log, arithmetic.cosine_and_sine: _cosine_and_sine}
    for name, module in list(sys.modules.items()):
        if name.startswith(("reassure.agents.", "reassure.model.")):
            for called, value in vars(module).items():
                if isinstance(value, FunctionType) and value in lent:
                    setattr(module, called, lent[value])


def timed(scenario: Scenario, seed: int, runs: range, weeks: int) -> Played:
    """The same in a process of its own without compilation. `scenario` must be one that its name loads."""
    request = {"scenario": scenario.name, "seed": seed, "first": runs.start, "last": runs.stop, "weeks": weeks}
    done = subprocess.run(
        [*this_python(), "-m", __name__],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
    )
    return Played(*json.loads(done.stdout))


def same(outcome: np.record, numbers: list[float]) -> bool:
    """Whether an outcome's record and the numbers of a plain one are equal to the last bit."""
    return all(a == b or (math.isnan(a) and math.isnan(b)) for a, b in zip(numbers_in(outcome), numbers, strict=True))


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    span = range(asked["first"], asked["last"])
    json.dump(play_plainly(load(asked["scenario"]), asked["seed"], span, asked["weeks"]), sys.stdout)
