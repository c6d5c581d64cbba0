"""A lever that some dispute, switched the other way: what the troops alone change then, over futures played for that."""

import numpy as np

from ...model.levers import LEVERS
from ...model.outcomes import failed
from ...model.scenario import Scenario
from .intervals import Interval, paired_difference

COVER = LEVERS["conditional_cover"]
"""Whether a guarantee also covers a war that Kyiv began."""


def switch(scenario: Scenario) -> Scenario:
    """The scenario with conditional cover off if it is on, and on if it is off."""
    return scenario.with_levers({COVER.name: COVER.high - scenario.levers[COVER.name]})


class Switched:
    """Pairs of a switched scenario and its twin, by whether each fails."""

    def __init__(self) -> None:
        self.pairs = np.zeros((2, 2), np.int64)

    def fold(self, with_it: np.ndarray, without_it: np.ndarray) -> None:
        """Add pairs: two arrays of OUTCOME records of the same seed and runs."""
        np.add.at(self.pairs, (failed(with_it["worst"]).astype(int), failed(without_it["worst"]).astype(int)), 1)

    @property
    def futures(self) -> int:
        """How many pairs are in."""
        return int(self.pairs.sum())

    @property
    def failure_difference(self) -> Interval:
        """Share of futures that fail with the troops, less the share that fail without."""
        return paired_difference(int(self.pairs[1, 0]), int(self.pairs[0, 1]), self.futures)
