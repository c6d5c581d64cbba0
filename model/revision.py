"""The package is revised while the ceasefire lasts: levers change in the middle of a future.

Not a move of anyone in the game but a question from outside: what if, from this week on, the plan were another?
"""

from collections.abc import Mapping

import numpy as np

from ..agents.choice import NOTHING
from .credibility import promise
from .observation import observe


def revise(world: np.record, levers: Mapping[str, float]) -> None:
    """Set levers of a world on its way, as its next week is about to begin; values as validated by a `Scenario`.

    What was promised is promised anew, and everyone sees the new plan. What has happened stays: a mandate that runs keeps its end,
    troops move to their new number at the pace of deployment, and each ally reviews its part when its own calendar says so.
    """
    for name, value in levers.items():
        world.levers[name] = value
    promise(world)
    world.situation.troops = NOTHING  # cover and touch are worked out again only where the number of troops looks new
    observe(world)
    world.coalition.moving = 1
