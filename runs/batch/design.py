"""Designs: at which combinations of values the axes of an experiment are set."""

import inspect
import itertools
import math
from collections.abc import Sequence

import numpy as np
from scipy.stats import qmc

from ...agents.declaration import as_typed
from ..store.asked_for import Design, Method
from .sweep import Axis, SweepError

METHODS: tuple[Method, ...] = ("grid", "latin", "sobol")
MOST_ROWS = 65_536
"""Combinations of one design."""


def design(axes: Sequence[Axis], method: Method, points: int | None, seed: int) -> Design:
    """The design of that method over the axes: for latin and sobol `points` combinations, scrambled by `seed`.

    A grid has every combination, the last axis changing fastest. Raises SweepError for what does not fit together.
    """
    if not axes and (method != "grid" or points is not None):
        raise SweepError("a design is one of swept values, and nothing is swept")
    if not axes:
        return Design("none", [], [])
    if method == "grid":
        rows = _grid(axes, points)
    elif points is None:
        raise SweepError(f"a {method} design needs the number of its points (--points N)")
    else:
        places = _places(axes, method, points, seed)
        rows = [[axis.at(place) for axis, place in zip(axes, each, strict=True)] for each in places]
    return Design(method, [axis.name for axis in axes], rows)


def _grid(axes: Sequence[Axis], points: int | None) -> list[list[float]]:
    if points is not None:
        raise SweepError("a grid has every combination of its values; the number of points is for latin and sobol")
    for axis in axes:
        if not axis.values:
            raise SweepError(f"{axis.name}: a grid needs to know how many values, {axis.name}={axis.low:g}:{axis.high:g}:n")
    combinations = math.prod(len(axis.values) for axis in axes)
    if combinations > MOST_ROWS:
        raise SweepError(f"this grid has {combinations:,} combinations, and a design at most {MOST_ROWS:,}")
    return [list(row) for row in itertools.product(*(axis.values for axis in axes))]


def _places(axes: Sequence[Axis], method: Method, points: int, seed: int) -> np.ndarray:
    """Places from 0 to 1 along each axis: shape (points, axes)."""
    if not 1 <= points <= MOST_ROWS:
        raise SweepError(f"a design has 1 to {MOST_ROWS} points, not {as_typed(points)}")
    if method == "sobol" and points & (points - 1):
        below = 1 << (points.bit_length() - 1)
        raise SweepError(f"a sobol design is balanced at powers of two: {below} or {2 * below} points, not {points}")
    kind = qmc.Sobol if method == "sobol" else qmc.LatinHypercube
    # SciPy 1.15 renamed the argument; a generator of our own gives the same places under either name
    name = "rng" if "rng" in inspect.signature(kind.__init__).parameters else "seed"
    return kind(len(axes), scramble=True, **{name: np.random.default_rng(seed)}).random(points)
