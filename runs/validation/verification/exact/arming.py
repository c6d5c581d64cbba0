"""X6: Richardson's arms equations, as far as this model contains them: fatigue and a standing goal, no reaction."""

from collections.abc import Iterator

import numpy as np

from .....agents.curves import left_after
from .....model.support import ukrainian_power_after
from .....model.uncertainties import UNCERTAINTIES
from ..agreement import exactly
from ..check import Check
from ..stage import stripped

WEEKS = (1.0, 13.0, 52.0, 520.0)
START, REST = 0.2, 0.7


def checks(effort: int) -> Iterator[Check]:
    """A side's arming alone: dx/dt = g - a x, with its rest point g/a."""
    world = stripped(ukrainian_base=REST)
    fatigue = 1.0 / UNCERTAINTIES["ukrainian_rearmament"].default
    exact = [REST + (START - REST) * np.exp(-fatigue * weeks) for weeks in WEEKS]
    found = [
        ukrainian_power_after(START, left_after(fatigue, weeks), 0.0, world.levers, 0.0, 0.0, world.uncertainties)
        for weeks in WEEKS
    ]
    yield exactly(
        "X6",
        "arming of one side, 1, 13, 52, 520 weeks on: Richardson's equation without reaction (k = l = 0)",
        "X6: Richardson 1960",
        exact,
        found,
        "the reaction terms are in no rule of this model (see the list below)",
    )
