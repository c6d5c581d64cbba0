"""X15: survival of a ceasefire under a hazard, and what a hazard ratio makes of it."""

import math
from collections.abc import Iterator

import numpy as np

from .....agents.chance import deal_mishaps
from .....agents.curves import WEEKS_IN_YEAR, arrival
from .....model.future import FIVE_YEARS
from .....model.incidents import stumble
from ..agreement import exactly, holds
from ..check import Check, Group, Scope
from ..stage import stripped

SOURCE = "X15, T36: Fortna 2004"
RATIOS = (1.0, 0.5, 0.3, 0.16)
EXACT = (0.5, 0.707107, 0.812252, 0.895025)
HALF_IN_FIVE_YEARS = math.log(2.0) / 5.0
"""Rate a year at which one ceasefire in two survives five years."""


def checks(effort: int) -> Iterator[Check]:
    """S1 = S0^h, week by week, and in the crises that nobody chose."""
    yield exactly(
        "X15",
        "survival of five years at hazard ratios 1, .5, .3, .16, where one in two survives at ratio 1",
        SOURCE,
        EXACT,
        [math.prod([1.0 - arrival(HALF_IN_FIVE_YEARS * ratio, 1.0)] * FIVE_YEARS) for ratio in RATIOS],
        "a constant hazard (shape 1), by which all opportunities and accidents arrive; survival in the whole model is an output",
    )
    yield accidents(max(200, 10 * effort))


def accidents(runs: int) -> Check:
    """Crises that nobody chose under full monitors, which leave four tenths of the hazard: exactly the futures that S0^.4 says."""
    world = stripped(accident_rate=HALF_IN_FIVE_YEARS / WEEKS_IN_YEAR)
    world.levers.monitors = 1.0
    world.weeks_per_step = float(FIVE_YEARS)
    chance = 1.0 - 0.5**0.4
    breaches = []
    for run in range(runs):
        world.luck.run = run
        world.field.crisis = 0
        deal_mishaps(world.luck)
        stumble(world)
        if bool(world.field.crisis) != (world.luck.crisis < chance):
            breaches.append(f"run {run} at a draw of {np.round(world.luck.crisis, 6)}")
    statement = "accidental crises in five years under full monitors (hazard ratio .4) fall in exactly the futures that S0^h tells"
    return holds("X15", Group.EXACT, Scope.PART, statement, SOURCE, breaches, runs)
