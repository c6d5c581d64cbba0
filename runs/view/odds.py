"""What may come from here: many futures run on from the state on screen, on branches of luck of their own.

Conditional odds take everything this future has drawn as given, Moscow's hidden mindset included. Averaged odds give each branch a
Moscow of its own, drawn from the readings weighted by what it has done so far (`readings.py`).
"""

import math
from typing import NamedTuple

import numpy as np

from ...model.outcomes import ERODED, WORST
from ..futures import roll_out
from ..intervals import Z, Interval, share
from .readings import Readings, effective

GOLDEN = (math.sqrt(5.0) - 1.0) / 2.0
"""Steps of this size, modulo 1, fill the unit interval evenly from any first number to any last (Weyl 1916)."""


class Odds(NamedTuple):
    """The chances seen from one week: how the futures from here end, mildest outcome first, each with its interval."""

    week: int
    futures: int
    """How many futures were run on."""
    conditional: bool
    worst: tuple[Interval, ...]
    """Chance of each outcome of `WORST` as the worst reached by the horizon."""
    failed: Interval
    """Chance that the ceasefire fails: eroded or worse."""
    mindsets: tuple[float, ...] | None
    """What the averaged odds hold Moscow to be: the weight of each mindset. None for conditional odds."""


class Tally:
    """Futures run on from one week, counted by the worst they reach; more can be added at any time."""

    def __init__(self, world: np.ndarray, readings: Readings | None = None, history: np.ndarray | None = None):
        """`world` is the state (an array of length 1). With `readings` the odds are averaged, given the history up to that state."""
        self.world = world.copy()
        self.counts = np.zeros(len(WORST), np.int64)
        self._readings = readings
        self._weights = readings.weights(history) if readings is not None and history is not None else None

    @property
    def futures(self) -> int:
        """How many futures have been counted."""
        return int(self.counts.sum())

    def add(self, branches: int) -> None:
        """Run so many futures more on the next branches of luck."""
        first = self.futures + 1
        if self._readings is None or self._weights is None:
            outcomes = roll_out(self.world, branches, first_branch=first)
            self.counts += np.bincount(outcomes["worst"], minlength=len(WORST))
            return
        drawn = np.searchsorted(np.cumsum(self._weights), GOLDEN * np.arange(first, first + branches) % 1.0)
        for number in np.unique(np.minimum(drawn, len(self._weights) - 1)):
            for branch in first + np.flatnonzero(np.minimum(drawn, len(self._weights) - 1) == number):
                outcomes = roll_out(self._readings.applied(self.world, int(number)), 1, first_branch=int(branch))
                self.counts += np.bincount(outcomes["worst"], minlength=len(WORST))

    def odds(self) -> Odds:
        """The chances as far as they are known by now."""
        total = self.futures
        failures = int(self.counts[ERODED:].sum())
        weights = self._weights
        if weights is None or self._readings is None:
            estimates = tuple(share(int(count), total) for count in self.counts)
            return Odds(int(self.world[0].week), total, True, estimates, share(failures, total), None)
        readings = effective(weights)
        return Odds(
            week=int(self.world[0].week),
            futures=total,
            conditional=False,
            worst=tuple(averaged(int(count), total, readings) for count in self.counts),
            failed=averaged(failures, total, readings),
            mindsets=self._readings.by_mindset(weights),
        )


def averaged(count: int, total: int, readings: float) -> Interval:
    """A share among futures whose Moscow is drawn from so many (effective) readings, with Wilson's interval for both errors.

    The variance of the mean is at most p(1 - p) for the luck over `total` and as much for the draw of readings over `readings`, so
    1 / (1/total + 1/readings) independent futures would tell at least as little: the interval errs on the wide side.
    """
    if total == 0:
        return Interval(None, None, None)
    size = 1.0 / (1.0 / total + 1.0 / readings)
    value = count / total
    padded = 1.0 + Z * Z / size
    centre = (value + Z * Z / (2.0 * size)) / padded
    reach = Z * math.sqrt(value * (1.0 - value) / size + Z * Z / (4.0 * size * size)) / padded
    return Interval(value, max(0.0, centre - reach), min(1.0, centre + reach))
