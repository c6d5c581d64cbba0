"""What may come from here: many futures run on from the state on screen, on branches of luck of their own.

Conditional odds take everything this future has drawn as given, Moscow's hidden mindset included. Averaged odds give each branch a
Moscow of its own, drawn from the readings weighted by what it has done so far (`readings.py`).
"""

import math
from typing import NamedTuple

import numpy as np

from ...model.orders import NO_ORDERS
from ...model.outcomes import END, ORIGIN, ORIGINS, WORST
from ..ensemble.futures import roll_out
from ..ensemble.intervals import NOT_OBSERVED, Interval, Z, share
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
    began: tuple[Interval, ...]
    """Share of the wars that may come by who or what begins them: each of `ORIGINS` but none."""
    mindsets: tuple[float, ...] | None
    """What the averaged odds hold Moscow to be: the weight of each mindset. None for conditional odds."""


class Tally:
    """Futures run on from one week, counted by reading, by the worst they reach and by who begins the war; more can be added.

    Whoever asks for the odds in another thread meanwhile gets those before the addition or after it: the table of counts is never
    changed, only replaced.
    """

    def __init__(
        self,
        world: np.ndarray,
        readings: Readings | None = None,
        history: np.ndarray | None = None,
        orders: np.ndarray = NO_ORDERS,
    ):
        """`world` is the state (an array of length 1), `orders` what is still to be ordered, as records.

        With `readings` and the history up to that state the odds are averaged.
        """
        self.world, self._orders = world.copy(), orders
        self._readings = readings
        self._weights = np.ones(1)
        if readings is not None and history is not None:
            self._weights = readings.weights(history)
        self._counts = np.zeros((len(self._weights), len(WORST), len(ORIGINS)), np.int64)

    @property
    def futures(self) -> int:
        """How many futures have been counted."""
        return int(self._counts.sum())

    @property
    def counts(self) -> np.ndarray:
        """How many of them ended in each outcome of `WORST`."""
        return self._counts.sum(axis=(0, 2))

    def add(self, branches: int) -> None:
        """Run so many futures more on the next branches of luck."""
        first = self.futures + 1
        if self._readings is None:
            outcomes = roll_out(self.world, branches, first_branch=first, orders=self._orders)
            kinds = len(ORIGINS) * outcomes["worst"] + outcomes["began"]
            self._counts = self._counts + np.bincount(kinds, minlength=self._counts.size).reshape(self._counts.shape)
            return
        places = GOLDEN * np.arange(first, first + branches) % 1.0
        drawn = np.minimum(np.searchsorted(np.cumsum(self._weights), places), len(self._weights) - 1)
        counts = self._counts.copy()
        for branch, number in enumerate(drawn.tolist(), start=first):
            outcome = roll_out(self._readings.applied(self.world, number), 1, first_branch=branch, orders=self._orders)
            counts[number, int(outcome["worst"][0]), int(outcome["began"][0])] += 1
        self._counts = counts

    def odds(self) -> Odds:
        """The chances as far as they are known by now."""
        counts = self._counts
        ends, begun = counts.sum(axis=2), counts.sum(axis=1)[:, ORIGIN.none + 1 :]
        week, total = int(self.world[0].week), int(ends.sum())
        if self._readings is None:
            worst, origins = ends[0].tolist(), begun[0].tolist()
            return Odds(
                week=week,
                futures=total,
                conditional=True,
                worst=tuple(share(each, total) for each in worst),
                failed=share(sum(worst[END.eroded :]), total),
                began=tuple(share(each, sum(origins)) for each in origins),
                mindsets=None,
            )
        futures, wars = ends.sum(axis=1), begun.sum(axis=1)
        readings = effective(self._weights)
        return Odds(
            week=week,
            futures=total,
            conditional=False,
            worst=tuple(averaged(ends[:, worst], futures, readings) for worst in range(len(WORST))),
            failed=averaged(ends[:, END.eroded :].sum(axis=1), futures, readings),
            began=tuple(averaged(begun[:, origin], wars, readings) for origin in range(begun.shape[1])),
            mindsets=self._readings.by_mindset(self._weights),
        )


def averaged(counts: np.ndarray, futures: np.ndarray, readings: float) -> Interval:
    """A share among futures grouped by reading, `counts` of `futures` in each, with an interval for the luck and for the readings.

    The variance is that of a mean over readings as clusters (Cochran 1977, chapter 9): the sum of (futures of a reading / all)^2
    times (its share less the mean)^2. It is turned into the number of independent futures that would tell as much, for Wilson's
    interval. Where nothing or everything ended so, readings cannot differ in the sample; that number is then held to what
    `readings`, the effective number of them, can tell.
    """
    total = int(futures.sum())
    if total == 0:
        return NOT_OBSERVED
    value = float(counts.sum() / total)
    least = 1.0 / (1.0 / total + 1.0 / readings)
    variance = float(np.square(counts - value * futures).sum()) / total**2
    size = least if variance == 0.0 else min(max(value * (1.0 - value) / variance, least), total)
    padded = 1.0 + Z * Z / size
    centre = (value + Z * Z / (2.0 * size)) / padded
    reach = Z * math.sqrt(value * (1.0 - value) / size + Z * Z / (4.0 * size * size)) / padded
    return Interval(value, max(0.0, centre - reach), min(1.0, centre + reach))
