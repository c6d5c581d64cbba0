"""The noise floor: how many futures change sides when a lever moves by one per cent, which should change almost nothing."""

import numpy as np

from ...agents.declaration import Quantity
from ...model.levers import LEVERS
from ...model.outcomes import failed
from ...model.scenario import Scenario
from .by_mindset import KINDS, ByMindset, count
from .intervals import Interval, share

FAVOURITE = "arms"
"""The lever moved, unless it is at zero: it bears on every future and on none by much."""
STEP = 0.01
TIMES_THE_FLOOR = 3.0
"""A share of the verdict below this many noise floors is not distinguishable."""


def placebo(scenario: Scenario) -> tuple[Scenario, str]:
    """The scenario with one lever moved down by one per cent, and which; at zero throughout, up by one per cent of its range."""
    from_nothing = [name for name, lever in LEVERS.items() if type(lever) is Quantity and lever.low == 0.0]
    for name in [FAVOURITE, *from_nothing]:
        if scenario.levers[name] > 0.0:
            return scenario.with_levers({name: scenario.levers[name] * (1.0 - STEP)}), name
    return scenario.with_levers({FAVOURITE: LEVERS[FAVOURITE].high * STEP}), FAVOURITE


class Noise(ByMindset):
    """Pairs of a policy and its placebo, by whether they end on the same side of failure."""

    def __init__(self) -> None:
        self.changed = np.zeros((KINDS, 2), np.int64)

    def fold(self, policy: np.ndarray, moved: np.ndarray) -> None:
        """Add pairs: two arrays of OUTCOME records of the same seed and runs."""
        changes = failed(policy["worst"]) != failed(moved["worst"])
        self.changed += count(self.changed.shape, policy["mindset"], changes.astype(int))

    def floor(self) -> Interval:
        """Share of futures that change sides."""
        same, changed = self.changed.sum(axis=0)
        return share(int(changed), int(same + changed))


def distinguishable(estimate: Interval, floor: Interval) -> bool:
    """Whether a share of the verdict stands out: at least three noise floors, and above the interval of the floor itself."""
    return (estimate.value or 0.0) >= TIMES_THE_FLOOR * (floor.value or 0.0) and (estimate.value or 0.0) > (floor.high or 0.0)
