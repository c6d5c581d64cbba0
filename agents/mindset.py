"""Four rival readings of what moves Moscow.

They are rivals, not parameters to be averaged away: every result is also shown for each. Values are shares of the value of
Ukraine's full submission to a typical revisionist (1 = that value); all are assumptions from argument, tried in a prototype.
"""

from typing import NamedTuple

import numpy as np


class Mindset(NamedTuple):
    """What one kind of Moscow wants, minds and can bear."""

    name: str
    value: float
    """Value of the aim, utility."""
    fear_weight: float
    """How much capability and nearness of others lower the value of living with things as they are."""
    affront_weight: float
    """How much foreign flags lower it."""
    grievance: float
    """What it resents in any case, utility."""
    cost_factor: float
    """How heavily costs weigh."""
    precision_factor: float
    """How surely it takes the better option."""
    stand_down_cost: float
    """Price of backing down from a crisis of its own making, utility (audience cost)."""
    meaning: str


MINDSETS = (
    Mindset("security_seeker", 0.45, 1.3, 0.35, 0.0, 1.0, 1.0, 0.05, "fears encirclement; wants little more than to be left safe"),
    Mindset("opportunist", 0.95, 0.2, 0.15, 0.0, 1.0, 1.2, 0.05, "takes what is cheap and leaves what is dear"),
    Mindset("revisionist", 1.10, 0.35, 0.35, 0.10, 0.75, 1.0, 0.15, "means to undo Ukraine's independence and will pay for it"),
    Mindset("prestige_driven", 0.60, 0.40, 1.3, 0.04, 0.9, 0.9, 0.30, "minds rank and humiliation most"),
)

SECURITY_SEEKER, OPPORTUNIST, REVISIONIST, PRESTIGE_DRIVEN = range(len(MINDSETS))

TEMPERS = np.array([mindset[1:8] for mindset in MINDSETS])
"""The same numbers as a table for the rules: one row a mindset, columns as below."""

VALUE, FEAR_WEIGHT, AFFRONT_WEIGHT, GRIEVANCE, COST_FACTOR, PRECISION_FACTOR, STAND_DOWN_COST = range(7)
