"""The whole model over random settings: arms that differ in a few levers or uncertainties and share everything else."""

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from .....model.orders import Order
from .....model.parameters import adjusted
from .....model.scenario import Scenario
from ....ensemble.intervals import Interval
from ..check import Check
from ..experiment import FIVE_YEARS, Measure, difference, influences, level, outcomes_of
from ..judgement import Sample, on_average
from ..settings import Draws, settings

FUTURES = 8
"""Futures of each random setting. Settings differ more than futures of one setting do, so many settings with few futures each tell
more, for the same time, than few settings with many; below about eight, making a setting costs more than playing in it."""

Changes = Mapping[str, object]

ARRIVED: Changes = {"nato_mission": 0, "deploy_start": 4, "weeks_to_deploy": 26}
"""What is said of a force is asked where one comes: a coalition of the willing that arrives within the year."""
TARGET: Changes = {**ARRIVED, "strike_cost": 0.2}
"""What is said of attacks on the force is asked where there are some: it is there, and striking it is as cheap as may be."""


class Whole:
    """Random settings of the whole model, and what was played in them already."""

    def __init__(self, draws: Draws):
        self.count, self.seed = draws
        self.played: dict[object, np.ndarray] = {}

    @cached_property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The random settings."""
        return settings(self.count, self.seed)

    @property
    def pairs(self) -> Sample:
        """How much was compared."""
        return Sample(self.count, f"{self.count * FUTURES:,} pairs of futures in {self.count} settings")

    def arm(self, changes: Changes, weeks: int = FIVE_YEARS, orders: Sequence[Order] = ()) -> np.ndarray:
        """The outcomes of every setting with these levers and uncertainties changed: FUTURES of each, on shared luck."""
        key = (tuple(sorted(changes.items())), weeks, tuple(orders))
        if key not in self.played:
            changed = [adjusted(scenario, dict(changes)) for scenario in self.scenarios]
            self.played[key] = outcomes_of(changed, FUTURES, self.seed, weeks, orders)
        return self.played[key]

    def change(self, measure: Measure, higher: Changes, lower: Changes, weeks: int = FIVE_YEARS) -> Interval:
        """The measure under the higher setting less under the lower."""
        return difference(measure, self.arm(higher, weeks), self.arm(lower, weeks), self.count)

    def level(self, measure: Measure, changes: Changes) -> Interval:
        """The measure in one arm."""
        return level(measure, self.arm(changes), self.count)

    def halves(self, measure: Measure, higher: Changes, lower: Changes) -> tuple[np.ndarray, np.ndarray]:
        """By how much each setting contributes to the change, one number each: by one half of its futures, and by the other.

        What is looked for in the one half is judged in the other, which owes it nothing but the setting.
        """
        above, below = (influences(measure, self.arm(each))[1] for each in (higher, lower))
        shift = (self.change(measure, higher, lower).value or 0.0) + above - below
        futures = shift.reshape(self.count, -1)
        return futures[:, ::2].mean(axis=1), futures[:, 1::2].mean(axis=1)

    def sign(
        self,
        label: str,
        statement: str,
        source: str,
        measure: Measure,
        sign: int,
        higher: Changes,
        lower: Changes,
        finding: str = "",
        remark: str = "",
        part: Check | None = None,
    ) -> Check:
        """Whether the measure moves in the claimed direction from `lower` to `higher`, on average over all settings."""
        change = self.change(measure, higher, lower)
        return on_average(label, statement, source, measure, change, sign, self.pairs, finding, remark, part)
